"""What an office lawfully must do is not refused: each kind of case is walked to a proper end."""

import re

import harness
from lawful import (KANIA, KOKO, ORDER, SCREENED, TASK, Lawful, adult, child, companion, matter, registration)
from walk import ROOT

MOTHERS = {"beneficiary1": ("companion1", "mother"), "respondent1": ("companion2", "mother")}


def two_children(born, **offence):
    return registration([child("Anak Satu", birth=born)], [child("Anak Dua", "male", birth=born, alleged_offender="yes")],
                        [companion("Ibu Satu", "beneficiary1"), companion("Ibu Dua", "respondent1")],
                        [matter("bullying", **offence)])


class Emergencies(Lawful):
    def test_registered_with_nearly_nothing_known(self):
        course = self.begin({"source": "police"})
        course.take("2026-03-02T22:10", "intake", "", {"source": "police"}, "")
        for minute, to in enumerate(("shelter", "health", "police"), 15):
            course.take(f"2026-03-02T22:{minute}", "intake", "rujukan", {"to": to, "answer": "accepted"})
        course.take("2026-03-02T22:30", "record", "catatan", {"means": "phone", "words": "Diantar ke rumah aman."}, KANIA)
        course.take("2026-03-02T23:00", "record", "kekerasan_baru", {"words": "Dipukul malam ini."}, KOKO)
        self.assertIn("?", course.story().splitlines()[0])
        course.take("2026-03-03T08:00", "intake", "orang", {"beneficiary": [{"age_group": "adult", "no_nik": "not_carried"}]})
        course.take("2026-03-03T09:00", "intake", "orang", {"beneficiary": [{**adult("Nama Kemudian"), "id": "beneficiary1"}]})
        self.assertIn("C.N.K.", course.story(), "the identity that came later")
        course.take("2026-03-03T10:00", "assess", "asesmen_awal", {"party": "beneficiary1", **SCREENED, "risk": "very_high"})
        course.take("2026-03-03T10:30", "assess", "kelayakan", {"finding": "unfit", "reasons": "Belum aman."})
        story = course.end("2026-03-04T09:00", "unfit")
        self.assertIn("referral 1: safe house, accepted", story)

    def test_an_unfit_case_goes_to_the_police_and_ends(self):
        course = self.begin(registration([child("Anak")], [adult("Orang Dewasa", "male", alleged_offender="yes")],
                                         [companion("Ibu", "beneficiary1")], [matter("rape", police_report="unknown")]))
        course.register()
        course.take("2026-03-02T13:00", "assess", "asesmen_awal", {"party": "beneficiary1", **SCREENED, "risk": "high"})
        course.take("2026-03-02T13:30", "assess", "kelayakan", {"finding": "unfit", "reasons": "Kekerasan seksual."})
        for number, answer in enumerate(("offered", "accepted", "answered")):
            earlier = {"number": 1} if number else {}
            course.take(f"2026-03-0{number + 3}T09:00", "intake", "rujukan", {"to": "police", "answer": answer, **earlier})
        course.take("2026-03-05T10:00", "intake", "orang", {"matter": [{
            "number": 1, "kind": "rape", "police_report": "yes", "police_number": "LP/CONTOH/1", "police_stage": "report"}]})
        self.assertIn("referral 1: police, answered", course.end("2026-03-06T09:00", "unfit"))


