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
                told = self.refused(lines, 4)  # also what would be wrong usage on the command line
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

    def register(self, *sources):
        """an old register numbered like cases, each with a note"""
        lines = []
        for n, source in enumerate(sources, 1):
            lines += [{"do": "intake", "ref": f"2019-{n:04}", "on": "2019-03-04", "source": source},
                      {"do": "record", "case": f"2019-{n:04}", "step": "catatan", "on": "2019-03-05", "words": f"hal {n}"}]
        return lines

    def counts(self, lines, *more, code=0):
        told = self.take(lines, "--source", "buku", *more).exits(code).json()
        return told["taken"], told["unchanged"], told["refused"]

    def notes(self):
        return self.rows("SELECT case_number, count(*) FROM entry WHERE case_number <> '0' GROUP BY 1 ORDER BY 1")

    def test_a_register_numbered_like_cases_is_completed_and_given_again(self):
        bad, good = self.register("terbang", "school", "school"), self.register("school", "school", "school")
        self.assertEqual(self.counts(bad, "--keep-good", "--rejects", "left", code=6), (4, 0, 2))  # 2019-0002 is case 2019-0001
        self.assertEqual(self.counts(good), (2, 4, 0))
        for lines in good, good[2:], good[:2], good[4:]:
            self.assertEqual(self.counts(lines), (0, len(lines), 0))
        self.assertEqual(self.notes(), [(f"2019-000{n}", 2) for n in (1, 2, 3)])

    def test_lines_apart_from_a_registration_that_is_refused_mean_no_other_case(self):
        for bad in ({"source": "terbang"}, {"on": "2019-13-04"}, {"kolom_asing": "x"}):
            lines = self.register("school", "school")
            lines[0] |= bad
            apart = [lines[0], lines[2], lines[1], lines[3]]  # 2019-0002 becomes case 2019-0001
            self.assertEqual(self.counts(apart, "--keep-good", "--rejects", "left", code=6), (2, 0, 2), bad)
            self.assertEqual(self.notes(), [("2019-0001", 2)])
            good = self.register("school", "school")
            self.assertEqual(self.counts([good[0], good[2], good[1], good[3]]), (2, 2, 0))
            self.assertEqual(self.notes(), [("2019-0001", 2), ("2019-0002", 2)])
            self.folder.joinpath("left").unlink()
            self.afresh()
            self.at("2026-03-02T08:45")

    def test_a_word_that_may_be_two_cases_is_refused_with_a_way_that_works(self):
        self.take(self.register("school", "school")[2:], "--source", "buku").exits(0)  # 2019-0002 is case 2019-0001
        self.take(self.register("school", "school"), "--source", "buku").exits(0)
        note = "case;step;on;words\n2019-0002;catatan;2019-03-06;x\n"
        sheet = self.write("notes.csv", note)
        self.run_("record", "--batch", sheet, "--source", "buku").exits(4).complains("--source")
        self.run_("record", "--batch", sheet).exits(0)
        self.assertEqual(self.notes(), [("2019-0001", 2), ("2019-0002", 3)])

    def test_without_the_key_no_line_is_passed_over_in_silence(self):
        lines = [{"do": "intake", "ref": "k", "on": "2019-03-04", "source": "school"},
                 {"do": "record", "case": "k", "step": "catatan", "on": "2019-03-05", "words": "satu"}]
        self.take(lines, "--source", "n").exits(0)
        lines[1]["words"] = "dua"
        key = self.environment.pop("MEDIASI_KEY")
        self.environment["MEDIASI_KEY"] = self.path("none")
        self.take(lines, "--source", "n").exits(5).complains("M5160", "passed over")
        self.environment["MEDIASI_KEY"] = key
        self.assertEqual(self.take(lines, "--source", "n").exits(0).json()["taken"], 1)
        del lines[1]
        self.environment["MEDIASI_KEY"] = self.path("none")
        self.take(lines, "--source", "n").exits(0)  # nothing of it is sealed

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
