"""A plan that is initialled on its way up: who has initials to give anew, what counts as the order, and what does not."""

import harness
from walk import ROOT, Walk
from explaining import Explaining

LINKS = """
[[step]]
id = "paraf_kasie"
title = "Koreksi dan paraf Kasie"
act = "order"
command = "assess"
initials = true
roles = ["kasie"]
after = ["rencana"]
repeat = "many"

[[step]]
id = "paraf_konselor"
title = "Koreksi dan paraf Konselor"
act = "order"
command = "assess"
initials = true
roles = ["konselor"]
after = ["paraf_kasie"]
repeat = "many"

[[step.guard]]
kind = "order_given"
step = "paraf_kasie"
since = ["rencana", "paraf_konselor"]
because = "Standar"
says = "Kasie belum membubuhkan paraf pada rencana ini"
instead = "kembalikan kepada Kasie"

[[step]]
id = "perintah"
"""
LAST = """
[[step.guard]]
kind = "order_given"
step = "paraf_konselor"
since = ["rencana", "paraf_kasie", "perintah"]
because = "Standar"
says = "Konselor belum membubuhkan paraf pada rencana ini"
instead = "kembalikan kepada Konselor"

[[step.guard]]
kind = "requirements_complete"
only = ["decision:ordered"]
because = "Standar, Persyaratan"""


def chained():
    """Pasuruan's file, the plan initialled by two before the Koordinator orders"""
    text = (ROOT / "share/rules/pasuruan.toml").read_text()
    head = '[[step]]\nid = "perintah"\ntitle = "Perintah Koordinator"'
    assert text.count(head) == 1
    text = text.replace(head, LINKS.strip() + '\ntitle = "Perintah Koordinator"')
    text = text.replace('roles = ["koordinator"]\nafter = ["rencana"]', 'roles = ["koordinator"]\nafter = ["paraf_konselor"]')
    first = '\n[[step.guard]]\nkind = "requirements_complete"\nonly = ["decision:ordered"]\nbecause = "Standar, Persyaratan'
    assert text.count(first) == 1
    return text.replace(first, LAST)


class Initials(Explaining):
    kept = False

    def planned(self):
        self.founded_on(self.write("kantor/rules.toml", chained()))
        walk = Walk(self)
        walk.to("planned")
        self.hour = 8
        return walk

    def decide(self, walk, step, decision="ordered"):
        by = {"paraf_kasie": "koko", "paraf_konselor": "kori", "perintah": "koko"}[step]
        self.hour += 1
        form = {"decision": decision} | ({"reason": "Belum rapi."} if decision == "sent_back" else {})
        return walk.act(f"2026-03-05T{self.hour:02}:00", "assess", step, form, by, ("--format", "json"))

    def next_after(self, walk, step, decision="ordered"):
        return {row["step"] for row in self.decide(walk, step, decision).exits(0).json()["next"]} & {
            "rencana", "paraf_kasie", "paraf_konselor", "perintah", "mediator"}

    def test_up_the_chain_one_by_one(self):
        walk = self.planned()
        self.decide(walk, "paraf_konselor").exits(3).complains("paraf_kasie")
        self.assertEqual(self.next_after(walk, "paraf_kasie"), {"paraf_konselor"})
        self.assertEqual(self.next_after(walk, "paraf_konselor"), {"perintah"})
        self.assertEqual(self.next_after(walk, "perintah"), {"mediator"})

    def test_who_is_asked_again_when_the_middle_returns_it(self):
        walk = self.planned()
        self.next_after(walk, "paraf_kasie")
        self.assertEqual(self.next_after(walk, "paraf_konselor", "sent_back"), {"paraf_kasie"})
        self.decide(walk, "perintah").exits(3).complains("perintah.order_given")
        self.assertEqual(self.next_after(walk, "paraf_kasie"), {"paraf_konselor"})
        self.decide(walk, "perintah").exits(3).complains("perintah.order_given")  # newer initials stand below it
        self.assertEqual(self.next_after(walk, "paraf_konselor"), {"perintah"})
        self.assertEqual(self.next_after(walk, "perintah"), {"mediator"})

    def test_the_head_returns_it_to_the_bottom(self):
        walk = self.planned()
        self.next_after(walk, "paraf_kasie")
        self.next_after(walk, "paraf_konselor")
        self.assertEqual(self.next_after(walk, "perintah", "sent_back"), {"paraf_kasie"})
        wanted = [row for row in self.run_("report", "due", "--format", "json").exits(0).json()["rows"] if row["state"] == "no_scan"]
        self.assertEqual(wanted, [], "what was sent back was signed by nobody")
        self.decide(walk, "perintah").exits(3)
        self.next_after(walk, "paraf_kasie")
        self.assertEqual(self.next_after(walk, "paraf_konselor"), {"perintah"})

    def test_the_first_hand_returns_it_to_who_wrote_it(self):
        walk = self.planned()
        self.assertEqual(self.next_after(walk, "paraf_kasie", "sent_back"), {"rencana"})
        form = walk.form("planned")
        walk.act("2026-03-05T10:00", "assess", "rencana", form, extra=("--format", "json")).exits(0)
        self.hour = 10
        self.assertEqual(self.next_after(walk, "paraf_kasie"), {"paraf_konselor"})

    def test_an_initial_is_no_order(self):
        walk = self.planned()
        for step, stage in (("paraf_kasie", "conditional"), ("paraf_konselor", "conditional"), ("perintah", "ordered")):
            self.assertEqual(self.decide(walk, step).exits(0).json()["stage"], stage)
        due = self.run_("--format", "json", "report", "due").exits(0).json()["rows"]
        self.assertEqual([row["what"] for row in due if "scan" in row["title"] or "signed paper" in row["title"]], ["perintah"])

    def test_explain_names_the_whole_chain(self):
        walk = self.planned()
        self.next_after(walk, "paraf_kasie")
        self.next_after(walk, "paraf_konselor", "sent_back")
        (failed,) = [one for one in self.steps(walk, "perintah")["perintah"]["failed"]
                     if one["rule"] == "perintah.order_given"]
        self.assertEqual([way["step"] for way in failed["unblock"]], ["paraf_kasie", "paraf_konselor"])
        self.assertEqual(failed["value"], "sent back")

    def test_the_check_refuses_what_no_chain_can_be(self):
        for old, new, said in (('step = "paraf_kasie"', 'step = "rencana"', "gives no order"),
                               ('act = "order"\ncommand = "assess"\ninitials', 'act = "log"\ncommand = "assess"\ninitials',
                                "'initials' goes with"),
                               ('since = ["rencana", "paraf_konselor"]', 'since = ["rancana"]', "rancana")):
            with self.subTest(new=new):
                self.run_("workflow", "check", self.write("x.toml", chained().replace(old, new, 1))).exits(4).complains(said)
        self.run_("workflow", "check", self.write("x.toml", chained())).exits(0)


if __name__ == "__main__":
    harness.main()
