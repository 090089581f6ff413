"""Retention: the schedule proposes, and a case of doubt is kept."""

import harness
from keeping import LATER, Keep
from walk import Walk


class Retention(Keep):
    def rows(self, when, *more):
        return self.at(when).run_("report", "retention", "--format", "json", *more).exits(0).json()["rows"]

    def test_a_case_is_proposed_from_the_day_its_time_is_over(self):
        Walk(self).to("closed")
        self.assertEqual(self.rows("2031-06-07T09:00"), [])
        [row] = self.rows("2031-06-08T09:00")
        self.assertEqual(row, {"case": "2026-0001", "class": "400.2.4.3", "fate": "destroy", "closed": "2026-06-08",
                               "until": "2031-06-08", "over": True, "obstacles": None})
        [row] = self.rows("2026-06-09T09:00", "--all")
        self.assertEqual((row["over"], row["until"]), (False, "2031-06-08"))
        self.assertEqual(len(self.rows("2026-06-09T09:00", "--as-of", "2031-06-08")), 1)

    def test_an_open_case_is_never_proposed(self):
        Walk(self).to("signed")
        self.assertEqual(self.rows(LATER), [])
        self.assertEqual(self.rows(LATER, "--all"), [])

    def test_what_keeps_it_stands_beside_it(self):
        Walk(self).to("closed")
        self.act("2026-07-01T09:00", "record", "2026-0001", "penahanan_hukum", {"hold": "placed", "reason": "court"},
                 by="koko").exits(0)
        [row] = self.rows(LATER)
        self.assertEqual(row["obstacles"], "legal hold since 2026-07-01")
        self.run_("report", "case", "2026-0001").exits(0).shows("legal hold since 2026-07-01", "kept until 2031-06-08")

    def test_an_erased_case_is_not_proposed_again(self):
        Walk(self).to("closed")
        self.erase().exits(0)
        self.assertEqual(self.rows(LATER, "--all"), [])

    def test_the_report_takes_its_own_options(self):
        self.run_("report", "retention", "--case", "1").exits(2)
        self.run_("report", "retention", "--format", "csv").exits(0)
        done = self.run_("report", "retention").exits(0)
        done.says_nothing()


if __name__ == "__main__":
    harness.main()
