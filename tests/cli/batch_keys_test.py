"""Rows with keys of their own: given twice they change nothing, changed they are a complaint; and batches taken back."""

import copy

import harness
import rows
from batches import NOW, TABLES, Batches, registration
from walk import Walk


class Keys(Batches):
    def setUp(self):
        super().setUp()
        self.forms = [registration(number, ref=f"2026/{number}") for number in range(4)]

    def test_the_same_file_twice_changes_nothing(self):
        text = self.sheet(self.forms)
        self.assertEqual(self.counts("intake", text, "--source", "buku"), (4, 0, 0))
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.counts("intake", text, "--source", "buku"), (0, 4, 0))
            as_lines = "".join(map(rows.line, self.forms))  # the same rows in another dress
            self.assertEqual(self.counts("intake", as_lines, "--source", "buku", name="rows.jsonl"), (0, 4, 0))
            self.assertEqual(self.counts("intake", text, "--source", "buku", "--dry-run"), (0, 4, 0))
        self.assertEqual(self.counts("intake", text, "--source", "lain"), (4, 0, 0))

    def test_a_nik_is_no_key_however_it_is_dressed(self):
        for key in ("K350101-420390-9999", "REG/350101-420390-9999", "no.350101.420390.9999", "A_350101_420390_9999", "x3501014203909999", "no.7.350101.420390.9999",
                    "2026-350101-420390-9999", "350101-420390-9999.1"):
            with self.subTest(key), self.changing_nothing("mediasi.db"):
                self.assertEqual(self.answer("intake", self.sheet([registration(1, ref=key)]), code=4).codes(), ["M4112"])
                self.batch("intake", self.sheet(self.forms), "--source", key).exits(2).complains("M2004")
        for number, key in enumerate(("BUKU-2026/0417-12", "surat.2026-03-05.0012", "350101/2026/0012")):
            self.assertEqual(self.counts("intake", self.sheet([registration(number + 5, ref=key)])), (1, 0, 0), key)

    def test_the_same_key_with_other_content_is_a_complaint(self):
        self.counts("intake", self.sheet(self.forms))
        for change in ({"source": "police"}, {"story": "lain"}):
            other = copy.deepcopy(self.forms)
            other[2] |= change
            with self.changing_nothing("mediasi.db"):
                done = self.answer("intake", self.sheet(other), code=4)
            self.assertEqual([(p["code"], p["row"]) for p in done.problems()], [("M4113", 4)])
        # nothing is taken, and the file of what is refused lies there all the same: both are told
        done = self.answer("intake", self.sheet(other), "--keep-good", "--rejects", "b.csv", code=4)
        answer = done.json()
        self.assertEqual((answer["number"], answer["taken"], answer["unchanged"], answer["refused"]), (None, 0, 3, 1))
        self.assertEqual(done.codes(), ["M4113", "M5161"])

    def test_without_the_key_sealed_changes_are_not_seen_and_that_is_said(self):
        self.counts("intake", self.sheet(self.forms))
        self.forms[1]["story"] = "lain"
        done = self.answer("intake", self.sheet(self.forms), "--key", self.path("none"), code=7)
        self.assertEqual(done.codes(), ["M7003"])  # a key that is named must be there
        self.environment["MEDIASI_KEY"] = self.path("none")
        done = self.answer("intake", self.sheet(self.forms))
        self.assertEqual(done.json()["unchanged"], 4)
        self.assertIn("M5160", done.codes())

    def test_a_key_twice_in_one_file(self):
        twice = [self.forms[0], self.forms[1], copy.deepcopy(self.forms[0])]
        self.assertEqual(self.counts("intake", self.sheet(twice)), (2, 1, 0))
        self.afresh()
        self.at(NOW)
        twice[2]["source"] = "police"
        for more in ((), ("--dry-run",)):
            done = self.answer("intake", self.sheet(twice), *more, code=4)
            self.assertEqual([(p["code"], p["row"]) for p in done.problems()], [("M4113", 4)])

    def test_what_is_no_key(self):
        for ref in ("1234567890123456", "a b", "x" * 65, "é"):
            done = self.answer("intake", self.sheet([registration(0, ref=ref)]), code=4)
            self.assertEqual(done.codes(), ["M4112"])
            self.assertNotIn(ref, done.err)


    def test_the_same_key_for_another_case_is_a_complaint(self):
        self.counts("intake", self.sheet(self.forms[:2]))
        notes = [{"ref": "c1", "case": case, "step": "catatan", "words": "hal satu"} for case in ("2026-0001", "2026-0002")]
        self.assertEqual(self.counts("record", rows.sheet(notes[:1])), (1, 0, 0))
        done = self.answer("record", rows.sheet(notes[1:]), code=4)
        self.assertEqual(done.codes(), ["M4113"])
        self.assertEqual(self.counts("record", rows.sheet(notes[:1])), (0, 1, 0))

    def test_a_sheet_whose_steps_followed_from_its_cases_can_be_given_again(self):
        self.counts("intake", self.sheet(self.forms[:1]))
        row = {"ref": "a1", "case": "1", "by": "pita", "party": "beneficiary1", "alone": "yes", "willing": "yes", "risk": "low"}
        self.assertEqual(self.counts("assess", rows.sheet([row])), (1, 0, 0))
        self.assertEqual(self.counts("assess", rows.sheet([row])), (0, 1, 0))

    def test_what_names_a_row_goes_by_its_id_alone(self):
        self.counts("intake", self.sheet(self.forms[:1]))
        for language in "en", "id":
            self.environment["MEDIASI_LANG"] = language
            columns = self.run_("--format", "json", "record", "--step", "catatan", "--columns").exits(0).json()["rows"]
            words = {row["name"]: row["heading"] for row in columns}
            self.assertEqual([words[name] for name in ("ref", "case", "step")], ["ref", "case", "step"])
        form = {"Number of the case": "2026-0009", **rows.cells(self.forms[1])}
        self.answer("intake", rows.sheet([form]), "--step", "registrasi", code=4)


