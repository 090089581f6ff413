"""Somebody writes into the tables with no key at hand: no command washes that out, and there is a way back from it."""

import attack
import harness
from keeping import Keep
from keyed import KeyOffice
from walk import Walk

HUGE = "9223372036854775807"


class Tables(Keep):
    def changed(self, *statements):
        self.alter(self.path("mediasi.db"), *statements)

    def rebuilt(self):
        told = self.run_("store", "rebuild", "--format", "json").exits(0).json()
        self.assertTrue(self.verify()["sound"])
        self.backup("2026-03-30T09:00")
        return told

    def test_rows_of_the_case_are_those_noted_or_nothing_is_recorded_over_them(self):
        walk = Walk(self)
        walk.to("found")
        for table in ("DELETE FROM due", "UPDATE case_index SET stage = 'closed'",
                      "INSERT INTO booking VALUES ('room', 'r1', '2026-12-01T09:00', '2026-12-01T10:00', '2026-0001', 9)"):
            with self.subTest(table):
                self.changed(table)
                with self.changing_nothing("mediasi.db"):
                    self.at("2026-03-05T09:00").run_("intake", "1", "--step", "syarat", "--set", "requirement=identitas").exits(8).complains("M8002")
                self.rebuilt()

    def test_tables_made_of_an_altered_journal_are_no_good_news(self):
        Walk(self).to("found")
        self.changed("UPDATE entry SET facts = replace(facts, 'household_quarrel', 'custody'), step = 'lain' WHERE act = 'register'")
        done = self.run_("store", "rebuild").exits(8).complains("M8002", "was altered")
        done.shows("entries")
        self.run_("store", "verify").exits(8)

    def test_a_letter_number_given_twice_stays_with_the_first(self):
        walk = Walk(self)
        walk.to("scheduled")  # and invited
        given = self.rows("SELECT serial, seq FROM number WHERE register = 'undangan' ORDER BY serial")
        self.changed("DELETE FROM number")
        walk.act("2026-03-06T09:00", "schedule", "sesi_pindah", {"at": "2026-03-13T09:00", "reason": "room"},
                 extra=("--papers", self.path("letters"))).exits(0)
        self.assertFalse(self.verify()["sound"])
        self.assertGreaterEqual(int(self.rebuilt()["given_twice"]), len(given))
        self.assertEqual(self.rows("SELECT serial, seq FROM number WHERE register = 'undangan' ORDER BY serial"), given)

    def test_numbers_set_aside_twice_stay_with_the_first(self):
        Walk(self).to("registered")
        aside = ("document", "--reserve", "undangan", "--count", "2")
        self.at("2026-03-05T09:00").run_(*aside).exits(0)
        self.changed("DELETE FROM number")
        self.run_(*aside).exits(0)
        self.assertEqual(self.rebuilt()["given_twice"], "2")

    def test_a_row_taken_in_twice_stays_with_the_first(self):
        sheet = self.write("rows.csv", "ref;on;source\n7;2026-01-02;walk_in\n")
        self.at("2026-03-02T08:30").run_("intake", "--batch", sheet).exits(0)
        self.changed("DELETE FROM ref")
        self.run_("intake", "--batch", sheet).exits(0)
        self.assertEqual(self.rebuilt()["given_twice"], "1")
        self.assertEqual(self.rows("SELECT count(*), min(seq) FROM ref"), self.rows(
            "SELECT 1, min(seq) FROM entry WHERE case_number = '2026-0001'"))

    def test_a_number_that_nobody_gave_is_none_to_go_on_from(self):
        Walk(self).to("registered")
        self.changed("INSERT INTO case_index SELECT '2026-9998', 2026, " + HUGE + ", initials, rules, stage, received, complete, closed, "
                     "outcome, reason FROM case_index")
        with self.changing_nothing("mediasi.db"):
            self.at("2026-03-05T09:00").run_("intake", "--set", "source=phone").exits(8).complains("M8002")
        self.rebuilt()
        self.run_("intake", "--set", "source=phone").exits(0)
        self.assertEqual(self.rows("SELECT max(number) FROM case_index"), [("2026-0002",)])

    def test_what_is_too_large_is_a_finding(self):
        Walk(self).to("registered")
        self.changed("INSERT INTO due VALUES ('2026-0001', hex(zeroblob(20000000)), 'y', 'admin', 'admin', '2020-01-01', "
                     "'2020-01-02T00:00', 0, '')")
        told = self.run_("store", "verify", "--format", "json").exits(8).json()
        self.assertFalse(told["sound"])
        self.rebuilt()

    def test_a_practice_store_that_says_it_is_none_is_altered(self):
        self.changed("UPDATE entry SET facts = replace(facts, '\"practice\":\"yes\"', '\"practice\":\"9es\"') WHERE seq = 1")
        self.run_("store", "verify").exits(8).shows("altered")

    def test_a_backup_is_refused_with_the_way_that_loses_nothing(self):
        Walk(self).to("registered")
        self.changed("DELETE FROM due")
        self.at("2026-03-05T09:00").run_("store", "backup", self.backups).exits(8).complains("store rebuild")
        self.rebuilt()


