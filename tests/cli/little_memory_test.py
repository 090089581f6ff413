"""Memory that runs out anywhere: libfiu refuses allocations by chance. No command crashes, and none says it did what it
did not.

Short: some runs of one command. MEDIASI_WHOLE=1: many of every command (tests/long/memory.sh)."""

import shutil
import unittest

import harness
from faulting import ACTS, WHOLE, Breaking, Scene

SHORT = ["document"]
TIMES = 40 if WHOLE else 4
CHANCES = [0.00005, 0.0005, 0.005, 0.1]


@unittest.skipUnless(shutil.which("fiu-run"), "fiu-run is missing: tests/install.sh --outside installs it")
class Memory(Breaking):
    def refused(self, scene, chance):
        scene.restore()
        return scene.run(prefix=["fiu-run", "-x", "-c", f"enable_random name=libc/mm/*,probability={chance}"])

    def check(self, scene, done):
        if done.code == 2 and "login ''" in done.err:  # the system's list of users ended for want of memory, and says nobody
            return self.assertEqual(scene.state(), scene.before)
        if done.code == -6 and "nss_database" in done.err:  # the system's own list of users gives up for want of memory (glibc 2.36)
            return self.assertEqual(scene.state(), scene.before)
        self.assertIn(done.code, (0, 1, 7, 127), done._told())  # 127: the loader itself
        self.assertIn(scene.state(), (scene.before, scene.after), "half an act" + done._told())
        if done.code == 0:
            self.assertEqual(scene.state(), scene.after, done._told())
        elif done.code != 127:
            self.assertRegex(done.err, r"\[M[17]\d{3}\]", done._told())
        return None

    def sweep(self, name):
        scene = Scene(self, ACTS[name])
        codes = set()
        for chance in CHANCES:
            for time in range(TIMES):
                with self.subTest(f"{name}: {chance}, run {time}"):
                    done = self.refused(scene, chance)
                    codes.add(done.code)
                    self.check(scene, done)
                    self.run_("store", "rebuild").exits(0) if scene.state() is not None else None
        self.assertIn(1, codes, "nothing was refused")


def sweep_of(name):
    return lambda self: self.sweep(name)


for each in ACTS if WHOLE else SHORT:
    setattr(Memory, "test_" + each.replace(" ", "_"), sweep_of(each))

if __name__ == "__main__":
    harness.main()
