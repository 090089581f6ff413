"""Batches taken back: by whom and why, what is shown of their acts afterwards, and what an erased case forbids."""

import json
import re

import harness
import rows
from batches import Batches, registration
from import_test import OLD, text
from walk import Walk

GONE = """id = "lama"
name = "Contoh Petugas Lama"
[[post]]
role = "pendamping"
from = "2026-01-01"
until = "2026-03-02"
"""


class ByWhom(Batches):
    def setUp(self):
        super().setUp()
        self.run_("roster", "add", "officer", "--form", "-", stdin=GONE).exits(0)
        self.sheet_text = self.sheet([registration(number) for number in range(2)])

    def undo(self, *more, code=0):
        return self.run_("--format", "json", "store", "undo-batch", "1", *more).exits(code)

    def test_whoever_brought_it_in_or_answers_for_cases(self):
        for brought, may, may_not in (([], ["", "admin", "kania"], ["pita", "koko", "lama"]),
                                      (["--by", "pita"], ["", "pita", "kania"], ["kori", "lama"]),
                                      (["--by", "lama"], ["", "kania"], ["pita", "lama"])):
            for officer in may_not + may:
                with self.subTest(brought=brought, officer=officer):
                    self.afresh()
                    self.run_("roster", "add", "officer", "--form", "-", stdin=GONE).exits(0)
                    self.at("2026-03-02T08:30")
                    self.batch("intake", self.sheet_text, *brought).exits(0)
                    self.at("2026-03-03T08:30")
                    by = ["--by", officer] if officer else []
                    if officer in may:
                        self.undo(*by)
                        continue
                    with self.changing_nothing("mediasi.db"):
                        self.assertEqual(self.undo(*by, code=3).codes(), ["M3003"])
                        self.assertEqual(self.undo(*by, "--dry-run", code=3).codes(), ["M3003"])

    def test_why_is_kept_and_shown(self):
        self.batch("intake", self.sheet_text).exits(0)
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.undo("--because", "salah", code=4).codes(), ["M4008"])
        self.undo("--because", "salah_kasus")
        self.assertEqual(json.loads(self.rows("SELECT facts FROM entry WHERE act = 'undo_batch'")[0][0])["because"], "salah_kasus")
        self.batch("intake", self.sheet_text).exits(0)
        self.run_("store", "undo-batch", "2").exits(0)
        told = self.run_("--format", "json", "store", "batches").exits(0).json()["rows"]
        self.assertEqual([row["because"] for row in told], ["salah_kasus", None])
        self.run_("store", "verify").exits(0)


class Shown(Batches):
    def setUp(self):
        super().setUp()
        Walk(self).to("registered")
        self.at("2026-03-02T12:00")
        note = {"case": "1", "words": "Contoh kata yang ditarik"}
        self.batch("record", rows.sheet([note]), "--step", "catatan").exits(0)
        self.act("2026-03-02T12:05", "record", "2026-0001", "catatan", {"words": "Contoh tetap"}).exits(0)
        kept = self.entries()[-1][0]
        self.run_("record", "2026-0001", "--void", kept, "--because", "salah_ketik").exits(0)
        self.taken = self.rows("SELECT seq FROM entry WHERE facts LIKE '%_batch%' AND case_number <> '0'")[0][0]
        self.run_("store", "undo-batch", "1").exits(0)
        self.undoing = self.entries()[-1][0]
        self.mark = f"undone with its batch by entry {self.undoing}"

    def test_the_case_says_of_each_such_act_that_it_was_taken_back(self):
        told = self.run_("--format", "json", "report", "case", "1").exits(0).json()["rows"]
        self.assertEqual([row["entry"] for row in told if self.mark in (row["remarks"] or "")], [self.taken])
        for kind in "csv", "text":
            lines = [line for line in self.run_("--format", kind, "report", "case", "1").exits(0).out.splitlines() if self.mark in line]
            self.assertEqual([line.split()[0].split(",")[0] for line in lines], [str(self.taken)])
        self.run_("report", "case", "1", "--names").exits(0).shows(self.mark)

    def test_the_journal_says_so_too(self):
        told = self.run_("--format", "json", "report", "journal").exits(0).json()["rows"]
        self.assertEqual({row["entry"]: row["undone"] for row in told if row["undone"]}, {self.taken: self.undoing})

    def test_the_case_file_on_paper_strikes_it_out(self):
        self.run_("document", "1", "case", "--into", "berkas").exits(0)
        page = next(self.folder.joinpath("berkas").glob("*.html")).read_text()
        struck = re.findall(r'<span class="no">(\d+)</span> <span class="struck">', page)
        self.assertIn(str(self.taken), struck)
        part = page[page.index(f'<span class="no">{self.taken}</span>'):]
        self.assertLess(part.index("Tidak berlaku lagi"), part.index("Contoh kata yang ditarik"))
        self.assertIn(str(self.undoing), part[:part.index("</div>\n<div")] if "</div>\n<div" in part else part)


