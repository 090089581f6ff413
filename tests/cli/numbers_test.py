"""Letter numbers: gap-free, by the day the letter bears, set aside for late ones; void ones stay in sight; a page is
the same bytes whatever happens after it was issued."""

import shutil
import sqlite3

import harness
from walk import ROOT, Office, Walk

SCHEDULED = "2026-03-05T10:00"
KEY = "register, year, serial"


class Numbered(Office):
    def setUp(self):
        super().setUp()
        self.walk = Walk(self)
        self.walk.to("conditioned")
        self.act(SCHEDULED, "schedule", "2026-0001", "jadwal", self.walk.form("scheduled")).exits(0)
        self.at("2026-03-05T11:00")

    def issue(self, to, *more):
        return self.run_("document", "1", "undangan", "--to", to, "--into", "letters", *more)

    def reserve(self, count, *more, kind="undangan"):
        return self.run_("document", "--reserve", kind, "--count", count, *more)

    def taken(self):
        return self.rows(f"SELECT {KEY}, case_number FROM number ORDER BY {KEY}")

    def book(self, *more):
        return self.run_("report", "letters", "--format", "json", *more).exits(0).json()["rows"]

    def lines(self, *columns, more=()):
        return [tuple(row[column] for column in columns) for row in self.book(*more)]

    def check_store(self):
        """sound; the tables are those of the journal, and so is the book"""
        self.run_("store", "verify").exits(0)
        before = self.rows("SELECT * FROM number ORDER BY 1, 2, 3")
        self.assertEqual(self.run_("store", "rebuild", "--format", "json").exits(0).json()["changed"], "no")
        self.assertEqual(self.rows("SELECT * FROM number ORDER BY 1, 2, 3"), before)
        lines = self.lines("register", "on", "serial", "entry")
        self.assertEqual([(book, int(day[:4]), serial, entry) for book, day, serial, entry in lines],
                         [(book, year, serial, seq) for book, year, serial, _, seq in before])


class Reserved(Numbered):
    def test_a_late_letter_takes_the_lowest_number_of_its_day(self):
        answer = self.reserve(3, "--format", "json").exits(0).json()
        self.assertEqual((answer["register"], answer["day"], answer["first"], answer["last"]),
                         ("undangan", "2026-03-05", "1", "3"))
        self.issue("mediator").exits(0)  # of the day itself: not one of those set aside
        self.assertEqual([row[2:] for row in self.taken()], [(1, "0"), (2, "0"), (3, "0"), (4, "2026-0001")])
        self.at("2026-03-06T09:00")
        self.issue("respondent1").exits(0)
        self.issue("beneficiary1", "--on", "2026-03-05").exits(0).shows("400.2.4.2/001/423.115/2026")
        self.assertEqual(self.lines("serial", "state", "to", "on", "late"),
                         [(1, "issued", "beneficiary1", "2026-03-05", True), (2, "reserved", None, "2026-03-05", False),
                          (3, "reserved", None, "2026-03-05", False), (4, "issued", "mediator", "2026-03-05", False),
                          (5, "issued", "respondent1", "2026-03-06", False)])
        page = next(path.read_text() for path in (self.folder / "letters").iterdir() if "/001/" in path.read_text())
        self.assertIn("5 Maret 2026", page)
        self.assertNotIn("6 Maret 2026", page)
        self.check_store()

    def test_without_a_number_of_its_day_it_is_refused_and_nothing_is_taken(self):
        self.reserve(1).exits(0)
        self.at("2026-03-06T09:00")
        self.reserve(2).exits(0)
        self.issue("mediator", "--on", "2026-03-05").exits(0)
        with self.changing_nothing():
            for problem in [self.issue("beneficiary1", "--on", "2026-03-05", "--format", "json").exits(3).problems()[0]]:
                self.assertEqual((problem["code"], problem["rule"]), ("M3001", "builtin.reserved_number"))
                self.assertIn("--reserve undangan", problem["hint"])

    def test_no_letter_of_a_day_to_come_nor_before_the_act_it_tells_of(self):
        self.at("2026-03-04T15:30")
        self.reserve(1).exits(0)
        self.at("2026-03-06T09:00")
        with self.changing_nothing():
            self.issue("mediator", "--on", "2026-03-07").exits(3).complains("M3004")
            self.issue("mediator", "--on", "6 Maret").exits(2).complains("M2004")
            done = self.issue("mediator", "--on", "2026-03-04", "--format", "json").exits(3)
            self.assertEqual(done.problems()[0]["rule"], "builtin.letter_before_act")
        self.issue("mediator", "--on", "2026-03-06").exits(0)  # today is no earlier day
        self.assertEqual([row[2:] for row in self.taken()], [(1, "0"), (2, "2026-0001")])

    def test_what_cannot_be_set_aside(self):
        with self.changing_nothing():
            for count in "0", "51", "-1", "1.5", "many", "٣":
                self.reserve(count).exits(2).complains("M2004")
            self.reserve(1, kind="undagan").exits(2).complains("M2015", "undangan")
            self.reserve(1, "--by", "nobody").exits(2).complains("M2005")
            self.run_("document", "--reserve", "undangan").exits(2)
            self.run_("document", "--count", "1").exits(2)
            self.run_("document", "1", "--reserve", "undangan", "--count", "1").exits(2)
            self.run_("document", "--reserve", "undangan", "--count", "1", "--owed").exits(2)
            self.run_("document").exits(2)

    def test_recorded_late_is_told_as_late(self):
        self.reserve(1).exits(0)
        self.at("2026-03-06T09:00")
        self.issue("mediator", "--on", "2026-03-05").exits(0)
        self.assertEqual(self.rows("SELECT on_text, recorded FROM entry WHERE act = 'paper'"),
                         [("2026-03-05", "2026-03-06T02:00:00Z")])
        self.assertEqual(self.run_("report", "journal", "--format", "json").json()["rows"][-1]["late"], True)

    def test_setting_aside_needs_no_key_and_is_in_the_journal(self):
        self.run_("--key", "/dev/null", "document", "--reserve", "undangan", "--count", "2", "--by", "koko").exits(0)
        last = self.run_("report", "journal", "--format", "json").json()["rows"][-1]
        self.assertEqual((last["case"], last["act"], last["by"], last["typed"]), ("0", "reserve", "koko", "admin"))

    def test_a_number_behind_the_journals_back_is_seen(self):
        self.reserve(2).exits(0)
        with sqlite3.connect(self.path("mediasi.db")) as store:
            store.execute("DELETE FROM number WHERE serial = 2")
        self.run_("store", "verify").exits(8)
        self.run_("store", "rebuild").exits(0)
        self.assertEqual([row[2] for row in self.taken()], [1, 2])
        self.run_("store", "verify").exits(0)