class Unknown(Lawful):
    """a case whose respondent is unknown at first"""

    def test_a_respondent_named_after_the_first_finding(self):
        course = self.begin(registration([adult("Ibu")], matters=[matter("neighbour_dispute")]))
        course.register()
        course.take("2026-03-02T12:00", "assess", "asesmen_awal", {"party": "beneficiary1", **SCREENED})
        course.take("2026-03-02T12:10", "assess", "kelayakan", {"finding": "postponed", "reasons": "Belum diketahui siapa."})
        found = {"respondent": [adult("Tetangga", "male", relation="neighbour")]}
        course.take("2026-03-02T12:30", "intake", "orang", found)
        course.registered.update(found)
        course.assess()
        course.meet()
        course.finish()

    def test_a_respondent_registered_as_unknown_and_named_later(self):
        course = self.begin(registration([child("Anak")], [{"no_nik": "unknown_person", "alleged_offender": "unknown"}],
                                         [companion("Ibu", "beneficiary1"), companion("Ibu Dua", "respondent1")],
                                         [matter("bullying", police_report="unknown")]), consents=MOTHERS)
        course.register()
        course.take("2026-03-02T12:00", "assess", "asesmen_awal", {"party": "beneficiary1", **SCREENED})
        fit = {"finding": "fit", "best_interest": "Baik bagi anak."}
        self.act("2026-03-02T12:05", "assess", course.case, "kelayakan", fit).exits(3).complains("statute.2.child_violence")
        course.take("2026-03-02T12:10", "assess", "kelayakan", {"finding": "postponed", "reasons": "Belum diketahui siapa."})
        course.take("2026-03-02T12:30", "intake", "orang", {
            "respondent": [{**child("Anak Dua", "male"), "id": "respondent1", "alleged_offender": "yes"}],
            "matter": [{"number": 1, "kind": "bullying", "police_report": "no"}]})
        course.assess()
        course.meet()
        course.finish()

    def test_violence_by_somebody_unknown_waits_until_he_is_known(self):
        course = self.begin(registration([adult("Ibu")], matters=[matter("physical", penalty_years=1)]))
        course.register()
        course.take("2026-03-02T12:00", "assess", "asesmen_awal", {"party": "beneficiary1", **SCREENED})
        self.act("2026-03-02T12:10", "assess", course.case, "kelayakan", {"finding": "fit"}).exits(3).complains(
            "usia_pelaku_belum_diketahui")
        course.take("2026-03-02T12:20", "assess", "kelayakan", {"finding": "postponed", "reasons": "Belum diketahui siapa."})
        course.take("2026-03-02T12:30", "intake", "orang", {"respondent": [adult("Ipar", "male")]})
        course.take("2026-03-02T12:40", "assess", "kelayakan", {"finding": "fit"})
        course.end("2026-03-03T09:00", "withdrawn")

    def test_nobody_goes_to_a_session_alone(self):
        """the other side of the same coin: without a respondent there is nothing to plan"""
        course = self.begin(registration([adult("Ibu")], matters=[matter("neighbour_dispute")]))
        course.register()
        course.take("2026-03-02T13:00", "assess", "asesmen_pertama", {
            "asesmen_awal": [{"party": "beneficiary1", **SCREENED}], "persetujuan": [course.consent("beneficiary1")],
            "kelayakan": {"finding": "fit"}})
        course.take("2026-03-04T10:00", "assess", "asesmen_lanjutan", {"party": "beneficiary1", **SCREENED})
        plan = {"to": ["kasie", "koordinator"], "report": "Laporan.", "plan": "Satu sesi."}
        self.act("2026-03-04T15:00", "assess", course.case, "rencana", plan).exits(3).complains("rencana.assessed")
        course.end("2026-03-10T09:00", "no_contact")


