"""Where a store lies: a full disk, a read-only one, a folder or file of somebody else, a network file system; and what a
reader says about a command that was cut off."""

import os
import shutil
import subprocess
import unittest

import harness
from faulting import ACTS, Breaking, Scene

# a namespace of its own, in which a file system can be mounted that goes away by itself
ALONE = ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--user", "--map-current-user", "--keep-caps", "--mount"]
CAN_MOUNT = subprocess.run([*ALONE, "sh", "-c", "mount -t tmpfs none /mnt"], capture_output=True).returncode == 0
NOBODY = 65534

# a small disk with the snapshot on it and so much left, the command on it, and what it left
SMALL = """set -e
mkdir disk
mount -t tmpfs -o size="$SIZE",mode=700 none disk
cp -a "$FROM"/. disk/
if [ "$LEFT" -ge 0 ]; then
  dd if=/dev/zero of=disk/ballast bs=1k count=$(( $(df -k --output=avail disk | tail -n 1) - LEFT )) 2>/dev/null
fi
[ -z "$READ_ONLY" ] || mount -o remount,ro disk
cd disk
code=0
"$@" || code=$?
rm -f ballast 2>/dev/null || true
cd ..
mkdir left
cp -a disk/. left/
exit $code
"""


class Disk(Breaking):
    def setUp(self):
        super().setUp()
        self.scene = Scene(self, ACTS["intake"])

    def in_place(self):
        """the store's path inside the mounted folder"""
        return {"MEDIASI_STORE": self.path("disk", "mediasi.db"), "MEDIASI_KEY": self.path("disk", "safe", "key")}

    def on_small_disk(self, left, read_only=""):
        """the command where only so many KiB are free; leaves what was there in the folder itself"""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        env = {**self.in_place(), "SIZE": "4m", "FROM": str(self.scene.away / "snapshot"), "LEFT": str(left),
               "READ_ONLY": read_only}
        done = self.scene.run(prefix=[*ALONE, "sh", "-c", SMALL, "sh"], env=env)
        for path in list((self.folder / "left").iterdir()):
            path.rename(self.folder / path.name)
        for name in "left", "disk":
            (self.folder / name).rmdir()
        return done

    def next_command(self):
        self.scene.run().exits(0)
        self.assertEqual((self.scene.state(), self.scene.listing()), (self.scene.after, self.scene.files))
        self.check_store(self.scene)

    @unittest.skipUnless(CAN_MOUNT, "no file system can be mounted here")
    def test_a_full_disk_takes_no_row_of_a_batch_and_names_the_file(self):
        self.scene = Scene(self, ACTS["batch"])
        codes = []
        for left in 0, 16, 48, 512:
            with self.subTest(left=left):
                done = self.on_small_disk(left)
                codes.append(done.code)
                if done.code:
                    done.exits(1).says_nothing().complains("[M1003]", "no row of the batch 'rows.csv' was taken")
                self.assertEqual(self.scene.state(), self.scene.before if done.code else self.scene.after)
        self.assertEqual(set(codes), {0, 1})

    @unittest.skipUnless(CAN_MOUNT, "no file system can be mounted here")
    def test_a_full_disk(self):
        codes = []
        for left in 0, 8, 32, 44, 56, 64, 256:
            with self.subTest(left=left):
                done = self.on_small_disk(left)
                codes.append(done.code)
                if done.code == 0:
                    self.assertEqual(self.scene.state(), self.scene.after)
                    continue
                done.exits(1).complains("no room left on the disk", "[M1003]", "hint: nothing was changed; free some space")
                self.assertEqual(self.scene.state(), self.scene.before)
                self.next_command()
        self.assertEqual(codes, sorted(codes, reverse=True), "more room, more luck")
        self.assertEqual(set(codes), {0, 1})

    @unittest.skipUnless(CAN_MOUNT, "no file system can be mounted here")
    def test_a_full_disk_for_papers_leaves_the_entries_and_the_way_to_the_pages(self):
        self.scene = Scene(self, ACTS["document"])
        self.scene.restore()
        small = [*ALONE, "sh", "-c", 'mount -t tmpfs -o size=16k none letters && "$@"', "sh"]
        done = self.scene.run(prefix=small).exits(1).says_nothing()
        done.complains("the disk is full", "[M1002]", "[M1004]", "hint: mediasi document 2026-0001 --owed --into FOLDER")
        self.assertEqual((self.scene.state(), self.scene.papers()), (self.scene.after, {}))
        self.run_(*self.scene.act.finish).exits(0)
        self.assertEqual(self.scene.listing(), self.scene.files)
        with self.assertRaises(AssertionError):  # giving them now is a reading, and recorded
            self.assertEqual(self.scene.state(), self.scene.after)
        self.check_papers(self.scene)

    @unittest.skipUnless(CAN_MOUNT, "no file system can be mounted here")
    def test_a_read_only_disk(self):
        done = self.on_small_disk(-1, read_only="yes").exits(1)
        done.says_nothing().complains("cannot be written", "[M1002]", "hint: ask for write permission")
        self.assertEqual(self.scene.state(), self.scene.before)
        self.next_command()

    def as_somebody(self, *words, owner, folder, file, **more):
        """the command as a user who may do only what the modes say"""
        self.scene.restore()
        os.mkdir(self.path("s"), 0o700)
        os.rename(self.path("mediasi.db"), self.path("s", "mediasi.db"))
        os.chmod(self.path("s", "mediasi.db"), file)
        os.chmod(self.path("s"), folder)
        program, prefix = harness.PROGRAM, []
        if os.getuid() == 0:  # who may do everything proves nothing
            os.chmod(self.folder, 0o755)
            for path in self.path("s"), self.path("s", "mediasi.db"):
                os.chown(path, owner, owner)
            program = self.path("mediasi")
            shutil.copy(harness.PROGRAM, program)
            prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        done = self.run_(*words, program=program, prefix=prefix, env={"MEDIASI_STORE": self.path("s", "mediasi.db")}, **more)
        os.chmod(self.path("s"), 0o700)
        os.rename(self.path("s", "mediasi.db"), self.path("mediasi.db"))
        return done

    def test_a_folder_or_file_that_may_not_be_written(self):
        for folder, file, code in [(0o500, 0o600, "[M100"), (0o700, 0o400, "[M1002]"), (0o500, 0o400, "[M1002]")]:
            with self.subTest(folder=oct(folder), file=oct(file)):
                done = self.as_somebody("store", "rebuild", owner=NOBODY, folder=folder, file=file)
                done.exits(1).says_nothing().complains(code, "hint:", "permission")
                self.assertEqual(self.scene.state(), self.scene.before)
                self.as_somebody("store", "head", owner=NOBODY, folder=folder, file=file).exits(0)

    @unittest.skipUnless(os.getuid() == 0, "only root can give a file away")
    def test_a_store_of_another_user(self):
        for folder, file, code in [(0o755, 0o600, "[M1001]"), (0o700, 0o644, "[M1001]"), (0o755, 0o644, "[M1002]")]:
            with self.subTest(folder=oct(folder), file=oct(file)):
                done = self.as_somebody("store", "rebuild", owner=0, folder=folder, file=file)
                done.exits(1).says_nothing().complains(code, "hint:")
                self.assertEqual(self.scene.state(), self.scene.before)

    def test_a_reader_does_not_touch_what_a_cut_off_command_left(self):
        self.assertEqual(self.scene.broken("pwrite64", self.scene.calls["pwrite64"], "signal=KILL").code, -9)
        self.assertIn("mediasi.db-journal", self.scene.listing())
        for words in (["store", "head"], ["store", "verify"], ["report", "overdue"], ["report", "case", "1"], ["roster", "list"],
                      ["intake", "--form", "-", "--dry-run"], ["intake", "--step", "registrasi", "--blank"]):
            with self.subTest(words=words), self.changing_nothing():
                done = self.run_(*words, stdin=self.scene.act.form).exits(7)
                done.says_nothing().complains("[M7002]", "must be undone first", "hint: run 'mediasi store rebuild'")
        self.next_command()

    def test_a_network_file_system_is_refused_unless_somebody_takes_the_risk(self):
        self.scene.restore()
        for kind in "6969000000000000", "424d53ff00000000", "424d53fe00000000":  # NFS, CIFS, SMB2
            far = self.scene.strace("trace=statfs", f"inject=statfs:poke_exit=@arg2={kind}", paths=[self.path("mediasi.db")])
            with self.subTest(kind=kind), self.changing_nothing():
                for words in (self.scene.act.words, ["report", "overdue"], ["store", "head"]):
                    done = self.run_(*words, stdin=self.scene.act.form, prefix=far).exits(3)
                    done.says_nothing().complains("[M3011]", "network file system", "hint:", "--allow-network-store")
        done = self.run_("--allow-network-store", *self.scene.act.words, stdin=self.scene.act.form, prefix=far)
        done.exits(0).complains("[M5003]", "network file system", "two commands at once can lose acts")
        self.assertEqual(self.scene.state(), self.scene.after)
        self.run_("store", "head", "--allow-network-store").exits(0).quiet_errors()


if __name__ == "__main__":
    harness.main()
