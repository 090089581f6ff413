"""What is put in at intake is found nowhere but sealed, and in the letters for their proper reader."""

import os
import pathlib
import re
import subprocess
import time

import harness
from canaries import FORMS, HERS, HIS, NEVER_PRINTED, SECRETS, clear_in
from walk import NAMES, STEPS, Office, Walk, toml

S = SECRETS


class Privacy(Office):
    kept = False

    def setUp(self):
        super().setUp()
        self.said = []  # every stdout and stderr

    def run_(self, *arguments, **more):
        done = super().run_(*arguments, **more)
        self.said.append(done.out + done.err)
        return done

    def walked(self, name="closed"):
        walk = Walk(self, **FORMS)
        walk.to(name)
        return walk

    def read_everything(self, walk):
        for words in (["report", "case", walk.case()], ["report", "overdue", "--as-of", "2030-01-01"], ["store", "verify"],
                      ["store", "info"], ["store", "head"], ["roster", "list"], ["document", walk.case(), "--list"],
                      ["store", "rebuild"], *(["--list", what] for what in ("steps", "fields", "papers"))):
            for form in ("text", "json", "csv"):
                self.run_(*words, "--format", form)
        for command, step in [("assess", "asesmen_pertama"), ("schedule", "jadwal"), ("record", "sidang"), ("intake", "orang")]:
            self.run_(command, walk.case(), "--step", step, "--blank")

    def test_no_file_but_the_letters_holds_an_identity(self):
        walk = self.walked()
        self.act("2026-06-09T08:00", "record", walk.case(), "catatan", {"words": S["log"]}).exits(0)
        for path in self.folder.rglob("*"):
            if path.is_file() and path.suffix != ".html":
                self.assertEqual(clear_in(path.read_bytes(), [*SECRETS, *NEVER_PRINTED]), [], path)

    def test_no_answer_and_no_message_says_one(self):
        walk = self.walked()
        self.read_everything(walk)
        everything = "\n".join(self.said).encode()
        self.assertEqual(clear_in(everything, [*SECRETS, *NEVER_PRINTED]), [])
        self.assertIn(b"K.M.", everything, "initials are what is shown")

    def readers(self):
        """kind -> who reads it"""
        known = {}
        for paper in self.run_("--list", "papers", "--format", "json").exits(0).json()["rows"]:
            signed = {"parties", "companions"} & set(paper["signers"].split(","))
            known[paper["paper"]] = "sides" if paper["to"] == "office" and signed else paper["to"]
        return known

    def test_letters_hold_what_their_reader_may_know(self):
        walk, readers = self.walked(), self.readers()
        self.run_("document", walk.case(), "--owed", "--into", "letters").exits(0)
        letters = {path.name: path.read_bytes() for path in (self.folder / "letters").iterdir()}
        rows = self.run_("document", walk.case(), "--list", "--format", "json").exits(0).json()["rows"]
        to = {row["file"]: row["to"] or readers[row["kind"]] for row in rows}
        self.assertEqual(set(to), set(letters))
        outside = {"mediator": [*HERS, *HIS], "beneficiary1": HIS, "companion1": HIS, "companion3": HIS,
                   "respondent1": HERS, "companion2": HERS, "sides": [*HERS, *HIS], "institution": [*HERS, *HIS]}
        kept_inside = ["story", "reasons", "summary", "consent", "finding", "interest", "condition", "second", "report",
                       "plan", "how", "note", "communication"]
        for name, content in letters.items():
            with self.subTest(name):
                # the office and its officers write for themselves; addresses they keep in the office's own papers alone
                forbidden = [*outside[to[name]], *kept_inside] if to[name] in outside else [] if to[name] == "office" else [*HERS, *HIS]
                self.assertEqual(clear_in(content, forbidden), [], to[name])
                if to[name] in outside:
                    self.assertFalse(re.search(rb"(?i)korban|pelaku|panggilan", content))
        self.assertLessEqual({"mediator", "beneficiary1", "companion1", "respondent1", "companion2", "sides"}, set(to.values()))
        invitation = next(name for name, who in to.items() if who == "beneficiary1" and "-undangan-" in name)
        self.assertIn(S["her name"].encode(), letters[invitation])
        minutes = next(content for name, content in letters.items() if "berita_acara" in name)
        for name in ("her name", "his name", "obligation", "course"):
            self.assertIn(S[name].encode(), minutes)
        for content in letters.values():
            self.assertEqual(clear_in(content, NEVER_PRINTED), [])

    def test_bad_forms_are_complained_about_without_their_words(self):
        name, nik = S["her name"], S["her nik"]
        Walk(self).to("registered")
        for title, text in [
            ("a wrong NIK", f'source = "school"\n[[beneficiary]]\nname = "{name}"\nnik = "{nik}9"\n'),
            ("a NIK without quotes", f'source = "school"\n[[beneficiary]]\nname = "{name}"\nnik = {nik}\n'),
            ("a name for a choice", f'source = "{name}"\n[[beneficiary]]\nname = "{name}"\n'),
            ("a name for a day", f'source = "school"\non = "{name}"\n'),
            ("a name for an officer", f'source = "school"\nassigned_mk = "{name}"\n'),
            ("a name for a reference", f'source = "school"\n[[companion]]\nof = "{name}"\nkinds = ["parent"]\n'),
            ("a phone that is none", f'source = "school"\n[[beneficiary]]\nphone = "{name}"\n'),
            ("broken TOML", f'source = "school"\n[[beneficiary]]\nname = {name}\n'),
            ("broken TOML, an open quote", f'source = "school"\n[[beneficiary]]\nname = "{name}\n'),
            ("a name twice", f'source = "school"\n[[beneficiary]]\nname = "{name}"\nname = "{name}"\n'),
            ("a list of names", f'source = "school"\n[[beneficiary]]\nname = ["{name}", "{nik}"]\n'),
            ("a name with a line break", 'source = "school"\n[[beneficiary]]\nname = """\n' + name + "\n" + nik + '"""\n'),
            ("a name as a table", f'source = "school"\n["{name}"]\nx = 1\n'),
            ("a name as a key", f'source = "school"\n[[beneficiary]]\n"{name}" = "x"\n'),
            ("a NIK as a key", f'source = "school"\n"{nik}" = "x"\n'),
            ("a name as a step", f'step = "{name}"\nsource = "school"\n'),
            ("a name for who did it", f'source = "school"\nby = "{name}"\n'),
        ]:
            for form in ("text", "json"):
                with self.subTest(f"{title}, {form}"):
                    done = self.run_("intake", "--form", "-", "--format", form, stdin=text)
                    self.assertIn(done.code, (2, 3, 4), done.err)
                    self.assertEqual(clear_in(done.out.encode() + done.err.encode(), ["her name", "her nik"]), [], done.err)

    def test_sealed_fields_never_come_from_arguments(self):
        walk = Walk(self)
        walk.to("registered")
        for command, step, field in [("record", "catatan", "words"), ("assess", "asesmen_awal", "summary"),
                                     ("assess", "asesmen_awal", "risk_reasons"), ("assess", "kelayakan", "reasons"),
                                     ("intake", "orang", "beneficiary.name"), ("intake", "orang", "beneficiary1.nik"),
                                     ("intake", "registrasi", "story"), ("record", "catatan", "name"), ("record", "catatan", "nik")]:
            for value in (S["her name"], S["her nik"]):
                with self.subTest(f"{step} {field}"), self.changing_nothing():
                    done = self.run_(command, "1", "--by", "pita", "--step", step, "--set", f"{field}={value}")
                    self.assertIn(done.code, (2, 4), done.err)
                    done.hides(value)
        with self.changing_nothing():
            self.run_("assess", "1", "--by", S["her name"], "--step", "asesmen_awal", "--set", "risk=low").exits(2).hides(S["her name"])
            self.run_("assess", S["her nik"], "--step", "asesmen_awal", "--set", "risk=low").exits(2).hides(S["her nik"])
            self.run_("assess", "1", "--step", S["her name"], "--set", "risk=low").exits(2).hides(S["her name"])
            self.run_("assess", "1", "--on", S["her name"], "--step", "asesmen_awal", "--set", "risk=low").hides(S["her name"])

    def test_no_process_shows_an_identity_in_its_arguments(self):
        walk = Walk(self, **FORMS)
        line = [harness.PROGRAM, "intake", "--form", "-"]
        process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   cwd=self.folder, env=self.surroundings({}))
        text = toml(walk.form("registered")).encode()
        process.stdin.write(text[: len(text) // 2])
        process.stdin.flush()
        time.sleep(0.2)
        shown = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
        open_files = "".join(os.readlink(link) for link in pathlib.Path(f"/proc/{process.pid}/fd").iterdir())
        out, err = process.communicate(text[len(text) // 2:], timeout=harness.SECONDS)
        self.assertEqual(process.returncode, 0, err)
        self.assertEqual(clear_in(shown + open_files.encode() + out + err, SECRETS), [])

    def test_no_temporary_file_is_left_and_none_was_readable(self):
        temporary = self.folder / "tmp"
        temporary.mkdir()
        self.environment["TMPDIR"] = str(temporary)
        self.walked()
        self.assertEqual(list(temporary.iterdir()), [])
        self.assertEqual([path for path in self.folder.rglob(".*")], [], "something half-written was left")

    def test_the_journal_names_nobody_even_for_the_day_of_birth(self):
        self.walked("registered")
        facts = " ".join(row[0] for row in self.rows("SELECT facts FROM entry WHERE case_number <> '0'"))
        self.assertIn("2014-05", facts)
        self.assertIn("K.M.", facts)
        for day in NEVER_PRINTED.values():
            self.assertNotIn(day, facts)

    def test_every_step_of_the_walk_carried_a_canary(self):
        """else the tests above would prove less than they say"""
        quiet = {"ordered", "visited2", "visited3"}
        self.assertEqual(set(FORMS) | quiet, set(NAMES))
        self.assertEqual(len(STEPS), len(NAMES))


if __name__ == "__main__":
    harness.main()
