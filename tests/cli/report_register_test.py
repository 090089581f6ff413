"""The register book: one line a case."""

import harness
from reports import Reports, Walk


class Register(Reports):
    def cases(self, count):
        for number in range(1, count + 1):
            Walk(self, number).attempt("registered", at=f"2026-03-{number + 1:02}T09:00").exits(0)

    def test_a_row_for_every_case_and_no_other(self):
        for count in (0, 1, 4):
            self.afresh()
            self.cases(count)
            rows = self.rows_of("register")
            self.assertEqual([row["case"] for row in rows], [number for (number,) in
                                                             self.rows("SELECT number FROM case_index ORDER BY number")])
            self.assertEqual(len(rows), count)

    def test_a_whole_case_in_one_line(self):
        Walk(self).to("closed")
        (row,) = self.rows_of("register")
        self.assertEqual((row["received"], row["complete"], row["closed"]), ("2026-03-02", "2026-03-02", "2026-06-08"))
        self.assertEqual((row["stage"], row["finding"], row["outcome"], row["reason"]),
                         ("closed", "conditional", "agreed", "carried_out"))
        self.assertEqual((row["sessions"], row["days"], row["pendamping"], row["mk"]), (1, 10, "pita", "kania"))
        self.assertFalse(row["late"])
        self.assertEqual({column["unit"] for column in self.report("register")["columns"] if column["key"] == "case"},
                         {"case"})

    def test_codes_for_programs_and_words_for_people(self):
        Walk(self).to("closed")
        self.run_("report", "register", "--format", "csv").exits(0).shows("carried_out").hides("hasil mediasi")
        self.run_("report", "register").exits(0).shows("hasil mediasi telah dilaksanakan").hides("carried_out")

    def test_a_case_still_running_counts_its_days_to_today(self):
        Walk(self).to("found")
        for day, days in (("2026-03-02", 0), ("2026-03-03", 1), ("2026-04-01", 30)):
            (row,) = self.at(f"{day}T23:00").rows_of("register")
            self.assertEqual(row["days"], days)

    def test_a_case_opened_again_counts_its_last_stretch_as_explain_does(self):
        walk = Walk(self)
        walk.to("closed")

        def days(when):
            self.at(f"{when}T23:00")
            (promise,) = [row for row in self.run_("--format", "json", "explain", walk.case()).exits(0).json()["deadlines"]
                          if row["id"] == "penyelesaian"]
            (row,) = self.rows_of("register")
            told = self.run_("report", "case", walk.case()).exits(0)
            self.assertEqual(row["days"], promise["net"], when)
            if not promise["ended"]:
                told.shows(f"day {row['days']} of 14")
            return row["days"]

        self.assertEqual(days("2026-06-09"), 10)
        for opened, closed in (("2026-06-10", "2026-06-24"), ("2026-07-01", "2026-07-03")):
            walk.act(f"{opened}T08:00", "terminate", "pembukaan_kembali", {"reason": "asked"}, "kania").exits(0)
            self.assertEqual([days(opened), days(opened[:-2] + ("20" if opened < "2026-07" else "02"))],
                             [0, 10 if opened < "2026-07" else 1])
            walk.act(f"{closed}T08:00", "terminate", "terminasi", {"reason": "withdrawn"}, "kania").exits(0)
            self.assertEqual([days(closed), days("2026-12-31")], [14 if opened < "2026-07" else 2] * 2)

    def test_the_period_by_four_days(self):
        Walk(self).to("closed")
        for which, day in (("received", "2026-03-02"), ("complete", "2026-03-02"), ("held", "2026-03-12"),
                           ("closed", "2026-06-08")):
            for first, last, expected in ((day, day, 1), ("2026-01-01", day, 1), (day, "2026-12-31", 1),
                                          ("2026-06-09", "2026-12-31", 0), ("2026-01-01", "2026-03-01", 0)):
                with self.subTest(which=which, first=first, last=last):
                    rows = self.rows_of("register", "--from", first, "--to", last, "--by-date", which)
                    self.assertEqual(len(rows), expected)
        self.afresh()
        Walk(self).to("registered")
        for which in ("complete", "held", "closed"):  # a day that is not there lies in no period
            self.assertEqual(self.rows_of("register", "--from", "2020-01-01", "--by-date", which), [])
            self.assertEqual(len(self.rows_of("register", "--by-date", which)), 1)

    def test_which_cases(self):
        Walk(self).to("closed")
        Walk(self, 2).attempt("registered", at="2026-06-09T09:00").exits(0)
        self.assertEqual([row["case"] for row in self.rows_of("register", "--open")], ["2026-0002"])
        self.assertEqual([row["case"] for row in self.rows_of("register", "--stage", "closed")], ["2026-0001"])
        self.assertEqual(len(self.rows_of("register", "--officer", "kania")), 2)
        self.assertEqual(self.rows_of("register", "--officer", "nobody"), [])

    def test_a_registration_recorded_later_says_so(self):
        Walk(self).attempt("registered", "--on", "2026-03-02", at="2026-03-05T09:00").exits(0)
        (row,) = self.rows_of("register")
        self.assertTrue(row["late"])

    def test_the_same_in_every_format_and_nobody_named(self):
        Walk(self).to("closed")
        answer = self.agrees_in_every_format("register")
        self.assertEqual(answer["notes"], ["cases: 1"])
        self.only_reads("register")

    def test_as_it_was_on_a_day_that_is_over(self):
        self.remembers("register", Walk(self), "signed", "closed")
        self.assertEqual(self.rows_of("register", "--as-of", "2026-03-01"), [])

    def test_options_of_other_reports_and_periods_that_are_none(self):
        self.refuses("register", "--role mk", "--case 1", "--all")
        for words in (["--from", "1"], ["--by-date", "birth"], ["--from", "2026-03-02", "--to", "2026-03-01"]):
            self.run_("report", "register", *words).exits(2).says_nothing()


if __name__ == "__main__":
    harness.main()
