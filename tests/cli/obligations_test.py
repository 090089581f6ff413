"""What the parties owe each other, and how it fares."""

import harness
from reports import Reports, Walk


class Obligations(Reports):
    def states(self, *words):
        return {row["obligation"]: row["state"] for row in self.rows_of("obligations", *words)}

    def test_every_obligation_of_a_running_case(self):
        Walk(self).to("reported")
        rows = self.rows_of("obligations")
        self.assertEqual([(row["case"], row["obligation"], row["who"], row["kind"], row["recurrence"]) for row in rows], [
            ("2026-0001", 1, "respondent1", "apology", "once"), ("2026-0001", 2, "respondent1", "stop_conduct", "standing"),
            ("2026-0001", 3, "companion2", "supervision", "recurring"), ("2026-0001", 4, "companion2", "return_of_goods", "once")])
        self.assertEqual([row["next_due"] for row in rows], ["2026-03-16", None, "2026-03-19", "2026-03-20"])
        self.assertEqual(self.states(), {1: "open", 2: "standing", 3: "standing", 4: "open"})

    def test_a_visit_gives_each_its_state(self):
        states = [("kept", "kept"), ("kept", "standing"), ("broken", "broken"), ("late", "late"), ("waived", "waived"), ("partly", "open"),
                  ("not_due", "open")]
        for said, told in states:
            with self.subTest(said):
                self.afresh()
                number = 2 if told == "standing" else 1
                walk = Walk(self, visited1={f"kunjungan.state.{number - 1}.state": said})
                walk.to("visited1")
                row = self.rows_of("obligations")[number - 1]
                self.assertEqual((row["state"], row["last_state"], row["last_on"], row["visits"]), (told, said, "2026-03-26", 1))

    def test_the_next_day_of_a_recurring_one_is_after_the_last_visit(self):
        Walk(self).to("visited1")  # weekly from 19 March, seen on 26 March
        row = self.rows_of("obligations")[2]
        self.assertEqual((row["next_due"], row["evidence"]), ("2026-04-02", "document"))

    def test_a_closed_case_with_all_alone(self):
        Walk(self).to("closed")
        self.assertEqual(self.rows_of("obligations"), [])
        self.assertEqual(self.states("--all"), {1: "kept", 2: "standing", 3: "standing", 4: "kept"})
        self.assertEqual(self.states("--all", "--open"), {2: "standing", 3: "standing"})
        self.assertEqual(self.states("--all", "--stage", "monitoring"), {})

    def test_the_text_stays_sealed(self):
        Walk(self).to("reported")
        self.run_("report", "obligations").exits(0).hides("maaf", "wali kelas")

    def test_the_same_in_every_format_and_nobody_named(self):
        Walk(self).to("visited1")
        self.agrees_in_every_format("obligations")
        self.only_reads("obligations")

    def test_as_it_was_on_a_day_that_is_over(self):
        self.assertTrue(self.remembers("obligations", Walk(self), "visited1", "closed"))

    def test_options_of_other_reports(self):
        self.refuses("obligations", "--from 2026-01-01", "--to 2026-01-01", "--role mk", "--officer pita", "--by-date held")


if __name__ == "__main__":
    harness.main()
