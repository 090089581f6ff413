"""Batches: many acts in one transaction. All or none, or the good ones and a file of the others; the same row twice
changes nothing; and a batch of n rows is n forms."""

import csv
import io
import json

import harness
import rows
from batches import NOW, Batches, registration
from walk import Walk


class Law(Batches):
    def by_forms(self, forms):
        for form in forms:
            self.act(NOW, "intake", "", "", form, by="").exits(0)

    def without_origin(self, tables):
        """entries but for the batch they name"""
        kept = []
        for row in tables["entry"]:
            facts = json.loads(row[-1])
            facts.pop("_batch", None)
            if row[1] != "batch":
                kept.append((*row[:-1], json.dumps(facts, sort_keys=True)))
        return {**tables, "entry": kept}

    def test_a_batch_of_rows_is_as_many_forms(self):
        forms = [registration(number) for number in range(5)]
        forms[2]["matter"].append({"kind": "maintenance", "mediate": "no", "beneficiary": "beneficiary1",
                                   "respondent": "respondent1"})
        self.by_forms(forms)
        expected = self.without_origin(self.tables())
        for kind, text in [("csv", self.sheet(forms)), ("jsonl", "".join(map(rows.line, forms))),
                           ("csv", self.sheet(forms, delimiter=";")), ("csv", self.sheet(forms, delimiter="\t"))]:
            with self.subTest(kind):
                self.afresh()
                self.at(NOW)
                self.assertEqual(self.counts("intake", text, name=f"rows.{kind}"), (5, 0, 0))
                self.assertEqual(self.without_origin(self.tables()), expected)
                self.run_("store", "verify").exits(0)
                self.assertEqual(self.run_("--format", "json", "store", "rebuild").exits(0).json()["changed"], "no")

    def test_acts_of_known_cases_are_rows_too(self):
        walk = Walk(self)
        walk.to("assessed")
        plan = walk.form("planned").get("rencana") or walk.form("planned")
        self.at("2026-03-04T15:00")
        text = rows.sheet([{"case": "2026-0001", "step": "rencana", "by": "pita", **rows.cells(plan)}])
        self.assertEqual(self.counts("assess", text), (1, 0, 0))
        self.assertEqual(self.rows("SELECT act FROM entry ORDER BY seq DESC LIMIT 2"), [("batch",), ("plan",)])

    def test_a_row_may_name_the_case_of_an_earlier_one(self):
        new = {"step": "registrasi", "on": "2026-03-01", "source": "walk_in"}
        role = {"step": "penugasan", "on": "2026-03-01", "role": "pendamping", "officer": "pita"}
        for case, counts in (("2026-0001", (4, 0, 0)), ("2026-1", (4, 0, 0)), ("2", (4, 0, 0)), ("3", None), ("2026-0003", None)):
            forms = [{"case": "", **new}, {"case": "", **new}, {"case": case, **role}, {"case": case, **role, "role": "mk", "officer": "kania"}]
            for name, text in (("rows.csv", rows.sheet(forms)), ("rows.jsonl", "".join(map(rows.line, forms)))):
                with self.subTest(case=case, name=name):
                    self.afresh()
                    self.at(NOW)
                    with self.changing_nothing("mediasi.db"):
                        dry = self.answer("intake", text, "--dry-run", name=name, code=0 if counts else 4)
                    done = self.answer("intake", text, name=name, code=0 if counts else 4)
                    self.assertEqual(dry.codes(), done.codes())
                    if counts:
                        for answer in (dry.json(), done.json()):
                            self.assertEqual(tuple(answer[name] for name in ("taken", "unchanged", "refused")), counts)

    def test_a_row_may_be_a_composite_form(self):
        walk = Walk(self)
        walk.to("registered")
        form = walk.form("found")
        self.at("2026-03-02T13:00")
        text = rows.sheet([{"case": "1", **rows.cells(form)}])
        self.assertEqual(self.counts("assess", text, "--step", "asesmen_pertama", "--by", "pita"), (1, 0, 0))
        self.assertEqual(len([row for row in self.entries() if row[1] == "2026-0001"]), 1 + len(form))