class Years(Numbered):
    def test_over_new_year_by_the_clock_of_the_office(self):
        asked = {"alone": "yes", "willing": "yes", "pressure": "no", "threat": "no", "protection_order": "no", "afraid": "no",
                 "violence": "no", "risk": "low"}
        for minute, party in enumerate(("beneficiary1", "respondent1")):
            self.act(f"2026-12-29T09:0{minute}", "assess", "1", "asesmen_lanjutan", {"party": party, **asked}).exits(0)
        moved = {"at": "2027-01-05T09:00", "reason": "room"}
        self.act("2026-12-30T09:00", "schedule", "1", "sesi_pindah", moved).exits(0)
        self.now = "2026-12-31T16:59:00Z"  # 23.59 WIB
        self.issue("mediator").exits(0)
        self.reserve(1).exits(0)
        self.now = "2026-12-31T17:00:00Z"  # midnight
        self.issue("beneficiary1").exits(0).shows("/001/423.115/2027")
        self.issue("respondent1", "--on", "2026-12-31").exits(0).shows("/002/423.115/2026")
        self.issue("companion1", "--on", "2026-12-31").exits(3).complains("builtin.reserved_number")
        self.issue("companion1").exits(0).shows("/002/423.115/2027")
        self.assertEqual([row[:3] for row in self.taken()],
                         [("undangan", 2026, 1), ("undangan", 2026, 2), ("undangan", 2027, 1), ("undangan", 2027, 2)])
        self.assertEqual([row["serial"] for row in self.book("--from", "2027-01-01")], [1, 2])
        self.assertEqual([row["serial"] for row in self.book("--to", "2026-12-31")], [1, 2])
        self.check_store()


