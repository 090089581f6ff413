"""The scan of a signed paper comes later than the decision; until then it is missed. Files may be named in a form."""

import harness
from walk import Office, Walk


class Scans(Office):
    def setUp(self):
        super().setUp()
        Walk(self).to("ordered")
        self.order = self.rows("SELECT seq FROM entry WHERE step = 'perintah'")[0][0]
        self.write("Siti Canary.pdf", "isi pindaian")

    def notes(self):
        return "\n".join(self.run_("report", "case", "2026-0001", "--format", "json").exits(0).json()["notes"])

    def scan(self, *more, entry=None, stdin=None):
        form = stdin if stdin is not None else f"entry = {entry or self.order}\n"
        return self.run_("record", "1", "--by", "pita", "--step", "pindaian", "--form", "-", *more, stdin=form)

    def test_a_decision_misses_its_scan_until_it_is_there(self):
        self.assertIn(f"entry {self.order} (perintah): signed paper 000/CONTOH/III/2026 is not scanned", self.notes())
        self.scan("--attach", "perintah=Siti Canary.pdf").exits(0)
        self.assertNotIn("is not scanned", self.notes())
        self.assertEqual(self.rows("SELECT path FROM sealed JOIN entry USING (seq) WHERE act = 'scan'"),
                         [("attachment#1",)])
        self.run_("store", "verify").exits(0)

    def test_neither_the_name_nor_the_contents_stay_in_the_clear(self):
        self.scan("--attach", "perintah=Siti Canary.pdf").exits(0).hides("Canary")
        self.assertEqual(self.found_in("Canary"), [])
        self.assertEqual([p for p in self.found_in("isi pindaian") if not p.endswith(".pdf")], [])

    def test_a_scan_without_a_file_is_refused(self):
        with self.changing_nothing():
            self.scan().exits(4).complains("M4030")
            self.scan("--attach", "perintah=nowhere.pdf").exits(1)
            self.scan("--attach", "Perintah=Siti Canary.pdf").exits(4).complains("M4022")
            self.scan("--attach", "perintah").exits(4).complains("M4022")

    def test_an_entry_that_is_none_is_refused(self):
        self.scan("--attach", "perintah=Siti Canary.pdf", entry=9999).exits(4).complains("no entry 9999")

    def test_a_form_names_its_files(self):
        self.write("berkas/lain, dua.pdf", "isi lain")
        form = self.write("berkas/pindaian.toml",
                          f'entry = {self.order}\nattach = ["perintah=lain, dua.pdf", "lampiran=../Siti Canary.pdf"]\n')
        self.run_("record", "1", "--by", "pita", "--step", "pindaian", "--form", form).exits(0)
        self.assertEqual(self.rows("SELECT count(*) FROM sealed WHERE path LIKE 'attachment#%'"), [(2,)])

    def test_from_standard_input_names_count_from_where_one_stands(self):
        self.scan(stdin=f'entry = {self.order}\nattach = "perintah=Siti Canary.pdf"\n').exits(0)

    def test_an_attachment_beside_the_decision_is_enough(self):
        self.afresh()
        self.write("surat.pdf", "isi")
        walk = Walk(self)
        walk.to("planned")
        walk.attempt("ordered", "--attach", "perintah=surat.pdf").exits(0)
        self.assertNotIn("not scanned", self.notes())

    def test_an_order_that_names_no_paper_is_told_too(self):
        self.afresh()
        Walk(self, ordered={"paper_number": None, "paper_date": None}).to("ordered")
        self.assertIn("(perintah): no signed paper named", self.notes())

    def test_an_amendment_adds_a_file(self):
        self.run_("assess", "1", "--by", "koko", "--amend", self.order, "--because", "keterangan_baru",
                  "--attach", "perintah=Siti Canary.pdf").exits(0)
        self.assertNotIn("not scanned", self.notes())

    def test_the_roster_takes_no_files(self):
        self.run_("roster", "add", "room", "--form", "-", stdin='id = "r"\nname = "R"\nattach = "a=b"\n').exits(4)


if __name__ == "__main__":
    harness.main()
