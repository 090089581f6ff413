"""What cron runs: no key, no home, a store it may only read; what is late, and nothing that identifies anybody."""

import datetime
import json
import os
import re
import shutil
import sqlite3

import harness
from walk import EXAMPLES, LOGIN, ROOT, Office, Walk

NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
COLUMNS = {"case", "what", "since", "days_late", "role", "officer"}

class Overdue(Office):
    kept = False

    def late(self, *words, **more):
        return self.run_("report", "overdue", *words, **more)

    def waiting(self):
        """a case whose file is complete since 2 March: late from 17 March on"""
        walk = Walk(self)
        walk.to("found")
        return walk

    def test_nothing_late_is_silent(self):
        self.at("2026-03-02T09:00").late().exits(0).says_nothing().quiet_errors()
        self.waiting()
        self.at("2026-03-16T23:59").late().exits(0).says_nothing().quiet_errors()
        answer = self.late("--format", "json").exits(0).json()
        self.assertEqual((answer["kind"], answer["report"], answer["rows"]), ("report", "overdue", []))

    def test_something_late_is_code_5(self):
        self.waiting()
        self.at("2026-03-17T00:00").late().exits(5).shows("2026-0001", "2026-03-17", "pendamping", "pita").quiet_errors()
        self.late("--quiet").exits(5).says_nothing().quiet_errors()

    def test_the_shape(self):
        self.waiting()
        answer = self.at("2026-03-20T07:00").late("--format", "json").exits(5).json()
        self.assertLessEqual({"format", "kind", "report", "as_of", "from", "to", "columns", "rows", "totals", "notes"}, set(answer))
        self.assertEqual((answer["kind"], answer["as_of"]), ("report", "2026-03-20"))
        for column in answer["columns"]:
            self.assertLessEqual({"key", "heading", "type", "unit"}, set(column))
        self.assertEqual({column["key"] for column in answer["columns"]}, COLUMNS)
        self.assertEqual(answer["rows"], [{"case": "2026-0001", "what": "berita_acara", "since": "2026-03-17",
                                           "days_late": 4, "role": "pendamping", "officer": "pita"}])
        lines = self.late("--format", "csv").exits(5).out.splitlines()
        self.assertEqual(lines[0], "case,what,since,days_late,role,officer")
        self.assertEqual(lines[1], "2026-0001,berita_acara,2026-03-17,4,pendamping,pita")

    def test_nothing_that_identifies_anybody(self):
        self.waiting()
        for words in ([], ["--format", "json"], ["--format", "csv"]):
            self.at("2026-03-20T07:00").late(*words).exits(5).hides("C.A.S", "C.A.D", "Contoh", "3575", "bullying")

    def test_no_key_no_home_no_data_folder(self):
        self.waiting()
        bare = {"MEDIASI_KEY": None, "MEDIASI_SHARE": self.path("nowhere"), "PATH": None, "TZ": None, "LC_ALL": None}
        shutil.rmtree(self.folder / "safe")
        self.at("2026-03-17T07:00").late(env=bare).exits(5).quiet_errors()
        self.assertEqual(self.late("--store", "none.db", env=bare).code, 1)
        without = {**bare, "MEDIASI_STORE": None}
        self.assertEqual(self.late(env=without).exits(2).says_nothing().err.count("M2008"), 1)

    def test_a_reader_with_no_right_to_write_anything(self):
        self.waiting()
        os.chmod(self.path("mediasi.db"), 0o444)
        shutil.rmtree(self.folder / "safe")
        os.chmod(self.folder, 0o555)
        reader = NOBODY if os.getuid() == 0 else ()
        if reader and not shutil.which(reader[0]):
            self.skipTest("no setpriv")
        program = os.path.dirname(harness.PROGRAM)
        if reader and self.run_("--version", prefix=reader).code != 0:
            self.skipTest(f"others may not enter {program}")
        with self.changing_nothing():
            self.at("2026-03-16T07:00").late(prefix=reader).exits(0).says_nothing().quiet_errors()
            self.at("2026-03-17T07:00").late(prefix=reader).exits(5).quiet_errors()
            self.run_("store", "verify", prefix=reader).exits(0)
            self.run_("report", "case", "1", prefix=reader).exits(0)

    def test_the_due_table_alone_is_read(self):
        """what is late does not depend on the rules' text nor on the journal"""
        self.waiting()
        store = sqlite3.connect(self.path("mediasi.db"))
        names = [row[0] for row in store.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
        for name in names:
            store.execute(f"DROP TRIGGER {name}")
        store.execute("UPDATE rules SET text = 'broken'")
        store.execute("UPDATE entry SET facts = 'broken' WHERE seq > 1")
        store.execute("DELETE FROM case_index")
        store.commit()
        store.close()
        self.at("2026-03-17T07:00").late().exits(5).shows("2026-0001")

    def complete_on(self, day, number):
        """registers a civil case whose file is complete on that day"""
        case = f"2026-{number:04}"
        form = {"source": "walk_in", "assigned_pendamping": "pita",
                "beneficiary": [{"name": "Contoh Satu", "birth": "1990", "sex": "female", "special_needs": "no"}],
                "respondent": [{"name": "Contoh Dua", "birth": "1988", "sex": "male", "special_needs": "no"}],
                "matter": [{"kind": "maintenance", "mediate": "yes"}], "requirement": [{"requirement": "identitas"}]}
        self.act(f"{day}T08:00", "intake", "", "", form, by="").exits(0)
        self.act(f"{day}T16:00", "assess", case, "asesmen_awal", {"party": "beneficiary1", "violence": "no", "risk": "low"}).exits(0)

    def test_the_table_of_the_domain_notes(self):
        """fourteen calendar days: the day after is day 1, the due day itself is not late"""
        table = [("2026-03-12", "2026-03-26"), ("2026-05-11", "2026-05-25"), ("2026-07-06", "2026-07-20"), ("2026-12-18", "2027-01-01")]
        for number, (start, due) in enumerate(table, 1):
            with self.subTest(start):
                self.complete_on(start, number)
                rows = self.late("--as-of", due, "--format", "json").json()["rows"]
                self.assertNotIn(f"2026-{number:04}", [row["case"] for row in rows])
                after = self.next_day(due)
                rows = self.late("--as-of", after, "--format", "json").exits(5).json()["rows"]
                mine = [row for row in rows if row["case"] == f"2026-{number:04}"]
                self.assertEqual([(row["since"], row["days_late"]) for row in mine], [(after, 1)])

    def test_working_days_where_the_office_chooses_them(self):
        """the same table with unit = working_day; over the year's end the answer is provisional"""
        rules = (ROOT / "share/rules/pasuruan.toml").read_text()
        rules = re.sub(r'unit = "day" # "14 Hari".*', 'unit = "working_day"', rules)
        self.write("kantor.toml", rules)
        (self.folder / "mediasi.db").unlink()
        shutil.rmtree(self.folder / "safe")
        (self.folder / "safe").mkdir()
        admin = (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)
        self.at("2026-03-02T07:00").run_("init", "--practice", "--rules", "kantor.toml", "--officer", "-", "--recovery",
                                         "safe/recovery", stdin=admin).exits(0)
        self.run_("roster", "add", "officer", "--form", EXAMPLES / "roster/pendamping.toml").exits(0)
        for number, (start, due) in enumerate([("2026-03-12", "2026-04-09"), ("2026-05-11", "2026-06-05"), ("2026-07-06", "2026-07-24")], 1):
            with self.subTest(start):
                self.complete_on(start, number)
                case = f"2026-{number:04}"
                for day, late in ((due, False), (self.next_day(due), True)):
                    rows = self.late("--as-of", day, "--format", "json").json()["rows"]
                    self.assertEqual(late, case in [row["case"] for row in rows], (case, day))
        self.complete_on("2026-12-18", 4)
        answer = self.late("--as-of", "2027-03-01", "--format", "json").exits(5).json()
        self.assertTrue(any("provisional" in note for note in answer["notes"]), answer["notes"])

    @staticmethod
    def next_day(day):
        return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1))

    def test_a_day_that_is_none(self):
        for word in ("yesterday", "2026-02-30", "2026-3-1", ""):
            done = self.late("--as-of", word, "--format", "json").exits(2).says_nothing()
            self.assertTrue(json.loads(done.err.splitlines()[0])["hint"])


if __name__ == "__main__":
    harness.main()
