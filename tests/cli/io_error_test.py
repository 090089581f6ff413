"""A disk that fails: whatever call it is and whatever the error, the act is wholly there or not at all, the code and the
message say which, and the next command works.

Short: the first and the last call of each kind (and one between of those that read), two commands. MEDIASI_WHOLE=1: every point of every command (tests/long/io_errors.sh)."""

import pathlib
import re

import harness
from faulting import ACTS, TRACER, WHOLE, WRITES, Breaking, Scene
from walk import Walk

POINTS = 0 if WHOLE else 2
ERRORS = {
    "pwrite64": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "write": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "fdatasync": ["EIO", "ENOSPC"],
    "fsync": ["EIO", "ENOSPC"],
    "unlink": ["EIO", "EROFS"],
    "linkat": ["EIO", "EDQUOT", "ENOSPC"],
    "renameat2": ["EIO", "EDQUOT"],
    "ftruncate": ["EIO", "EINTR"],
    "fchmod": ["EIO"],
    "mkdir": ["ENOSPC"],
}
ON_THE_STORE = {"pread64": ["EIO"], "fcntl": ["EIO"], "openat": ["EMFILE", "EACCES", "EIO", "ENFILE"],
                "newfstatat": ["EIO"], "statfs": ["EIO"]}
NO_LOCKS = "ENOLCK"  # to SQLite that is a lock another holds: the half minute is waited out, once or twice


class Disk(Breaking):
    def check_answer(self, scene, done):
        """0 means done; anything else has its reason, and is right about what was done"""
        self.assertIn(done.code, (0, 1, 7), done._told())
        state = scene.state()
        self.assertIn(state, (scene.before, scene.after), "half an act" + done._told())
        if done.code == 0:
            self.assertEqual(state, scene.after, "said to be done" + done._told())
            self.assertEqual(scene.listing(), scene.files)
            return
        self.assertRegex(done.err, r"\[M[17]\d{3}\]")
        self.assertIn("hint:", done.err, done._told())
        if state == scene.after:
            self.assertNotIn("nothing was changed", done.err, done._told())
        if len(scene.after[0]) == len(scene.before[0] if scene.before else []):
            return  # tables made again: no entry could be told of
        recorded = re.search(r"\[M1004\]", done.err) is not None
        self.assertEqual(recorded, state == scene.after, "not right about what was done" + done._told())

    def errors(self, of):
        return of if WHOLE else of[:1]

    def failing(self, scene, call, when, error, paths=(), **more):
        with self.subTest(f"{call} {when} fails with {error}"):
            self.check_answer(scene, scene.broken(call, when, f"error={error}", paths, **more))
            self.next_command(scene)

    def writing(self, scene):
        for call, n in scene.points(some=POINTS):
            for error in self.errors(ERRORS.get(call, [])):
                self.failing(scene, call, n, error)
                if WHOLE and call != "write" and error != "EINTR":  # a message must be writable, and no disk is interrupted for ever
                    self.failing(scene, call, f"{n}+", error)

    def reading(self, scene):
        store = self.folder / "mediasi.db"
        paths = [store, f"{store}-journal", self.folder]
        scene.restore()
        scene.run(prefix=scene.strace("trace=" + ",".join(ON_THE_STORE), paths=paths)).exits(0)
        scene.calls = scene.traced()
        for call, n in scene.points(ON_THE_STORE, some=POINTS and 3):
            for error in self.errors(ON_THE_STORE[call]):
                self.failing(scene, call, f"{n}+", error, paths)
                if WHOLE:
                    self.failing(scene, call, n, error, paths)
        if WHOLE:
            for call, n in scene.points(["fcntl"], some=3):
                self.failing(scene, call, f"{n}+", NO_LOCKS, paths, seconds=150)


class Unreadable(Breaking):
    def test_a_disk_that_cannot_be_read_is_not_a_damaged_store(self):
        Walk(self).to("scheduled")
        self.at("2026-03-12T13:00")
        store = self.path("mediasi.db")
        for words in (["store", "verify"], ["store", "head"], ["store", "backup", "cadangan"], ["report", "register"],
                      ["report", "overdue"], ["report", "case", "1"], ["explain", "2026-0001"]):
            count = self.reads(store, words)
            few = range(1, count + 1) if WHOLE else sorted({1, 2, 1 + count // 3, 1 + 2 * count // 3, count})
            for n in few:
                with self.subTest(" ".join(words), read=f"{n} of {count}"):
                    done = self.run_(*words, prefix=self.strace(store, f"inject=pread64:error=EIO:when={n}+"))
                    self.assertIn(done.code, (0, 1), done._told())
                    self.assertTrue(done.code == 0 or "[M1003]" in done.err, done._told())
        self.run_("store", "verify").exits(0)

    def strace(self, store, *expressions):
        return [*TRACER, "strace", "-f", "-qq", "-o", self.path("log"), "-P", store,
                *(word for each in ("trace=pread64", *expressions) for word in ("-e", each))]

    def reads(self, store, words):
        self.run_(*words, prefix=self.strace(store))
        return pathlib.Path(self.path("log")).read_text().count("pread64(")


SHORT = [("intake", Disk.reading), ("document", Disk.writing)]


def sweep_of(name, part):
    return lambda self: part(self, Scene(self, ACTS[name]))


for each, part in [(name, part) for name in ACTS for part in (Disk.writing, Disk.reading)]:
    if WHOLE or (each, part) in SHORT:
        setattr(Disk, f"test_{part.__name__}_{each.replace(' ', '_')}", sweep_of(each, part))

assert set(ERRORS) <= set(WRITES)

if __name__ == "__main__":
    harness.main()
