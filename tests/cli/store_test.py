"""The store from outside: what is late for cron, the house-keeping commands, and what each leaves unchanged."""

import os
import pathlib
import pwd
import shutil
import sqlite3

import harness
from harness import Case

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
FORMS = EXAMPLES / "first-case"
NOBODY = 65534
FIRST, SECOND = "2026-03-02T08:00:00+07:00", "2026-03-02T08:30:00+07:00"


class StoreCase(Case):
    """a practice store with one registered case, whose first assessment is due on Thursday 5 March"""

    practice = ["--practice"]

    def setUp(self):
        super().setUp()
        for folder in "s", "k":
            os.mkdir(self.path(folder), 0o700)
        self.store = self.path("s", "mediasi.db")
        self.environment = {"MEDIASI_STORE": self.store, "MEDIASI_KEY": self.path("k", "key")}
        login = pwd.getpwuid(os.getuid()).pw_name
        admin = (EXAMPLES / "roster" / "admin.toml").read_text(encoding="utf-8").replace("LOGIN", login)
        self.now = FIRST if self.practice else None
        self.run_("init", *self.practice, "--rules", "pasuruan", "--officer", self.write("admin.toml", admin),
                  "--recovery", self.path("k", "recovery")).exits(0)

    def register(self):
        self.run_("roster", "add", "officer", "--form", EXAMPLES / "roster" / "pendamping.toml").exits(0)
        self.run_("roster", "add", "officer", "--form", EXAMPLES / "roster" / "kepala.toml").exits(0)
        self.now = SECOND
        return self.run_("intake", "--form", FORMS / "01-registrasi.toml").exits(0)

    def at(self, now):
        self.now = now
        return self


class Overdue(StoreCase):
    def setUp(self):
        super().setUp()
        self.register()

    def test_the_due_day_is_not_late_and_the_next_midnight_of_the_office_is(self):
        self.at("2026-03-05T23:59:00+07:00").run_("report", "overdue").exits(0).says_nothing().quiet_errors()
        late = self.at("2026-03-06T00:00:00+07:00").run_("report", "overdue", "--format", "json").exits(5).json()
        self.assertEqual(late["rows"], [{"case": "2026-0001", "what": "asesmen_awal", "since": "2026-03-06",
                                         "days_late": 1, "role": "pendamping", "officer": "pita"}])

    def test_nothing_late_is_an_empty_report_in_json(self):
        answer = self.run_("report", "overdue", "--format", "json").exits(0).json()
        self.assertEqual((answer["kind"], answer["report"], answer["rows"]), ("report", "overdue", []))

    def test_a_day_may_be_named(self):
        self.run_("report", "overdue", "--as-of", "2026-03-05").exits(0).says_nothing()
        self.run_("report", "overdue", "--as-of", "2026-03-06").exits(5).shows("2026-0001")
        for wrong in ["2026-02-30", "6/3/2026", "tomorrow", "2026-03-06T00:00"]:
            self.run_("report", "overdue", "--as-of", wrong).exits(2)

    def test_it_needs_no_key_no_home_and_no_right_to_write(self):
        shutil.rmtree(self.path("k"))
        os.chmod(self.store, 0o400)
        os.chmod(self.path("s"), 0o500)
        program, prefix = harness.PROGRAM, []
        if os.getuid() == 0:  # who may do everything proves nothing
            os.chmod(self.folder, 0o755)
            for path in self.path("s"), self.store:
                os.chown(path, NOBODY, NOBODY)
            program = shutil.copy(program, self.path("mediasi"))  # the checkout may be closed to others
            prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        self.now = "2026-04-01T07:00:00+07:00"
        with self.changing_nothing():
            self.run_("report", "overdue", prefix=prefix, program=program).exits(5).shows("2026-0001").quiet_errors()

    def test_it_opens_neither_key_nor_rules_nor_templates(self):
        done = self.run_("report", "overdue", prefix=["strace", "-f", "-e", "trace=openat"])
        done.hides(self.path("k"), "pasuruan.toml", "templates", "calendar")

    def test_it_shows_nobody(self):
        done = self.at("2026-04-01T07:00:00+07:00").run_("report", "overdue").exits(5)
        done.hides("C.A.S.", "Contoh")

    def test_quiet_leaves_the_code_alone(self):
        self.at("2026-04-01T07:00:00+07:00").run_("report", "overdue", "--quiet").exits(5).says_nothing()


