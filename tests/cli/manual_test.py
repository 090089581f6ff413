"""Every example of the manual is run as it stands there: the walk of mediasi(1), then those of the other pages, each in
the state that the walk had after the form its page names.

In a page, a block begins with a comment:  .\\" run                  next part of the walk (mediasi.1 alone)
                                           .\\" run after 07-jadwal   in the store as it was after that form of the walk
                                           .\\" continues             where the block before it ended
Inside, "$ " begins a command and "> " continues it; other lines are what it prints, "..." stands for any text, and line
breaks and spaces do not matter. A command that is to fail ends with "# exits N".

And every field of every act stands in mediasi-form(5) below its act and with its kind, every gate and built-in rule in
mediasi(1), every template field in mediasi-paper(5).
"""

import functools
import json
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile
import unittest
from typing import NamedTuple

import harness
from harness import PROGRAM, Case

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "man").glob("*.[15]"))
MARK = re.compile(r'^\.\\" (?:run|run after (\S+)|(continues))$')


class Command(NamedTuple):
    text: str
    code: int
    shown: str


class Block(NamedTuple):
    page: str
    line: int
    after: str
    commands: list


def plain(line):
    """a line of a literal block as a reader sees it"""
    for escape, text in (("\\&", ""), ("\\(dq", '"'), ("\\(aq", "'"), ("\\e", "\\"), ("\\-", "-")):
        line = line.replace(escape, text)
    return line


def commands_of(lines):
    texts, shown = [], []
    for line in lines:
        if line.startswith("$ "):
            texts.append(line[2:])
            shown.append([])
        elif line == ">" or line.startswith("> "):
            texts[-1] += "\n" + line[2:]
        elif texts:
            shown[-1].append(line)
    found = []
    for text, lines_shown in zip(texts, shown):
        code = re.search(r"# exits (\d)$", text, re.M)
        found.append(Command(text, int(code.group(1)) if code else 0, "\n".join(lines_shown)))
    return found


def blocks_of(page):
    blocks, mark, inside = [], None, None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if found := MARK.match(line):
            mark = (number, blocks[-1].after if found.group(2) else found.group(1) or "", found.group(2))
        elif mark and line.startswith(".Bd "):
            inside = []
        elif inside is not None and line == ".Ed":
            at, after, continues = mark
            earlier = blocks.pop().commands if continues else []
            blocks.append(Block(page.name, at, after, earlier + commands_of(inside)))
            mark = inside = None
        elif inside is not None:
            inside.append(plain(line))
    return blocks


def script_of(commands, keep=""):
    """one shell for all of them, so that cd and export last; a copy of the store is kept under each form's name"""
    lines = ["unalias -a", "LATIHAN=$PWD/latihan; KEPT=$PWD/kept"]
    for number, command in enumerate(commands):
        lines += [f"echo; echo @@{number}", "{ " + command.text, "} 2>&1", f'code=$?; echo; echo "@@end {number} $code"']
        if keep and (form := re.search(r"([^/\s]+)\.toml", command.text)):
            state = f'"$KEPT/{form.group(1)}"'
            lines.append(f"mkdir -p {state} && cp -a $LATIHAN {state}/ && echo \"${{MEDIASI_NOW:-}}\" >{state}/now")
    return "\n".join(lines) + "\n"