class Undone(Batches):
    def setUp(self):
        super().setUp()
        self.forms = [registration(number, ref=f"b/{number}") for number in range(3)]
        walk = Walk(self)
        walk.to("registered")
        self.at("2026-03-02T12:00")

    def projections(self):
        return {name: self.rows(f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in TABLES if name != "entry"}

    def test_an_undone_batch_leaves_every_table_as_before_and_frees_its_keys(self):
        person = rows.cells({"companion": [{"name": "Contoh Bibi", "of": "beneficiary1", "kinds": "relative"}]})
        before = self.projections()
        words = self.rows("SELECT * FROM search ORDER BY 1, 2, 3, 4")
        self.counts("intake", self.sheet(self.forms))
        self.counts("intake", rows.sheet([{"case": "1", "step": "orang", **person}]))
        self.run_("store", "undo-batch", "2").exits(0)
        self.run_("store", "undo-batch", "1").exits(0)
        self.assertEqual(self.projections(), before)
        self.run_("store", "verify").exits(0)
        self.assertEqual(self.run_("--format", "json", "store", "rebuild").exits(0).json()["changed"], "no")
        self.assertEqual(self.projections(), before)
        self.run_("report", "case", "2026-0002").exits(2)
        self.run_("report", "register", "--find", "-", stdin='name = "Contoh Siapa"\n').exits(0)  # takes in what waits
        self.assertEqual(self.rows("SELECT * FROM search ORDER BY 1, 2, 3, 4"), words)
        self.at("2026-03-02T12:20")
        self.assertEqual(self.counts("intake", self.sheet(self.forms)), (3, 0, 0))
        numbers = [row[0] for row in self.rows("SELECT number FROM case_index ORDER BY 1")]
        self.assertEqual(numbers, ["2026-0001", "2026-0005", "2026-0006", "2026-0007"])  # used numbers stay used

    def test_what_rests_on_a_batch_keeps_it(self):
        self.counts("intake", self.sheet(self.forms))
        self.act("2026-03-02T12:30", "record", "2026-0003", "catatan", {"words": "lanjut"}).exits(0)
        entry = self.entries()[-1][0]
        with self.changing_nothing("mediasi.db"):
            done = self.run_("--format", "json", "store", "undo-batch", "1").exits(3).says_nothing()
        self.assertEqual([p["code"] for p in done.problems()], ["M3060"])
        self.assertIn("2026-0003", done.err)
        self.assertIn(str(entry), done.err)

    def test_voiding_what_rests_on_it_frees_a_batch(self):
        self.counts("intake", self.sheet(self.forms))
        self.act("2026-03-02T12:30", "record", "2026-0003", "catatan", {"words": "lanjut"}).exits(0)
        entry = self.entries()[-1][0]
        self.run_("record", "2026-0003", "--void", entry, "--because", "salah_ketik").exits(0)
        self.run_("store", "undo-batch", "1").exits(0)
        self.run_("store", "verify").exits(0)

    def test_a_complaint_that_was_answered_keeps_its_batch(self):
        complaint = {"step": "pengaduan", "channel": "letter", "about": "delay", "story": "Contoh keluhan"}
        self.batch("record", rows.sheet([complaint])).exits(0)
        first = next(row[0] for row in self.entries() if row[2] == "complaint")
        form = {"complaint": first, "kind": "reply", "words": "Contoh jawaban"}
        self.act("2026-03-02T12:30", "record", "", "jawab_pengaduan", form, by="koko").exits(0)
        with self.changing_nothing("mediasi.db"):
            done = self.run_("--format", "json", "store", "undo-batch", "1").exits(3)
        self.assertEqual(done.codes(), ["M3060"])
        self.run_("store", "verify").exits(0)

    def test_people_loaded_by_mistake_can_be_erased(self):
        self.counts("intake", self.sheet(self.forms))
        self.run_("store", "undo-batch", "1").exits(0)
        self.write("musnah.pdf", "%PDF contoh")
        self.run_("store", "erase", "2026-0002", "--because", "habis_retensi", "--minutes", "musnah.pdf", "--by", "kania").exits(0)
        self.run_("store", "verify").exits(0)
        self.assertEqual(self.run_("--format", "json", "store", "rebuild").exits(0).json()["changed"], "no")
        keys = dict(self.rows("SELECT case_number, max(length(wrapped)) FROM case_key GROUP BY 1"))
        self.assertEqual((keys["2026-0002"], bool(keys["2026-0003"])), (0, True))

    def test_only_once_and_only_one_there_is(self):
        self.run_("store", "undo-batch", "1").exits(2)
        self.counts("intake", self.sheet(self.forms))
        with self.changing_nothing("mediasi.db"):
            self.run_("store", "undo-batch", "1", "--dry-run").exits(0)
        self.run_("store", "undo-batch", "1").exits(0)
        self.run_("store", "undo-batch", "1").exits(3)
        told = self.run_("--format", "json", "store", "batches").exits(0).json()["rows"]
        self.assertEqual([(row["number"], row["taken"], bool(row["undone"])) for row in told], [(1, 3, True)])
        self.assertEqual(self.counts("intake", self.sheet(self.forms)), (3, 0, 0))
        self.assertEqual(self.run_("--format", "json", "store", "batches").json()["rows"][-1]["number"], 2)

    def test_the_journal_keeps_what_was_undone(self):
        self.counts("intake", self.sheet(self.forms))
        taken = len(self.entries())
        self.run_("store", "undo-batch", "1").exits(0)
        self.assertEqual(len(self.entries()), taken + 1)
        self.run_("report", "journal").exits(0).shows("2026-0002", "batch")


if __name__ == "__main__":
    harness.main()
