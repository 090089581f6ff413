"""Killed at any write: the act is wholly there or not at all, nothing lies about, and the next command works.

Short: some points of four commands. MEDIASI_WHOLE=1: every point of every command (tests/long/kill_sweep.sh)."""


import harness
from faulting import ACTS, WHOLE, Breaking, Scene

SHORT = ["intake", "document", "document late", "batch", "init"]
POINTS = 0 if WHOLE else 2  # of each kind of call; 0 = all


class Kill(Breaking):
    def killed(self, scene, call, n):
        self.assertEqual(scene.broken(call, n, "signal=KILL").code, -9, "the call was not made")
        left = set(scene.listing()) - set(scene.files)
        self.assertLessEqual(left, {"mediasi.db-journal"} | self.drafts(left), "stray files")
        self.assertIn(scene.state(), (scene.before, scene.after), "half an act")

    def drafts(self, left):
        """of a store that was not put in place yet"""
        return {name for name in left if name.startswith(".mediasi.db.new-")}

    def check_reader(self, scene):
        """it sees a whole state, or says that the next writing command must come first"""
        hot = (scene.office.folder / "mediasi.db-journal").exists()
        done = self.run_("store", "head")
        if done.code == 7 and hot:
            done.complains("[M7002]", "hint:", "mediasi store rebuild")
        else:
            done.exits(0)

    def sweep(self, name):
        scene = Scene(self, ACTS[name])
        for call, n in scene.points(some=POINTS):
            with self.subTest(f"{name}, killed at {call} {n} of {scene.calls[call]}"):
                self.killed(scene, call, n)
                if scene.state() is not None:
                    self.check_reader(scene)
                self.next_command(scene)


def sweep_of(name):
    return lambda self: self.sweep(name)


for each in ACTS if WHOLE else SHORT:
    setattr(Kill, "test_" + each.replace(" ", "_"), sweep_of(each))

if __name__ == "__main__":
    harness.main()
