"""The tables of refusals leave nothing out: every gate of the law, every guard of the shipped rules, sixty and more."""

import tomllib
import unittest

import harness
import way_on_end_test as end
import way_on_gates_test as gates
import way_on_rules_test as rules
import way_on_statute_test as statute
from walk import ROOT, Walk, toml
from ways import KANIA, RULES, Ways

TABLES = [*statute.CLOSED, *statute.OPEN, *statute.CLAUSES, *gates.ORDER, *gates.INVITATION, *gates.SESSION,
          *rules.RULES_FIRST, *rules.SESSIONS, *end.OUTCOME, *end.AFTER, *end.NOTHING_AGREED, *end.BUILT_IN]
# walked in way_on_named_test.py, because they need a second case or a ladder of invitations, and below
APART = {"sesi.not_booked_twice", "sesi.pendamping_bebas", "sesi_pindah.not_booked_twice", "sesi_pindah.separate_when_afraid",
         "undangan.not_booked_twice", "undangan.invitations_left", "undangan.earlier_invitations_proved",
         "undangan.safety_checked", "undangan.pendamping_lawan", "undangan.pendamping_dahulu",
         "terima_apa_adanya.breach_acceptable"}


class Whole(unittest.TestCase):
    walked = {row.rule for row in TABLES} | {row.seen for row in TABLES}

    def test_every_gate_of_the_law(self):
        gates_of_law = {gate["id"] for gate in tomllib.loads((ROOT / "share/gates/statute.toml").read_text())["gate"]}
        self.assertEqual(gates_of_law - self.walked, set())

    def test_every_guard_of_the_shipped_rules(self):
        guards = {guard.get("id", f"{step['id']}.{guard['kind']}") for step in RULES["step"] for guard in step.get("guard", [])}
        self.assertEqual(guards - self.walked - APART, set())
        self.assertEqual(APART - guards, set(), "no such guard any more")

    def test_those_walked_apart_are(self):
        text = (ROOT / "tests/cli/way_on_named_test.py").read_text()
        missing = {rule for rule in APART if f'"{rule}"' not in text}
        self.assertEqual(missing, {"terima_apa_adanya.breach_acceptable"}, "that one is walked below")

    def test_sixty_and_more(self):
        self.assertGreaterEqual(len({(row.title, row.rule) for row in TABLES}), 60)


class Found(Ways):
    def test_an_old_act_against_the_law_is_not_accepted_it_is_done_anew(self):
        rape = {"running": "yes", "old_number": "12/LAMA/2025", "matter.0.kind": "rape", **statute.ADULT}
        walk = Walk(self, registered=rape)
        self.at("2026-03-02T08:30").run_("intake", "--form", "-", "--on", "2026-02-02", stdin=toml(walk.form("registered"))).exits(0)
        old = ("--on", "2026-02-03")
        walk.act("2026-03-02T09:00", "assess", "asesmen_awal", walk.form("found")["asesmen_awal"], extra=old).exits(0)
        fit = {"finding": "fit", "best_interest": "Catatan.", "as_found": "yes"}
        found = walk.act("2026-03-02T09:10", "assess", "kelayakan", fit, extra=(*old, "--format", "json")).exits(0).json()
        accept = {"entry": found["entry"], "words": "Diterima."}
        self.refused("terima_apa_adanya.breach_acceptable", lambda *extra: walk.act(
            "2026-03-02T10:10", "record", "terima_apa_adanya", accept, KANIA, extra))
        walk.act("2026-03-02T11:00", "assess", "kelayakan", {"finding": "unfit", "reasons": "Menurut undang-undang."}).exits(0)
        walk.act("2026-03-02T11:10", "intake", "rujukan", {"to": "police", "answer": "accepted"}).exits(0)
        walk.act("2026-03-02T11:20", "terminate", "terminasi", {"reason": "unfit"}, KANIA).exits(0)


if __name__ == "__main__":
    harness.main()