def run_script(commands, folder, environment, keep=""):
    """what each command printed, and its code"""
    done = subprocess.run(["bash", "-c", script_of(commands, keep)], cwd=folder, env=environment, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode(errors="replace")
    parts = re.findall(r"^@@(\d+)\n(.*?)\n@@end \1 (\d+)$", text, re.S | re.M)
    return [(printed, int(code)) for _, printed, code in parts], text


def surroundings(folder):
    (folder / "bin").mkdir()
    (folder / "bin" / "mediasi").symlink_to(PROGRAM)
    shutil.copytree(ROOT / "examples", folder / "examples")
    return {"PATH": f"{folder}/bin:/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8", "HOME": str(folder),
            "USER": pwd.getpwuid(os.getuid()).pw_name}


@functools.cache
def walked():
    """the walk of mediasi(1), once: its folder and what it printed"""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mediasi-manual-"))
    unittest.addModuleCleanup(shutil.rmtree, folder)
    commands = [command for block in blocks_of(ROOT / "man" / "mediasi.1") if not block.after
                for command in block.commands]
    return folder, commands, *run_script(commands, folder, surroundings(folder), keep="yes")


class Examples(Case):
    def check(self, where, commands, results, text):
        self.assertEqual(len(results), len(commands), f"{where}: the script ended early\n{text}")
        for command, (printed, code) in zip(commands, results):
            told = f"{where}\n$ {command.text}\n{printed}"
            self.assertEqual(code, command.code, told)
            self.check_shown(command.shown, printed, told)

    def check_shown(self, shown, printed, told):
        rest = "".join(printed.split())
        for piece in shown.split("..."):
            wanted = "".join(piece.split())
            at = rest.find(wanted)
            self.assertGreaterEqual(at, 0, f"{told}\n--- is not what the page shows:\n{piece}")
            rest = rest[at + len(wanted):]

    def test_the_walk_of_the_overview_in_sixteen_commands(self):
        _, commands, results, text = walked()
        self.check("mediasi.1", commands, results, text)
        case = [c for c in commands if re.match(r"mediasi (intake|assess|schedule|record|monitor|terminate)", c.text)]
        self.assertEqual(len([c for c in case if c.code == 0]), 16)

    def test_the_examples_of_every_page(self):
        folder = walked()[0]
        blocks = [block for page in PAGES for block in blocks_of(page) if block.after]
        self.assertGreater(len(blocks), 12)
        for block in blocks:
            with self.subTest(page=block.page, line=block.line):
                state = folder / "kept" / block.after
                self.assertTrue(state.is_dir(), f"no form '{block.after}' in the walk")
                place = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
                environment = surroundings(place) | {
                    "MEDIASI_STORE": str(place / "latihan" / "mediasi.db"),
                    "MEDIASI_KEY": str(place / "latihan" / "safe" / "key"),
                    "MEDIASI_NOW": (state / "now").read_text(encoding="utf-8").strip()}
                shutil.copytree(state / "latihan", place / "latihan")
                results, text = run_script(block.commands, place, environment)
                self.check(f"{block.page}:{block.line}", block.commands, results, text)

    def test_every_page_but_the_rules_has_an_example_that_runs(self):
        for page in PAGES:
            with self.subTest(page=page.name):
                if page.name != "mediasi-rules.5":  # its example is a whole file: tests/unit/load_manual_test.cpp
                    self.assertTrue(any(block.commands for block in blocks_of(page)))


class Names(Case):
    def named(self, page, names):
        text = (ROOT / "man" / page).read_text(encoding="utf-8")
        self.assertGreater(len(names), 5)
        self.assertEqual([name for name in names if not re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", text)], [])

    def test_every_gate_and_every_built_in_rule(self):
        gates = re.findall(r'^id = "(.*)"', (ROOT / "share/gates/statute.toml").read_text(encoding="utf-8"), re.M)
        sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "lib").rglob("*.cpp"))
        self.named("mediasi.1", gates + re.findall(r'"(builtin\.[a-z_]+)"', sources))

    def test_every_template_field(self):
        tables = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "lib/paper").glob("fields_*.cpp"))
        fields = re.findall(r'\b(?:text|flag|list)\("([a-z_]+)"', tables)
        self.assertGreater(len(fields), 100)
        self.named("mediasi-paper.5", fields)

class Fields(Case):
    def test_every_field_stands_below_its_act_with_its_kind(self):
        rows = json.loads(self.run_("--list", "fields", "--format", "json").exits(0).out)["rows"]
        sections = re.split(r"^\.Ss ", (ROOT / "man" / "mediasi-form.5").read_text(encoding="utf-8"), flags=re.M)
        acts = {section.splitlines()[0]: section for section in sections[1:]}
        beneficiary = {row["field"] for row in rows if row["group"] == "beneficiary"}
        for row in rows:
            act, group, field = row["act"], row["group"], row["field"]
            with self.subTest(act=act, group=group, field=field):
                self.assertIn(act, acts)
                if act == "paper":
                    self.assertRegex(acts[act], rf"\b{field}\b")
                    continue
                if act == "person" or (group == "respondent" and field in beneficiary):
                    continue  # said to be those of another group; the page names it
                flags = [row["kind"]] + ["needed"] * row["required"] + ["sealed"] * row["sealed"]
                self.assertIn(f".It Ic {field} No ( {' , '.join(flags)} )", acts[act])
                if group:
                    self.assertIn(f"[[{group}]]", acts[act])
                for choice in filter(None, (row["choices"] or "").split(",")):
                    self.assertRegex(acts[act] + acts["Matters"], rf"\b{choice}\b")


if __name__ == "__main__":
    harness.main()
