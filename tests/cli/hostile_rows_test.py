"""Rows from hostile hands: refused by row and column, or kept and given back as they came; never a crash, half a row, or
a word that a terminal obeys."""

import os

import harness
import rows
from batches import NOW, registration
from hostile import WHOLE, Hostile

NAUGHTY = ["undefined", "NaN", "1E+02", "0x0", "１２３", "\u0000", "\u202etest", "\u2066x\u2069", "\ufeffx", "Ω≈ç√∫", "田中さん", "👩‍👩‍👧‍👦", "ﷺ",
           "T̳̗h͙e", "‪‪test‪", "<script>alert(1)</script>", "' OR 1=1 -- 1", "$(touch x)", "{{ '' }}", "../../etc/passwd", "\x1b[31mred",
           "=1+1", "+62812", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "\r=1", "%n%s", "null", "\u2028x", "a" * 4000, "نص", "é" * 500]


class Rows(Hostile):
    def setUp(self):
        super().setUp()
        self.at(NOW)

    def give(self, text, *more, name="rows.csv"):
        self.write(name, text)
        with self.changing_nothing("mediasi.db") if "--dry-run" in more else self.nothing_partial():
            return self.sent("--format", "json", "intake", "--batch", name, *more)

    def nothing_partial(self):
        """all rows or none"""
        office = self

        class All:
            def __enter__(self):
                self.before = office.rows("SELECT count(*) FROM entry")

            def __exit__(self, kind, *_):
                after = office.rows("SELECT count(*) FROM entry")
                office.assertTrue(kind or after == self.before or office.rows("SELECT 1 FROM entry WHERE act = 'batch'"))

        return All()

    def test_naughty_texts_come_back_exactly_or_are_refused_by_row_and_column(self):
        for number, text in enumerate(NAUGHTY):
            for kind in "csv", "jsonl":
                with self.subTest(text[:20], kind=kind):
                    self.afresh()
                    (self.folder / "in").mkdir(exist_ok=True)
                    self.at(NOW)
                    form = registration(number % 10, story=text)
                    form["beneficiary"][0]["communication"] = text.replace("\r", "").replace("\n", "")
                    sheet = rows.sheet([rows.cells(form)]) if kind == "csv" else rows.line(form)
                    done = self.give(sheet, name=f"rows.{kind}")
                    if done.code == 4:
                        self.assertTrue(all(p["row"] for p in done.problems()), done.err)
                        self.assertTrue("\u0000" in text or len(text.encode()) > 900 or "\x1b" in text, text)
                        continue
                    done.exits(0)
                    kept = text.strip().replace("\r", "\n") if kind == "csv" else text.strip()
                    answer = self.run_("--format", "json", "report", "case", "2026-0001", "--names").exits(0).json()
                    self.assertIn(kept, next(row["sealed"] for row in answer["rows"] if row["step"] == "registrasi"))

    def test_sheets_that_are_none(self):
        deep = '{"beneficiary":' * 40 + '"x"' + "}" * 40
        wide = ",".join(f"c{n}" for n in range(100_000 if WHOLE else 5_000))
        texts = {
            "empty": "", "blank": "\n\n\n", "a heading alone": "source,on\n", "no heading": "\n,,\n", "NUL": "source\nwalk\0in\n",
            "not UTF-8": b"source\n\xff\xfe\n", "UTF-16": "source\nx\n".encode("utf-16"), "a quote that never ends": 'source\n"school\n' * 50,
            "a quote in a cell": 'source\nsch"ool\n', "too few cells": "source,on\nschool\n", "too many": "source\nschool,x\n",
            "two headings alike": "source,source\na,b\n", "a cell of 10 MB": "source,story\nschool," + "x" * 10_000_000 + "\n",
            "very many columns": wide + "\n" + "," * wide.count(",") + "\n", "deep JSON": deep, "broken JSON": '{"source":"school"',
            "two objects": '{"source":"a"}{"source":"b"}', "a key twice": '{"source":"school","source":"police"}',
            "a list": '{"a":1}\n[1,2]\n', "a number": '{"source":1}\n5\n', "huge number": '{"source":1e999}', "surrogate": '{"source":"\\ud800"}',
            "formula headings": "=1+1,@x\n1,2\n", "binary": os.urandom(3000), "a zip": b"PK\x03\x04" + os.urandom(200),
        }
        for title, text in texts.items():
            with self.subTest(title), self.changing_nothing("mediasi.db"):
                done = self.give(text, "--dry-run", name="rows.txt")
                self.assertIn(done.code, (0, 4), title)
                if done.code == 0:
                    self.assertEqual(done.json()["taken"], 0, title)
                with self.changing_nothing("mediasi.db"):
                    self.sent("import", "rows.txt")

    def test_a_device_without_an_end_is_no_sheet(self):
        with self.changing_nothing("mediasi.db"):
            self.run_("intake", "--batch", "/dev/zero").exits(4).complains("M4012")
            endless = "{\"do\": \"" + "x" * (17 << 20)
            self.run_("import", "-", stdin=endless).exits(4).complains("M4012")

    def test_attachments_stay_below_the_sheet(self):
        secret = self.write("secret.txt", "rahasia")
        os.symlink(secret, self.path("in", "link"))
        for path in ("../secret.txt", secret, "in/../../secret.txt", "link", "none.pdf", "/dev/zero", ".", ""):
            with self.subTest(path), self.changing_nothing("mediasi.db"):
                self.write("in/rows.csv", rows.sheet([{**rows.cells(registration(1)), "attach": f"identitas={path}"}]))
                done = self.sent("--format", "json", "intake", "--batch", "in/rows.csv")
                self.assertNotEqual(done.code, 0, path)
                self.assertTrue(all(p["row"] == 2 for p in done.problems() if p["code"] in ("M4022", "M1001")), done.err)
        self.write("in/scan/1.pdf", "%PDF-1.4 contoh")
        self.write("in/rows.csv", rows.sheet([{**rows.cells(registration(1)), "attach": "identitas=scan/1.pdf"}]))
        self.run_("intake", "--batch", "in/rows.csv").exits(0)
        self.assertEqual(self.rows("SELECT facts ->> '$.attachments' FROM entry WHERE act = 'register'"), [("identitas",)])

    def test_names_of_files_say_nothing_a_terminal_obeys(self):
        name = "in/\x1b[31mrows\u202e.csv"
        self.write(name, "source\nbukan\n")
        self.sent("intake", "--batch", name).exits(4)

    def test_a_file_that_is_none(self):
        for path in ("none.csv", "in", "/dev/null", "/proc/self/mem"):
            with self.subTest(path), self.changing_nothing("mediasi.db"):
                self.assertNotEqual(self.sent("intake", "--batch", path).code, 0)


if __name__ == "__main__":
    harness.main()
