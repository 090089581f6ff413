"""Each line of an import is answered for itself: a fault is told with its own line, and makes none of another."""

import json

import harness
from import_test import OLD, old, text
from walk import Office

REST = [
    {"do": "record", "case": "2019/7", "step": "kekerasan_baru", "on": "2019-05-02", "words": "Contoh: dipukul lagi."},
    {"do": "record", "case": "2019/7", "step": "tindak_lanjut_mk", "on": "2019-05-02", "by": "kania", "measures": ["called"]},
]


class Lines(Office):
    def setUp(self):
        super().setUp()
        self.at("2026-03-02T08:45")

    def take(self, lines, *more):
        return self.run_("--format", "json", "import", "-", *more, stdin=text(lines))

    def refused(self, lines, code=4):
        with self.changing_nothing("mediasi.db"):
            problems = self.take(lines).exits(code).problems()
        return [(problem["row"], problem["code"]) for problem in problems]

    def test_a_fault_is_told_with_its_own_line(self):
        for change, code in (({"step": "takada"}, "M2010"), ({"step": "asesmen_awal"}, "M2010"), ({"accepted": "nik_agrees:x:kania"}, "M4008")):
            with self.subTest(change):
                lines = old(7)
                lines[2] |= change
                told = self.refused(lines, int(code[1]))
                self.assertIn((3, code), told)
                self.assertEqual({row for row, _ in told}, {3})

    def test_a_line_that_lacks_something_makes_no_other_wrong(self):
        lines = old(7)
        del lines[1]["party"]
        lines.insert(1, {"do": "record", "case": "2019/7", "step": "catatan", "on": "2019-03-04"})  # no words
        self.assertEqual(self.refused(lines), [(2, "M4009"), (3, "M4009")])

    def test_what_a_bad_line_enters_may_be_named_by_later_ones(self):
        lines = old(7)
        lines[0]["beneficiary"][0]["birth"] = "2008-13"
        self.assertEqual({row for row, _ in self.refused(lines)}, {1})

    def test_a_line_without_a_step_hides_no_fault_of_another(self):
        lines = old(7)
        del lines[2]["step"]
        lines[3]["reason"] = "takada"
        self.assertEqual(sorted(row for row, _ in self.refused(lines)), [3, 4])

    def test_a_case_is_registered_once(self):
        again = {"do": "intake", "case": "2019/7", "step": "registrasi", "on": "2019-04-05", "source": "phone"}
        self.assertEqual(self.refused([*old(7), again], 3), [(5, "M3005")])
        self.take(old(7)).exits(0)
        self.assertEqual({row for row, _ in self.refused([again], 3)}, {1})
        self.assertEqual(self.rows("SELECT received FROM case_index"), [("2019-03-04",)])

    def test_a_key_that_is_the_number_of_another_case_is_refused(self):
        self.take(old(7)).exits(0)
        lines = json.loads(json.dumps(OLD).replace("2019/7", "2019-0001").replace("2019-03", "2018-03"))
        self.assertIn((1, "M4008"), self.refused(lines))
        self.assertEqual(self.rows("SELECT number FROM case_index"), [("2019-0001",)])

    def test_a_line_says_when_it_happened(self):
        lines = old(7)
        del lines[3]["on"]
        self.assertEqual(self.refused(lines), [(4, "M4009")])

    def test_what_was_done_about_old_violence_needs_no_number_that_nobody_knows(self):
        self.take([*old(7)[:3], *REST, old(7)[3]]).exits(0)
        self.run_("report", "overdue").exits(0)
        self.afresh()
        self.at("2026-03-02T08:45")
        twice = [*old(7)[:3], REST[0], {**REST[0], "on": "2019-05-03"}, REST[1]]
        self.assertEqual({row for row, _ in self.refused(twice)}, {6})


if __name__ == "__main__":
    harness.main()
