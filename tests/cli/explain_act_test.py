"""`explain` of an act as its form has it, and its lists walked act by act."""

import re

import harness
from explaining import Explaining
from walk import NAMES, STEPS, Walk, changed, example, toml


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
        order = {"decision": "ordered", "paper_number": "12/2026", "paper_date": "2026-03-10"}
        rules = self.same(walk, "assess", "perintah", order, "koko", "2026-03-05T09:00")
        self.assertEqual(rules["builtin.future"]["unblock"][0]["says"], "from 2026-03-10")

    def test_a_registration_has_no_case_yet(self):
        form = toml(changed(example("first-case/01-registrasi"), {"on": "2026-03-20"}))
        answer = self.run_("--format", "json", "explain", "--step", "registrasi", "--form", "-", stdin=form).exits(0).json()
        self.assertEqual(answer["case"], None)
        self.assertEqual([failed["rule"] for failed in answer["steps"][0]["failed"]], ["builtin.future"])

    def test_an_act_on_a_closed_case(self):
        walk = Walk(self)
        walk.to("closed")
        rules = self.same(walk, "intake", "syarat", {"requirement": "identitas"}, "pita", "2026-06-09T09:00")
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
        if form.get("finding") == "fit":
            form.pop("condition", None)  # the example's finding has conditions
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

    def test_the_list_has_no_act_but_visits_twice_and_each_line_can_be_typed(self):
        for state in ("registered", "found", "assessed", "ordered", "scheduled", "held"):
            self.afresh()
            walk = Walk(self)
            walk.to(state)
            for row in self.explain(walk)["steps"]:
                for failed in row["failed"]:
                    seen = [(way["command"], way["says"]) for way in failed["unblock"] if way["step"] != "kunjungan"]
                    self.assertEqual(len(seen), len(set(seen)), (state, row["step"], failed))
                    for command, _ in seen:
                        self.assertRegex(command or "mediasi", r"^mediasi( |$)")

if __name__ == "__main__":
    harness.main()