class Children(Lawful):
    def test_bullying_between_two_children_with_their_mothers(self):
        for born, age in (("2014-05", 11), ("2012-05", 13)):
            with self.subTest(age=age):
                self.afresh()
                course = self.begin(two_children(born), consents=MOTHERS)
                course.walk()
                self.assertIn("Kepentingan terbaik bagi anak", course.minutes())

    def test_one_parents_consent_suffices(self):
        """the other is absent (nobody), not known yet, or refuses"""
        father = {"unknown": {"age_group": "adult", "of": ["beneficiary1"], "kinds": ["parent"], "alleged_offender": "unknown"},
                  "refuses": companion("Ayah Satu", "beneficiary1")}
        for title in ("absent", "unknown", "refuses"):
            with self.subTest(title):
                self.afresh()
                form = two_children("2014-05")
                form["companion"] += [father[title]] if title in father else []
                course = self.begin(form, consents=MOTHERS, apart=("companion3",))
                course.register()
                if title == "refuses":
                    no = {**course.consent("beneficiary1"), "given_by": "companion3", "relation": "father", "decision": "refused"}
                    entry = course.take("2026-03-02T12:00", "intake", "persetujuan", no)["entry"]
                course.assess()
                if title == "refuses":  # said before her consent stood, it is no objection to it; said again, it is one
                    entry = course.take("2026-03-05T09:30", "intake", "persetujuan", no)["entry"]
                    heard = {"entry": entry, "measures": ["heard", "goes_on"]}
                    course.take("2026-03-05T09:40", "record", "tindak_lanjut_mk", heard, KANIA)
                course.meet()
                course.finish()

    def test_the_only_parent_is_the_respondent(self):
        """who then consents for the child and sits beside it; never the offender"""
        guardians = [("relative", companion("Bibi", "beneficiary1", kinds=["relative"]), ("companion1", "relative")),
                     ("institution", companion("Pekerja Sosial", "beneficiary1", kinds=["social_worker"]), ("companion1", "institution")),
                     ("officer", companion("Petugas", "beneficiary1", kinds=["officer"]), ("other1", "institution"))]
        for title, beside, consent in guardians:
            with self.subTest(title):
                self.afresh()
                form = registration([child("Anak")], [adult("Ayah", "male", alleged_offender="yes", relation="parent")],
                                    [beside], [matter("maintenance")],
                                    other=[{"name": "Contoh Panti", "role": "other", "alleged_offender": "no"}])
                course = self.begin(form, consents={"beneficiary1": consent})
                course.register()
                his = {**course.consent("beneficiary1"), "given_by": "respondent1", "relation": "father"}
                course.take("2026-03-02T12:00", "intake", "persetujuan", his)
                course.assess()
                course.meet()
                course.finish()


class Matters(Lawful):
    """the matter to be mediated is judged, not the label of the violence"""

    def test_unpaid_maintenance_where_neglect_is_reported(self):
        reported = matter("neglect", mediate="no", police_report="yes", police_number="LP/CONTOH/2", police_stage="inquiry",
                          serious_harm="unknown")
        course = self.begin(registration([adult("Ibu")], [adult("Ayah", "male", relation="former_spouse")],
                                         matters=[matter("maintenance", police_report="unknown"), reported]))
        course.walk()
        self.assertIn("tidak mengakhiri, menghentikan, atau menggantikan perkara pidana apa pun", course.minutes())

    def test_a_schools_own_duties_where_a_teacher_is_the_offender(self):
        """she is not brought before him: what he did is for the police, what the school owes is settled with the school"""
        school = {"name": "Contoh Sekolah", "organisation": "yes", "representative": "Contoh Kepala Sekolah",
                  "relation": "institution", "may_write": "yes"}
        crime = matter("physical_harassment", mediate="no", respondent="respondent2", police_report="yes",
                       police_number="LP/CONTOH/3", police_stage="investigation")
        form = registration([child("Anak")], [school, adult("Guru", "male", alleged_offender="yes", relation="teacher")],
                            [companion("Ibu", "beneficiary1")], [matter("institution_duty"), crime])
        course = self.begin(form, consents={"beneficiary1": ("companion1", "mother")}, apart=("respondent2",),
                            asesmen_kedua={"asesmen_lanjutan.1": {"party": "respondent1", "summary": "Sekolah bersedia."}},
                            sidang={"hasil.obligation.0.kind": "school_measure"})
        course.register()
        course.assess()
        course.take("2026-03-05T09:30", "assess", "kelayakan", {"finding": "fit", "reasons": "Dinilai lagi, sama."})
        course.meet()
        course.finish()
        self.assertIn("Contoh Kepala Sekolah", course.minutes())
        self.assertIn("Contoh Sekolah", course.minutes())

    def test_who_stands_apart_and_comes_all_the_same_is_judged(self):
        crime = matter("physical_harassment", mediate="no", respondent="respondent2", police_report="yes",
                       police_number="LP/CONTOH/3", police_stage="investigation")
        form = registration([adult("Ibu")], [adult("Majikan"), adult("Mandor", "male")], [], [matter("wages"), crime])
        course = self.begin(form, apart=("respondent2",))
        course.register()
        course.assess()
        everybody = course.everybody()
        jadwal = {"mediator": {"mediator": "medi", "conflict": "no"}, "pembekalan": {"passed_on": ["assessment"]},
                  "sesi": {"at": "2026-03-12T09:00", "room": "ruang-1"},
                  "undangan": {"invitee": [{"person": person} for person in (*everybody, "respondent2")]}}
        self.act("2026-03-05T10:00", "schedule", course.case, "jadwal", jadwal).exits(3).complains("statute.4.consent")
        del jadwal["undangan"]["invitee"][-1]
        course.take("2026-03-05T10:00", "schedule", "jadwal", jadwal)
        came = [{"person": person, "status": "present"} for person in (*everybody, "respondent2")]
        taken = course.take("2026-03-12T11:00", "record", "kehadiran", {"present": came})
        self.assertIn("statute.4.consent", [warning["rule"] for warning in taken["warnings"]])
        agreed = {"outcome": "agreed", "obligation": [TASK]}
        self.act("2026-03-12T11:30", "record", course.case, "hasil", agreed).exits(3).complains("statute.4.session_regular")
        course.take("2026-03-12T11:40", "record", "hasil", {"outcome": "stopped", "reason": "unsafe"})
        course.end("2026-03-13T09:00", "referred")

    def test_a_boundary_dispute_of_adults_under_an_offices_own_file(self):
        """no violence, no child, nobody with special needs: gate 4 does not apply, and this office asks no consent"""
        rules = (ROOT / "share/rules/pasuruan.toml").read_text()
        rules, asked = re.subn(r'\[\[step\.guard\]\]\nkind = "consent_given"\n.*?\n\n', "", rules, flags=re.S)
        self.assertTrue(asked, "the shipped file no longer asks for consent")
        self.assertNotIn("consent_given", rules)
        self.founded_on(self.write("tetangga.toml", rules.replace('id = "pasuruan"', 'id = "tetangga"')))
        peace = {**SCREENED, "violence": "no"}
        course = self.begin(registration([adult("Tetangga Satu")], [adult("Tetangga Dua", "male")], [],
                                         [matter("neighbour_dispute")]))
        course.register()
        course.take("2026-03-02T13:00", "assess", "asesmen_awal", {"party": "beneficiary1", **peace})
        course.take("2026-03-02T13:10", "assess", "kelayakan", {"finding": "fit"})
        for party in course.parties():
            course.take("2026-03-04T10:00", "assess", "asesmen_lanjutan", {"party": party, **peace})
        course.order()
        course.meet()
        course.finish()


