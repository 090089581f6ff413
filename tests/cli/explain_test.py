"""`explain`: what is open, what is not and why, and a list of acts that a test can walk."""

import json
import re
import unicodedata

import harness
from walk import NAMES, STEPS, Office, Walk, changed, example, toml

SHAPE = ["step", "open", "failed"]
FAILED = ["rule", "fact", "value", "known", "basis", "file", "line", "unblock"]


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Explaining(Office):
    def explain(self, walk, *words, at=None, **more):
        if at:
            self.at(at)
        return self.run_("--format", "json", "explain", walk.case(), *words, **more).exits(0).json()

    def steps(self, walk, *words, **more):
        return {row["step"]: row for row in self.explain(walk, *words, **more)["steps"]}

    def rules(self, row):
        return [failed["rule"] for failed in row["failed"]]


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
                self.assertTrue(rows[following]["open"], (step.name, following, self.rules(rows[following])))

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
        self.assertEqual({step for step, row in rows.items() if row["open"]}, {"catatan", "kekerasan_baru"})
        for step, row in rows.items():
            if not row["open"]:
                self.assertIn("builtin.closed", self.rules(row), step)


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


class Written(Explaining):
    """an act as its form has it: the same refusals as the writing command gives"""

    def same(self, walk, command, step, form, by, at):
        done = self.at(at).run_("--format", "json", command, walk.case(), "--step", step, "--form", "-", "--by", by,
                                stdin=toml(form)).exits(3)
        refused = [problem["rule"] for problem in done.problems()]
        with self.changing_nothing("mediasi.db"):
            answer = self.explain(walk, step, "--form", "-", "--by", by, stdin=toml(form))
        explained = [failed["rule"] for row in answer["steps"] for failed in row["failed"]]
        self.assertEqual(sorted(explained), sorted(refused))
        return {failed["rule"]: failed for row in answer["steps"] for failed in row["failed"]}

    def test_every_step_of_the_example_taken_too_early(self):
        for skipped in range(1, len(STEPS) - 1):
            self.afresh()
            walk = Walk(self)
            walk.to(NAMES[skipped - 1])
            late = STEPS[skipped + 1]
            form = walk.form(late.name)
            command = [late.command, walk.case(), "--step", late.step, "--form", "-", "--by", late.by]
            done = self.at(late.at).run_("--format", "json", *command, "--dry-run", stdin=toml(form))
            if done.code != 3:
                continue  # the form itself names what is not there yet, or it may come early
            with self.subTest(step=late.name):
                self.same(walk, late.command, late.step, form, late.by, late.at)

    def test_an_act_that_would_be_taken_is_open(self):
        walk = Walk(self)
        walk.to("planned")
        answer = self.explain(walk, "perintah", "--set", "decision=ordered", "--by", "koko")
        self.assertEqual([(row["step"], row["open"], row["failed"]) for row in answer["steps"]], [("perintah", True, [])])

    def test_the_wrong_officer_the_wrong_day(self):
        walk = Walk(self)
        walk.to("planned")
        rules = self.same(walk, "assess", "perintah", {"decision": "ordered"}, "pita", "2026-03-05T09:00")
        self.assertEqual(list(rules), ["builtin.role"])
        rules = self.same(walk, "assess", "perintah", {"decision": "ordered", "on": "2026-03-09"}, "koko", "2026-03-05T09:00")
        self.assertEqual(rules["builtin.future"]["unblock"][0]["says"], "from 2026-03-09")

    def test_a_registration_has_no_case_yet(self):
        form = toml(changed(example("first-case/01-registrasi"), {"on": "2026-03-20"}))
        answer = self.run_("--format", "json", "explain", "--step", "registrasi", "--form", "-", stdin=form).exits(0).json()
        self.assertEqual(answer["case"], None)
        self.assertEqual([failed["rule"] for failed in answer["steps"][0]["failed"]], ["builtin.future"])

    def test_an_act_on_a_closed_case(self):
        walk = Walk(self)
        walk.to("closed")
        rules = self.same(walk, "intake", "rujukan", {"to": "police", "answer": "offered"}, "pita", "2026-06-09T09:00")
        self.assertIn("builtin.closed", rules)


