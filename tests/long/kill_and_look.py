"""Every step of the case of canaries, and every reading of it, killed at each of its writes (tests/long/canaries.sh)."""

import signal

import harness
from canaries import FORMS, clear_in
from reading import Reads
from walk import STEPS, Walk

KILLED = (-signal.SIGKILL, 128 + signal.SIGKILL)
CALLS = ("pwrite64", "write", "unlink", "fdatasync", "linkat")
READINGS = [["report", "case", "2026-0001", "--names", "--attachments", "out"], ["report", "register", "--names"],
            ["report", "agenda", "--names", "--from", "2026-03-01"], ["document", "2026-0001", "undangan", "--into", "again"]]
OPENED = ("out", "again", "letters")  # what was asked for lies here


class Killed(Reads):
    def killing(self, call, number):
        return ("strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")

    def files_are_clean(self):
        for path in self.folder.rglob("*"):
            if path.is_file() and path.relative_to(self.folder).parts[0] not in OPENED:
                self.assertEqual(clear_in(path.read_bytes()), [], path)

    def sweep(self, run):
        """`run(prefix)` under a kill at each of its calls; `check` after each; how many there were"""
        count = 0
        for call in CALLS:
            number = 1
            while (done := run(self.killing(call, number))).code in KILLED:
                self.files_are_clean()
                yield done
                number += 1
                count += 1
            self.assertEqual(done.code, 0, done.err)
            self.files_are_clean()
            yield done
        self.assertGreater(count, 5)

    def test_every_step(self):
        for step in STEPS:
            with self.subTest(step.name):
                start = self.folder.joinpath("mediasi.db").read_bytes()

                def run(prefix):
                    for journal in self.folder.glob("mediasi.db-*"):
                        journal.unlink()
                    self.folder.joinpath("mediasi.db").write_bytes(start)
                    for letter in letters:
                        self.folder.joinpath("letters", letter).unlink(missing_ok=True)
                    plain, self.run_ = self.run_, lambda *words, **more: plain(*words, prefix=prefix, **more)
                    try:
                        return self.walk.attempt(step.name)
                    finally:
                        self.run_ = plain
                        letters.update({path.name for path in self.folder.joinpath("letters").iterdir()} - kept)

                letters, kept = set(), {path.name for path in self.folder.joinpath("letters").iterdir()}
                for done in self.sweep(run):  # the last of them went through: the next step begins there
                    self.assertEqual(clear_in((done.out + done.err).encode()), [])

    def test_every_reading(self):
        self.folder.joinpath("a.pdf").write_bytes(b"%PDF- lampiran")
        self.walk = Walk(self, **FORMS)
        self.walk.attempt("registered", "--attach", "identitas=a.pdf").exits(0)
        self.walk.done = 1
        self.walk.to("minuted")
        for words in READINGS:
            with self.subTest(" ".join(words)):
                seen = len(self.reads())
                for done in self.sweep(lambda prefix: self.run_(*words, prefix=prefix)):
                    self.run_("store", "rebuild").exits(0)  # undoes what was cut off
                    now = len(self.reads())
                    shown = clear_in(done.out.encode()) or any((self.folder / place).exists() and any((self.folder / place).iterdir())
                                                               for place in ("out", "again"))
                    self.assertTrue(now > seen or not shown, "shown and not recorded")
                    for place in ("out", "again"):
                        for path in (self.folder / place).glob("*"):
                            path.unlink()
                    seen = now


if __name__ == "__main__":
    harness.main()
