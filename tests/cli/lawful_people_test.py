"""Whoever comes is served: people of every kind and number, and an office of few hands."""

import harness
from lawful import KANIA, KOKO, PITA, Lawful, adult, child, companion, matter, registration

MOTHERS = {"beneficiary1": ("companion1", "mother"), "respondent1": ("companion2", "mother")}


class Numbers(Lawful):
    def test_two_siblings_two_respondents_one_mother_each_and_a_reporter(self):
        pairs = [matter("bullying", beneficiary=f"beneficiary{a}", respondent=f"respondent{b}") for a in (1, 2) for b in (1, 2)]
        form = registration([child("Kakak"), child("Adik", birth="2015-06")],
                            [child("Teman Satu", "male"), child("Teman Dua", "male")],
                            [companion("Ibu Bersama", "beneficiary1", "beneficiary2"), companion("Ibu Satu", "respondent1"),
                             companion("Ibu Dua", "respondent2")], pairs,
                            other=[{"name": "Contoh Guru Kelas", "role": "reporter"}])
        story = self.begin(form, consents={**MOTHERS, "beneficiary2": ("companion1", "mother"),
                                           "respondent2": ("companion3", "mother")}).walk()
        self.assertIn("other1: C.G.K., other person", story)
        self.assertNotIn("to other1", story)

    def test_one_respondent_of_two_stays_away_and_the_others_agree(self):
        form = registration([adult("Ibu")], [adult("Adik Ipar"), adult("Kakak Ipar", "male")], [],
                            [matter(), matter(respondent="respondent2")])
        course = self.begin(form, absent=("respondent2",), sidang={"hasil.outcome": "partly"})
        self.assertIn("partly agreed", course.walk())

    def test_the_victim_of_one_case_is_the_respondent_of_another(self):
        course = self.begin(registration([adult("Dua Peran")], [adult("Ayah", "male")], matters=[matter("maintenance")]))
        course.register()
        course.assess()
        course.meet()
        other = self.begin(registration([adult("Ipar")], [adult("Dua Peran")]),
                           jadwal={"sesi.at": "2026-03-12T13:00"})
        other.register()
        self.assertEqual(other.case, "2026-0002")
        other.assess()
        other.end("2026-03-12T13:00", "withdrawn")
        course.finish()

    def test_a_mother_of_children_on_both_sides_consents_for_both_and_stands_beside_neither(self):
        form = registration([child("Adik")], [child("Kakak", "male", birth="2011-05")],
                            [companion("Ibu", "beneficiary1", "respondent1"), companion("Bibi", "beneficiary1", kinds=["relative"]),
                             companion("Paman", "respondent1", kinds=["relative"])], [matter("fight")])
        self.begin(form, consents={"beneficiary1": ("companion1", "mother"), "respondent1": ("companion1", "mother")},
                   apart=("companion1",)).walk()

    def test_mother_and_child_are_both_victims(self):
        """she consents for her child, once it is on file that she is not its offender"""
        form = registration([adult("Ibu"), child("Anak")], [adult("Ayah", "male", relation="spouse", alleged_offender="yes")],
                            [companion("Nenek", "beneficiary2", kinds=["relative"])], [matter("maintenance")])
        course = self.begin(form, consents={"beneficiary2": ("beneficiary1", "mother")})
        course.register()
        course.take("2026-03-02T09:00", "intake", "orang", {"beneficiary": [{"id": "beneficiary1", "alleged_offender": "no"}]})
        course.assess()
        course.meet()
        course.finish()


class Papers(Lawful):
    def test_without_identity_papers(self):
        """no NIK, for each coded reason; no birth date but an estimate; a statement in place of the paper"""
        for reason in ("unregistered", "withheld", "foreigner"):
            with self.subTest(reason):
                self.afresh()
                nobody = {"no_nik": reason, "birth": None, "age_group": "adult"}
                form = registration([adult("Ibu", **nobody)], [adult("Ayah", "male", **nobody)], [], [matter("maintenance")],
                                    requirement=[{"requirement": "keterangan_identitas"}])
                for person in (*form["beneficiary"], *form["respondent"]):
                    del person["birth"]
                self.begin(form).walk()

    def test_a_child_never_registered(self):
        form = registration([child("Anak")], [adult("Ayah", "male")], [companion("Ibu", "beneficiary1")],
                            [matter("recognition")], requirement=[{"requirement": "keterangan_identitas"}])
        form["beneficiary"][0].update(no_nik="unregistered", age_group="child")
        del form["beneficiary"][0]["birth"]
        self.begin(form, consents={"beneficiary1": ("companion1", "mother")}).walk()

    def test_a_certificate_that_names_no_end(self):
        self.add("mediator", {"id": "tetap", "name": "Contoh Mediator Tetap", "credential": "sertifikat", "number": "S-1",
                              "issuer": "Contoh Lembaga", "from": "2009-01-01"})
        self.begin(registration([adult("Ibu")], [adult("Ayah", "male")]), jadwal={"mediator.mediator": "tetap"}).walk()


