"""Registers as offices keep them: gaps between persons, days left out, words of other programs, keys of their own."""

import json

import harness
import rows
from batches import Batches

PERSON = {"no_nik": "withheld", "birth": "1990"}


def person(name):
    return {"name": name, **PERSON}


class Registers(Batches):
    def refused(self, text, *codes, command="intake", name="rows.csv", more=()):
        with self.changing_nothing("mediasi.db"):
            done = self.batch(command, text, *more, "--format", "json", name=name).exits(4)
        self.assertEqual(sorted({problem["code"] for problem in done.problems()}), sorted(codes))
        return done.problems()

    def kept(self, text):
        self.assertEqual(self.counts("intake", text), (1, 0, 0))

    def test_a_gap_between_persons_would_make_one_somebody_else(self):
        head = "on;source;beneficiary1.name;beneficiary2.name;beneficiary3.name;companion1.name;companion1.of;companion1.kinds\n"
        for cells in (";Contoh Dua;Contoh Tiga;Contoh Ibu;beneficiary2;parent", "Contoh Satu;;Contoh Tiga;Contoh Ibu;beneficiary1;parent"):
            with self.subTest(cells):
                (problem,) = self.refused(head + "02/01/2026;walk_in;" + cells + "\n", "M4009")
                self.assertIn("fill them in order from 'beneficiary1' on", problem["hint"])
                self.assertEqual(problem["row"], 2)
        self.kept(head + "02/01/2026;walk_in;Contoh Satu;Contoh Dua;;Contoh Ibu;beneficiary2;parent\n")
        [(facts,)] = self.rows("SELECT facts FROM entry WHERE act = 'register'")
        self.assertEqual(json.loads(facts)["companion"][0]["of"], "beneficiary2")
        hole = {"on": "2026-01-02", "source": "walk_in", "beneficiary": [{}, person("Contoh Rekaan")]}
        self.refused(rows.line(hole), "M4009", name="rows.jsonl")

    def test_one_letter_is_no_answer_where_two_languages_give_it_two_meanings(self):
        for word, answer in (("t", None), ("T", None), ("ya", "yes"), ("TIDAK", "no"), ("false", "no"), ("true", "yes")):
            with self.subTest(word):
                self.afresh()
                self.at("2026-03-02T08:30")
                sheet = rows.sheet([{"on": "2026-01-02", "source": "phone", "beneficiary1.name": "Contoh", "beneficiary1.address_secret": word}])
                if answer is None:
                    self.refused(sheet, "M4020")
                    continue
                self.kept(sheet)
                [(facts,)] = self.rows("SELECT facts FROM entry WHERE act = 'register'")
                self.assertEqual(json.loads(facts)["beneficiary"][0]["address_secret"], answer)

    def test_a_row_corrects_the_person_and_the_matter_it_names(self):
        self.kept(rows.line({"on": "2026-01-02", "source": "walk_in", "beneficiary": [person("Contoh Rekaan")],
                             "respondent": [person("Contoh Lain")], "matter": [{"kind": "custody"}]}))
        told = rows.sheet([{"case": "1", "on": "2026-01-03", "beneficiary1.id": "beneficiary1", "beneficiary1.phone": "0343-000001"}])
        self.assertEqual(self.counts("intake", told, "--step", "orang"), (1, 0, 0))
        told = {"case": "1", "on": "2026-01-04", "matter": [{"number": 1, "kind": "maintenance"}]}
        self.assertEqual(self.counts("intake", rows.line(told), "--step", "orang", name="rows.jsonl"), (1, 0, 0))
        story = self.run_("report", "case", "1", "--names").exits(0).out
        self.assertNotIn("beneficiary2", story)
        self.assertIn("0343-000001", story)
        self.assertIn("maintenance", story)
        wrong = rows.sheet([{"case": "1", "on": "2026-01-03", "beneficiary1.id": "beneficiary7", "beneficiary1.phone": "0343-000001"}])
        self.refused(wrong, "M4008", more=("--step", "orang"))

    def test_an_empty_cell_for_the_day_is_not_today(self):
        (problem,) = self.refused("ref;on;source\nq1;;phone\n", "M4009")
        self.assertEqual((problem["row"], problem["column"]), (2, "on"))
        self.assertEqual(self.counts("intake", "ref;on;source\nq1;;phone\n", "--on", "2026-02-01"), (1, 0, 0))
        self.assertEqual(self.counts("intake", "ref;source\nq2;phone\n"), (1, 0, 0))
        self.assertEqual(self.rows("SELECT received FROM case_index ORDER BY 1"), [("2026-02-01",), ("2026-03-02",)])

    def test_a_sheet_names_its_cases_by_the_keys_of_its_register(self):
        register = "ref;on;source\nbuku/7;02/01/2026;phone\nbuku/8;02/01/2026;phone\n"
        self.assertEqual(self.counts("intake", register, "--source", "buku-2026"), (2, 0, 0))
        told = [(row["case"], row["register"], row["ref"]) for row in
                self.run_("report", "register", "--format", "json").exits(0).json()["rows"]]
        self.assertEqual(told, [("2026-0001", "buku-2026", "buku/7"), ("2026-0002", "buku-2026", "buku/8")])
        notes = rows.sheet([{"case": "buku/8", "on": "2026-01-03", "words": "Contoh: menelepon."}])
        self.assertEqual(self.counts("record", notes, "--step", "catatan", "--source", "buku-2026"), (1, 0, 0))
        self.assertEqual(self.rows("SELECT case_number FROM entry WHERE act = 'log'"), [("2026-0002",)])
        self.refused(notes, "M4008", command="record", more=("--step", "catatan", "--source", "buku-2027"))

    def test_what_another_program_writes_where_a_name_is_missing_is_no_name(self):
        for cell in ("#N/A", "-", "1234567890123456", "..."):
            with self.subTest(cell):
                self.refused(rows.sheet([{"on": "2026-01-02", "source": "phone", "beneficiary1.name": cell}]), "M4020")

    def test_a_choice_may_stand_in_the_words_of_the_office(self):
        self.assertEqual(self.counts("intake", "on;source\n02/01/2026;phone\n"), (1, 0, 0))
        done = rows.sheet([{"case": "1", "on": "2026-01-03", "by": "kania", "reason": "Kesepakatan DILANGGAR"}])
        unknown = done.replace("DILANGGAR", "dijalankan")
        self.batch("terminate", unknown).exits(4).complains("M4007")
        self.batch("terminate", done).exits(0)
        self.assertEqual(self.rows("SELECT reason FROM case_index"), [("broken",)])

    def test_rows_of_blanks_are_passed_over(self):
        self.assertEqual(self.counts("intake", "on;source\n ; \n02/01/2026;phone\n;\n"), (1, 0, 0))

    def test_a_json_array_is_told_from_a_sheet(self):
        (problem,) = self.refused('[{"on":"2026-01-02","source":"phone"}]', "M4111", name="rows.json")
        self.assertIn("one object a line", problem["hint"])

    def test_a_nik_is_no_name_of_a_register(self):
        with self.changing_nothing("mediasi.db"):
            done = self.batch("intake", "on;source\n02/01/2026;phone\n", "--source", "x3575015505149991").exits(2)
        done.hides("3575015505149991")
        self.assertNotIn("3575015505149991", done.err)

    def test_an_unknown_column_is_found_by_its_number_where_rows_name_their_steps(self):
        (problem,) = self.refused("ref;step;on;source;Petugas Contoh Rekaan\n1;registrasi;02/01/2026;phone;x\n", "M4002")
        self.assertIn("(column 5)", problem["message"])
        self.assertNotIn("Rekaan", json.dumps(problem))

    def test_the_file_of_rejects_tells_all_that_is_wrong_with_a_row(self):
        sheet = rows.sheet([{"on": "2026-01-02", "source": "phone", "beneficiary1.name": "Contoh", "beneficiary1.nik": "12",
                             "beneficiary1.phone": "x"}, {"on": "2026-01-02", "source": "phone"}])
        self.batch("intake", sheet, "--keep-good", "--rejects", "kembali.csv").exits(6)
        told = (self.folder / "kembali.csv").read_text().splitlines()[1]
        self.assertIn("beneficiary1.nik beneficiary1.phone", told)

    def test_a_dry_run_asks_for_the_place_of_the_rejects(self):
        for more in ("--dry-run",), ():
            with self.changing_nothing("mediasi.db"):
                self.batch("intake", "on;source\n02/01/2026;phone\n31/02/2026;phone\n", "--keep-good", "--rejects",
                           "nowhere/kembali.csv", *more).exits(1).complains("M1002")

    def test_blanks_about_an_id_make_nobody_new(self):
        self.kept(rows.line({"on": "2026-01-02", "source": "walk_in", "beneficiary": [person("Contoh Rekaan")],
                             "respondent": [person("Contoh Lain")],
                             "companion": [{"name": "Contoh Ibu", "of": ["beneficiary1"], "kinds": ["parent"]}]}))
        for number, blank in enumerate(("companion1 ", " companion1", "\tcompanion1"), 3):
            form = {"companion": [{"id": blank, "of": ["beneficiary1"], "kinds": ["parent"], "alleged_offender": "yes"}]}
            self.act(f"2026-03-0{number}T09:00", "intake", "2026-0001", "orang", form, "").exits(0)
        persons = [row for (facts,) in self.rows("SELECT facts FROM entry WHERE act = 'person'") for row in json.loads(facts)["companion"]]
        self.assertEqual({row["id"] for row in persons}, {"companion1"})
        self.assertIn("alleged offender: yes", self.run_("report", "case", "1").exits(0).out)

    def test_a_person_of_the_case_and_one_of_the_row_are_not_told_apart_by_chance(self):
        self.kept(rows.line({"on": "2026-01-02", "source": "walk_in", "beneficiary": [person("Contoh Rekaan")],
                             "respondent": [person("Contoh Lain")]}))
        told = {"case": "1", "on": "2026-01-03", "respondent1.name": "Contoh Baru", "companion1.name": "Contoh Teman",
                "companion1.of": "respondent1", "companion1.kinds": "parent"}
        self.refused(rows.sheet([told]), "M4008", more=("--step", "orang"))
        told["companion1.of"] = "beneficiary1"
        self.assertEqual(self.counts("intake", rows.sheet([told]), "--step", "orang"), (1, 0, 0))
        both = {"case": "1", "on": "2026-01-04", "beneficiary1.id": "beneficiary1", "beneficiary1.education": "smp",
                "beneficiary2.name": "Contoh Adik"}
        self.assertEqual(self.counts("intake", rows.sheet([both]), "--step", "orang"), (1, 0, 0))

    def test_nobody_is_his_own_companion_and_a_matter_has_two_sides(self):
        head = {"on": "2026-01-02", "source": "walk_in", "beneficiary": [person("Contoh Rekaan")], "respondent": [person("Contoh Lain")]}
        own = {**head, "companion": [{"name": "Contoh Ibu", "of": ["companion1"], "kinds": ["parent"]}]}
        self.refused(rows.line(own), "M4020", name="rows.jsonl")
        wrong = {**head, "matter": [{"kind": "debt", "beneficiary": "respondent1", "respondent": "beneficiary1"}]}
        self.refused(rows.line(wrong), "M4020", name="rows.jsonl")

    def test_a_composite_row_of_blanks_is_no_act(self):
        self.kept("on;source\n02/01/2026;phone\n")
        blank = "case,ref,on,asesmen_awal.party\n1,k1,2026-01-03,\n"
        self.refused(blank, "M4009", command="assess", more=("--step", "asesmen_pertama"))

    def test_a_nik_in_pieces_is_no_key(self):
        for key in ("3575-0155-0514-9991", "35.75.01.55.05.14.9991", "3575/0155/05149991"):
            self.refused(f"ref,on,source\n{key},2026-01-01,walk_in\n", "M4112")
        self.kept("ref,on,source\n0b54a1d0-1234-4321-9876-001122334455,2026-01-01,walk_in\n")

    def test_no_stored_name_moves_a_terminal(self):
        self.kept(rows.line({"on": "2026-01-02", "source": "walk_in", "beneficiary": [person("Contoh\x1b[31mMerah")]}))
        for form in "text", "csv", "json":
            shown = self.run_("report", "register", "--names", "--for", "training", "--format", form).exits(0).out
            self.assertNotIn("\x1b", shown)
            self.assertIn("Merah", shown)

    def test_a_word_that_is_like_none_is_not_said_again(self):
        sheet = rows.sheet([{"on": "2026-01-02", "source": "phone", "accepted": "zz:yy:aminahcontoh"}])
        self.assertNotIn("aminahcontoh", self.batch("intake", sheet).exits(4).err)

    def test_a_key_given_twice_in_a_file_is_not_said_to_be_in_the_store(self):
        (problem,) = self.refused("ref;on;source\n1;02/01/2026;phone\n1;03/01/2026;phone\n", "M4113")
        self.assertIn("earlier row", problem["message"])

    def test_several_files_are_attached_as_a_list(self):
        for name in "a.pdf", "b.pdf":
            self.write(name, "%PDF-1.4 contoh")
        told = {"on": "2026-01-02", "source": "phone", "attach": ["surat=a.pdf", "kronologi=b.pdf"]}
        self.assertEqual(self.counts("intake", rows.line(told), name="rows.jsonl"), (1, 0, 0))
        self.assertEqual(self.rows("SELECT count(*) FROM sealed WHERE path LIKE 'attachment#%'"), [(2,)])

    def test_a_warning_in_a_sheet_names_the_column_that_accepts_it(self):
        sheet = rows.sheet([{"on": "2026-01-02", "source": "phone", "by": "admin", "beneficiary1.name": "Contoh",
                             "beneficiary1.nik": "3575014101659900", "beneficiary1.birth": "1990-02-03", "beneficiary1.sex": "female"}])
        done = self.batch("intake", sheet).exits(3).complains("in the column 'accepted'")
        self.assertNotIn("--accept", done.err)
        told = sheet.replace("\r\n", ",accepted\r\n", 1).replace("female\r\n", "female,registrasi.nik_agrees:keadaan_mendesak:pita\r\n")
        done = self.batch("intake", told).exits(0)
        self.assertIn("accepted by pita", done.err)


if __name__ == "__main__":
    harness.main()
