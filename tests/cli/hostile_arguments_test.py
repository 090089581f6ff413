"""The command line and the environment, as somebody would fill them who wants to break the program or means nothing by it.

The commands and their options are those of --help: a new one is tried without a line here.
Short: a few words for each option. MEDIASI_WHOLE=1: all words for each (tests/long/hostile.sh)."""

import os
import re
import subprocess

import harness
from hostile import WHOLE, WORDS, Hostile
from walk import Walk, example, toml

FEW = 2
# what each command needs besides, so that the option tried is reached
NEEDS = {
    "roster add": ["room"], "document": ["1"], "explain": ["1"], "report": ["due"], "workflow check": ["pasuruan"],
    "workflow calendar": ["none.toml"], "workflow adopt": ["none.toml"], "init": ["--rules", "pasuruan", "--officer", "none", "--recovery", "none"],
}
SETTLED = ["--version", "--help"]  # end the program before anything else is looked at


def rotated(number):
    """other words for each option, so that together they meet all"""
    return WORDS if WHOLE else [WORDS[(number * FEW + n) % len(WORDS)] for n in range(FEW)]


class Arguments(Hostile):
    def setUp(self):
        super().setUp()
        Walk(self).to("registered")
        self.at("2026-03-02T09:00")
        self.before = self.rows("SELECT seq, hash FROM entry ORDER BY seq")

    def commands(self):
        done = self.run_("--list", "commands", "--format", "json").exits(0).json()
        return [next(iter(row.values())) for row in done["rows"]]

    def options(self, command):
        """--name and whether it takes a value, as the help page has it"""
        page = self.run_(*command.split(), "--help").exits(0).out
        return sorted(set(re.findall(r"^ +(--[a-z-]+)( [A-Za-z]\S*)?", page, re.MULTILINE)))

    def test_every_option_of_every_command(self):
        number = 0
        for command in self.commands():
            words = [*command.split(), *NEEDS.get(command, [])]
            for name, value in self.options(command):
                if name in SETTLED:
                    continue
                number += 1
                for nasty in rotated(number) if value else [""]:
                    given = nasty if isinstance(nasty, str) else os.fsdecode(nasty)
                    with self.subTest(command=command, option=name, word=given[:40]):
                        # in a folder of its own: a form's or letter's place may be any
                        self.sent(*words, *([name, given] if value else [name]), cwd=self.folder / "in", stdin="")
                        if value and WHOLE:
                            self.sent(*words, f"{name}={given}", cwd=self.folder / "in", stdin="")
        self.assertGreater(number, 100, "the help pages were read")
        self.check_unharmed(self.before)
        self.check_memory()

    def test_every_place_for_a_word(self):
        for number, command in enumerate(self.commands()):
            for nasty in rotated(number):
                with self.subTest(command=command, word=nasty[:40]):
                    self.sent(*command.split(), nasty, stdin="")
                    self.sent(nasty, *command.split(), stdin="")
                    self.sent(*command.split()[:1], nasty, *command.split()[1:], nasty, stdin="")
        self.check_unharmed(self.before)

    def test_crowds_of_arguments(self):
        for words in (["x"] * 20_000, ["--set", "a=b"] * 10_000, ["--by"] * 10_000, ["--accept", "a:b"] * 5_000,
                      ["-" * 1000] * 100, ["--on=2026-03-02"] * 5_000, ["--"] * 10_000, ["--blank"] * 10_000):
            with self.subTest(words=words[:2], count=len(words)):
                code = self.sent("record", "1", "--step", "catatan", *words, stdin="").code
                self.assertIn(code, {"--set": (2, 4), "--blank": (0, 2)}.get(words[0], (2,)))
        self.check_unharmed(self.before)

    def test_given_twice_is_refused(self):
        for option in "--by", "--on", "--step", "--form", "--store", "--format":
            done = self.sent("record", "1", option, "a", option, "b", stdin="")
            self.assertEqual(done.code, 2, done.err)

    def test_days_are_days(self):
        note = toml({"words": "Contoh catatan."})
        for day in ["2026-02-30", "2026-3-2", "02/03/2026", "2026-03-02T9:00", "2026-03-02T24:00", "2026-03-02T10:60", "2026-03-02 10:00",
                    "2026-03-02T10:00:00", "2026-03-02Z", "+2026-03-02", " 2026-03-02", "2026-03-02 ", "0026-03-02", "2026-03-021", "2026-13-01",
                    "2026-00-10", "99999-01-01", "-2026-03-02", "٢٠٢٦-٠٣-٠٢", "today"]:
            with self.subTest(day=day):
                done = self.sent("record", "1", "--step", "catatan", "--by", "pita", "--form", "-", "--on", day, stdin=note)
                self.assertIn(done.code, (2, 4), done.err)
        self.check_unharmed(self.before)