class Dialects(Batches):
    ROW = {"source": "school", "on": "2026-02-27", "beneficiary1.name": "Contoh Siti", "beneficiary1.no_nik": "unregistered",
           "beneficiary1.birth": "2014-05-15", "beneficiary1.phone": "0343-000011", "matter1.kind": "bullying",
           "matter1.incident_on": "2026-02-20", "story": "baris satu\nbaris dua; \"kutip\""}

    def recorded(self):
        return self.rows("SELECT on_text, facts ->> '$.matter[0].incident_on' FROM entry WHERE act = 'register'")

    def test_every_spelling_of_a_sheet(self):
        same = [(("2026-02-27", "2026-02-20"))]
        slashes = {**self.ROW, "on": "27/02/2026", "matter1.incident_on": "20/2/2026", "beneficiary1.birth": "15/05/2014"}
        dashes = {**self.ROW, "on": "27-02-2026", "matter1.incident_on": "20-02-2026"}
        capitals = {**self.ROW, "source": "SCHOOL", "matter1.kind": "Bullying"}
        plain = rows.sheet([self.ROW])
        for title, text in [
            ("commas", plain), ("semicolons", rows.sheet([self.ROW], delimiter=";")),
            ("tabs", rows.sheet([self.ROW], delimiter="\t")), ("a byte order mark", "\ufeff" + plain),
            ("Excel's line", "sep=;\r\n" + rows.sheet([self.ROW], delimiter=";")),
            ("line feeds", plain.replace("\r\n", "\n")), ("days first", rows.sheet([slashes])),
            ("days first, hyphens", rows.sheet([dashes])), ("capitals", rows.sheet([capitals])),
            ("blank rows", plain + "\r\n,,,,,,,,\r\n"),
        ]:
            with self.subTest(title):
                self.afresh()
                self.at(NOW)
                self.assertEqual(self.counts("intake", text), (1, 0, 0))
                self.assertEqual(self.recorded(), same)

    def test_headings_in_the_words_of_the_office(self):
        self.environment["MEDIASI_LANG"] = "id"
        columns = self.run_("--format", "json", "intake", "--columns").exits(0).json()["rows"]
        words = {row["name"]: row["heading"] for row in columns}
        self.assertEqual(len(set(words.values())), len(words))
        text = rows.sheet([{words[name]: value for name, value in self.ROW.items()}])
        self.assertEqual(self.counts("intake", text), (1, 0, 0))
        by_words = self.rows("SELECT facts FROM entry WHERE act = 'register'")
        self.afresh()
        self.at(NOW)
        self.counts("intake", rows.sheet([self.ROW]))
        self.assertEqual(self.rows("SELECT facts FROM entry WHERE act = 'register'"), by_words)

    def test_the_empty_sheet_is_read_as_it_was_given(self):
        for language in ("id", "en"):
            self.environment["MEDIASI_LANG"] = language
            text = self.run_("intake", "--template", "csv").exits(0).out
            self.assertTrue(text.startswith("\ufeff"))
            heading = next(csv.reader(io.StringIO(text[1:]), delimiter=";"))
            names = [row["name"] for row in self.run_("--format", "json", "intake", "--columns").json()["rows"]]
            self.assertEqual(len(heading), len(names))
            words = dict(zip(names, heading))
            row = {words[name]: value for name, value in self.ROW.items()}
            body = rows.sheet([row], delimiter=";", heading=heading)
            self.assertEqual(self.counts("intake", "\ufeff" + body, "--dry-run"), (1, 0, 0))

    def test_zeros_in_front_and_texts_come_back_as_they_were(self):
        self.counts("intake", rows.sheet([{**self.ROW, "beneficiary1.phone": "0000-00012"}]))
        form = self.run_("intake", "1", "--blank", "--step", "orang", "--names", "--for", "casework").exits(0)
        form.shows("0000-00012")
        dossier = self.run_("document", "1", "case", "--into", "letters").exits(0)
        page = next(self.folder.joinpath("letters").glob("*.html")).read_text()
        self.assertIn("baris satu", page)
        self.assertIn("dua; &quot;kutip&quot;", page, dossier.out)

    def test_a_column_that_stands_twice_is_told_before_any_row(self):
        Walk(self).to("registered")
        self.at("2026-03-02T12:00")
        note = {"case": "1", "step": "catatan", "ref": "a", "words": "Contoh"}
        for twice in ("case", "step", "ref", "words", "on"):
            for other in (twice.upper(), twice.capitalize()):
                for first, second in (("", note.get(twice, "")), (note.get(twice, ""), "")):
                    with self.subTest(twice=twice, other=other, first=first), self.changing_nothing("mediasi.db"):
                        row = {**note, twice: first, other: second}
                        self.assertEqual(self.answer("record", rows.sheet([row]), code=4).codes(), ["M4019"])
                        self.assertEqual(self.answer("record", rows.line(row), name="rows.jsonl", code=4).codes(), ["M4019"])

    def test_columns_that_are_none_are_told_before_any_row(self):
        with self.changing_nothing("mediasi.db"):
            done = self.batch("intake", rows.sheet([{**self.ROW, "beneficiary1.nmae": "x", "Catatan": "y"}] * 50),
                              "--format", "json")
        problems = done.exits(4).says_nothing().problems()
        self.assertEqual([(p["code"], p["row"]) for p in problems], [("M4002", 1)] * 2)
        self.assertIn("beneficiary1.name", problems[0]["hint"])


