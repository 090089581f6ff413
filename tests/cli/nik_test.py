"""A NIK that cannot be is a mistake; one that contradicts the record, or names a region nobody knows, is a warning that
the Pendamping accepts. Beside the person stands a coded word and nothing else."""

import json

import harness
from walk import Office

NIK = "3575015505149991"  # a girl born on 2014-05-15 in Kota Pasuruan
ACCEPT = ("--accept", "registrasi.nik_agrees:keadaan_mendesak")


class Nik(Office):
    def register(self, person, *extra, by="pita"):
        form = {"source": "school", "beneficiary": [{"name": "Contoh Anak Canary", **person}]}
        return self.act("2026-03-02T08:30", "intake", "", "", form, by, extra)

    def correct(self, row, *extra):
        form = {"beneficiary": [{"id": "beneficiary1", **row}]}
        return self.act("2026-03-02T09:00", "intake", "1", "orang", form, "pita", extra)

    def noted(self):
        """the person's row in the last entry, clear facts alone"""
        facts = self.rows("SELECT facts FROM entry ORDER BY seq DESC LIMIT 1")[0][0]
        return json.loads(facts)["beneficiary"][0]

    def test_what_agrees_is_taken_and_noted(self):
        for person in ({"nik": NIK}, {"nik": NIK, "birth": "2014-05-15", "sex": "female"}, {"nik": NIK, "birth": "2014"},
                       {"nik": NIK, "birth": "1914-05-15"}, {"nik": NIK, "age_group": "child"}):
            with self.subTest(str(person.keys())):
                self.afresh()
                self.register(person).exits(0)
                self.assertEqual(self.noted()["nik_check"], "agrees")
        self.afresh()
        self.register({"no_nik": "withheld"}).exits(0)
        self.assertNotIn("nik_check", self.noted())

    def test_what_does_not_agree_is_a_warning_the_pendamping_accepts(self):
        for person, found in [
            ({"birth": "2014-05-16"}, "birth"), ({"birth": "2015"}, "birth"), ({"sex": "male"}, "sex"),
            ({"birth": "2013-05-15", "sex": "male"}, "birth,sex"), ({"nik": "3575995505149991"}, "district"),
            ({"nik": "2075015505149991"}, "province"), ({"nik": "3575015505809991", "age_group": "child"}, "birth"),
        ]:
            with self.subTest(found, person=sorted(person)):
                self.afresh()
                person = {"nik": NIK, **person}
                with self.changing_nothing("mediasi.db"):
                    refused = self.register(person, "--format", "json").exits(3)
                problem = refused.problems()[0]
                self.assertEqual((problem["rule"], problem["fact"]), ("registrasi.nik_agrees", f"nik of beneficiary1 = {found}"))
                refused.hides("Canary", person["nik"], "05-16")
                self.register(person, *ACCEPT, by="koko").exits(3)  # not by whoever likes
                self.register(person, *ACCEPT).exits(0)
                self.assertEqual(self.noted()["nik_check"], found)

    def test_one_number_for_two_people(self):
        rows = [{"name": "Contoh Satu", "nik": NIK}, {"name": "Contoh Dua", "nik": NIK}]
        done = self.act("2026-03-02T08:30", "intake", "", "", {"source": "school", "beneficiary": rows})
        done.exits(3).complains("twice").hides(NIK)

    def test_a_correction_is_compared_with_all_that_can_be_read(self):
        for first, second, found in [
            ({"birth": "2014-05-15", "sex": "female"}, {"nik": NIK}, "not_compared"),  # the day lies sealed
            ({"birth": "2014", "sex": "female"}, {"nik": NIK}, "agrees"),
            ({"birth": "2013-05-15"}, {"nik": NIK}, "birth"),
            ({"sex": "male"}, {"nik": NIK}, "sex"),
            ({"nik": NIK}, {"birth": "2014-05-15"}, "not_compared"),
            ({"nik": NIK, "sex": "female"}, {"sex": "male"}, "not_compared"),
            ({"nik": NIK, "sex": "female"}, {"sex": "female"}, None),
            ({"nik": NIK}, {"nik": NIK, "birth": "2014-05-15"}, "agrees"),
            ({"nik": NIK}, {"nik": NIK, "birth": "2014-05-14"}, "birth"),
        ]:
            with self.subTest(found=found, second=sorted(second)):
                self.afresh()
                self.register(first).exits(0)
                accept = () if found in ("agrees", None) else ("--accept", "orang.nik_agrees:keadaan_mendesak")
                if accept:
                    self.correct(second).exits(3).complains("orang.nik_agrees", found if found != "not_compared" else "unknown")
                self.correct(second, *accept).exits(0)
                self.assertEqual(self.noted().get("nik_check"), found)

    def test_a_sub_district_is_a_code_and_an_unknown_one_a_warning(self):
        for code in ("357501", "35.75.01"):
            self.afresh()
            self.register({"district": code}).exits(0)
            self.assertEqual((self.noted()["district"], self.noted()["district_check"]), ("357501", "known"))
        self.afresh()
        self.register({"district": "357599"}).exits(3).complains("registrasi.district_known")
        self.register({"district": "357599"}, "--accept", "registrasi.district_known:berkas_lama").exits(0)
        self.assertEqual(self.noted()["district_check"], "unknown")
        for text in ("Jl. Canary 7", "Gadingrejo", "35750", "3575011", "35 75 01"):
            self.afresh()
            self.register({"district": text}).exits(4).complains("M4020", "six digits").hides("Canary", "Gadingrejo")
        self.assertEqual(self.found_in("Canary"), [])

    def test_the_table_of_regions_is_read_only_when_somebody_names_one(self):
        bare = self.folder / "bare"
        bare.mkdir()
        share = {"MEDIASI_SHARE": str(bare)}
        self.environment |= share
        self.register({"birth": "2014"}).exits(0)
        self.register({"nik": NIK}).exits(1).complains("M1001").hides(NIK)
        self.assertEqual(len(self.rows("SELECT * FROM case_index")), 1)


if __name__ == "__main__":
    harness.main()