class Borders(Lawful):
    def test_in_the_middle_from_another_office_and_on_to_its_end(self):
        course = self.begin(registration([adult("Ibu")], [adult("Ayah", "male")], matters=[matter("maintenance")],
                                         running="yes", from_office="UPTD Contoh Lain"))
        form = {**course.registered, "source": "transfer"}
        course.take("2026-03-02T08:30", "intake", "", form, "", ("--on", "2026-02-20"))
        for day, command, step, old in [
                ("2026-02-20", "assess", "asesmen_awal", {"party": "beneficiary1", **SCREENED}),
                ("2026-02-20", "intake", "persetujuan", course.consent("beneficiary1")),
                ("2026-02-20", "assess", "kelayakan", {"finding": "fit"}),
                ("2026-02-23", "assess", "asesmen_lanjutan", {"party": "beneficiary1", **SCREENED}),
                ("2026-02-23", "assess", "asesmen_lanjutan", {"party": "respondent1", **SCREENED}),
                ("2026-02-23", "intake", "persetujuan", course.consent("respondent1")),
                ("2026-02-24", "assess", "rencana", {"to": ["koordinator"], "report": "Laporan.", "plan": "Satu sesi."})]:
            course.take("2026-03-02T09:00", command, step, {**old, "as_found": "yes"}, extra=("--on", day))
        order = course.take("2026-03-02T09:30", "assess", "perintah",
                            {**ORDER, "paper_date": "2026-02-25", "as_found": "yes"}, KOKO, ("--on", "2026-02-25"))
        self.assertEqual([warning["rule"] for warning in order["warnings"]], ["perintah.dilaporkan_kasie"])
        course.take("2026-03-02T10:00", "record", "terima_apa_adanya",
                    {"entry": order["entry"], "words": "Kantor asal tidak mempunyai kasie."}, KANIA)
        course.meet()
        course.finish()


if __name__ == "__main__":
    harness.main()
