"""One case from intake to termination: how many commands, what each answers, where it stands, what is due when."""

import re

import harness
from walk import EXAMPLES, NAMES, STEPS, Office, Walk

ACT = {"format": int, "kind": str, "case": str, "entry": int, "step": str, "on": str, "recorded": str, "by": str,
       "typed": str, "late": bool, "dry_run": bool, "stage": str, "missing": list, "next": list, "papers": list,
       "warnings": list}
NEXT = {"step", "command", "roles", "due"}
STAGES = {"registered": "registered", "found": "conditional", "assessed": "conditional", "planned": "conditional",
          "ordered": "ordered", "conditioned": "ordered", "scheduled": "scheduled", "delivered": "scheduled",
          "held": "minutes", "minuted": "minutes", "signed": "monitoring", "reported": "monitoring",
          "visited1": "monitoring", "visited2": "monitoring", "visited3": "monitoring", "closed": "closed"}


class OneCase(Office):
    kept = False

    def overdue(self, day):
        """what is late at the end of a day: (what, since, days)"""
        done = self.run_("report", "overdue", "--as-of", day, "--format", "json")
        rows = done.json()["rows"]
        done.exits(5 if rows else 0)
        return {row["what"]: (row["since"], row["days_late"]) for row in rows}

    def test_the_ordinary_case_takes_at_most_18_commands(self):
        script = (EXAMPLES / "quickstart.sh").read_text()
        commands = re.findall(r"^at \S+ (?:intake|assess|schedule|record|monitor|terminate) .*$", script, re.M)
        first = [line for line in commands if "$case_forms/kasus-kedua" not in line and "|| echo" not in line]
        self.assertEqual(len(first), len(STEPS), first)
        self.assertLessEqual(len(STEPS), 18)
        for step, line in zip(STEPS, first, strict=True):
            self.assertIn(f"{step.form}.toml", line)
            self.assertIn(step.at, line)

    def test_every_answer_is_whole_and_the_stages_follow(self):
        walk, entry = Walk(self), 0
        for step in STEPS:
            with self.subTest(step.name):
                done = walk.attempt(step.name, "--format", "json").exits(0).quiet_errors()
                answer = done.json()
                self.assertEqual(answer["kind"], "act")
                for key, kind in ACT.items():
                    self.assertIsInstance(answer[key], kind, key)
                self.assertEqual(answer["case"], "2026-0001")
                self.assertEqual(answer["stage"], STAGES[step.name])
                self.assertEqual(answer["by"], step.by or "admin")
                self.assertEqual(answer["typed"], "admin")
                self.assertEqual(answer["on"], step.at)
                self.assertRegex(answer["recorded"], r"^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
                self.assertFalse(answer["late"] or answer["dry_run"] or answer["warnings"])
                self.assertGreater(answer["entry"], entry)
                entry = answer["entry"]
                for following in answer["next"]:
                    self.assertLessEqual(NEXT, set(following))
                self.assertEqual(answer["missing"], ["Hasil asesmen"] if step.name == "registered" else [])
        self.assertEqual(answer["next"], [])

    def test_what_is_next_is_what_the_standard_says(self):
        walk = Walk(self)
        for name, expected in [("registered", "asesmen_awal"), ("found", "asesmen_lanjutan"), ("assessed", "rencana"),
                               ("planned", "perintah"), ("ordered", "mediator"), ("scheduled", "bukti_undangan"),
                               ("delivered", "kehadiran"), ("held", "berita_acara"), ("minuted", "tanda_tangan"),
                               ("signed", "lapor_hasil"), ("reported", "kunjungan"), ("visited1", "kunjungan")]:
            with self.subTest(name):
                while walk.done < NAMES.index(name):
                    walk.to(NAMES[walk.done])
                answer = walk.attempt(name, "--format", "json").exits(0).json()
                walk.done += 1
                following = {row["step"]: row for row in answer["next"]}
                self.assertIn(expected, following)
                self.assertTrue(following[expected]["roles"] and following[expected]["command"])
        self.assertEqual(following["kunjungan"]["due"], "2026-04-25", "30 days after the first visit")

    def test_the_fourteen_days_run_from_the_complete_file_to_the_signed_minutes(self):
        walk = Walk(self)
        walk.to("registered")
        self.assertNotIn("berita_acara", self.overdue("2026-12-31"), "the clock runs before the file is complete")
        walk.to("found")  # the assessment was the last that was missing: complete on 2 March
        for name in ("found", "ordered", "delivered", "held", "minuted"):
            with self.subTest(name):
                walk.to(name)
                self.assertNotIn("berita_acara", self.overdue("2026-03-16"), "the last day is not late")
                self.assertEqual(self.overdue("2026-03-17")["berita_acara"], ("2026-03-17", 1))
        walk.to("signed")
        self.assertNotIn("berita_acara", self.overdue("2026-12-31"))

    def test_one_missing_signature_keeps_the_clock_running(self):
        walk = Walk(self, signed={"tanda_tangan.signature.5": None, "salinan": []})
        walk.to("minuted")
        walk.attempt("signed").exits(0)
        self.assertIn("berita_acara", self.overdue("2026-03-17"))
        last = {"signature": [{"person": "companion2", "state": "signed"}]}
        walk.act("2026-03-14T09:00", "record", "tanda_tangan", last).exits(0)
        self.assertNotIn("berita_acara", self.overdue("2026-12-31"))

    def test_the_clock_also_stops_without_an_agreement(self):
        refused = {"delivery.4.result": "refused"}  # in writing: it ends the ladder of invitations
        for outcome, delivered, runs in (("not_agreed", {}, False), ("not_held", refused, False), ("not_held", {}, True)):
            with self.subTest(outcome, runs=runs):
                self.afresh()
                walk = Walk(self, delivered=delivered, held={"hasil": {"outcome": outcome, "reason": "other"}})
                walk.to("held")
                self.assertEqual("berita_acara" in self.overdue("2026-12-31"), runs)

    def test_paper_that_comes_later_starts_the_clock_later(self):
        walk = Walk(self, registered={"requirement.1": None})
        walk.to("found")
        self.assertNotIn("berita_acara", self.overdue("2026-12-31"))
        walk.act("2026-03-04T09:00", "intake", "syarat", {"requirement": "identitas"}).exits(0)
        self.assertEqual(self.overdue("2026-12-31")["berita_acara"][0], "2026-03-19")

    def test_monitoring_is_due_after_14_and_then_every_30_days(self):
        walk = Walk(self)
        walk.to("reported")
        rows = self.run_("report", "overdue", "--as-of", "2026-03-27", "--format", "json").exits(5).json()["rows"]
        self.assertEqual([(row["what"], row["since"], row["days_late"]) for row in rows],
                         [("kunjungan", "2026-03-17", 11), ("kunjungan", "2026-03-21", 7), ("kunjungan", "2026-03-27", 1)],
                         "the two obligations with a day of their own, then the first visit")
        walk.to("visited1")
        self.assertNotIn("kunjungan", self.overdue("2026-04-25"))
        self.assertEqual(self.overdue("2026-04-26")["kunjungan"], ("2026-04-26", 1))
        walk.to("closed")
        self.assertEqual(self.overdue("2027-12-31"), {})

    def test_who_did_it_who_typed_it_and_when(self):
        walk = Walk(self)
        walk.to("registered")
        late = walk.attempt("found", "--on", "2026-03-02T13:00", "--format", "json", at="2026-03-04T09:00").exits(0).json()
        self.assertEqual((late["on"], late["late"], late["by"], late["typed"]), ("2026-03-02T13:00", True, "pita", "admin"))
        self.assertEqual(late["recorded"], "2026-03-04T02:00:00Z")
        walk = Walk(self, number=2)
        text = walk.attempt("registered", "--on", "2026-03-01T09:00").exits(0)
        text.shows("2026-0002", "C.A.S.", "recorded late: 2026-03-02 08:30").hides("Z\n")
        walk.attempt("found").exits(0).shows("by pita, typed by admin").hides("recorded late")

    def test_a_late_entry_that_breaks_what_stands_is_refused(self):
        walk = Walk(self)
        walk.to("delivered")
        form = {"party": "respondent1", "given_by": "companion2", "relation": "mother", "purposes": ["mediation"],
                "decision": "withdrawn", "on": "2026-03-04T12:00"}
        with self.changing_nothing():
            refused = walk.act("2026-03-10T09:00", "intake", "persetujuan", form, extra=("--format", "json")).exits(3)
        self.assertIn("builtin.replay", [problem["rule"] for problem in refused.problems()])
        self.assertIn("undangan", refused.err)

    def test_every_paper_is_issued_once(self):
        walk = Walk(self)
        walk.to("signed")
        self.run_("document", "2026-0001", "--owed", "--into", "letters").exits(0)
        letters = sorted(path.name for path in (self.folder / "letters").iterdir())
        self.assertEqual([name for name in letters if "-berita_acara-" in name or "-undangan-" in name],
                         ["2026-0001-berita_acara-1.html", *(f"2026-0001-undangan-{n}.html" for n in range(1, 7))])
        for path in (self.folder / "letters").iterdir():
            self.assertEqual(path.stat().st_mode & 0o777, 0o600)
            self.assertIn("LATIHAN", path.read_text())
            self.assertIn("Tidak dipungut biaya", path.read_text())
        self.run_("document", "2026-0001", "--owed", "--into", "letters").exits(0)
        self.assertEqual(letters, sorted(path.name for path in (self.folder / "letters").iterdir()))


if __name__ == "__main__":
    harness.main()