class Readers(KeyOffice):
    def test_who_changes_readers_sees_who_was_put_there_or_taken_away(self):
        self.passphrase("pita", "sungai tujuh kafe").exits(0)
        put = "INSERT INTO reader SELECT 9, 'jahat', kind, salt, params, {} FROM reader WHERE kind = 'file'"
        for statement in (put.format("wrapped"), put.format("randomblob(105)"), "DELETE FROM reader WHERE kind = 'passphrase'",
                          "UPDATE reader SET officer = 'jahat' WHERE kind = 'passphrase'"):
            with self.subTest(statement):
                before = self.folder.joinpath("mediasi.db").read_bytes()
                Keep.alter(self.path("mediasi.db"), statement)
                for words in ["renew"], ["remove", "1"], ["add", "--officer", "koko", "--file", self.path("koko", "key")]:
                    with self.changing_nothing("mediasi.db"):
                        self.run_("store", "key", *words).exits(8).says_nothing().complains("M8002")
                self.run_("store", "verify").exits(8).shows("reader")
                self.folder.joinpath("mediasi.db").write_bytes(before)

    def test_a_rebuild_takes_nobody_away_whom_an_index_hides(self):
        self.passphrase("pita", "sungai tujuh kafe").exits(0)
        entered = self.rows("SELECT * FROM reader ORDER BY id")
        for condition in "seq < 4", "seq < 0":
            attack.hide_from_index(self.path("mediasi.db"), "entry_reader", condition)
            self.run_("store", "rebuild")
            self.assertEqual(self.rows("SELECT * FROM reader ORDER BY id"), entered)

    def test_a_rebuild_takes_away_who_was_never_let_in_and_nobody_else(self):
        self.passphrase("pita", "sungai tujuh kafe").exits(0)
        entered = self.rows("SELECT * FROM reader ORDER BY id")
        for column in "wrapped", "randomblob(105)":
            with self.subTest(column):
                Keep.alter(self.path("mediasi.db"), f"INSERT INTO reader SELECT 9, 'jahat', kind, salt, params, {column} FROM reader "
                           "WHERE kind = 'file'")
                with self.changing_nothing("mediasi.db"):
                    self.run_("store", "backup", self.path("backups")).exits(8).complains("M8002")
                    self.run_("store", "key", "renew").exits(8).complains("store rebuild")
                self.run_("store", "rebuild").exits(0).shows("foreign_readers")
                self.assertEqual(self.rows("SELECT * FROM reader ORDER BY id"), entered)
                self.run_("store", "verify").exits(0)
                self.run_("store", "backup", self.path("backups")).exits(0)
        self.assertEqual(len(self.rows("SELECT seq FROM entry WHERE act = 'rebuild'")), 2)
        Keep.alter(self.path("mediasi.db"), "UPDATE reader SET officer = 'jahat' WHERE kind = 'passphrase'")
        self.run_("store", "rebuild").exits(0).hides("foreign_readers")
        self.run_("store", "verify").exits(8).shows("reader")


if __name__ == "__main__":
    harness.main()