class Void(Numbered):
    def test_a_void_number_stays_in_sight_and_is_never_given_again(self):
        self.issue("mediator").exits(0)
        self.issue("beneficiary1").exits(0)
        paper = self.rows("SELECT MIN(seq) FROM entry WHERE act = 'paper'")[0][0]
        self.at("2026-03-05T12:00").run_("schedule", "1", "--void", paper, "--because", "salah_ketik", "--by", "pita").exits(0)
        void = self.rows("SELECT MAX(seq) FROM entry")[0][0]
        self.assertEqual(self.lines("serial", "state", "voided_by"), [(1, "void", void), (2, "issued", None)])
        listed = self.run_("document", "1", "--list", "--format", "json").exits(0).json()["rows"]
        self.assertIn(("void", "400.2.4.2/001/423.115/2026"), [(row["state"], row["number"]) for row in listed])
        self.issue("mediator").exits(0).shows("400.2.4.2/003/423.115/2026")
        self.assertEqual(self.lines("serial", "state", "to"),
                         [(1, "void", "mediator"), (2, "issued", "beneficiary1"), (3, "issued", "mediator")])
        self.check_store()


class Registers(Office):
    """an office with one book for all outgoing letters, begun on paper"""

    def rules(self, *changes):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new)
        return text

    def test_one_book_for_several_kinds_goes_on_from_where_it_stood(self):
        book = '[[register]]\nid = "keluar"\nyear = 2026\nfirst = 118\n\n[[paper]]\nid = "undangan"'
        rules = self.rules(('register = "undangan"', 'register = "keluar"'), ('[[paper]]\nid = "undangan"', book),
                           ('template = "undangan"', 'template = "undangan"\nregister = "keluar"'),
                           ('template = "berita_acara"', 'template = "berita_acara"\nregister = "keluar"'))
        self.founded_on(self.write("kantor/rules.toml", rules))
        walk = Walk(self)
        walk.to("minuted")
        self.at("2026-03-12T12:00")
        book = self.run_("report", "letters", "--format", "json").exits(0).json()["rows"]
        rows = [row for row in book if row["register"] == "keluar"]  # other kinds have books of their own
        self.assertEqual([(row["register"], row["serial"]) for row in rows], [("keluar", n) for n in range(118, 125)])
        self.assertEqual([row["kind"] for row in rows], ["undangan"] * 6 + ["berita_acara"])
        self.assertEqual(rows[-1]["number"], "400.2.4.2/BA-124/423.115/2026")
        self.run_("document", "--reserve", "pembatalan", "--count", "1").exits(0).shows("keluar", "125")
        self.now = "2027-01-04T02:00:00Z"
        self.run_("document", "--reserve", "undangan", "--count", "1", "--format", "json").exits(0).shows('"first":"1"')

    def test_kinds_that_would_bear_the_same_numbers_are_counted_together_or_refused(self):
        rules = self.write("rules.toml", self.rules(('register = "undangan" # satu buku: nomornya serupa\n', "")))
        done = self.run_("workflow", "check", rules, "--format", "json").exits(4)
        self.assertEqual(done.codes(), ["M4019"])
        self.assertIn("'undangan' and 'pembatalan'", done.problems()[0]["message"])
        self.assertIn('register = "undangan"', done.problems()[0]["hint"])


class SameBytes(Numbered):
    def pages(self, into):
        (self.folder / into).mkdir()
        self.run_("document", "1", "--owed", "--into", into).exits(0)
        return {path.name: path.read_bytes() for path in (self.folder / into).iterdir()}

    def test_whatever_happens_afterwards(self):
        first = self.pages("first")
        self.assertEqual(len([name for name in first if "-undangan-" in name]), 6)
        numbers = self.taken()
        self.at("2026-03-05T12:00")
        officer = 'id = "kiki"\nname = "Contoh Kepala Baru"\n[[post]]\nrole = "kepala_upt"\nfrom = "2026-03-01"\n'
        self.run_("roster", "add", "officer", "--form", "-", stdin=officer).exits(0)
        session = self.rows("SELECT seq FROM entry WHERE act = 'session'")[0][0]
        self.run_("schedule", "1", "--amend", session, "--set", "minutes=90", "--because", "salah_ketik", "--by", "pita").exits(0)
        self.assertEqual(self.pages("second"), first)
        self.run_("store", "rebuild").exits(0)
        (self.folder / "away").mkdir(0o700)
        self.run_("store", "backup", self.path("away")).exits(0)
        backup = next(path for path in (self.folder / "away").iterdir() if path.suffix == ".db")
        self.run_("store", "restore", backup, "--store", self.path("back/mediasi.db")).exits(0)
        shutil.copy(self.path("back/mediasi.db"), self.path("mediasi.db"))
        self.assertEqual(self.pages("third"), first)
        self.assertEqual(self.taken(), numbers)


if __name__ == "__main__":
    harness.main()
