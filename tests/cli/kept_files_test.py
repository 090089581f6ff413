"""What cannot be made again is not written over, and what an argument should not have said is not said again."""

import os
import pathlib
import shutil

import harness
from walk import Office, Walk


class KeptFiles(Office):
    def setUp(self):
        super().setUp()
        Walk(self).to("registered")
        self.run_("store", "key", "add", "--officer", "pita", "--file", self.path("safe", "pita")).exits(0)
        self.run_("store", "backup", self.path("copies")).exits(0)
        self.run_("store", "checkpoint", self.path("outside/now")).exits(0)

    def irreplaceable(self):
        (backup,) = pathlib.Path(self.path("copies")).glob("*.db")
        return [self.path("safe", "key"), self.path("safe", "pita"), self.path("safe", "recovery"), str(backup),
                self.path("outside/now"), self.path("mediasi.db")]

    def test_no_answer_is_written_over_a_key_a_backup_or_a_checkpoint(self):
        for path in self.irreplaceable():
            with self.subTest(pathlib.Path(path).name):
                before = pathlib.Path(path).read_bytes()
                self.run_("--output", path, "report", "register").exits(2)
                self.assertEqual(pathlib.Path(path).read_bytes(), before)
        self.write("old.txt", "an answer of yesterday\n")
        self.run_("--output", self.path("old.txt"), "report", "register").exits(0)
        self.assertIn("2026-0001", pathlib.Path(self.path("old.txt")).read_text())

    def test_a_checkpoint_is_not_given_a_name_that_belongs_to_the_store(self):
        for end in ("-journal", "-wal", ".erasures"):
            with self.subTest(end):
                head = self.run_("store", "head").exits(0).out
                self.run_("store", "checkpoint", self.path("mediasi.db") + end).exits(2).complains("mediasi.db" + end)
                self.assertFalse(os.path.exists(self.path("mediasi.db") + end))
                self.assertEqual(self.run_("store", "head").exits(0).out, head)

    def test_a_place_that_cannot_be_looked_at_is_not_called_the_store(self):
        long = self.path("a" * 300)
        for words in (["--output", long, "report", "register"], ["store", "checkpoint", long]):
            with self.subTest(words[0]):
                self.run_(*words).exits(1).complains("cannot be looked at").hides("is the store or the key")

    def test_a_name_given_to_find_is_not_said_again(self):
        self.run_("report", "register", "--find", "Contoh Kenari").exits(1).complains("--find").hides("Kenari")

    def test_a_store_behind_a_closed_door_is_not_told_as_missing(self):
        if os.getuid() != 0 or not shutil.which("setpriv"):
            self.skipTest("only root can be somebody else")
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        self.run_("report", "overdue", prefix=nobody).exits(1).complains("cannot be reached").hides("mediasi init")


if __name__ == "__main__":
    harness.main()
