"""Tests on the built program: a fresh folder, a bare environment, and what came back.

The program is the file named by MEDIASI. A test class derives from Case and calls self.run_(...):

    class Something(Case):
        def test_what_is_proved(self):
            done = self.run_("report", "overdue", "--store", self.path("mediasi.db"))
            done.exits(0).says_nothing()
"""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("MEDIASI", "")
SECONDS = 60  # no single command may take longer


class Done:
    """One finished command. Checks give the command back, so that they can be chained."""

    def __init__(self, case, arguments, code, out, err, given=None):
        self.case, self.arguments, self.given = case, arguments, given  # given: what stood on standard input
        self.code, self.out, self.err = code, out, err

    def _told(self):
        return f"\n$ mediasi {' '.join(self.arguments)}\n[{self.code}]\n{self.out}\n--- stderr\n{self.err}"

    def exits(self, code):
        self.case.assertEqual(self.code, code, self._told())
        if code not in (0, 5):
            self.case.assertTrue(self.out or self.err, "a non-zero code without its reason" + self._told())
        return self

    def shows(self, *texts):
        for text in texts:
            self.case.assertIn(text, self.out, self._told())
        return self

    def hides(self, *texts):
        """in neither stream"""
        for text in texts:
            self.case.assertNotIn(text, self.out + self.err, self._told())
        return self

    def complains(self, *texts):
        for text in texts:
            self.case.assertIn(text, self.err, self._told())
        return self

    def says_nothing(self):
        self.case.assertEqual(self.out, "", self._told())
        return self

    def quiet_errors(self):
        self.case.assertEqual(self.err, "", self._told())
        return self

    def json(self):
        """the answer, one object of format 1"""
        answer = json.loads(self.out)
        self.case.assertEqual(answer["format"], 1, self._told())
        return answer

    def problems(self):
        """stderr of a run with --format json: one object a line"""
        return [json.loads(line) for line in self.err.splitlines()]

    def codes(self):
        return [problem["code"] for problem in self.problems()]


class Case(unittest.TestCase):
    """A test with a folder of its own. `self.now` becomes MEDIASI_NOW when it is set."""

    now = None

    def setUp(self):
        if not PROGRAM:
            self.fail("MEDIASI does not name the program")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mediasi-test-"))
        self.addCleanup(self._clear)
        self.environment = {}

    def _clear(self):
        for path in [self.folder, *self.folder.rglob("*")]:
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.folder)

    def path(self, *parts):
        return str(self.folder.joinpath(*parts))

    def write(self, name, text, mode=0o600):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        path.chmod(mode)
        return str(path)

    def surroundings(self, extra):
        """nothing of the caller's environment, no HOME unless a test gives one"""
        names = {"PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8", **self.environment, **extra}
        if self.now:
            names["MEDIASI_NOW"] = self.now
        return {name: value for name, value in names.items() if value is not None}

    def run_(self, *arguments, stdin=None, env=None, prefix=(), program=PROGRAM, seconds=SECONDS, **popen):
        """Runs the program; `prefix` is a command to run it under (strace, setpriv)."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        feed = {"stdin": subprocess.DEVNULL} if given is None else {"input": given}
        done = subprocess.run(
            [*prefix, program, *map(str, arguments)],
            env=self.surroundings(env or {}),
            timeout=seconds,
            **{"cwd": self.folder, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **feed, **popen},
        )
        text = [(stream or b"").decode(errors="surrogateescape") for stream in (done.stdout, done.stderr)]
        return Done(self, list(map(str, arguments)), done.returncode, *text, given)

    def bytes_of(self, *names):
        """what stands in these files, or in all files of the folder"""
        paths = [self.folder / name for name in names] or sorted(p for p in self.folder.rglob("*") if p.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.exists()}

    @contextlib.contextmanager
    def changing_nothing(self, *names):
        """proves that not a byte changes, and that no file comes or goes"""
        before = self.bytes_of(*names)
        yield
        self.assertEqual(before, self.bytes_of(*names))

    def found_in(self, text):
        """the files of the folder that hold this text in the clear"""
        needle = text.encode()
        return [str(p) for p in self.folder.rglob("*") if p.is_file() and needle in p.read_bytes()]


def main():
    unittest.main(verbosity=1)