class Needs(Lawful):
    def test_who_needs_a_special_companion_and_who_does_not(self):
        deaf = {"special_needs": "yes", "needs": ["hearing"], "communication": "bahasa isyarat"}
        beside = companion("Juru Isyarat", "respondent1", kinds=["special", "interpreter"])
        hers = companion("Juru Isyarat", "beneficiary1", kinds=["special"])
        mother = companion("Ibu", "beneficiary1", kinds=["parent", "special"])
        rows = [("a deaf woman", adult("Ibu", **deaf), adult("Ayah", "male"), [hers], {}),
                ("a deaf woman on the other side", adult("Ibu"), adult("Ipar", **deaf), [beside], {}),
                ("a deaf man comes alone: S6 speaks of women and children", adult("Ibu"), adult("Ayah", "male", **deaf), [], {}),
                ("a deaf child's mother is both", child("Anak", **deaf), adult("Ayah", "male"), [mother],
                 {"beneficiary1": ("companion1", "mother")})]
        for title, her, other, beside_them, consents in rows:
            with self.subTest(title):
                self.afresh()
                self.begin(registration([her], [other], beside_them), consents=consents).walk()

    def test_a_guardian_may_consent_for_an_adult_with_special_needs(self):
        needs = {"special_needs": "yes", "needs": ["intellectual"]}
        form = registration([adult("Ibu", **needs)], [adult("Ayah", "male")],
                            [companion("Kakak", "beneficiary1", kinds=["relative", "special"])])
        self.begin(form, consents={"beneficiary1": ("companion1", "relative")}).walk()

    def test_an_adult_is_invited_with_a_companion_and_comes_alone(self):
        beside = companion("Kakak", "beneficiary1", kinds=["relative"])
        self.begin(registration([adult("Ibu")], [adult("Ayah", "male")], [beside]), absent=("companion1",)).walk()


class FewHands(Lawful):
    def post(self, role, **more):
        return {"role": role, "from": "2026-01-01", **more}

    def test_one_officer_holds_several_roles(self):
        roles = ("pendamping", "koordinator", "kasie", "mk", "kepala_upt", "konselor")
        self.add("officer", {"id": "semua", "name": "Contoh Petugas Tunggal", "post": [self.post(role) for role in roles]})
        form = registration([adult("Ibu")], [adult("Ayah", "male")], assigned_pendamping="semua", assigned_mk="semua")
        self.begin(form, hands={PITA: "semua", KOKO: "semua", KANIA: "semua"}).walk()

    def test_a_plh_orders_on_his_day_alone(self):
        """and a report to a vacant post reaches its deputy"""
        self.add("officer", {"id": "koko", "name": "Contoh Koordinator Koko",
                             "post": [self.post("koordinator", until="2026-03-04")]})
        self.add("officer", {"id": "kania", "name": "Contoh Kepala Kania", "post": [
            self.post("kepala_upt"), self.post("mk", acting="plt"),
            {"role": "koordinator", "from": "2026-03-05", "until": "2026-03-05", "acting": "plh"}]})
        course = self.begin(registration([adult("Ibu")], [adult("Ayah", "male")]), hands={KOKO: KANIA},
                            rencana={"to": ["koordinator"]}, monitoring={"lapor_monitoring.to": ["konselor", "mk"]})
        course.walk()

    def test_a_colleague_takes_the_case_over_for_a_leave(self):
        self.add("officer", {"id": "putri", "name": "Contoh Pendamping Putri", "post": [self.post("pendamping")]})
        course = self.begin(registration([adult("Ibu")], [adult("Ayah", "male")]))
        course.register()
        course.take("2026-03-02T09:00", "intake", "penugasan", {"role": "pendamping", "officer": "putri", "reason": "leave"}, KOKO)
        course.hands = {PITA: "putri"}
        course.assess()
        course.meet()
        self.assertIn("Pendamping PPA: putri from 2026-03-02", course.finish())

    def test_a_vacant_posts_deputy_receives_its_reports(self):
        """nobody is Konselor: the Koordinator, who is the deputy, hears of the monitoring"""
        self.add("officer", {"id": "kori", "name": "Contoh Konselor Kori", "post": [self.post("konselor", until="2026-01-31")]})
        self.begin(registration([adult("Ibu")], [adult("Ayah", "male")]),
                   monitoring={"lapor_monitoring.to": ["koordinator", "mk"]}).walk()


if __name__ == "__main__":
    harness.main()
