"""A passphrase asked for on the terminal: not shown, asked for only when it can help, and no trace when interrupted."""

import os
import pathlib
import signal
import subprocess
import termios
import time

import harness
from keyed import OTHER, PHRASE, KeyOffice
from terminal import Terminal

ASK = ("document", "1", "undangan", "--into", "again")
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
# what a shell does: the program as a group of its own in the foreground; once stopped, it is brought back
SHELL = """import os, signal, sys, termios
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
pid = os.fork()
if pid == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
status = os.waitpid(pid, os.WUNTRACED)[1]
print("stopped, echo:", os.WIFSTOPPED(status) and bool(termios.tcgetattr(0)[3] & termios.ECHO), flush=True)
os.kill(pid, signal.SIGCONT)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""
ADD = ("store", "key", "add", "--officer", "kania", "--passphrase")


class Asked(Terminal, KeyOffice):
    def setUp(self):
        super().setUp()
        self.phrased()
        self.environment["MEDIASI_KEY"] = self.path("nowhere", "key")

    def echoes(self, master):
        return bool(termios.tcgetattr(master)[3] & termios.ECHO)

    def asked(self, *words, prefix=()):
        """the program waiting for the passphrase"""
        pid, master = self.start(*(words or ASK), prefix=prefix)
        text, until = b"", time.monotonic() + harness.SECONDS
        while b"passphrase" not in text and time.monotonic() < until:
            text += os.read(master, 4096)
        while self.echoes(master) and time.monotonic() < until:
            time.sleep(0.01)
        self.assertFalse(self.echoes(master), "what is typed would be shown")
        return pid, master

    def test_the_passphrase_opens_and_is_not_shown(self):
        pid, master = self.asked()
        self.finish(ASK, pid, master, [PHRASE + "\n"]).exits(0).hides(PHRASE)
        self.assertTrue(os.listdir(self.path("again")))

    def test_a_wrong_or_empty_one_does_not(self):
        for typed, code in (OTHER + "\n", "M7004"), ("\n", "M7004"), ("\x04", "M7003"):
            with self.subTest(repr(typed)):
                pid, master = self.asked()
                self.finish(ASK, pid, master, [typed]).exits(7).shows(f"[{code}]").hides(OTHER)
                self.assertFalse(os.path.exists(self.path("again")))

    def test_nobody_is_asked_where_it_cannot_help(self):
        self.run_(*ASK).exits(7).complains("[M7003]", "there is no key file")
        self.on_terminal(*ASK, "--key", self.path("nowhere", "key")).exits(7).shows("[M7003]")
        self.environment["MEDIASI_KEY"] = self.key
        self.keys("remove", "3").exits(0)
        self.environment["MEDIASI_KEY"] = self.path("nowhere", "key")
        self.on_terminal(*ASK).exits(7).shows("[M7003]")

    def test_whoever_is_asked_holds_nobody_up(self):
        pid, master = self.asked()
        self.environment["MEDIASI_KEY"] = self.key
        self.passphrase("koko", OTHER).exits(0)
        self.finish(ASK, pid, master, [PHRASE + "\n"]).exits(0)

    def test_the_echo_comes_back_when_it_is_interrupted(self):
        for how in signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP:
            with self.subTest(how), self.changing_nothing():
                pid, master = self.asked()
                os.write(master, b"kuda sun")
                os.kill(pid, how)
                self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), -how)
                self.assertTrue(self.echoes(master))
        pid, master = self.asked()
        os.write(master, b"\x03")
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), -signal.SIGINT)
        self.assertTrue(self.echoes(master))

    def test_the_echo_comes_back_while_it_is_stopped_and_it_asks_again(self):
        pid, master = self.asked(prefix=["/usr/bin/python3", "-B", self.write("shell.py", SHELL)])
        os.write(master, b"\x1a")
        # typed twice, for what is typed before it asks again counts for nothing
        done = self.finish(ASK, pid, master, [PHRASE + "\n", PHRASE + "\n"]).exits(0).shows("stopped, echo: True")
        self.assertIn("passphrase", done.out.split("stopped")[1])

    def test_a_new_one_is_typed_twice(self):
        self.environment["MEDIASI_KEY"] = self.key
        pid, master = self.asked(*ADD)
        self.finish(ADD, pid, master, [OTHER + "\n", OTHER + "\n"]).exits(0).hides(OTHER)
        self.reads("--key-fd", "7", given={7: OTHER})
        for typed in [OTHER + "\n", PHRASE + "\n"], ["pendek\n"]:
            with self.subTest(len(typed)), self.changing_nothing("mediasi.db"):
                pid, master = self.asked(*ADD)
                self.finish(ADD, pid, master, typed).exits(4).shows("[M4070]").hides(OTHER, PHRASE, "pendek")

    def test_the_known_one_is_asked_for_before_the_new_one(self):
        pid, master = self.asked(*ADD)
        self.finish(ADD, pid, master, [PHRASE + "\n", OTHER + "\n", OTHER + "\n"]).exits(0).hides(OTHER, PHRASE)
        self.reads("--key-fd", "7", given={7: OTHER})

    def test_nobody_looks_into_the_memory_while_it_waits(self):
        if os.geteuid() != 0:
            self.skipTest("needs root, to become somebody else")
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chown(path, 65534, 65534)
        pid, _ = self.asked(prefix=["/usr/bin/setpriv", *NOBODY[1:]])
        proc = pathlib.Path(f"/proc/{pid}")
        self.assertIn("65534", (proc / "status").read_text().split("Uid:")[1].splitlines()[0])
        for name in "mem", "environ", "maps":
            spied = subprocess.run([*NOBODY, "/usr/bin/python3", "-c", f"open('{proc / name}', 'rb').read(1)"],
                                   capture_output=True, check=False)
            self.assertIn(b"PermissionError", spied.stderr, name)
        core = next(line for line in (proc / "limits").read_text().splitlines() if line.startswith("Max core"))
        self.assertEqual(core.split()[4:6], ["1", "1"])
        locked = next(line for line in (proc / "status").read_text().splitlines() if line.startswith("VmLck"))
        self.assertGreater(int(locked.split()[1]), 0, "the key could reach the disk")

    def test_without_locked_memory_no_key_is_touched(self):
        if os.geteuid() != 0:
            self.skipTest("needs root, to become somebody else")
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chown(path, 65534, 65534)
        with self.changing_nothing():
            self.run_(*ASK, "--key", self.key, prefix=[*NOBODY, "prlimit", "--memlock=0:0"]).exits(1).says_nothing() \
                .complains("[M1070]", "ulimit -l")


if __name__ == "__main__":
    harness.main()
