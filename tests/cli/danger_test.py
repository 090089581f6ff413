"""Gate 4 spares a dispute of grown people without violence. Nothing on file may tell of danger, whatever else was answered
since: each row puts one such thing beside two assessments that say there was no violence."""

import harness
from lawful import KOKO, ORDER, SCREENED, Lawful, adult, matter, registration
from walk import ROOT

PEACE = {**SCREENED, "violence": "no"}
GATES = {"statute.4.consent_beneficiary"}


class Danger(Lawful):
    def setUp(self):
        super().setUp()
        self.dispute()

    def dispute(self):
        self.afresh()
        rules = (ROOT / "share/rules/pasuruan.toml").read_text()
        before, guard, after = rules.partition('[[step.guard]]\nkind = "consent_given"')
        self.assertTrue(guard)
        rules = before + after[after.index("\n\n"):]  # this office asks no consent of its own: only the law may
        self.founded_on(self.write("tetangga.toml", rules.replace('id = "pasuruan"', 'id = "tetangga"')))
        self.course = self.begin(registration([adult("Tetangga Satu")], [adult("Tetangga Dua", "male")], [],
                                              [matter("neighbour_dispute")]))
        self.course.register()
        self.assess("2026-03-02T13:00", "asesmen_awal", "beneficiary1")
        self.course.take("2026-03-02T13:10", "assess", "kelayakan", {"finding": "fit"})
        for party in ("beneficiary1", "respondent1"):
            self.assess("2026-03-04T10:00", "asesmen_lanjutan", party)
        self.course.take("2026-03-04T15:00", "assess", "rencana", {"to": ["kasie", "koordinator"], "report": "Laporan.", "plan": "Satu sesi."})

    def assess(self, when, step, party, **answers):
        self.course.take(when, "assess", step, {"party": party, **PEACE, **answers})

    def gates(self):
        """the gates that refuse the order now"""
        done = self.act("2026-03-05T09:00", "assess", self.course.case, "perintah", dict(ORDER), KOKO, ("--dry-run", "--format", "json"))
        return {problem["rule"] for problem in done.problems() if problem.get("rule", "").startswith("statute.4.")} if done.code else set()

    def test_no_violence_no_child_no_needs(self):
        self.assertEqual(self.gates(), set())

    def test_a_matter_of_violence_on_file(self):
        self.course.take("2026-03-04T16:00", "intake", "orang", {"matter": [matter("physical", beneficiary="beneficiary1", respondent="respondent1")]})
        self.assertLessEqual(GATES, self.gates())

    def test_new_violence_though_assessed_again(self):
        self.course.take("2026-03-04T16:00", "record", "kekerasan_baru", {"party": "beneficiary1"})
        for party in ("beneficiary1", "respondent1"):
            self.assess("2026-03-04T17:00", "asesmen_lanjutan", party)
        self.assertLessEqual(GATES, self.gates())

    def test_what_an_assessment_told_once(self):
        for answer in ({"violence": "yes"}, {"threat": "yes"}, {"pressure": "yes"}, {"protection_order": "yes"}, {"risk": "high"},
                       {"violence": "unknown", "violence_items": ["strangled"]}, {"violence": "unknown", "violence_items": ["insult"]}):
            with self.subTest(answer):
                self.dispute()
                self.assess("2026-03-04T16:00", "asesmen_lanjutan", "beneficiary1", **answer)
                self.assess("2026-03-04T17:00", "asesmen_lanjutan", "beneficiary1", countersigned_by="kania")
                self.assertLessEqual(GATES, self.gates())


if __name__ == "__main__":
    harness.main()
