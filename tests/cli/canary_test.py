"""What is entered is handed to nobody: not to a file, a pipe, another program or the system's log, at no moment of a command
and whatever ends it. The exceptions are standard output with --names and the letters; the editor's form lies in memory."""

import signal

import harness
from canaries import FORMS, SECRETS, clear_in
from editing import ASK_PLAN, BAD_PLAN, CANARY, MEND, Session
from traced import Traced
from walk import STEPS, Office, Walk

S = SECRETS
READING = [["report", "overdue", "--as-of", "2030-01-01"], ["report", "due"], ["report", "case", "2026-0001"],
           ["report", "journal", "--reads"], ["store", "verify"], ["store", "head"], ["store", "info"], ["store", "rebuild"],
           ["document", "2026-0001", "--list"], ["explain", "2026-0001"]]


class Canaries(Traced, Office):
    kept = False

    def given_away(self, calls):
        """calls that hand a canary on"""
        return [(call.name, call.where, found) for call in calls if (found := clear_in(call.bytes))]

    def test_every_step_of_a_case_gives_nothing_away(self):
        everything = []
        plain = self.run_

        def run(*arguments, **more):
            done, calls = self.traced(*arguments, run=plain, **more)
            everything.append((arguments, calls))
            return done

        self.run_ = run
        Walk(self, **FORMS).to("closed")
        for words in READING:
            self.run_(*words)
        self.assertGreaterEqual(len(everything), len(STEPS) + len(READING))
        letters = str(self.folder / "letters")
        for arguments, calls in everything:
            with self.subTest(" ".join(map(str, arguments))):
                self.assertIn(b"mediasi", calls[0].bytes)
                away = [one for one in self.given_away(calls) if not one[1].startswith(letters)]
                self.assertEqual(away, [])
                self.assertFalse([call for call in calls if call.name == "mmap" and b"MAP_SHARED" in call.bytes
                                  and b"PROT_WRITE" in call.bytes], "nothing is written behind the calls")
                self.assertFalse([call for call in calls[1:] if call.name.startswith("execve")], "no other program is needed")
        written = [call for _, calls in everything for call in calls if call.where == self.path("mediasi.db")]
        self.assertGreater(len(written), 100, "the trace sees what is written")

    def test_with_names_standard_output_alone_shows_them(self):
        walk = Walk(self, **FORMS)
        walk.to("minuted")
        self.folder.joinpath("a.pdf").write_bytes(b"%PDF-" + S["story"].encode())
        for words in (["case", walk.case()], ["register"], ["agenda", "--from", "2026-03-01"], ["obligations", "--all"]):
            for form in ("text", "json"):
                done, calls = self.traced("report", *words, "--names", "--format", form)
                done.exits(0)
                self.assertTrue(clear_in(done.out.encode()))
                away = [call for call in calls if clear_in(call.bytes)]
                self.assertTrue(away, "the trace sees what is printed")
                self.assertEqual({(call.name, call.descriptor) for call in away}, {("write", "1")})
        done, calls = self.traced("--output", "page.txt", "report", "case", walk.case(), "--names")
        done.exits(0).says_nothing()
        away = [call for call in calls if clear_in(call.bytes)]
        self.assertTrue(away)
        for call in away:
            self.assertTrue(call.where.startswith(str(self.folder / ".mediasi-")), call.where)
        self.assertEqual((self.folder / "page.txt").stat().st_mode & 0o777, 0o600)

    def test_a_journal_left_by_a_killed_command_holds_nothing(self):
        for name, at in (("registered", "registered"), ("held", "delivered")):
            with self.subTest(name):
                self.afresh()
                walk = Walk(self, **FORMS)
                if name != "registered":
                    walk.to(at)
                step = next(step for step in STEPS if step.name == name)
                self.killed_at_the_end(walk, step)
                journal = self.folder / "mediasi.db-journal"
                self.assertTrue(journal.exists() and journal.stat().st_size > 1000)
                for path in (journal, self.folder / "mediasi.db"):
                    self.assertEqual(clear_in(path.read_bytes()), [], path.name)

    def killed_at_the_end(self, walk, step):
        """when all is written and only the journal has to go"""
        strace = ("strace", "-f", "-o", "/dev/null", "-e", "trace=unlink", "-e", "inject=unlink:signal=KILL:when=1")
        plain = self.run_
        self.run_ = lambda *arguments, **more: plain(*arguments, prefix=strace, **more)
        try:
            done = walk.attempt(step.name)
        finally:
            self.run_ = plain
        self.assertIn(done.code, (-signal.SIGKILL, 128 + signal.SIGKILL), done.err)

    def test_a_refused_form_is_complained_about_and_given_to_nobody(self):
        walk = Walk(self, registered={**FORMS["registered"], "beneficiary.0.sex": S["her name"], "respondent.0.nik": S["her nik"] + "1"})
        plain = self.run_
        calls = []

        def run(*arguments, **more):
            done, seen = self.traced(*arguments, run=plain, **more)
            calls.extend(seen)
            return done

        self.run_ = run
        walk.attempt("registered").exits(4)
        self.assertEqual(self.given_away(calls), [])


class InTheEditor(Traced, Session):
    def test_a_form_in_the_editor_lies_in_memory_and_nowhere_else(self):
        self.editor(BAD_PLAN, MEND)
        done, calls = self.traced(*ASK_PLAN, run=self.on_terminal)
        done.exits(0)
        away = [call for call in calls if CANARY.encode() in call.bytes]
        self.assertGreaterEqual(len(away), 3, "typed, complained about, mended")
        for call in away:
            self.assertEqual(call.name, "write")
            self.assertRegex(call.where, r"^/dev/shm/mediasi-form-[^/]+/")
        started = [call for call in calls if call.name.startswith("execve")]
        self.assertGreaterEqual(len(started), 3)
        self.no_trace()


if __name__ == "__main__":
    harness.main()