class Environment(Hostile):
    NAMES = ["MEDIASI_STORE", "MEDIASI_KEY", "MEDIASI_LANG", "MEDIASI_SHARE", "MEDIASI_NOW", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
             "LANG", "LC_ALL", "LANGUAGE", "TZ", "TMPDIR", "COLUMNS", "NO_COLOR", "TERM", "EDITOR", "VISUAL", "USER", "TEXTDOMAINDIR",
             "OUTPUT_CHARSET", "NLSPATH", "SQLITE_TMPDIR", "MALLOC_ARENA_MAX", "PATH"]

    def test_rubbish_in_every_variable(self):
        Walk(self).to("registered")
        before = self.rows("SELECT seq, hash FROM entry ORDER BY seq")
        for number, name in enumerate(self.NAMES):
            for nasty in rotated(number):
                word = nasty if isinstance(nasty, str) else os.fsdecode(nasty)
                for line in (["report", "overdue"], ["--list", "steps"], ["store", "info"], ["document", "1", "--owed"]):
                    with self.subTest(name=name, word=word[:40], line=line):
                        self.sent(*line, env={name: word}, cwd=self.folder / "in")
        self.check_unharmed(before)
        self.assertEqual(os.listdir(self.folder / "in"), [], "nothing was made where the variables point")

    def test_another_language_or_zone_changes_no_figure(self):
        Walk(self).to("found")
        self.now = "2026-03-20T09:00:00+07:00"
        plain = self.run_("report", "due", "--format", "json", "--lang", "en").out
        for env in ({"LANG": "tr_TR.UTF-8", "LC_ALL": None}, {"LC_ALL": "ar_SA.UTF-8"}, {"TZ": "America/New_York"}, {"TZ": ":/etc/passwd"},
                    {"LC_ALL": "xx"}, {"LC_NUMERIC": "de_DE.UTF-8", "LC_ALL": None}, {"TZ": "XXX+23:59"}):
            self.assertEqual(self.run_("report", "due", "--format", "json", "--lang", "en", env=env).out, plain, env)

    def test_no_home_no_folder_no_environment(self):
        self.environment = {}
        done = self.sent("report", "overdue")
        self.assertEqual(done.code, 2)
        for home in "relative", "", "/nonexistent", "//", "/dev/null", "a\nb":
            self.assertIn(self.sent("report", "overdue", env={"HOME": home}).code, (1, 2))
        bare = subprocess.run([harness.PROGRAM, "report", "overdue"], env={}, capture_output=True, timeout=harness.SECONDS)
        self.assertEqual(bare.returncode, 2)
        gone = self.folder / "gone"  # a folder removed below the program's feet
        gone.mkdir()
        script = f'rmdir {gone} && "$@"'
        for line in (["report", "overdue", "--store", "x.db"], ["init", "--rules", "pasuruan", "--officer", "a", "--recovery", "r", "--key", "k/k"],
                     ["--list", "codes"], ["document", "1", "--owed", "--into", "x", "--store", "x.db"]):
            done = self.run_(*line, prefix=["sh", "-c", script, "sh"], cwd=gone)
            self.assertIn(done.code, (0, 1, 2, 7), done.err)
            self.assertNotIn("M1006", done.err)
            gone.mkdir()


class Descriptors(Hostile):
    def test_a_slow_form_holds_nobody_up(self):
        """a person typing into a pipe, and the others of the office"""
        Walk(self).to("registered")
        self.at("2026-03-02T09:00")
        line = [harness.PROGRAM, "record", "1", "--step", "catatan", "--by", "pita", "--form", "-"]
        slow = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.surroundings({}), cwd=self.folder)
        slow.stdin.write(b'words = "Contoh')
        slow.stdin.flush()
        hurried = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=clock_nanosleep:retval=0"]
        self.run_("roster", "add", "room", "--form", "-", stdin='id = "dua"\nname = "Ruang Dua"\n', prefix=hurried).exits(0)
        slow.communicate(b' catatan."\n', timeout=harness.SECONDS)
        self.assertEqual(slow.returncode, 0)
        self.assertEqual([row[0] for row in self.rows("SELECT act FROM entry ORDER BY seq DESC LIMIT 2")], ["log", "room"])

    def test_a_form_from_another_kind_of_file(self):
        before = self.rows("SELECT seq, hash FROM entry ORDER BY seq")
        os.mkfifo(self.path("fifo"))
        os.symlink("/dev/zero", self.path("zero"))
        os.symlink("self", self.path("self"))
        for name in "fifo", "zero", "self", ".", "/dev/null", "/dev/zero", "/dev/full", "/proc/self/mem", "none", "in/", "mediasi.db":
            for line in (["intake", "--form"], ["roster", "add", "room", "--form"], ["workflow", "check"], ["workflow", "calendar"]):
                with self.subTest(name=name, line=line):
                    self.assertIn(self.sent(*line, name).code, (1, 4), name)
        self.assertEqual(self.sent("intake", "--form", "-", stdin=None, preexec_fn=lambda: os.close(0)).code, 1)
        self.check_unharmed(before)

    def test_a_form_out_of_a_pipe_or_behind_a_link_is_a_form(self):
        reading, writing = os.pipe()
        os.write(writing, toml(example("first-case/01-registrasi")).encode())
        os.close(writing)
        self.at("2026-03-02T08:30")
        self.run_("intake", "--form", f"/dev/fd/{reading}", "--dry-run", pass_fds=[reading]).exits(0)
        os.close(reading)
        os.symlink(self.write("form.toml", toml(example("first-case/01-registrasi"))), self.path("link"))
        self.run_("intake", "--form", "link").exits(0)


if __name__ == "__main__":
    harness.main()
