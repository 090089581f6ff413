"""Records like others are told at intake."""

import harness
from searching import Searching, NIK, OTHER_NIK


class Likenesses(Searching):
    def afresh(self):
        super().afresh()
        self.register(name="Contoh Satu", nik=NIK, birth="2014-05-15").exits(0)

    def told(self, side="beneficiary", **person):
        done = self.register(side=side, **person)
        done.hides("Contoh", NIK, OTHER_NIK)
        return self.warned(done)

    def test_the_strength_of_a_likeness_is_said(self):
        line = "'beneficiary1' may be 'beneficiary1' (C.S.) of case 2026-0001: "
        self.assertEqual(self.told(name="Nama Lain", nik=NIK), [line + "the same NIK"])
        self.afresh()
        self.assertEqual(self.told(name="Tjontoh Satoe", birth="2014-05-02"), [line + "the same name and month of birth"])
        self.afresh()
        self.assertEqual(self.told(name="Contoh Satu"), [line + "the same name"])
        self.afresh()
        self.assertEqual(self.told(name="Satu", birth="2014-05-01"), [line + "the same name and month of birth"])

    def test_who_is_somebody_else_is_not_told(self):
        self.assertEqual(self.told(name="Contoh Dua", birth="2014-05-15"), [])
        self.assertEqual(self.told(name="Satu"), [])
        self.assertEqual(self.told(name="Contoh Satu", nik=OTHER_NIK, birth="2014-03-11"), [])

    def test_the_other_side_of_an_open_case_is_said(self):
        (message,) = self.told(side="respondent", name="Contoh Satu", nik=NIK)
        self.assertIn("there on the other side, and that case is open", message)
        (message,) = self.told(name="Lain", nik=NIK)[:1]
        self.assertTrue("respondent" in message or "other side" not in message)

    def test_two_records_of_one_case_are_told_too(self):
        done = self.person("1", companion=[{"name": "Contoh Satu", "of": "beneficiary1", "kinds": ["relative"]}])
        self.assertEqual(self.warned(done), [])  # a family shares its words
        done = self.register({"name": "Contoh Dua", "birth": "2013-01-02"}, {"name": "Contoh Dua", "birth": "2013-01-20"})
        self.assertEqual(self.warned(done), [
            "'beneficiary1' may be 'beneficiary2' (C.D.) of the same case: the same name and month of birth"])

    def test_a_dry_run_tells_and_changes_nothing(self):
        with self.changing_nothing():
            done = self.register(name="Lain", nik=NIK, extra=("--dry-run",))
            self.assertEqual(len(self.warned(done)), 1)
            self.keyless()
            self.assertEqual(len(self.warned(self.register(name="Lain", nik=NIK, extra=("--dry-run",)), "M5081")), 1)

    def test_the_hint_confirms_and_what_is_confirmed_is_told_no_more(self):
        done = self.register(name="Lain", nik=NIK).exits(0).json()
        hint = next(w["hint"] for w in done["warnings"] if w["code"] == "M5080")
        words = hint.split("mediasi ")[1].split(";")[0].split()
        self.at("2026-03-02T09:00").run_(*words, "--by", "pita").exits(0)
        (pid,) = {row[0] for row in self.rows("SELECT pid FROM person_link")}
        self.assertTrue(pid)
        again = self.person("2", when="2026-03-02T09:30", beneficiary=[{"id": "beneficiary1", "name": "Lainnya"}])
        self.assertEqual(self.warned(again), [])

    def test_many_likenesses_are_counted(self):
        for _ in range(14):
            self.register(name="Contoh Satu").exits(0)
        told = self.told(name="Contoh Satu")
        self.assertEqual(len(told), 13)
        self.assertEqual(told[-1], "and 3 more records like these")


if __name__ == "__main__":
    harness.main()
