"""What is to be done: late, today, coming, paused; papers owed; who must act."""

import harness
from reports import Reports, Walk


class Due(Reports):
    def dated(self, *words):
        return [row for row in self.rows_of("due", *words) if row["due"]]

    def test_a_decision_stands_there_until_its_signed_paper_is_attached(self):
        for words, count in (([], 1), (["--attach", "perintah=scan.pdf"], 0)):
            with self.subTest(words):
                self.afresh()
                walk = Walk(self)
                walk.to("planned")
                self.write("scan.pdf", "%PDF-1.4")
                walk.attempt("ordered", *words).exits(0)
                rows = [row for row in self.rows_of("due") if row["state"] == "no_scan"]
                self.assertEqual([(row["what"], row["due"], row["officer"]) for row in rows], [("perintah", None, "koko")] * count)

    def test_minutes_stand_there_until_all_have_signed_or_refused(self):
        walk = Walk(self)
        walk.to("minuted")

        def unsigned():
            return [(row["what"], row["due"], row["officer"], row["title"]) for row in self.rows_of("due") if row["state"] == "unsigned"]

        (row,) = unsigned()
        self.assertEqual(row[:3], ("tanda_tangan", None, "pita"))
        for who in "mediator", "companion1", "companion2", "companion3", "pendamping":
            self.assertIn(who, row[3])
        first = {"signature": [{"person": "pendamping", "state": "signed"}]}
        walk.act("2026-03-12T11:40", "record", "tanda_tangan", first).exits(0)
        (row,) = unsigned()
        self.assertNotIn("pendamping", row[3])
        self.run_("report", "due").exits(0).shows("unsigned", "session 1")
        self.afresh()
        walk = Walk(self)
        walk.to("signed")
        self.assertEqual(unsigned(), [])

    def test_the_days_left_and_the_state_follow_the_clock(self):
        Walk(self).to("registered")  # the first assessment: three working days after 2 March 2026
        for day, left, state in (("2026-03-02", 3, "coming"), ("2026-03-04", 1, "coming"), ("2026-03-05", 0, "today"),
                                 ("2026-03-06", -1, "late"), ("2026-03-09", -4, "late")):
            with self.subTest(day):
                (row,) = self.at(f"{day}T09:00").rows_of("due")
                self.assertEqual((row["case"], row["what"], row["due"], row["days_left"], row["state"]),
                                 ("2026-0001", "asesmen_awal", "2026-03-05", left, state))
                self.assertEqual((row["role"], row["officer"]), ("pendamping", "pita"))

    def test_a_week_ahead_unless_a_day_is_named(self):
        walk = Walk(self)
        walk.to("reported")  # obligations until 16 and 20 March, the first visit 14 days after the minutes of 12 March
        self.at("2026-03-13T09:00")
        for words, days in (([], ["16", "20"]), (["--to", "2026-03-26"], ["16", "20", "26"]), (["--to", "2026-03-25"], ["16", "20"]),
                            (["--to", "2026-03-16"], ["16"]), (["--to", "2026-03-15"], [])):
            self.assertEqual([row["due"][-2:] for row in self.dated(*words)], days, words)
        self.assertEqual(self.report("due")["to"], "2026-03-20")
        self.assertEqual(len(self.at("2026-03-19T09:00").dated()), 3)

    def test_whatever_is_overdue_is_due(self):
        walk = Walk(self)
        walk.to("reported")
        for day in ("2026-03-13", "2026-03-27", "2026-05-01", "2026-12-31"):
            self.at(f"{day}T12:00")
            late = self.run_("report", "overdue", "--format", "json")
            names = [(row["case"], row["what"]) for row in late.json()["rows"]]
            due = [(row["case"], row["what"]) for row in self.rows_of("due") if row["state"] == "late"]
            self.assertEqual(sorted(names), sorted(due), day)

    def test_a_paper_is_owed_until_it_is_issued(self):
        walk = Walk(self)
        walk.to("conditioned")
        walk.act("2026-03-05T10:00", "schedule", "jadwal", walk.form("scheduled")).exits(0)
        owed = [row for row in self.rows_of("due") if row["state"] == "owed"]
        self.assertGreater(len(owed), 2)
        self.assertEqual(len([row for row in owed if row["what"] == "undangan"]), 6)
        self.assertEqual({(row["case"], row["due"], row["days_left"]) for row in owed}, {("2026-0001", None, None)})
        self.run_("document", "2026-0001", "--owed", "--into", "letters", "--by", "pita").exits(0)
        self.assertEqual([row for row in self.rows_of("due") if row["state"] == "owed"], [])

    def test_only_one_role_one_officer_one_case(self):
        Walk(self).to("registered")
        Walk(self, 2).attempt("registered").exits(0)
        everything = self.rows_of("due")
        self.assertEqual({row["case"] for row in everything}, {"2026-0001", "2026-0002"})
        self.assertEqual(self.rows_of("due", "--role", "pendamping"), everything)
        self.assertEqual(self.rows_of("due", "--role", "mk"), [])
        self.assertEqual(self.rows_of("due", "--officer", "pita"), everything)
        self.assertEqual(self.rows_of("due", "--officer", "koko"), [])
        self.assertEqual({row["case"] for row in self.rows_of("due", "--case", "2")}, {"2026-0002"})
        self.assertEqual(self.rows_of("due", "--stage", "registered"), everything)
        self.assertEqual(self.rows_of("due", "--stage", "monitoring"), [])

    def test_the_same_in_every_format_and_nobody_named(self):
        Walk(self).to("scheduled")
        self.agrees_in_every_format("due")
        self.only_reads("due")

    def test_as_it_was_on_a_day_that_is_over(self):
        told = self.remembers("due", Walk(self), "delivered", "visited1")
        self.assertTrue(told)

    def test_what_came_in_late_is_named(self):
        walk = Walk(self)
        walk.to("registered")
        walk.attempt("found", "--on", "2026-03-02", at="2026-03-09T10:00").exits(0)
        answer = self.report("due", "--as-of", "2026-03-06")
        self.assertEqual([row["state"] for row in answer["rows"]], ["late"])
        self.assertTrue(any("2026-0001" in note for note in answer["notes"]), answer["notes"])
        self.assertEqual(self.report("due", "--as-of", "2026-03-09")["notes"], [])

    def test_late_as_of_a_day_that_is_over_is_late_as_it_was_then(self):
        walk = Walk(self)
        walk.to("registered")
        walk.attempt("found", at="2026-03-09T10:00", by="pita").exits(0)
        self.run_("report", "overdue").exits(0)
        self.run_("report", "overdue", "--as-of", "2026-03-06").exits(5).shows("asesmen_awal")
        self.run_("report", "overdue", "--as-of", "2026-03-05").exits(0).says_nothing()

    def test_options_of_other_reports(self):
        self.refuses("due", "--from 2026-01-01", "--by-date held", "--open", "--all")
        for words in (["--to", "2026-02-30"], ["--to", "besok"], ["--case", "9"], ["--case", "3575010101900001"]):
            self.run_("report", "due", *words).exits(2).says_nothing().hides("3575010101900001")
        self.run_("report", "due", "2026-0001").exits(2).complains("--case")


if __name__ == "__main__":
    harness.main()