class Housekeeping(StoreCase):
    def setUp(self):
        super().setUp()
        self.register()

    def dump(self):
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            return list(store.iterdump())

    def test_reading_commands_change_no_byte(self):
        for line in (["store", "verify"], ["store", "head"], ["store", "info"], ["report", "overdue"],
                     ["report", "case", "1"], ["--list", "steps"]):
            with self.subTest(line=line), self.changing_nothing():
                self.run_(*line).exits(0)

    def test_rebuild_changes_nothing(self):
        before = self.dump()
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(before, self.dump())

    def test_rebuild_brings_back_what_was_lost(self):
        before = self.dump()
        with sqlite3.connect(self.store) as store:
            for table in "due", "case_index":
                store.execute(f"DELETE FROM {table}")
        self.assertNotEqual(before, self.dump())
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(before, self.dump())

    def test_verify_names_the_first_altered_entry(self):
        answer = self.run_("store", "verify", "--format", "json").exits(0).json()
        self.assertEqual((answer["kind"], answer["sound"], answer["problems"]), ("verify", True, []))
        with sqlite3.connect(self.store) as store:
            for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                store.execute(f"DROP TRIGGER {name}")
            store.execute("UPDATE entry SET by_officer = 'kori' WHERE seq = 2")
        answer = self.run_("store", "verify", "--format", "json").exits(8).json()
        self.assertFalse(answer["sound"])
        self.assertTrue(any("entry 2" in problem for problem in answer["problems"]), answer["problems"])

    def test_info_says_where_each_value_comes_from(self):
        info = self.run_("store", "info", "--format", "json", "--key", "elsewhere").exits(0).json()
        self.assertEqual(info["store"], {"value": self.store, "from": "environment"})
        self.assertEqual(info["key"], {"value": "elsewhere", "from": "option"})
        self.assertEqual(info["lang"]["from"], "default")
        self.assertEqual(info["practice"], "yes")

    def test_head_is_the_head_that_verify_finds(self):
        head = self.run_("store", "head", "--format", "json").exits(0).json()["head"]
        self.assertEqual(head, self.run_("store", "verify", "--format", "json").json()["head"])

    def test_a_case_is_found_by_its_short_number_and_nothing_else_is(self):
        self.run_("report", "case", "1").exits(0).shows("case 2026-0001", "C.A.S.", "registrasi").hides("Contoh Anak")
        self.run_("report", "case", "2026-1").exits(0)
        for wrong in ["2", "0", "2026-0002", "26-1", "x", "01x", "2026-0001-1", "-", "99999999999999"]:
            with self.subTest(wrong=wrong):
                self.run_("report", "case", wrong).exits(2).says_nothing()
        self.run_("report", "case").exits(2)
        self.run_("report", "overdue", "1").exits(2)

    def test_practice_time_must_be_an_instant(self):
        self.at("yesterday").run_("report", "overdue").exits(2).complains("MEDIASI_NOW")

    def test_a_missing_or_foreign_file_is_no_store(self):
        self.run_("store", "info", "--store", self.path("none.db")).exits(1)
        self.assertFalse(os.path.exists(self.path("none.db")))
        self.run_("store", "info", "--store", self.write("notes.txt", "nothing of ours" * 100)).exits(8)


class RealStore(StoreCase):
    practice = []

    def test_no_command_on_a_real_store_takes_another_time_for_now(self):
        for line in (["report", "overdue"], ["store", "info"], ["store", "verify"], ["store", "rebuild"]):
            with self.subTest(line=line):
                with self.changing_nothing():
                    self.at(FIRST).run_(*line).exits(2).complains("[M2013]")
                self.at(None).run_(*line).exits(0)


if __name__ == "__main__":
    harness.main()
