"""Erasing a case: afterwards nobody reads what was sealed of it, with every key at hand and out of every old backup;
before, everything that keeps it is named at once. What was counted is counted still."""

import json
import os
import pathlib
import shutil
import sqlite3

import harness
from keeping import KEEPER, LATER, Keep, put_back, stand
from walk import Walk, example, toml

HOLD = {"hold": "placed", "reason": "police"}


class Erased(Keep):
    def setUp(self):
        super().setUp()
        self.closed()

    def count(self):
        self.at(LATER)
        return self.run_("report", "register", "--format", "json").exits(0).json()["rows"]

    def test_no_key_at_hand_reads_it_and_all_else_goes_on(self):
        wrapped = self.keys()
        self.assertGreater(len(wrapped), 3)
        rows = self.count()
        answer = self.erase("--format", "json").exits(0).json()
        self.assertEqual((answer["case"], answer["by"], answer["keys"]), ("2026-0001", "kania", str(len(wrapped))))
        self.assertEqual(self.keys(), [])
        store = pathlib.Path(self.path("mediasi.db")).read_bytes()
        for key in wrapped:  # on no free page either
            self.assertNotIn(key, store)
        recovery = self.path("safe", "recovery")
        for key in (self.path("safe", "key"), recovery):
            done = self.run_("--key", key, "document", "2026-0001", "berita_acara", "--into", self.path("out"))
            done.exits(3).complains("M3095", "2026-0001")
        self.assertEqual(self.in_folder("out"), [])
        self.assertTrue(self.verify()["sound"])
        [row], [before] = self.count(), rows
        self.assertEqual(row["initials"], "-")
        self.assertEqual({**row, "initials": 0}, {**before, "initials": 0})
        self.run_("report", "case", "2026-0001").exits(0).shows("erased 2031-06-09", "2026-0001").hides("C.A.S.")
        dump = self.dump()
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.dump(), dump)
        self.assertTrue(self.verify()["sound"])

    def dump(self):
        with sqlite3.connect(f"file:{self.path('mediasi.db')}?mode=ro", uri=True) as store:
            return list(store.iterdump())

    def test_every_command_about_it_says_so_and_writes_nothing(self):
        self.erase().exits(0)
        reopen = "reason = 'violence'\n"
        for words in (["terminate", "2026-0001", "--step", "pembukaan_kembali", "--form", "-", "--by", "kania"],
                      ["record", "2026-0001", "--step", "penahanan_hukum", "--form", "-", "--by", "kania"],
                      ["explain", "2026-0001"], ["document", "2026-0001", "--owed"],
                      ["record", "2026-0001", "--void", "20", "--because", "salah_ketik"],
                      ["store", "erase", "2026-0001", "--because", "habis_retensi", *KEEPER, "--minutes", self.minutes]):
            with self.subTest(words=words), self.changing_nothing("mediasi.db"):
                self.run_(*words, stdin=reopen).exits(3).complains("M3095").says_nothing()
        for words in (["report", "case", "2026-0001"], ["document", "2026-0001", "--list"],
                      ["report", "register"], ["report", "journal"], ["report", "retention", "--all"],
                      ["report", "obligations", "--all"], ["report", "agenda"], ["report", "due"]):
            with self.subTest(words=words):
                self.run_(*words).exits(0).hides("C.A.S.", "Contoh")

    def test_the_entry_tells_who_why_and_on_which_paper(self):
        self.erase().exits(0)
        [(facts, by, typed, sealed)] = self.rows(
            "SELECT facts, by_officer, typed, (SELECT group_concat(path) FROM sealed WHERE sealed.seq = entry.seq) "
            "FROM entry WHERE act = 'erase'")
        facts = json.loads(facts)
        self.assertEqual((facts["case"], facts["reason"], by, typed), ("2026-0001", "habis_retensi", "kania", "admin"))
        self.assertEqual(sealed, "attachment#1")
        self.assertEqual(self.found_in("berita acara pemusnahan, contoh"), [self.minutes])
        self.run_("report", "journal").exits(0).shows("case erased")

    def test_it_names_the_backups_that_still_hold_the_keys(self):
        first = pathlib.Path(self.backup("2026-06-09T20:00")["file"]).name
        second = pathlib.Path(self.backup("2026-07-09T20:00")["file"]).name
        answer = self.erase("--format", "json").exits(0).json()
        self.assertEqual(answer["backups"], {"1": first, "2": second})

    def test_a_dry_run_says_the_same_and_changes_no_byte(self):
        self.backup()
        with self.changing_nothing():
            answer = self.erase("--dry-run", "--format", "json", minutes=False).exits(0).json()
        self.assertEqual((answer["dry_run"], len(answer["backups"])), ("yes", 1))

    def test_without_the_key_it_is_7_and_nothing_changes(self):
        with self.changing_nothing():
            self.erase(env={"MEDIASI_KEY": self.path("nowhere")}).exits(7)

    def test_cut_off_anywhere_the_case_is_erased_or_whole(self):
        self.backup()
        fresh = stand(self.folder)
        before = self.keys()
        words = ("store", "erase", "2026-0001", "--because", "habis_retensi", *KEEPER, "--minutes", self.minutes)
        _, count = self.at(LATER).writes(*words)
        put_back(self.folder, fresh)
        calls = "pwrite64,unlink,rename,renameat2,linkat,ftruncate"
        for at in sorted({*range(1, count + 1, max(1, count // 6)), count - 1, count}):
            with self.subTest(at=at):
                self.run_(*words, prefix=["strace", "-f", "-o", "/dev/null", "-e", f"inject={calls}:signal=KILL:when={at}"])
                self.run_("store", "rebuild").exits(0)
                self.assertTrue(self.verify()["sound"])
                [(said,)] = self.rows("SELECT count(*) FROM entry WHERE act = 'erase'")
                self.assertEqual(self.keys(), [] if said else before)
                put_back(self.folder, fresh)


    def test_the_list_that_a_kill_left_unwritten_is_written_when_it_is_asked_for_again(self):
        words = ("store", "erase", "2026-0001", "--because", "habis_retensi", *KEEPER, "--minutes", self.minutes)
        listed = self.folder / "mediasi.db.erasures"
        for again, code in ((words, 3), (("store", "rebuild"), 0)):
            fresh = stand(self.folder)
            with self.subTest(again):
                strace = ["strace", "-f", "-o", "/dev/null", "-e", "trace=linkat,rename,renameat2", "-e",
                          "inject=linkat,rename,renameat2:signal=KILL:when=1"]
                self.at(LATER).run_(*words, prefix=strace)
                self.assertEqual(self.rows("SELECT count(*) FROM entry WHERE act = 'erase'"), [(1,)])
                self.assertFalse(listed.exists())
                self.run_(*again).exits(code)
                self.assertIn("2026-0001", listed.read_text())
            put_back(self.folder, fresh)


class Restored(Keep):
    def setUp(self):
        super().setUp()
        self.closed()
        self.old = self.backup()["file"]

    def test_an_old_backup_brings_nothing_back(self):
        wrapped = self.keys()
        self.erase().exits(0)
        newer = self.backup("2031-06-09T20:00")  # carries the list into the same folder
        answer = self.restore(self.old, "--format", "json").exits(0).json()
        self.assertEqual((answer["erased_again"], answer["erased_elsewhere"]), ("1", "0"))
        self.assertEqual(self.keys(self.new), [])
        content = pathlib.Path(self.new).read_bytes()
        self.assertFalse([key for key in wrapped if key in content])
        self.assertTrue(self.verify(self.new)["sound"])
        self.run_("--store", self.new, "document", "2026-0001", "berita_acara", "--into", self.path("out")).exits(3)
        # and its own list says the same as the one it came from
        self.assertEqual(pathlib.Path(self.new + ".erasures").read_text(), pathlib.Path(newer["list"]).read_text())

    def test_the_list_beside_the_store_will_do(self):
        self.erase().exits(0)
        lone = shutil.copy(self.old, self.path("lone.db"))
        self.restore(lone, "--erasures", self.path("mediasi.db.erasures")).exits(0)
        self.assertEqual(self.keys(self.new), [])

    def test_a_backup_made_after_it_is_erased_as_it_is(self):
        self.erase().exits(0)
        newer = self.backup("2031-06-09T20:00")
        answer = self.restore(newer["file"], "--format", "json").exits(0).json()
        self.assertEqual(answer["erased_again"], "0")
        self.assertEqual(self.keys(self.new), [])

    def test_a_list_that_was_written_to_is_refused(self):
        self.erase().exits(0)
        text = pathlib.Path(self.path("mediasi.db.erasures")).read_text()
        for change in (text.replace("2026-0001", "2026-0002"), text.replace("habis_retensi", "perintah_pengadilan"),
                       text.replace("2031-06-09", "2031-06-08")):
            self.assertNotEqual(change, text)
            self.restore(self.old, "--erasures", self.write("list", change)).exits(4).complains("M4090")
        self.assertEqual(self.in_folder("new"), [])


class Forked(Keep):
    """a backup that does not know the erased case yet"""

    def setUp(self):
        super().setUp()
        empty = self.backup("2026-03-02T08:00")["file"]
        self.empty = shutil.copy(empty, self.path("empty.db"))
        self.closed()
        self.erase().exits(0)
        self.list = shutil.copy(self.path("mediasi.db.erasures"), self.path("kept-list"))
        os.unlink(self.path("mediasi.db.erasures"))

    def test_its_list_goes_on_naming_it(self):
        answer = self.restore(self.empty, "--erasures", self.list, "--format", "json").exits(0).json()
        self.assertEqual((answer["erased_again"], answer["erased_elsewhere"]), ("0", "1"))
        self.assertEqual(pathlib.Path(self.new + ".erasures").read_text(), pathlib.Path(self.list).read_text())
        self.assertTrue(self.verify(self.new)["sound"])

    def test_another_case_that_was_given_the_same_number_is_left_alone(self):
        self.restore(self.empty, "--without-erasures", when="2026-03-02T08:10").exits(0)
        self.environment["MEDIASI_STORE"] = self.new
        self.at("2026-03-02T08:30").run_("intake", "--form", "-", stdin=toml(example("first-case/01-registrasi"))).exits(0)
        keys = self.keys(self.new)
        self.assertGreater(len(keys), 0)
        other = self.backup("2026-03-02T09:00")["file"]
        answer = self.restore(other, "--erasures", self.list, "--format", "json", new="third/m.db").exits(0).json()
        self.assertEqual((answer["erased_again"], answer["erased_elsewhere"]), ("0", "1"))
        self.assertEqual(self.keys(self.new), keys)
        self.assertTrue(self.verify(self.new)["sound"])


class Refused(Keep):
    def refused(self, *codes, **options):
        with self.changing_nothing("mediasi.db"):
            done = self.erase("--format", "json", **options).exits(3)
        self.assertEqual(sorted(done.codes()), sorted(codes))
        return done

    def test_an_open_case_and_all_else_that_keeps_it_at_once(self):
        Walk(self).to("minuted")
        self.act("2026-03-12T13:00", "record", "2026-0001", "penahanan_hukum", HOLD, by="koko").exits(0)
        with self.changing_nothing("mediasi.db"):
            done = self.erase("--format", "json", when="2026-03-20T09:00").exits(3)
        self.assertEqual(set(done.codes()), {"M3090", "M3091", "M3092"})
        done.complains("obligation 1", "obligation 4", "is running", "legal hold", "not closed")

    def test_a_closed_case_whose_time_is_not_over(self):
        self.closed()
        self.refused("M3093", when="2031-06-07T09:00").complains("2031-06-08")
        self.erase(when="2031-06-08T09:00").exits(0)

    def test_a_court_may_say_so_before_its_time_and_a_hold_stands_even_then(self):
        self.closed()
        self.act("2026-07-01T09:00", "record", "2026-0001", "penahanan_hukum", HOLD, by="koko").exits(0)
        self.refused("M3092", "M3093", when="2027-01-04T09:00")
        self.refused("M3092", when="2027-01-04T09:00", because="perintah_pengadilan")
        self.act("2027-01-05T09:00", "record", "2026-0001", "penahanan_hukum", {**HOLD, "hold": "lifted"}, by="koko").exits(0)
        self.erase(when="2027-01-05T10:00", because="perintah_pengadilan").exits(0)

    def test_who_may_for_which_reason_and_with_what_paper(self):
        self.closed()
        with self.changing_nothing("mediasi.db"):
            self.at(LATER)
            base = ["store", "erase", "2026-0001", "--because", "habis_retensi"]
            self.run_(*base, "--minutes", self.minutes).exits(3).complains("M3003")
            self.run_(*base, "--minutes", self.minutes, "--by", "pita").exits(3).complains("M3003", "kepala_upt")
            self.run_(*base, "--minutes", self.minutes, "--by", "nobody").exits(2).complains("M2005")
            self.run_(*base, *KEEPER).exits(4).complains("M4030")
            self.run_(*base, *KEEPER, "--minutes", self.write("empty", "")).exits(4).complains("M4022")
            self.run_(*base, *KEEPER, "--minutes", self.path("nowhere.pdf")).exits(1)
            self.run_(*base, *KEEPER, "--minutes", self.write("big", b"x" * (16 * 1024 * 1024 + 1))).exits(4)
            self.run_(*base[:4], "bosan", *KEEPER, "--minutes", self.minutes).exits(2).complains("M2004", "habis_retensi")
            self.run_(*base[:3], *KEEPER, "--minutes", self.minutes).exits(2)
            self.run_("store", "erase", "2026-0009", *base[3:], *KEEPER, "--minutes", self.minutes).exits(2)
            self.run_("store", "erase", "1", *base[3:], *KEEPER, "--minutes", self.minutes).exits(2)


class Attacked(Keep):
    """what somebody with the file and no key may try"""

    def setUp(self):
        super().setUp()
        self.closed()

    def change(self, *statements):
        self.alter(self.path("mediasi.db"), *statements)

    def finds(self, words):
        answer = self.run_("store", "verify", "--format", "json").exits(8).json()
        self.assertFalse(answer["sound"])
        self.assertTrue(any(words in problem for problem in answer["problems"]), answer["problems"])

    def test_emptied_keys_are_a_damage(self):
        self.change("UPDATE case_key SET wrapped = x'' WHERE case_number = '2026-0001' AND n = 1")
        self.finds("key 1 of case '2026-0001' is missing")
        self.change("UPDATE case_key SET wrapped = x'' WHERE case_number = '2026-0001'")
        self.run_("document", "2026-0001", "berita_acara", "--into", self.path("out")).exits(8)

    def test_a_key_taken_out_of_an_old_backup_is_found(self):
        [(number, old)] = self.rows("SELECT n, wrapped FROM case_key WHERE case_number = '2026-0001' AND n = 2")
        self.erase().exits(0)
        self.assertTrue(self.verify()["sound"])
        self.change(("UPDATE case_key SET wrapped = ? WHERE case_number = '2026-0001' AND n = ?", (old, number)))
        self.finds("was erased, and its key 2 is there")

    def test_keys_emptied_row_by_row_and_rows_gone_are_told_apart(self):
        self.erase().exits(0)
        self.change("DELETE FROM case_key WHERE case_number = '2026-0001' AND n = 1")
        self.finds("key 1 of case '2026-0001' is missing")


if __name__ == "__main__":
    harness.main()