class OneOnAnother(Batches):
    """batch 1 registers a case, batch 2 adds a note to it"""

    def setUp(self):
        super().setUp()
        self.batch("intake", self.sheet([registration(1)])).exits(0)
        self.note = self.sheet([{"case": "2026-0001", "words": "Contoh kata"}])
        self.at("2026-03-02T09:00")
        self.batch("record", self.note, "--step", "catatan").exits(0)
        self.noted = self.rows("SELECT MAX(seq) FROM entry WHERE case_number = '2026-0001'")[0][0]

    def void(self, entry):
        return self.run_("record", "2026-0001", "--by", "pita", "--void", entry, "--because", "salah_ketik").exits(0)

    def amend(self, entry):
        form = self.write("form.toml", 'words = "Contoh lain"\n')
        self.run_("record", "2026-0001", "--by", "pita", "--amend", entry, "--because", "salah_ketik", "--form", form).exits(0)

    def undo(self, number, code=0):
        return self.run_("store", "undo-batch", number).exits(code)

    def test_whatever_was_taken_back_before_both_can_be_undone_in_either_order(self):
        for before in ([], ["void"], ["amend", "void"]):
            for order in "12", "21":
                with self.subTest(before=before, order=order):
                    self.afresh()
                    self.at("2026-03-02T08:30")
                    OneOnAnother.again(self)
                    for step in before:
                        getattr(self, step)(self.noted)
                    if order == "12" and not before:
                        self.undo("1", 3).complains("M3060", str(self.noted))
                        continue
                    for number in order:
                        self.undo(number)
                    self.assertEqual(self.rows("SELECT * FROM case_index"), [])
                    self.run_("store", "verify").exits(0)
                    self.run_("store", "rebuild").exits(0)
                    self.assertEqual(self.rows("SELECT * FROM case_index"), [])

    def again(self):
        self.batch("intake", self.sheet([registration(1)])).exits(0)
        self.batch("record", self.note, "--step", "catatan").exits(0)

    def test_a_case_that_was_undone_is_said_to_be_it(self):
        self.void(self.noted)
        self.undo("1")
        done = self.run_("record", "2026-0001", "--void", self.noted + 2, "--because", "salah_ketik").exits(2)
        done.complains("undone with its batch", "mediasi report journal")
        self.assertNotIn("full number", done.err)
        self.run_("report", "journal").exits(0).shows("2026-0001")

    def test_what_stands_bars_both(self):
        self.amend(self.noted)
        for number, entry in (("1", self.noted), ("2", self.noted + 2)):
            with self.changing_nothing("mediasi.db"):
                self.undo(number, 3).complains("M3060", str(entry))


class WithErased(Batches):
    """an old register of which a case was erased since"""

    def setUp(self):
        super().setUp()
        self.at("2026-03-02T08:45")
        self.lines = [*OLD, *json.loads(json.dumps(OLD).replace("2019/7", "2019/8"))]
        self.take(self.lines, (8, 0, 0))
        self.at("2031-06-09T09:00")
        self.write("musnah.pdf", "%PDF contoh")
        self.run_("store", "erase", "2019-0001", "--because", "habis_retensi", "--minutes", "musnah.pdf", "--by", "kania").exits(0)

    def take(self, lines, counts, *more, code=0):
        done = self.run_("--format", "json", "import", "-", "--source", "buku", *more, stdin=text(lines)).exits(code)
        self.assertEqual(tuple(done.json()[name] for name in ("taken", "unchanged", "refused")), counts, done.err)
        return done

    def test_its_register_can_be_given_again(self):
        for hide in ({}, {"MEDIASI_KEY": self.path("none")}):
            with self.subTest(hide), self.changing_nothing("mediasi.db"):
                kept = dict(self.environment)
                self.environment |= hide
                for more in (), ("--dry-run",):
                    self.take(self.lines, (0, 8, 0), *more, code=5 if hide else 0)
                self.environment = kept
        more = json.loads(json.dumps(OLD[:1]).replace("2019/7", "2019/9"))
        done = self.take([*self.lines, *more], (1, 8, 0))
        self.assertNotIn("M5160", done.codes())
        self.run_("store", "verify").exits(0)

    def test_nothing_new_comes_into_it(self):
        note = {"do": "record", "case": "2019/7", "step": "catatan", "on": "2019-03-06", "words": "baru"}
        for lines in ([note], [*OLD, note]):
            with self.changing_nothing("mediasi.db"):
                done = self.run_("--format", "json", "import", "-", "--source", "buku", stdin=text(lines)).exits(3)
            self.assertEqual(done.codes(), ["M3095"])
        with self.changing_nothing("mediasi.db"):
            done = self.batch("record", rows.sheet([{"case": "2019-0001", "words": "baru"}]), "--step", "catatan").exits(3)
        done.complains("M3095")

    def test_a_batch_that_holds_it_stays(self):
        with self.changing_nothing("mediasi.db"):
            done = self.run_("--format", "json", "store", "undo-batch", "1").exits(3)
            self.assertEqual(self.run_("--format", "json", "store", "undo-batch", "1", "--dry-run").exits(3).codes(), ["M3060"])
        self.assertEqual(done.codes(), ["M3060"])
        self.assertIn("2019-0001", done.err)
        self.assertNotIn("2019-0002", done.err)


if __name__ == "__main__":
    harness.main()
