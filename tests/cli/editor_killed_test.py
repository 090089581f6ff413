"""The form in an editor: signals, kill -9 and what it leaves, and the editors that are installed."""

import os
import pathlib
import shutil
import signal
import time

import harness
from editing import ASK_PLAN, CANARY, LEAVE, PLAN, Session
from walk import Walk


class Killed(Session):
    """TERM, HUP and QUIT end it and leave nothing; INT and QUIT of the terminal are the editor's; -9 is cleared later."""

    WAIT = PLAN + "\n(path.parent / 'swap').write_text(text + '" + CANARY + "')\ntime.sleep(60)"

    def begin(self, turn):
        self.editor(turn)
        pid, master = self.start(*ASK_PLAN)
        seen = self.seen(wait=True)
        until = time.monotonic() + 20
        while "swap" in turn and not pathlib.Path(seen["path"]).with_name("swap").exists() and time.monotonic() < until:
            time.sleep(0.02)
        return pid, master, seen

    def alive(self, pid):
        until = time.monotonic() + 5
        while time.monotonic() < until:
            try:
                if pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                    return False
            except (FileNotFoundError, ProcessLookupError):
                return False
            time.sleep(0.02)
        return True

    def test_a_signal_that_ends_it_leaves_nothing_behind(self):
        for number in (signal.SIGTERM, signal.SIGHUP):
            with self.subTest(number.name), self.changing_nothing("mediasi.db"):
                pid, master, seen = self.begin(self.WAIT)
                os.kill(pid, number)
                self.finish(ASK_PLAN, pid, master).hides(CANARY)
                self.assertFalse(self.alive(seen["pid"]))
                self.no_trace()

    def test_it_ends_by_the_signal_it_was_sent(self):
        pid, master, _ = self.begin(self.WAIT)
        os.kill(pid, signal.SIGTERM)
        self.assertEqual(self.finish(ASK_PLAN, pid, master).code, -signal.SIGTERM)

    def test_an_editor_that_will_not_end_is_ended(self):
        pid, master, seen = self.begin("signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + self.WAIT)
        os.kill(pid, signal.SIGTERM)
        self.assertEqual(self.finish(ASK_PLAN, pid, master).code, -signal.SIGTERM)
        self.assertFalse(self.alive(seen["pid"]))
        self.no_trace()

    def test_a_closed_terminal_leaves_nothing_behind(self):
        pid, master, seen = self.begin(self.WAIT)
        os.close(master)
        until = time.monotonic() + 20
        while time.monotonic() < until and os.waitpid(pid, os.WNOHANG)[0] == 0:
            time.sleep(0.02)
        self.assertFalse(self.alive(pid))
        self.assertFalse(self.alive(seen["pid"]))
        self.no_trace()

    def test_keys_that_interrupt_belong_to_the_editor(self):
        for key in ("\x03", "\x1c"):
            with self.subTest(repr(key)):
                keep = "import signal as s\ncame = []\nfor n in (s.SIGINT, s.SIGQUIT): s.signal(n, lambda *a: came.append(a))\n"
                pid, master, _ = self.begin(keep + PLAN + "\n(path.parent / 'swap').touch()\nwhile not came: time.sleep(0.01)")
                os.write(master, key.encode())
                done = self.finish(ASK_PLAN, pid, master)
                done.exits(0)
                self.no_trace()
                self.afresh()
                (self.folder / "run").mkdir(mode=0o700)
                Walk(self).to("assessed")
                self.at("2026-03-04T15:00")

    def test_an_interrupted_editor_ends_the_command(self):
        pid, master, _ = self.begin(self.WAIT)
        os.write(master, b"\x03")
        self.finish(ASK_PLAN, pid, master).exits(2).shows("[M2062]").hides(CANARY)
        self.no_trace()

    def test_after_kill_9_the_editor_ends_and_the_next_session_clears_what_is_left(self):
        pid, master, seen = self.begin(self.WAIT)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        self.assertFalse(self.alive(seen["pid"]), "the editor stays on a form that nobody waits for")
        self.assertIn(str(pathlib.Path(seen["path"]).parent), self.memory())
        self.editor(LEAVE)
        self.on_terminal(*ASK_PLAN).exits(2)
        self.no_trace()

    def test_the_folder_of_a_session_that_runs_is_left_alone(self):
        pid, master, seen = self.begin(self.WAIT)
        path = pathlib.Path(seen["path"])
        script = self.folder / "editor2"
        script.write_text("#!/bin/sh\nexit 0\n")
        script.chmod(0o700)
        self.on_terminal(*ASK_PLAN, env={"VISUAL": str(script)}).exits(2)
        self.assertTrue(path.exists())
        os.kill(pid, signal.SIGTERM)
        self.finish(ASK_PLAN, pid, master)
        self.no_trace()

    def test_what_is_named_alike_and_is_none_of_ours_is_left_alone(self):
        for name in ("mediasi-form-", "mediasi-form-x-1-abcdef", "mediasi-form-99999999-1", "mediasi-form--5-1-abcdef", "mediasi-form-1"):
            path = pathlib.Path("/dev/shm") / name
            path.mkdir()
            self.addCleanup(path.rmdir)
        (link := pathlib.Path("/dev/shm") / "mediasi-form-99999999-1-abcdef").symlink_to(self.folder / "run")
        self.addCleanup(link.unlink)
        (self.folder / "run" / "kept").touch()
        self.left_before = self.memory()
        self.editor(LEAVE)
        self.on_terminal(*ASK_PLAN).exits(2)
        self.assertTrue((self.folder / "run" / "kept").exists())
        self.no_trace()


class Real(Session):
    """Editors as they are installed, with a start-up file that would keep traces in the home folder."""

    def home(self):
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        for name in ("swap", "back", "undo"):
            (home / name).mkdir(exist_ok=True)
        (home / ".vimrc").write_text("set backup backupdir=~/back directory=~/swap undofile undodir=~/undo\n"
                                     "set viminfo='100,<50,s10 updatecount=1 swapfile\n")
        (home / ".nanorc").write_text("set backup\nset backupdir \"~/back\"\nset historylog\n")
        return str(home)

    def type_in(self, editor, keys):
        if not shutil.which(editor, path="/usr/bin:/bin"):
            self.skipTest(f"{editor} is not installed")
        done = self.on_terminal(*ASK_PLAN, env={"VISUAL": editor, "HOME": self.home()}, keys=keys)
        self.no_trace()
        return done

    def test_vi(self):
        for editor in ("vi", "vim", "nvim"):
            with self.subTest(editor):
                keys = [f':%s/^to = ""/to = "koordinator"/\r:%s/^report = ""/report = "{CANARY}"/\r',
                        f':%s/^plan = ""/plan = "{CANARY}"/\r', ":g/^report/y a\r", ":w\r", ":q\r"]
                self.type_in(editor, keys).exits(0)
                self.afresh()
                (self.folder / "run").mkdir(mode=0o700)
                Walk(self).to("assessed")
                self.at("2026-03-04T15:00")

    def test_vi_left_with_cq(self):
        self.type_in("vi", [f"i# {CANARY}\x1b", ":w\r", ":cq\r"]).exits(2).shows("[M2062]")

    def test_nano(self):
        keys = [f'to = "koordinator"\nreport = "{CANARY}"\nplan = "{CANARY}"\n', "\x0f\r", "\x18"]
        self.type_in("nano", keys).exits(4).hides(CANARY)  # the fields stand there twice; what matters is the traces


if __name__ == "__main__":
    harness.main()
