"""The tests that stand in a rules file: each holds or fails, with what came instead."""

import harness
from offices import HERE, manual_example
from walk import ROOT

RULES = (ROOT / "share/rules/pasuruan.toml").read_text()
FAILING = {  # what is changed in the shipped file -> what the row that notices it tells
    ('due = 2026-03-26', 'due = 2026-03-27'): "due on 2026-03-26",
    ('due = 2026-03-27\n', 'due = 2026-03-24\n'): "due on 2026-03-27",
    ('step = "berita_acara"\namount = 14', 'step = "berita_acara"\namount = 15'): "due on 2026-03-27",
    ('facts = { matter_class = "civil" }', 'facts = { matter_class = "sexual" }'): "finding 'unfit'",
    ('open = ["asesmen_awal"]\nblocked = ["undangan",', 'open = ["undangan"]\nblocked = ['): "'undangan' is closed",
    ('blocked = ["undangan", "hasil", "berita_acara"]', 'blocked = ["asesmen_awal"]'): "'asesmen_awal' is open",
    ('open = ["tanda_tangan"]\nblocked = ["hasil"]', 'open = ["tanda_tangan", "hasil"]'): "'hasil' is closed",
    ('"mediator", "pembekalan", "sesi", "undangan", "bukti_undangan", "pertanyaan_hari_ini",\n', '"mediator", "sesi", "undangan",\n'): "'undangan' cannot be done",
    ('"registrasi", "persetujuan", "persetujuan", ', '"registrasi", "persetujuan", '): "cannot be done",
}


class RuleTests(harness.Case):
    def results(self, text, code):
        return self.run_("workflow", "test", self.write("kantor.toml", text), "--format", "json").exits(code)

    def test_those_of_the_shipped_file_and_of_the_manual_hold(self):
        for text in RULES, manual_example():
            rows = self.results(text, 0).json()["rows"]
            self.assertTrue(rows)
            for row in rows:
                self.assertEqual((row["result"], row["instead"]), ("holds", ""), row)

    def test_a_row_that_is_not_true_fails_alone_and_says_what_came(self):
        for (before, after), told in FAILING.items():
            with self.subTest(after):
                self.assertEqual(RULES.count(before), 1, before)
                rows = self.results(RULES.replace(before, after), 5).json()["rows"]
                (failed,) = [row for row in rows if row["result"] != "holds"]
                self.assertIn(told, failed["instead"])
                self.assertIn("[[test]]", RULES.splitlines()[failed["line"] - 1])

    def test_a_step_does_not_open_earlier_because_the_rules_wait_less(self):
        office = (HERE / "offices/hubungan_industrial.toml").read_text()
        row = '\n[[test]]\nname = "x"\nopen = ["bipartit"]\nblocked = ["sidang", "hasil", "naskah"]\n'
        self.assertEqual([one["result"] for one in self.results(office + row, 0).json()["rows"]][-1], "holds")

    def test_a_dispute_without_violence_can_be_tried(self):
        row = '\n[[test]]\nname = "x"\ndone = ["pemeriksaan"]\n{} = ["surat_tugas"]\n'  # before anybody consented
        for violence, state in (("", "blocked"), ('violence = "no"\n', "open")):
            rows = self.results(manual_example() + row.format(state) + violence, 0).json()["rows"]
            self.assertEqual(rows[-1]["result"], "holds", (violence, rows[-1]))
        self.results(manual_example() + row.format("open") + 'violence = "tidak"\n', 4).complains("'tidak'")

    def test_a_file_with_a_fault_is_not_tested(self):
        self.results(RULES + '\n[[test]]\nname = "x"\nopen = ["tiada"]\n', 4).says_nothing().complains("'tiada'")
        self.run_("workflow", "test", self.path("none.toml")).exits(1)

    def test_it_reads_no_store(self):
        self.run_("workflow", "test", "pasuruan").exits(0)
        self.assertFalse(list(self.folder.iterdir()))


if __name__ == "__main__":
    harness.main()
