"""A process that gets too little, or is told to end: closed descriptors, limits, memory, signals, a store held by another."""

import itertools
import os
import resource
import signal
import sqlite3
import subprocess
import time

import harness
from faulting import ACTS, Breaking, Scene


class Starved(Breaking):
    def setUp(self):
        super().setUp()
        self.scene = Scene(self, ACTS["intake"])

    def check(self, done):
        """ended by itself, with a reason; nothing done but what is said to be"""
        self.assertIn(done.code, (0, 1, 7), done._told())
        self.assertIn(self.scene.state(), (self.scene.before, self.scene.after), done._told())
        if done.code == 0:
            self.assertEqual(self.scene.state(), self.scene.after, done._told())
        else:
            self.assertRegex(done.err, r"\[M[17]\d{3}\]")
            self.assertEqual(self.scene.state() == self.scene.after, "[M1004]" in done.err, done._told())
        self.run_("store", "rebuild").exits(0)  # also undoes what could not be undone then
        self.run_("store", "verify").exits(0)

    def limited(self, what, most):
        self.scene.restore()
        return self.scene.run(preexec_fn=lambda: resource.setrlimit(what, (most, most)))

    def test_any_of_the_standard_descriptors_may_be_closed(self):
        form = self.scene.away / "form"
        form.write_text(self.scene.act.form)
        words = ["intake", "--form", str(form)]
        for closed in itertools.chain.from_iterable(itertools.combinations(range(3), n) for n in range(4)):
            with self.subTest(closed=closed):
                self.scene.restore()
                done = self.run_(*words, preexec_fn=lambda: [os.close(number) for number in closed])
                self.assertEqual(done.code, 1 if 1 in closed else 0, done._told())
                self.assertEqual(self.scene.state(), self.scene.after)
                if 1 in closed and 2 not in closed:
                    done.complains("[M1002]", "[M1004]", "entry 14 is recorded")
                self.run_("store", "verify").exits(0)

    def test_an_answer_nobody_can_take_does_not_undo_the_act(self):
        self.scene.restore()
        with open("/dev/full", "wb") as full:
            done = self.scene.run(stdout=full)
        done.exits(1).complains("[M1002]", "[M1004]", "entry 14 is recorded", "hint: mediasi report journal")
        self.assertEqual(self.scene.state(), self.scene.after)

    def test_few_open_files(self):
        for most in 3, 4, 5, 6, 8, 10:
            with self.subTest(most=most):
                done = self.limited(resource.RLIMIT_NOFILE, most)
                if done.code != 127:  # the loader itself could not open the libraries
                    self.check(done)

    def test_files_that_may_not_grow(self):
        size = os.path.getsize(self.path("mediasi.db"))
        for most in 0, 511, 20000, size - 4096, size, size + 4096, 4 * size:
            with self.subTest(most=most):
                self.check(self.limited(resource.RLIMIT_FSIZE, most))

    def test_little_memory(self):
        enough = 1 << 20
        while self.run_("--version", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (enough, enough))).code != 0:
            enough += 1 << 20  # below that the loader gives up
        codes = set()
        for more in range(0, 10 << 20, 1 << 20):
            with self.subTest(more=more):
                done = self.limited(resource.RLIMIT_AS, enough + more)
                codes.add(done.code)
                self.check(done)
        self.assertLessEqual({0, 1}, codes, "the range shows both ends")


class Signals(Breaking):
    def setUp(self):
        super().setUp()
        self.scene = Scene(self, ACTS["intake"])
        self.scene.restore()

    def holding(self):
        """another program at work in the store"""
        other = sqlite3.connect(self.path("mediasi.db"), isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN EXCLUSIVE")
        return other

    def test_a_command_that_waits_can_be_told_to_end(self):
        for told in signal.SIGINT, signal.SIGTERM, signal.SIGHUP:
            with self.subTest(told=told):
                other = self.holding()
                waiting = subprocess.Popen([harness.PROGRAM, *self.scene.act.words], cwd=self.folder, text=True,
                                           env=self.surroundings({}), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                with waiting:
                    waiting.stdin.write(self.scene.act.form)
                    waiting.stdin.close()
                    time.sleep(0.3)
                    self.assertIsNone(waiting.poll(), "it did not wait")
                    waiting.send_signal(told)
                    self.assertEqual(waiting.wait(5), -told)
                    self.assertEqual(waiting.stdout.read(), "")
                other.execute("ROLLBACK")
                self.assertEqual(self.scene.state(), self.scene.before)
        self.scene.run().exits(0)

    def test_a_command_told_to_end_at_work_has_done_all_or_nothing(self):
        for told in "INT", "TERM", "HUP":
            for call, n in [("pwrite64", 3), ("unlink", 1), ("write", 1)]:
                with self.subTest(f"{told} at {call} {n}"):
                    done = self.scene.broken(call, n, f"signal={told}")
                    self.assertEqual(done.code, -getattr(signal, f"SIG{told}"))
                    self.assertIn(self.scene.state(), (self.scene.before, self.scene.after))
                    self.run_("store", "rebuild").exits(0)
                    self.assertFalse((self.folder / "mediasi.db-journal").exists())

    def test_a_store_held_too_long_is_code_7_and_nothing_is_done(self):
        self.holding()
        for words in (self.scene.act.words, ["store", "head"], ["report", "overdue"], ["store", "rebuild"]):
            with self.subTest(words=words):
                # the 30 seconds pass at once
                hurried = self.scene.strace("trace=clock_nanosleep", "inject=clock_nanosleep:retval=0")
                done = self.run_(*words, stdin=self.scene.act.form, prefix=hurried)
                done.exits(7).says_nothing().complains("[M7001]", "hint: nothing was changed; try again in a moment")
        self.assertEqual(self.scene.state(), self.scene.before)


if __name__ == "__main__":
    harness.main()