class AllOrGood(Batches):
    def setUp(self):
        super().setUp()
        self.forms = [registration(number) for number in range(6)]
        self.forms[1]["source"] = "bukan"  # malformed
        self.forms[4]["matter"][0]["incident_on"] = "31/02/2026"
        self.text = self.sheet(self.forms)

    def test_one_bad_row_keeps_all_out_and_every_bad_row_is_told(self):
        with self.changing_nothing("mediasi.db"):
            done = self.batch("intake", self.text, "--format", "json").exits(4).says_nothing()
        self.assertEqual([(p["row"], p["column"] or p["field"] if "field" in p else p["column"]) for p in done.problems()],
                         [(3, "source"), (6, "matter1.incident_on")])
        self.assertNotIn("Contoh", done.err)

    def test_good_rows_go_in_and_mended_ones_follow(self):
        done = self.batch("intake", self.text, "--keep-good", "--rejects", "bad.csv").exits(6)
        done.shows("4", "2").complains("bad.csv")
        self.assertEqual(self.folder.joinpath("bad.csv").stat().st_mode & 0o777, 0o600)
        bad = self.folder.joinpath("bad.csv").read_bytes().decode()
        refused = rows.read_sheet(bad)
        self.assertEqual([row["_row"] for row in refused], ["3", "6"])
        self.assertEqual([row["_column"] for row in refused], ["source", "matter1.incident_on"])
        self.assertTrue(all(row["_code"].startswith("M4") and row["_reason"] for row in refused))
        mended = bad.replace("bukan", "school").replace("31/02/2026", "28/02/2026")
        self.assertEqual(self.counts("intake", mended, name="mended.csv"), (2, 0, 0))
        self.assertEqual(len(self.rows("SELECT 1 FROM case_index")), 6)

    def test_a_file_that_stands_there_is_never_written_over(self):
        self.write("bad.csv", "mine")
        with self.changing_nothing():
            self.write("rows.csv", self.text)
            before = self.bytes_of()
            self.run_("intake", "--batch", "rows.csv", "--keep-good", "--rejects", "bad.csv").exits(1)
            self.assertEqual(before, self.bytes_of())
            self.folder.joinpath("rows.csv").unlink()

    def test_json_lines_are_refused_as_json_lines(self):
        text = "".join(map(rows.line, self.forms))
        self.answer("intake", text, "--keep-good", "--rejects", "bad.jsonl", name="rows.jsonl", code=6)
        lines = [json.loads(line) for line in self.folder.joinpath("bad.jsonl").read_text().splitlines()]
        self.assertEqual([line["_row"] for line in lines], ["2", "5"])
        lines[0]["source"] = "school"
        lines[1]["matter"][0]["incident_on"] = "2026-02-28"
        mended = "".join(json.dumps(line) + "\n" for line in lines)
        self.assertEqual(self.counts("intake", mended, name="mended.jsonl"), (2, 0, 0))

    def test_rows_that_cannot_be_read_go_back_whole_and_are_refused_again(self):
        good = rows.sheet([rows.cells(self.forms[0])])
        bad_rows = {"csv": good + "a;b,c,lagi,satu dua\r\n", "jsonl": rows.line(self.forms[0]) + '{"source":"school" "story":"utuh"}\n'}
        bad_rows["txt"] = rows.line(self.forms[0]) + '{"source":"school","needs":["a","b, c"],"story":"utuh"}\n'
        for kind, text in bad_rows.items():
            with self.subTest(kind):
                self.afresh()
                self.at(NOW)
                self.answer("intake", text, "--keep-good", "--rejects", f"bad.{kind}", name=f"rows.{kind}", code=6)
                left = self.folder.joinpath(f"bad.{kind}").read_text()
                self.assertIn("satu dua" if kind == "csv" else "utuh", left)
                self.answer("intake", left, name=f"again.{kind}", code=4)

    def test_a_dry_run_says_the_same_and_changes_nothing(self):
        with self.changing_nothing("mediasi.db"):
            dry = self.answer("intake", self.text, "--dry-run", code=4)
            self.assertEqual(self.counts("intake", self.sheet(self.forms[2:4]), "--dry-run"), (2, 0, 0))
        self.assertEqual(dry.problems(), self.answer("intake", self.text, code=4).problems())
        with self.changing_nothing("mediasi.db"):
            answer = self.answer("intake", self.text, "--dry-run", "--keep-good", "--rejects", "x.csv", code=6).json()
        self.assertEqual((answer["taken"], answer["refused"], answer["dry_run"]), (4, 2, True))
        self.assertFalse(self.folder.joinpath("x.csv").exists())

    def test_refusals_by_rule_are_three_and_malformed_rows_four(self):
        walk = Walk(self)
        walk.to("registered")
        self.at("2026-03-02T13:00")
        refused = {"case": "2026-0001", "step": "perintah", "by": "koko", "decision": "ordered"}
        done = self.batch("assess", rows.line(refused), "--format", "json", name="rows.jsonl").exits(3)
        self.assertEqual({p["row"] for p in done.problems()}, {1})
        self.batch("assess", rows.line(refused) + rows.line({**refused, "case": "2026-9999"}), name="b.jsonl").exits(4)

    def test_complaints_have_a_limit_that_says_how_many_more(self):
        forms = [registration(0, source="bukan")] * 1203
        done = self.batch("intake", self.sheet(forms), "--format", "json").exits(4)
        problems = done.problems()
        self.assertEqual(len(problems), 1001)
        self.assertIn("203", problems[-1]["message"])
        self.assertEqual([p["row"] for p in problems[:-1]], list(range(2, 1002)))


if __name__ == "__main__":
    harness.main()