class Walked(Explaining):
    """the list that explain gives is walked, act by act, and then the step is open"""

    FORMS = {
        "asesmen_awal": ("02-asesmen-pertama", "asesmen_awal"),
        "persetujuan": ("02-asesmen-pertama", "persetujuan"),
        "kelayakan": ("02-asesmen-pertama", "kelayakan"),
        "asesmen_lanjutan": ("03-asesmen-kedua", "asesmen_lanjutan"),
        "rencana": ("04-rencana", None),
        "perintah": ("05-perintah", None),
        "syarat_terpenuhi": ("06-syarat", None),
        "mediator": ("07-jadwal", "mediator"),
        "pembekalan": ("07-jadwal", "pembekalan"),
        "sesi": ("07-jadwal", "sesi"),
        "undangan": ("07-jadwal", "undangan"),
        "pertanyaan_hari_ini": ("09-sidang", "pertanyaan_hari_ini"),
        "kehadiran": ("09-sidang", "kehadiran"),
        "hasil": ("09-sidang", "hasil"),
        "berita_acara": ("10-berita-acara", None),
        "tanda_tangan": ("11-penutup", "tanda_tangan"),
    }

    def form_of(self, way):
        name, part = self.FORMS[way["step"]]
        form = example(f"first-case/{name}")
        form = form if part is None else form.get(part, form)
        form = form[0] if isinstance(form, list) else form
        for says in re.split(r"[;] ", way["says"] or ""):
            field, _, value = says.partition(" = ")
            if value and value != "…":
                form[field] = value.split(",") if field in ("to", "purposes") else value
        return form

    def follow(self, walk, failed, at):
        minute = 0
        for way in failed["unblock"]:
            minute += 1
            when = f"{at}T{8 + minute // 60:02}:{minute % 60:02}"
            words = way["command"].split()[1:]
            if words[0] == "document":
                self.at(when).run_(*words, "--into", self.path("letters"), "--by", "pita").exits(0)
                continue
            by = {"perintah": "koko"}.get(way["step"], "pita")
            self.act(when, words[0], walk.case(), way["step"], self.form_of(way), by).exits(0)
        return f"{at}T{8 + (minute + 1) // 60:02}:{(minute + 1) % 60:02}"

    def walked(self, state, step, at, **changes):
        walk = Walk(self, **changes)
        walk.to(state)
        for _ in range(6):
            row = self.explain(walk, step, at=f"{at}T08:00")["steps"][0]
            if row["open"]:
                return
            failed = row["failed"][0]
            self.assertTrue(failed["unblock"], failed)
            self.now = f"{self.follow(walk, failed, at)}:00+07:00"
            at = self.now[:10]
            row = self.explain(walk, step)["steps"][0]
            self.assertNotIn(failed["rule"], self.rules(row), failed["unblock"])
            if row["open"]:
                return
            at = f"2026-03-{int(at[-2:]) + 1:02}"
        self.fail(row)

    def test_the_shortest_list_opens_the_step(self):
        for state, step in [("registered", "kelayakan"), ("registered", "asesmen_lanjutan"), ("found", "rencana"),
                            ("found", "perintah"), ("assessed", "perintah"), ("planned", "mediator"),
                            ("ordered", "sesi"), ("ordered", "pembekalan"), ("held", "tanda_tangan"),
                            ("minuted", "salinan")]:
            with self.subTest(state=state, step=step):
                self.afresh()
                at = STEPS[NAMES.index(state)].at[:10]
                self.walked(state, step, f"{at[:8]}{int(at[-2:]) + 1:02}")

    def test_missing_parts_of_the_path_are_found(self):
        for changes, state, step in [({"found": {"persetujuan": None}}, "found", "asesmen_lanjutan"),
                                     ({"planned": {"to": ["koordinator"]}}, "planned", "mediator")]:
            with self.subTest(step=step, changes=changes):
                self.afresh()
                at = STEPS[NAMES.index(state)].at[:10]
                self.walked(state, step, f"{at[:8]}{int(at[-2:]) + 1:02}", **changes)

    def test_the_list_has_no_act_twice_and_each_line_can_be_typed(self):
        for state in ("registered", "found", "assessed", "ordered", "scheduled", "held"):
            self.afresh()
            walk = Walk(self)
            walk.to(state)
            for row in self.explain(walk)["steps"]:
                for failed in row["failed"]:
                    seen = [(way["command"], way["says"]) for way in failed["unblock"]]
                    self.assertEqual(len(seen), len(set(seen)), (state, row["step"], failed))
                    for command, _ in seen:
                        self.assertRegex(command or "mediasi", r"^mediasi( |$)")


if __name__ == "__main__":
    harness.main()
