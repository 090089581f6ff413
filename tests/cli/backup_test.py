"""Backup and restore: a copy is whole, checked and known to the journal, or it is not there; a store comes back out of
it whole, and never over another one."""

import os
import pathlib
import re
import shutil
import sqlite3
import stat

import harness
from keeping import Keep, put_back, stand
from walk import Walk, example, toml

NAME = re.compile(r"mediasi-[0-9a-f]{8}-\d{8}T\d{6}Z-\d+\.db")
NOW = "2026-03-02T09:00"


class Backup(Keep):
    def setUp(self):
        super().setUp()
        Walk(self).to("registered")

    def test_it_is_the_store_at_its_head_and_the_journal_knows_it(self):
        before = self.verify()
        made = self.backup(NOW)
        name = pathlib.Path(made["file"]).name
        self.assertRegex(name, NAME)
        self.assertEqual((made["entries"], made["head"]), (str(before["entries"]), before["head"]))
        copy = self.verify(made["file"])
        self.assertTrue(copy["sound"], copy)
        self.assertEqual((copy["entries"], copy["head"]), (before["entries"], before["head"]))
        self.assertEqual(self.in_folder("backups"), [name, name + ".erasures"])
        self.assertTrue(self.verify()["sound"])
        last = self.run_("report", "journal", "--format", "json").exits(0).json()["rows"][-1]
        self.assertEqual((last["act"], last["case"], last["entry"]), ("backup", "0", before["entries"] + 1))
        info = self.run_("store", "info", "--format", "json").exits(0).json()
        self.assertEqual(info["backup"], {"file": name, "on": NOW, "entries_since": "0"})

    def test_it_needs_no_key_and_nobody_of_the_roster(self):
        shutil.rmtree(self.path("safe"))
        with sqlite3.connect(self.path("mediasi.db")) as store:
            store.execute("SELECT 1")
        self.backup(NOW)

    def test_only_its_user_can_read_it(self):
        made = self.backup(NOW, umask=0)
        self.assertEqual(stat.S_IMODE(os.stat(self.backups).st_mode), 0o700)
        for path in pathlib.Path(self.backups).iterdir():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
        self.assertIn(made["same_disk"], ("yes", "no"))

    def test_two_at_one_moment_are_two(self):
        self.assertNotEqual(self.backup(NOW)["file"], self.backup(NOW)["file"])

    def test_what_could_not_be_put_in_its_place_leaves_nothing_there(self):
        for fault in ("renameat2:error=EIO:when=1", "linkat:error=ENOSPC:when=1", "fsync:error=EIO:when=3"):
            with self.subTest(fault):
                call = fault.split(":")[0]
                prefix = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={fault}"]
                self.at(NOW).run_("store", "backup", self.backups, prefix=prefix).exits(1).says_nothing().complains("M1004")
                self.assertEqual([name for name in self.in_folder("backups") if not name.startswith(".")], [])
        self.backup(NOW)

    def test_not_into_the_stores_folder_nor_beside_the_key(self):
        with self.changing_nothing():
            self.run_("store", "backup", self.folder).exits(2).complains("M2004")
            self.run_("store", "backup", self.path("safe")).exits(2).complains("M2004")

    def test_not_where_nothing_can_be_written(self):
        file = self.write("a-file", "x")
        with self.changing_nothing("mediasi.db"):
            self.run_("store", "backup", file).exits(1).complains("M1002")
            self.run_("store", "backup", self.path("a-file", "below")).exits(1)
            self.run_("store", "backup").exits(2)
        if os.getuid() != 0:
            (self.folder / "shut").mkdir(mode=0o500)
            self.run_("store", "backup", self.path("shut")).exits(1).complains("M1002")

    def test_a_store_that_is_not_sound_is_not_passed_off_as_a_backup(self):
        self.alter(self.path("mediasi.db"))
        with self.changing_nothing("mediasi.db"):
            self.run_("store", "backup", self.backups).exits(8).complains("M8002", "entry 2")
        self.assertEqual(self.in_folder("backups"), [])

    def test_names_are_nowhere_in_what_it_leaves(self):
        self.backup(NOW)
        self.assertEqual([p for p in self.found_in("Contoh Anak") if "/backups" in p], [])

    def test_cut_off_anywhere_it_leaves_a_backup_or_none(self):
        os.mkdir(self.backups, 0o700)
        fresh = stand(self.folder)
        _, count = self.writes("store", "backup", self.backups)
        put_back(self.folder, fresh)
        calls = "pwrite64,unlink,rename,renameat2,linkat,ftruncate"
        for at in self.spread(count):
            with self.subTest(at=at):
                self.run_("store", "backup", self.backups,
                          prefix=["strace", "-f", "-o", "/dev/null", "-e", f"inject={calls}:signal=KILL:when={at}"])
                visible = [n for n in self.in_folder("backups") if not n.startswith(".") and n.endswith(".db")]
                for name in visible:
                    self.assertRegex(name, NAME)
                    self.assertTrue(self.verify(self.path("backups", name))["sound"])
                self.backup(NOW)  # the next command works, and clears away what was left
                self.assertTrue(self.verify()["sound"])
                self.assertEqual([n for n in self.in_folder("backups") if n.startswith(".")], [])
                known = {value for (value,) in self.rows(
                    "SELECT json_extract(facts, '$.file') FROM entry WHERE act = 'backup'")}
                self.assertLessEqual(set(visible), known)
                put_back(self.folder, fresh)

    def spread(self, count, most=12):
        """some of 1..count, the last ones among them"""
        step = max(1, count // most)
        return sorted({*range(1, count + 1, step), *range(max(1, count - 3), count + 1)})

    def test_a_full_disk_leaves_nothing(self):
        os.mkdir(self.backups, 0o700)
        for error, when in (("ENOSPC", "20+"), ("EIO", "20+"), ("ENOSPC", "1+")):
            with self.subTest(error=error, when=when), self.changing_nothing("mediasi.db"):
                done = self.run_("store", "backup", self.backups,
                                 prefix=["strace", "-f", "-o", "/dev/null", "-e", f"inject=pwrite64:error={error}:when={when}"])
                done.exits(1)
                self.assertEqual(self.in_folder("backups"), [])
                self.assertFalse(os.path.exists(self.path("mediasi.db-journal")))


class Restore(Keep):
    def setUp(self):
        super().setUp()
        Walk(self).to("registered")
        self.made = self.backup(NOW)

    def test_the_store_comes_back_whole_in_one_command(self):
        before = self.at("2031-06-10T09:00").run_("report", "case", "1").exits(0).out
        os.unlink(self.path("mediasi.db"))
        answer = self.restore(self.made["file"], "--format", "json").exits(0).json()
        self.assertEqual((answer["entries"], answer["erasures"], answer["erased_again"]),
                         (self.made["entries"], "applied", "0"))
        self.assertTrue(self.verify(self.new)["sound"])
        self.assertEqual(self.run_("--store", self.new, "report", "case", "1").exits(0).out, before)
        last = self.run_("--store", self.new, "report", "journal", "--format", "json").json()["rows"][-1]
        self.assertEqual((last["act"], last["by"]), ("restore", "admin"))
        self.assertEqual(stat.S_IMODE(os.stat(self.new).st_mode), 0o600)
        # the old key opens it, and work goes on
        self.environment["MEDIASI_STORE"] = self.new
        self.at("2026-03-02T13:00").run_("assess", "1", "--step", "asesmen_pertama", "--form", "-", "--by", "pita",
                                         stdin=self.first_assessment()).exits(0)

    @staticmethod
    def first_assessment():
        return toml(example("first-case/02-asesmen-pertama"))

    def test_it_needs_no_key(self):
        shutil.rmtree(self.path("safe"))
        self.restore(self.made["file"]).exits(0)

    def test_never_over_what_is_there(self):
        for name in ("new/mediasi.db", "new/mediasi.db-journal", "new/mediasi.db-wal"):
            with self.subTest(name=name):
                file = self.write(name, "x")
                with self.changing_nothing():
                    self.restore(self.made["file"]).exits(2).complains("M2017")
                os.unlink(file)
        self.run_("store", "restore", self.made["file"]).exits(2).complains("M2017")

    def test_what_is_no_sound_backup_is_refused_and_leaves_nothing(self):
        text = self.write("text.db", "no store at all")
        short = self.write("short.db", pathlib.Path(self.made["file"]).read_bytes()[:20000])
        altered = shutil.copy(self.made["file"], self.path("backups", "altered.db"))
        self.alter(altered)
        newer = shutil.copy(self.made["file"], self.path("backups", "newer.db"))
        with sqlite3.connect(newer) as store:
            store.execute("PRAGMA user_version = 99")
        for backup, code in ((text, 8), (short, 8), (altered, 8), (newer, 8), (self.path("none.db"), 1),
                             (self.backups, 8)):
            with self.subTest(backup=backup):
                self.restore(backup).exits(code)
                self.assertEqual(self.in_folder("new"), [])

    def test_a_backup_on_a_medium_that_cannot_be_written(self):
        os.chmod(self.made["file"], 0o400)
        os.chmod(self.backups, 0o500)
        self.restore(self.made["file"]).exits(0)
        os.chmod(self.backups, 0o700)

    def test_without_any_list_it_says_what_that_means(self):
        lone = shutil.copy(self.made["file"], self.path("lone.db"))
        done = self.restore(lone).exits(3).complains("M3096", "--erasures", "--without-erasures")
        self.assertEqual(self.in_folder("new"), [])
        done = self.restore(lone, "--without-erasures", "--format", "json").exits(0)
        self.assertEqual(done.json()["erasures"], "without")
        self.restore(lone, "--without-erasures", "--erasures", "x", new="other/m.db").exits(2)

    def test_a_list_of_another_store_or_altered_is_refused(self):
        good = pathlib.Path(self.made["list"]).read_text()
        other = "mediasi-erasures-1 " + "0" * 32 + "\n"
        line = " ".join(["2026-0001", "a" * 64, "2026-03-02", "habis_retensi", "b" * 64, "c" * 128])
        for number, text in enumerate(("", "x\n", other, good + line + "\n", good + "2026-0001\n", "\0", "\xff\n" * 3)):
            with self.subTest(text=text):
                file = self.write(f"list-{number}", text)
                self.restore(self.made["file"], "--erasures", file).exits(4).complains("M4090").hides("habis_retensi")
                self.assertEqual(self.in_folder("new"), [])
        self.restore(self.made["file"], "--erasures", self.path("nowhere")).exits(1)

    def test_cut_off_anywhere_it_leaves_a_store_or_none(self):
        fresh = stand(self.folder)
        words = ("--store", self.path("new", "mediasi.db"), "store", "restore", self.made["file"])
        _, count = self.writes(*words)
        put_back(self.folder, fresh)
        calls = "pwrite64,unlink,rename,renameat2,linkat,ftruncate"
        for at in sorted({*range(1, count + 1, max(1, count // 8)), count - 1, count}):
            with self.subTest(at=at):
                self.run_(*words, prefix=["strace", "-f", "-o", "/dev/null", "-e", f"inject={calls}:signal=KILL:when={at}"])
                if os.path.exists(self.path("new", "mediasi.db")):
                    self.assertTrue(self.verify(self.path("new", "mediasi.db"))["sound"])
                else:
                    self.run_(*words).exits(0)
                self.assertEqual([n for n in self.in_folder("new") if n.startswith(".")], [])
                put_back(self.folder, fresh)


if __name__ == "__main__":
    harness.main()
