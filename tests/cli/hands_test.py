"""Whose hand the text of the minutes asks for: who is waited for is who has a place on the paper, and nobody twice."""

import harness
from offices import OtherOffice
from other_office_test import PAYS, hands

WITNESS = {"name": "Contoh Saksi", "role": "witness"}
ATTORNEY = {"name": "Contoh Kuasa Hukum", "of": "beneficiary1", "kinds": ["lawyer"], "alleged_offender": "no", "may_write": "yes"}
SHEET = ('template = "kesepakatan"', 'template = "berita_acara"')
SIGNERS = 'signers = ["parties", "mediator", "kadis"]'


def came(*people, **others):
    rows = [{"person": who, "status": "present"} for who in people]
    return rows + [{"person": who, "status": "represented", "represented_by": by} for who, by in others.items()]


class Hands(OtherOffice):
    def waited_for(self):
        rows = self.run_("report", "due", "--format", "json").exits(0).json()["rows"]
        return next((row["title"] for row in rows if row["state"] == "unsigned"), "")

    def signed(self, *people):
        rows = [{"person": who, "state": "signed"} for who in people]
        return self.act("2026-01-07T13:00", "record", "1", "ttd", {"signature": rows}, "")

    def test_a_witness_signs_where_the_rules_ask_for_others(self):
        self.disputes(SHEET, (SIGNERS, SIGNERS.replace('"kadis"', '"others"')), other=[WITNESS])
        self.heard("agreed", [PAYS], came("mediator", "beneficiary1", "respondent1", "other1"))
        self.assertEqual(sorted(hands(self.paper("pb"))), ["Mediator", "Pihak I", "Pihak II", "Saksi"])
        self.assertIn("other1", self.waited_for())
        self.signed("mediator", "beneficiary1", "respondent1").exits(0)
        self.assertIn("other1", self.waited_for())
        self.signed("other1").exits(0)
        self.assertEqual(self.waited_for(), "")

    def test_nobody_is_named_for_whom_the_paper_has_no_place(self):
        self.disputes(SHEET, other=[WITNESS])
        here = came("mediator", "beneficiary1", "respondent1", "other1")
        self.does("record", "hadir", {"on": "2026-01-07T09:00", "present": here}, "2026-01-07T11:00")
        self.does("record", "hasil", {"outcome": "agreed", "obligation": [PAYS]}, "2026-01-07T11:00")
        write = lambda *named: self.act("2026-01-07T12:00", "record", "1", "naskah", {"course": "Contoh.", "signers": list(named)}, "")
        with self.changing_nothing("mediasi.db"):
            write("mediator", "beneficiary1", "respondent1", "other1").exits(4).complains("'other1'", "signers")
            write("mediator", "beneficiary1").exits(4).complains("'respondent1'", "took part")
        write("mediator", "beneficiary1", "respondent1").exits(0)

    def test_signers_taken_back_are_those_the_paper_has_a_place_for(self):
        self.disputes(SHEET, other=[WITNESS])
        self.heard("agreed", [PAYS], came("mediator", "beneficiary1", "respondent1", "other1"))
        waited = self.waited_for()
        self.assertIn("beneficiary1", waited)
        (minutes,) = self.rows("SELECT max(seq) FROM entry WHERE act = 'minutes'")[0]
        self.act("2026-01-07T12:30", "record", "1", None, {"remove": "signers"}, "", ("--amend", str(minutes), "--because", "salah_ketik")).exits(0)
        self.assertEqual(self.waited_for(), waited)

    def test_a_party_who_stands_in_for_another_keeps_a_hand_of_its_own(self):
        other = {"name": "Contoh Pekerja Dua", "birth": "1991-01", "sex": "male", "special_needs": "no", "may_write": "yes"}
        self.disputes(SHEET, extra=[other])
        self.heard("agreed", [PAYS], came("mediator", "respondent1", "beneficiary2", beneficiary1="beneficiary2"))
        self.assertIn("beneficiary2", self.waited_for())
        self.signed("mediator", "beneficiary1", "respondent1").exits(0)
        self.assertIn("beneficiary2", self.waited_for())
        self.signed("beneficiary2").exits(0)
        self.assertEqual(self.waited_for(), "")

    def test_who_stands_in_for_a_party_signs_once(self):
        for listed in ((), ("companion1",)):
            with self.subTest(listed=listed):
                self.afresh()
                self.disputes(SHEET, (SIGNERS, SIGNERS.replace('"kadis"', '"companions"')), companion=[ATTORNEY])
                self.heard("agreed", [PAYS], came("mediator", "respondent1", *listed, beneficiary1="companion1"))
                self.assertEqual(len(hands(self.paper("pb"))), 3)
                self.assertNotIn("companion1", self.waited_for())
                self.signed("mediator", "beneficiary1", "respondent1").exits(0)
                self.assertEqual(self.waited_for(), "")
                self.signed("companion1").exits(4).complains("no signer")


if __name__ == "__main__":
    harness.main()
