"""`explain`: what is open, and what is not and why."""

import json
import unicodedata

import harness
from explaining import Explaining
from walk import STEPS, Walk, example

SHAPE = ["step", "open", "failed"]
FAILED = ["rule", "fact", "value", "known", "basis", "file", "line", "unblock"]


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Shape(Explaining):
    def test_the_fixed_shape(self):
        walk = Walk(self)
        walk.to("assessed")
        answer = self.explain(walk)
        self.assertEqual(list(answer)[:5], ["format", "kind", "case", "steps", "deadlines"])
        self.assertEqual((answer["kind"], answer["case"]), ("explain", "2026-0001"))
        known = [row["step"] for row in json.loads(self.run_("--format", "json", "--list", "steps").out)["rows"]]
        self.assertEqual([row["step"] for row in answer["steps"]], known)
        for row in answer["steps"]:
            self.assertEqual(list(row)[:3], SHAPE)
            for failed in row["failed"]:
                self.assertEqual(list(failed)[:8], FAILED)
                self.assertTrue(failed["rule"] and failed["says"])
                self.assertEqual(failed["value"] is None, not failed["known"])
                self.assertTrue(failed["file"] in ("pasuruan.toml", "statute"), failed)
                if failed["file"] == "pasuruan.toml":
                    self.assertGreater(failed["line"], 0)
                for way in failed["unblock"] + failed["lawful"]:
                    self.assertEqual(list(way), ["command", "step", "title", "says"])
                    self.assertTrue(way["command"] or way["says"])
        for row in answer["deadlines"]:
            self.assertEqual(list(row)[:5], ["id", "start", "due", "state", "days"])

    def test_it_reads_only_and_needs_neither_key_nor_home(self):
        walk = Walk(self)
        walk.to("found")
        with self.changing_nothing("mediasi.db"):
            for words in ((), ("perintah",), ("jadwal",), ("perintah", "--set", "decision=ordered", "--by", "koko")):
                self.run_("explain", walk.case(), *words, env={"MEDIASI_KEY": None}).exits(0)

    def test_everything_fits_eighty_columns_in_both_languages(self):
        for state in ("registered", "assessed", "scheduled", "signed", "closed"):
            walk = Walk(self)
            self.afresh()
            walk.to(state)
            for words in ((), ("terminasi",), ("undangan",), ("asesmen_awal",)):
                for language in ("en", "id"):
                    done = self.run_("--lang", language, "explain", walk.case(), *words).exits(0).quiet_errors()
                    wide = [line for line in done.out.splitlines() if width(line) > 80]
                    self.assertEqual(wide, [], (state, words, language))

    def test_no_identity_in_any_format(self):
        walk = Walk(self)
        walk.to("scheduled")
        for form in ("text", "json", "csv"):
            done = self.run_("--format", form, "explain", walk.case()).exits(0)
            done.hides("Contoh Anak", "Contoh Ibu", "3575", "Melati", "0343-0000")

    def test_csv_has_a_row_for_each_rule(self):
        walk = Walk(self)
        walk.to("found")
        rows = self.run_("--format", "csv", "explain", walk.case()).exits(0).out.split("\r\n")
        self.assertTrue(rows[0].startswith("case,step,rule,when,fact,value,known,basis,file,line,unblock"))
        wanted = sum(len(row["failed"]) for row in self.explain(walk)["steps"])
        self.assertEqual(len(rows) - 2, wanted)

    def test_wrong_use(self):
        walk = Walk(self)
        walk.to("registered")
        for words, code in (((), 2), (("2026-0009",), 2), ((walk.case(), "perintahh"), 2),
                            ((walk.case(), "perintah", "--step", "rencana"), 2), (("--step", "registrasi"), 2),
                            ((walk.case(), "--set", "decision=ordered"), 2),
                            ((walk.case(), "perintah", "--set", "decision=maybe", "--by", "koko"), 4)):
            with self.subTest(words=words):
                self.run_("explain", *words).exits(code)


class Open(Explaining):
    def test_what_is_next_is_open_and_what_is_open_can_be_recorded(self):
        walk = Walk(self)
        for step in STEPS:
            walk.to(step.name)
            rows = self.steps(walk, at=step.at)
            for following in self.next_of(walk):
                closed = [] if rows[following]["open"] else self.rules(rows[following])
                closed = [rule for rule in closed if rule != "builtin.session_day"]  # waits for the day of its session alone
                self.assertEqual(closed, [], (step.name, following))

    def next_of(self, walk):
        answer = self.run_("--format", "json", "record", walk.case(), "--step", "catatan", "--form", "-", "--dry-run",
                           stdin='words = "x"').exits(0).json()
        return [row["step"] for row in answer["next"]]

    def test_the_steps_of_the_example_are_open_just_before_they_are_walked(self):
        walk = Walk(self)
        walk.to("registered")
        for step in STEPS[1:]:
            asked = self.explain(walk, *([step.step] if step.step else []), at=step.at)["steps"][:1]
            self.assertTrue(asked[0]["open"], (step.name, asked[0]["failed"]))
            walk.to(step.name)

    def test_a_closed_case(self):
        walk = Walk(self)
        walk.to("closed")
        rows = self.steps(walk)
        self.assertLessEqual({"catatan", "kekerasan_baru"}, {step for step, row in rows.items() if row["open"]})
        self.assertFalse(rows["syarat"]["open"] or rows["kunjungan"]["open"] or rows["terminasi"]["open"])
        for step, row in rows.items():
            if not row["open"]:
                self.assertIn("builtin.house" if "pengaduan" in step else "builtin.closed", self.rules(row), step)


