"""The journal as it stands up in an inquiry: every entry, in order, with both of its times and both of its people."""

import harness
from reports import Reports, Walk


class Journal(Reports):
    def test_every_entry_once_in_order(self):
        Walk(self).to("closed")
        rows = self.rows_of("journal")
        stored = self.rows("SELECT seq, case_number, act, step, by_officer, typed, target FROM entry ORDER BY seq")
        self.assertEqual([(row["entry"], row["case"], row["act"], row["step"] or "", row["by"] or "", row["typed"] or "",
                           row["target"] or 0) for row in rows], stored)
        self.assertEqual([row["entry"] for row in rows], list(range(1, len(rows) + 1)))

    def test_acts_of_the_house_are_named(self):
        rows = self.rows_of("journal")
        self.assertTrue(rows)
        self.assertEqual({row["case"] for row in rows}, {"0"})
        self.assertTrue(all(row["title"] and row["title"] != row["act"] or row["act"] in ("officer", "mediator", "room")
                            for row in rows), rows)

    def test_a_late_entry_is_shown_as_late_and_a_typist_as_typist(self):
        walk = Walk(self)
        walk.to("registered")
        walk.attempt("found", "--on", "2026-03-02", at="2026-03-04T10:00").exits(0)
        late = [row for row in self.rows_of("journal", "--case", "2026-0001") if row["late"]]
        self.assertTrue(late)
        for row in late:
            self.assertEqual((row["on"][:10], row["recorded"][:10], row["by"]), ("2026-03-02", "2026-03-04", "pita"))
            self.assertNotEqual(row["typed"], row["by"])

    def test_what_is_sealed_is_named_by_its_place_alone(self):
        Walk(self).to("registered")
        (row,) = self.rows_of("journal", "--case", "1")
        self.assertIn("story", row["sealed"].split(","))
        self.assertIn("beneficiary#1", row["sealed"].split(","))

    def test_one_case_one_officer_one_period(self):
        Walk(self).to("held")
        everything = self.rows_of("journal")
        for words, keep in (
                (["--case", "2026-0001"], lambda row: row["case"] == "2026-0001"),
                (["--officer", "koko"], lambda row: "koko" in (row["by"], row["typed"])),
                (["--from", "2026-03-04"], lambda row: row["recorded"] >= "2026-03-04"),
                (["--to", "2026-03-04"], lambda row: row["recorded"][:10] <= "2026-03-04"),
                (["--from", "2026-03-04", "--to", "2026-03-05"], lambda row: "2026-03-04" <= row["recorded"][:10] <= "2026-03-05")):
            with self.subTest(words):
                kept = [row for row in everything if keep(row)]
                self.assertTrue(kept)
                self.assertLess(len(kept), len(everything))
                self.assertEqual(self.rows_of("journal", *words), kept)

    def test_the_same_in_every_format_and_nobody_named(self):
        Walk(self).to("closed")
        answer = self.agrees_in_every_format("journal", "--case", "2026-0001")
        self.assertEqual(answer["rows"], self.rows_of("journal", "--case", "2026-0001"))
        self.only_reads("journal")

    def test_as_it_was_on_a_day_that_is_over(self):
        self.remembers("journal", Walk(self), "signed", "visited1")

    def test_options_of_other_reports(self):
        self.refuses("journal", "--role mk", "--stage closed", "--open", "--all", "--by-date held")


if __name__ == "__main__":
    harness.main()
