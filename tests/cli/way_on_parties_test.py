"""A step for each party that a guard asks for is opened by an act for each that is left."""

import harness
from explaining import Explaining
from walk import ROOT, Walk

STEPS = """
[[step]]
id = "kunjungan_rumah"
title = "Kunjungan rumah"
act = "log"
roles = ["pendamping"]
after = ["registrasi"]
repeat = "per_party"

[[step.field]]
name = "party"
label = "Pihak"
kind = "person"
need = "required"

[[step]]
id = "cek_rumah"
title = "Cek keamanan di rumah"
act = "safety_check"
roles = ["pendamping"]
after = ["registrasi"]
repeat = "per_beneficiary"

[[step]]
id = "sidang_awal"
title = "Sidang awal"
act = "log"
roles = ["pendamping"]
after = ["kunjungan_rumah", "cek_rumah"]

[[step.guard]]
id = "semua"
kind = "happened"
step = ["kunjungan_rumah", "cek_rumah"]
because = "Standar"
says = "belum semua dikunjungi"

[[step]]
id = "sesudah"
title = "Sesudahnya"
act = "log"
roles = ["pendamping"]
after = ["kunjungan_rumah", "sidang_awal"]

[[step]]
id = "kelayakan"
"""
GUARD = """
[[step.guard]]
kind = "happened"
step = ["kunjungan_rumah", "cek_rumah"]
because = "Standar"
says = "belum semua dikunjungi"

[[step.guard]]
kind = "finding_within_table"
"""


class NoCircle(Explaining):
    def test_explain_does_not_send_to_itself(self):
        walk = Walk(self)
        walk.to("registered")
        for row in self.steps(walk).values():
            for failed in row["failed"]:
                self.assertNotIn(f"mediasi explain {walk.case()} {row['step']}", failed["instead"] or "")

    def test_where_there_is_none_yet_no_empty_list_is_shown(self):
        walk = Walk(self)
        walk.to("registered")
        done = walk.act("2026-03-02T12:00", "record", "kehadiran", {"session": 1, "present": [{"person": "beneficiary1", "status": "present"}]})
        done.exits(4).complains("there is none yet").hides("known: \n")


class EachParty(Explaining):
    kept = False

    def test_every_party_that_is_left_has_its_act(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        text = text.replace('\n[[step]]\nid = "kelayakan"\n', STEPS, 1)
        text = text.replace('\n[[step.guard]]\nkind = "finding_within_table"\n', GUARD, 1)
        self.founded_on(self.write("kantor/rules.toml", text))
        walk = Walk(self)
        walk.to("registered")

        def ways():
            (row,) = self.explain(walk, "kelayakan", at="2026-03-02T12:00")["steps"]
            return [(way["step"], way["says"]) for failed in row["failed"] if failed["rule"] == "kelayakan.happened"
                    for way in failed["unblock"]]

        visits = [("kunjungan_rumah", "party = beneficiary1"), ("kunjungan_rumah", "party = respondent1")]
        check = ("cek_rumah", "party = beneficiary1")
        self.assertEqual(ways(), [*visits, check])
        (row,) = self.explain(walk, "sesudah")["steps"]  # what comes first is of a party, too, and named once
        told = [(way["step"], way["says"]) for way in row["failed"][0]["unblock"]]
        self.assertEqual(sorted(told[:3]), sorted([*visits, check]))
        self.assertEqual(told[3:], [("sidang_awal", None)])
        walk.act("2026-03-02T12:10", "record", "kunjungan_rumah", {"party": "beneficiary1", "words": "x"}).exits(0)
        self.assertEqual(ways(), [visits[1], check])
        walk.act("2026-03-02T12:20", "record", "kunjungan_rumah", {"party": "respondent1", "words": "x"}).exits(0)
        walk.act("2026-03-02T12:30", "record", "cek_rumah", {"party": "beneficiary1", "reached": "yes", "safe": "yes"}).exits(0)
        self.assertEqual(ways(), [])


if __name__ == "__main__":
    harness.main()