class Closed(Explaining):
    def closed(self, row, rule):
        self.assertFalse(row["open"], row)
        found = [failed for failed in row["failed"] if failed["rule"] == rule]
        self.assertEqual(len(found), 1, row["failed"])
        return found[0]

    def test_what_has_not_happened(self):
        walk = Walk(self)
        walk.to("registered")
        failed = self.closed(self.steps(walk)["kelayakan"], "builtin.order")
        self.assertEqual((failed["fact"], failed["value"]), ("asesmen_awal", "not done"))
        self.assertEqual([way["step"] for way in failed["unblock"]], ["asesmen_awal"])
        self.assertIn("party = beneficiary1", failed["unblock"][0]["says"])

    def test_which_party_lacks_its_assessment(self):
        walk = Walk(self, assessed=None)
        walk.to("assessed")
        walk.act("2026-03-04T10:00", "assess", "asesmen_lanjutan", {"party": "beneficiary1", "willing": "yes"}).exits(0)
        failed = self.closed(self.steps(walk)["rencana"], "rencana.assessed")
        self.assertEqual((failed["fact"], failed["value"], failed["known"]), ("assessment of respondent1", "none", True))
        self.assertEqual([(way["command"], "party = respondent1" in way["says"]) for way in failed["unblock"]],
                         [("mediasi assess 2026-0001 --step asesmen_lanjutan", True)])

    def test_a_consent_that_is_missing_is_a_guardians_for_a_child(self):
        walk = Walk(self, found={"persetujuan": None})
        walk.to("found")
        failed = self.closed(self.steps(walk)["asesmen_lanjutan"], "asesmen_lanjutan.consent_given")
        self.assertEqual([way["step"] for way in failed["unblock"]], ["persetujuan"])
        self.assertIn("given_by = companion1", failed["unblock"][0]["says"])
        self.assertIn("child_view = yes", failed["unblock"][0]["says"])

    def test_a_value_is_refused_and_the_others_stay_open(self):
        walk = Walk(self, registered={"matter.0.kind": "rape"})
        walk.to("registered")
        walk.act("2026-03-02T13:00", "assess", "asesmen_awal", example("first-case/02-asesmen-pertama")["asesmen_awal"]).exits(0)
        row = self.steps(walk)["kelayakan"]
        self.assertTrue(row["open"])
        gate = [failed for failed in row["failed"] if failed["rule"].startswith("statute.1.")]
        self.assertEqual(gate[0]["when"], "finding = fit, conditional")
        self.assertEqual((gate[0]["unblock"], gate[0]["file"]), ([], "statute"))
        self.assertEqual({way["step"] for way in gate[0]["lawful"]}, {"kelayakan", "rujukan"})
        self.assertIn("finding = unfit", [way["says"] for way in gate[0]["lawful"]])
        text = self.run_("explain", walk.case(), "kelayakan").exits(0)
        text.shows("no act opens this", "for: finding = fit, conditional", "lawful ways on:")

    def test_what_reads_the_form_is_asked_and_not_failed(self):
        walk = Walk(self)
        walk.to("conditioned")
        row = self.steps(walk)["undangan"]
        asked = {asked["rule"]: asked for asked in row["asked"]}
        self.assertIn("statute.4.child_companion", asked)
        self.assertFalse(asked["statute.4.child_companion"]["known"])
        self.assertNotIn("statute.4.child_companion", self.rules(row))

    def test_no_mediator_in_the_roster_fails_whatever_the_form_says(self):
        walk = Walk(self)
        walk.to("conditioned")
        failed = self.closed(self.steps(walk, at="2035-01-01T09:00")["mediator"], "mediator.mediator_valid")
        self.assertEqual([way["command"] for way in failed["unblock"]], ["mediasi roster add mediator --form FILE"])

    def test_a_role_that_nobody_holds(self):
        walk = Walk(self)
        walk.to("planned")
        failed = self.closed(self.steps(walk, at="2025-12-31T09:00")["perintah"], "builtin.role")
        self.assertEqual(failed["unblock"][0]["command"], "mediasi roster add officer --form FILE")
        self.assertIn("koordinator", failed["unblock"][0]["says"])

if __name__ == "__main__":
    harness.main()
