"""A command on a real terminal (a pty), and an editor that does as it is told.

    typed = self.on_terminal("assess", "1", "--step", "rencana", editor=[...])

The editor is a program of the test: for each time it is opened it is given a Python function body as text, which sees
`path` (of the form) and `text` (what stands in it) and may write the file, end, kill or wait. It leaves a record of what
it saw outside of the form: its arguments, its environment, modes and places.
"""

import fcntl
import json
import os
import pathlib
import pty
import select
import signal
import struct
import termios
import time

from harness import PROGRAM, SECONDS, Case, Done

EDITOR = '''#!/usr/bin/python3 -B
import json, os, pathlib, signal, stat, sys, time
script, path = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[-1])
turn = len(list(script.glob("seen-*")))
text = path.read_text()
ways = [pathlib.Path(f"/proc/{pid}") for pid in (os.getpid(), os.getppid())]
(script / f"seen-{turn}").write_text(json.dumps({
    "path": str(path), "lines": [line for line in text.splitlines() if line.startswith("#!")],
    "file": stat.S_IMODE(path.stat().st_mode), "folder": stat.S_IMODE(path.parent.stat().st_mode),
    "kind": os.statvfs(path).f_fsid, "arguments": [(way / "cmdline").read_bytes().decode() for way in ways],
    "environment": dict(os.environ), "pid": os.getpid(), "parent": os.getppid(), "core": __import__("resource").getrlimit(4)[0],
    "terminal": [os.isatty(n) for n in (0, 1, 2)], "masked": str(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
    "above": [next((later for later in text.splitlines()[at + 1:] if not later.startswith("#!")), "")
              for at, line in enumerate(text.splitlines()) if line.startswith("#!")]}))
exec((script / f"turn-{turn}").read_text())
'''


class Terminal(Case):
    """Mix in before Office. Every editor session is watched: at its end nothing may lie in memory any more."""

    def memory(self):
        """what lies on the file systems in memory under a name of ours"""
        places = {pathlib.Path("/dev/shm"), self.folder / "run"}
        return sorted(str(path) for place in places if place.exists() for path in place.glob("mediasi-form-*"))

    def editor(self, *turns):
        script = self.folder / "editor"
        script.mkdir(exist_ok=True)
        for old in [*script.glob("seen-*"), *script.glob("turn-*")]:
            old.unlink()
        for number, turn in enumerate(turns):
            (script / f"turn-{number}").write_text(turn)
        path = script / "edit"
        path.write_text(EDITOR)
        path.chmod(0o700)
        self.environment["VISUAL"] = str(path)
        return path

    def seen(self, turn=0, wait=False):
        path = self.folder / "editor" / f"seen-{turn}"
        until = time.monotonic() + SECONDS
        while wait and time.monotonic() < until and not (path.exists() and path.stat().st_size):
            time.sleep(0.02)
        return json.loads(path.read_text())

    def times_opened(self):
        return len(list((self.folder / "editor").glob("seen-*")))

    def start(self, *arguments, env=None, program=PROGRAM, prefix=()):
        """the program as leader of a terminal of its own, 80 by 24"""
        pid, master = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execve((prefix or (program,))[0], [*prefix, program, *map(str, arguments)],
                      self.surroundings({"TERM": "xterm", **(env or {})}))
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.addCleanup(self._end, pid, master)
        return pid, master

    @staticmethod
    def _end(pid, master):
        try:
            os.close(master)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        except (OSError, ProcessLookupError):
            pass

    def finish(self, arguments, pid, master, keys=()):
        """reads what it prints until it ends; `keys`: what is typed, each after the screen has been still"""
        text, keys, until = b"", list(keys), time.monotonic() + SECONDS
        while time.monotonic() < until:
            ready, _, _ = select.select([master], [], [], 0.5 if keys else 5)
            if ready:
                try:
                    piece = os.read(master, 65536)
                except OSError:  # Linux: the other side is closed
                    break
                if not piece:
                    break
                text += piece
            elif keys:
                os.write(master, keys.pop(0).encode())
        else:
            self.fail(f"it does not end: {text.decode(errors='replace')}")
        status = os.waitpid(pid, 0)[1]
        return Done(self, list(map(str, arguments)), os.waitstatus_to_exitcode(status),
                    text.decode(errors="replace").replace("\r\n", "\n"), "")

    def on_terminal(self, *arguments, env=None, keys=(), prefix=()):
        return self.finish(arguments, *self.start(*arguments, env=env, prefix=prefix), keys)
