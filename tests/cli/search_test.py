"""Looking for people with --find."""

import harness
from searching import Searching, NIK, OTHER_NIK


class Find(Searching):
    def test_every_spelling_finds(self):
        self.register(name="Drs. H. Achmad Soekarjo, M.Si.").exits(0)
        self.register(name="Siti Noerhajati binti Djoko").exits(0)
        self.register(name="Moch. Abdurrochman Tjahjono").exits(0)
        for name, case in [("Ahmad Sukaryo", 1), ("akhmat soekarjo", 1), ("Sukaryo", 1), ("SUKARJO AHMAD", 1),
                           ("Siti Nurhayati", 2), ("Nur Hayati", 2), ("Hj. Siti Nurhayati", 2), ("Joko", 2),
                           ("Abdul Rahman Cahyono", 3), ("Muhammad Abdurrahman Cahyono", 3), ("Rachman", 3)]:
            with self.subTest(name):
                self.assertEqual(self.found(name=name), [f"2026-000{case}"])
        for name in ("Achmad Soekarno", "Siti Aminah", "Tjahjo", "Sukaryono"):
            with self.subTest(name):
                self.assertEqual(self.found(name=name), [])

    def test_number_month_and_name_each_find_and_the_notes_say_how(self):
        self.register(name="Contoh Satu", nik=NIK, birth="2014-05-15").exits(0)
        self.register(name="Contoh Satu", birth="2014-05-20").exits(0)
        self.register(name="Contoh Satu", birth="2010-01-02").exits(0)
        self.register(name="Contoh Lain", birth="2014-05-01").exits(0)
        self.assertEqual(self.found(nik=NIK), ["2026-0001"])
        self.assertEqual(self.found(nik=OTHER_NIK), [])
        self.assertEqual(self.found(born="2014-05"), ["2026-0001", "2026-0002", "2026-0004"])
        self.assertEqual(self.found(name="Lain"), ["2026-0004"])
        notes = self.find(nik=NIK, name="Contoh Satu", born="2014-05").exits(0).json()["notes"]
        self.assertEqual(notes[1:], ["case 2026-0001: 'beneficiary1' (C.S.): the same NIK",
                                 "case 2026-0002: 'beneficiary1' (C.S.): the same name and month of birth",
                                 "case 2026-0003: 'beneficiary1' (C.S.): the same name"])

    def test_every_person_of_a_case_is_found_and_representatives_are(self):
        self.act("2026-03-02T08:30", "intake", "", "", {
            "source": "school", "beneficiary": [{"name": "Contoh Anak"}],
            "respondent": [{"name": "Contoh Perkumpulan", "organisation": "yes", "representative": "Contoh Wakil"}],
            "companion": [{"name": "Contoh Ibunda", "of": "beneficiary1", "kinds": ["parent"]}],
            "other": [{"name": "Contoh Paman", "role": "witness"}]}, "").exits(0)
        for name in ("Anak", "Perkumpulan", "Wakil", "Ibunda", "Paman"):
            with self.subTest(name):
                self.assertEqual(self.found(name=name), ["2026-0001"])

    def test_one_case_can_be_shown_by_its_person(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.register(name="Contoh Satu", nik=OTHER_NIK).exits(0)
        self.find(report="case", nik=NIK).exits(0).shows("2026-0001", "the same NIK").hides("2026-0002")
        both = self.find(report="case", name="Contoh Satu").exits(2).json()
        self.assertEqual([row["case"] for row in both["rows"]], ["2026-0001", "2026-0002"])
        self.assertIn("mediasi report case CASE", both["notes"][0])
        self.assertEqual(self.find(report="case", name="Nobody").exits(2).json()["rows"], [])
        self.assertEqual(self.rows("SELECT COUNT(*) FROM entry WHERE act = 'read'"), [(3,)])
        for report in ("due", "agenda", "obligations"):
            self.find(report=report, nik=NIK).exits(0).shows("the same NIK").hides("2026-0002")

    def test_what_takes_no_search_says_so(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        with self.changing_nothing():
            for report, code in (("overdue", "M2040"), ("journal", "M2040"), ("complaints", "M2040"), ("nothing", "M2014")):
                self.assertEqual(self.find(report=report, nik=NIK).exits(2).codes(), [code])
            self.run_("report", "case", "1", "--find", "-", stdin=f'nik = "{NIK}"').exits(2)
            self.run_("report", "case").exits(2)
            self.run_("report", "agenda", "--find", "-", "--format", "ics", stdin=f'nik = "{NIK}"').exits(2)
            self.run_("report", "register", "--find", self.path("nowhere")).exits(1).says_nothing()
            self.run_("report", "register", "--for", "casework").exits(2)

    def test_a_bad_form_is_told_whole_and_says_no_word_of_it_again(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        secret = "Rahasiawati"
        for title, text, codes in [
            ("nothing asked", "", ["M4009"]), ("blanks", 'name = "  "\nnik = ""', ["M4009"]),
            ("a short NIK", 'nik = "35750155"', ["M4010"]), ("a NIK as a number", f"nik = {NIK}", ["M4004"]),
            ("a year alone", 'born = "2014"', ["M4005"]), ("no day", f'born = "{secret}"', ["M4005"]),
            ("a name as a list", f'name = ["{secret}"]', ["M4004"]), ("a name without a word", 'name = "..."', ["M4011"]),
            ("a field too many", f'naem = "{secret}"', ["M4002"]), ("a table", f'[name]\nx = "{secret}"', ["M4004"]),
            ("rows", f'[[name]]\nx = "{secret}"', ["M4002"]), ("a file", f'attach = ["a={secret}"]', ["M4002"]),
            ("no TOML", f"name = {secret}", ["M4001"]), ("a NUL", b'name = "a\x00b"', ["M4023"]),
            ("no UTF-8", b'name = "\xff"', ["M4023"]),
            ("two faults", 'nik = "1"\nborn = "x"', ["M4010", "M4005"]),
        ]:
            with self.subTest(title), self.changing_nothing():
                done = self.run_("report", "register", "--find", "-", "--format", "json", stdin=text).exits(4)
                self.assertEqual(done.codes(), codes, done.err)
                done.says_nothing().hides(secret, "35750155")
        self.run_("report", "register", "--find", "-", stdin="#" * 70_000).exits(4).says_nothing()

    def test_without_the_key_nothing_is_looked_for_and_nothing_changes(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.keyless()
        with self.changing_nothing():
            self.assertEqual(self.find(nik=NIK).exits(7).says_nothing().codes(), ["M7003"])

    def test_the_search_is_recorded_and_the_question_is_not(self):
        self.register(name="Kenarisatu Melatiwangi", nik=NIK, birth="2014-05-15").exits(0)
        self.find("--for", "audit", name="Kenarisatu", nik=NIK, born="2014-05").exits(0).hides(
            "Kenarisatu", "kenari", "Melati", NIK, "2014-05")
        ((facts, case),) = self.rows("SELECT facts, case_number FROM entry WHERE act = 'read'")
        self.assertEqual(case, "0")
        for part in ('"for":"audit"', '"2026-0001"', '"register --find"'):
            self.assertIn(part, facts.replace(": ", ":"))
        for word in ("Kenarisatu", "kenarisatu", "Melatiwangi", "melatiwangi", NIK, "2014-05-15"):
            self.assertEqual(self.found_in(word), [])
        self.run_("report", "journal", "--reads").exits(0).shows("register --find")
        self.run_("store", "verify").exits(0)

    def test_whoever_is_no_officer_looks_for_nobody(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        with self.changing_nothing():
            self.find("--by", "nobody", nik=NIK).exits(2).says_nothing()


if __name__ == "__main__":
    harness.main()
