"""Whose case a row goes into: where rows go by the keys of a register, never the open case that happens to bear the number; and a
row given again goes where it went, whatever its short number means by now."""

import os
import sqlite3

import harness
import rows
from batches import Batches


def acts(*pairs):
    return rows.sheet([{"ref": ref, "case": case, "on": "2026-01-10", "words": f"Contoh {ref}"} for ref, case in pairs])


class WhoseCase(Batches):
    def registered(self, *keys, more=("--source", "buku")):
        sheet = rows.sheet([{"ref": key, "on": "2026-01-05", "source": "phone"} for key in keys])
        self.assertEqual(self.counts("intake", sheet, *more), (len(keys), 0, 0))

    def notes(self, text, *more, code=0, command="record", step="catatan"):
        return self.answer(command, text, "--step", step, *more, code=code)

    def where(self):
        return self.rows("SELECT case_number FROM entry WHERE act = 'log' ORDER BY seq")

    def test_a_key_that_is_not_loaded_is_no_open_case(self):
        self.registered("1", "3", "4")  # key 2 was refused: 2026-0002 is of key 3
        text = acts(("a1", "1"), ("a2", "2"), ("a3", "3"))
        with self.changing_nothing("mediasi.db"):
            done = self.notes(text, "--source", "buku", code=4)
        self.assertEqual([(one["code"], one["row"]) for one in done.problems()], [("M4008", 3)])
        self.registered("2")
        self.assertEqual(self.notes(text, "--source", "buku").json()["taken"], 3)
        self.assertEqual(self.where(), [("2026-0001",), ("2026-0004",), ("2026-0002",)])
        self.assertEqual(self.notes(text, "--source", "buku").json()["unchanged"], 3)
        line = rows.line({"do": "record", "case": "2", "step": "catatan", "on": "2026-01-11", "words": "Contoh"})
        self.write("r.jsonl", line)
        with self.changing_nothing("mediasi.db"):
            self.run_("import", "r.jsonl", "--source", "lain").exits(4).complains("M4008")

    def test_keys_that_look_like_numbers_of_cases(self):
        self.registered("2026-1", "2026-3", "2026-4")  # 2026-0002 is of key 2026-3
        for word in ("2026-2", "2026-0002"):
            with self.subTest(word), self.changing_nothing("mediasi.db"):
                self.assertEqual(self.notes(acts(("a2", word)), "--source", "buku", code=4).codes(), ["M4008"])
        self.assertEqual(self.notes(acts(("a3", "2026-3")), "--source", "buku").json()["taken"], 1)
        self.assertEqual(self.where(), [("2026-0002",)])
        self.assertEqual(self.notes(acts(("a4", "2026-0002")), "--source", "lain").json()["taken"], 1)

    def test_a_dry_run_knows_a_row_as_the_run_does(self):
        self.registered("a", "b", more=())
        once = {"ref": "t1", "case": "2", "on": "2026-02-02", "by": "kania", "reason": "no_contact"}
        twice = rows.sheet([once, once])
        for more in (("--dry-run",), ()):
            answer = self.notes(twice, *more, command="terminate", step="terminasi").json()
            self.assertEqual((answer["taken"], answer["unchanged"]), (1, 1), more)
        lines = [{"do": "intake", "ref": "9", "on": "2019-05-04", "source": "school"},
                 {"do": "record", "ref": "a1", "case": "9", "step": "catatan", "on": "2019-05-05", "words": "Contoh"},
                 {"do": "record", "ref": "a2", "case": "a1", "step": "catatan", "on": "2019-05-05", "words": "Contoh"}]
        self.write("r.jsonl", "".join(map(rows.line, lines)))
        for more in (("--dry-run",), ()):
            self.run_("import", "r.jsonl", "--source", "x", *more).exits(4).complains("M4008")

    def test_a_row_given_again_goes_where_it_went(self):
        self.registered("a", "b", more=())
        ends = rows.sheet([{"ref": "t1", "case": "2", "on": "2026-02-02", "by": "kania", "reason": "no_contact"}])
        self.assertEqual(self.notes(ends, command="terminate", step="terminasi").json()["taken"], 1)
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.notes(ends, command="terminate", step="terminasi").json()["unchanged"], 1)
        other = ends.replace("t1,2,", "t1,1,").replace("t1;2;", "t1;1;")
        self.assertNotEqual(other, ends)
        self.assertEqual(self.notes(other, command="terminate", step="terminasi", code=4).codes(), ["M4113"])

    def test_another_file_under_the_same_name_is_other_content(self):
        self.registered("a", more=())
        os.mkdir(self.path("scan"))
        self.write("scan/1.txt", "satu")
        sheet = rows.sheet([{"ref": "q1", "case": "1", "on": "2026-01-06", "requirement": "identitas", "attach": "identitas=scan/1.txt"}])
        given = lambda code=0: self.answer("intake", sheet, "--step", "syarat", code=code)
        self.assertEqual(given().json()["taken"], 1)
        self.assertEqual(given().json()["unchanged"], 1)
        self.write("scan/1.txt", "dua")
        self.assertEqual(given(4).codes(), ["M4113"])
        os.remove(self.path("scan/1.txt"))
        os.mkdir(self.path("scan/1.txt"))
        self.assertEqual(given().json()["unchanged"], 1, "what can be read no more is not asked for again")
        os.rmdir(self.path("scan/1.txt"))
        self.assertEqual(given().json()["unchanged"], 1)

    def test_an_object_that_says_nothing_is_no_empty_cell(self):
        for form in ({"matter": [{}]}, {"beneficiary": [{"name": None}]}, {"story": {}}):
            with self.subTest(form), self.changing_nothing("mediasi.db"):
                done = self.answer("intake", rows.line({"on": "2026-01-05", "source": "phone", **form}), name="r.jsonl", code=4)
                self.assertIn("M4009", done.codes())

    def test_every_line_of_a_case_that_stays_out_is_answered(self):
        lines = [{"do": "intake", "ref": "3", "on": "2019-05-04", "source": "school"},
                 {"do": "record", "case": "3", "step": "catatan", "on": "2019-05-05", "words": "Contoh"},
                 {"do": "fly", "case": "3", "on": "2019-05-05"},
                 {"do": "record", "case": "3", "step": "catatan", "words": "Contoh tanpa hari"},
                 {"do": "record", "case": "3", "step": "terminasi", "on": "2019-05-05"}]
        self.write("r.jsonl", "".join(map(rows.line, lines)))
        done = self.run_("--format", "json", "import", "r.jsonl").exits(4)
        self.assertEqual([(one["row"], one["code"]) for one in done.problems()], [(3, "M4013"), (4, "M4009"), (5, "M2010")])

    def test_the_end_of_a_batch_cut_off_is_seen(self):
        self.registered("a", "b")
        self.verify_says(0)
        self.tamper("DELETE FROM entry WHERE seq = (SELECT MAX(seq) FROM entry)")
        self.assertIn("is of a batch that nothing closes", self.verify_says(8))

    def verify_says(self, code):
        return self.run_("store", "verify").exits(code).out

    def tamper(self, change):
        with sqlite3.connect(self.path("mediasi.db")) as store:
            triggers = store.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                store.execute(f"DROP TRIGGER {name}")
            store.execute(change)
            for _, text in triggers:
                store.execute(text)


if __name__ == "__main__":
    harness.main()
