"""Permissions are gated, facts are not: what happened is always taken down."""

import harness
from walk import Office, Walk

BAD_SCREENING = {"willing": "no", "pressure": "yes", "threat": "yes", "protection_order": "yes", "afraid": "yes",
                 "separate_arrangements": "no", "risk": "very_high"}
WHEN = {"registered": "2026-03-02T14:00", "found": "2026-03-02T14:00", "assessed": "2026-03-04T10:30",
        "planned": "2026-03-04T15:30", "ordered": "2026-03-05T09:10", "scheduled": "2026-03-05T10:30",
        "delivered": "2026-03-12T11:00", "held": "2026-03-12T11:20", "minuted": "2026-03-12T11:40",
        "signed": "2026-03-12T12:30", "visited1": "2026-03-26T11:00", "closed": "2026-06-08T11:00"}


class Facts(Office):
    def test_unfit_and_postponed_are_never_refused(self):
        """they permit nothing, whatever the matter and the screening say"""
        bad = {f"asesmen_awal.{name}": value for name, value in BAD_SCREENING.items()}
        for kind in ("rape", "trafficking", "physical", "bullying", "maintenance"):
            for finding in ("unfit", "postponed"):
                for title, answers in (("good answers", {}), ("bad answers", bad)):
                    with self.subTest(f"{finding}: {kind}, {title}"):
                        self.afresh()
                        walk = Walk(self, registered={"matter.0.kind": kind},
                                    found={**answers, "persetujuan": [], "kelayakan": {"finding": finding}})
                        walk.to("registered")
                        walk.attempt("found").exits(0)

    def test_a_log_and_a_referral_are_taken_in_every_state(self):
        for name, when in WHEN.items():
            with self.subTest(name):
                walk = Walk(self)
                self.afresh()
                walk.to(name)
                for by in ("pita", "koko", "kania", "kori", "admin"):
                    walk.act(when, "record", "catatan", {"means": "phone", "words": "Ditelepon."}, by=by).exits(0)
                walk.act(when, "intake", "rujukan", {"to": "psychologist", "answer": "refused"}).exits(0)

    def test_a_log_on_a_closed_case_leaves_it_closed(self):
        walk = Walk(self)
        walk.to("closed")
        taken = walk.act("2026-07-01T09:00", "record", "catatan", {"words": "Ibu menelepon."}, extra=("--format", "json"))
        self.assertEqual(taken.exits(0).json()["stage"], "closed")
        self.assertEqual(taken.json()["next"], [])

    def test_violence_is_taken_in_every_state_by_any_officer(self):
        for name, when in WHEN.items():
            with self.subTest(name):
                self.afresh()
                walk = Walk(self)
                walk.to(name)
                walk.act(when, "record", "kekerasan_baru", {"party": "beneficiary1", "words": "Dipukul."}, by="kori").exits(0)

    def test_violence_cancels_what_is_planned_and_bars_carried_out(self):
        walk = Walk(self)
        walk.to("delivered")
        taken = walk.act("2026-03-10T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"}, extra=("--format", "json"))
        self.assertNotEqual(taken.exits(0).json()["stage"], "scheduled")
        room = self.rows("SELECT count(*) FROM booking")
        self.assertEqual(room, [(0,)], "a cancelled session still holds its room and its mediator")
        self.afresh()
        walk = Walk(self)
        walk.to("visited2")
        walk.act("2026-05-01T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"}).exits(0)
        walk.to("visited3")
        self.assertIn("new violence", walk.attempt("closed", "--format", "json").exits(3).err)
        walk.act("2026-06-08T10:00", "terminate", "terminasi", {"reason": "broken"}, by="kania").exits(0)

    def test_attendance_is_taken_as_it_was(self):
        everybody = [row["person"] for row in Walk(self).form("held")["kehadiran"]["present"]]
        for title, rows in [
            ("nobody came", [(person, "absent") for person in everybody]),
            ("only the mediator", [(person, "present" if person == "mediator" else "excused") for person in everybody]),
            ("the child alone", [("beneficiary1", "present"), ("mediator", "present")]),
            ("one left early", [(person, "left_early" if person == "companion1" else "present") for person in everybody]),
            ("represented", [(person, "represented" if person == "respondent1" else "present") for person in everybody]),
        ]:
            with self.subTest(title):
                self.afresh()
                walk = Walk(self)
                walk.to("delivered")
                form = {"present": [{"person": person, "status": status} for person, status in rows]}
                walk.act("2026-03-12T11:00", "record", "kehadiran", form).exits(0)

    def test_an_irregular_session_warns_and_says_so_afterwards(self):
        walk = Walk(self)
        walk.to("delivered")
        walk.act("2026-03-12T08:50", "record", "pertanyaan_hari_ini", walk.form("held")["pertanyaan_hari_ini"]).exits(0)
        form = walk.form("held")["kehadiran"]
        form["present"] = [row for row in form["present"] if row["person"] != "companion1"]
        taken = walk.act("2026-03-12T11:00", "record", "kehadiran", form, extra=("--format", "json")).exits(0)
        warnings = taken.json()["warnings"]
        self.assertEqual([warning["rule"] for warning in warnings], ["statute.4.child_companion_came"])
        self.assertTrue(warnings[0]["hint"] and warnings[0]["code"].startswith("M"), warnings)
        self.assertTrue(warnings[0]["basis"], "a breach is shown with the law it breaks")
        story = self.at("2026-03-12T12:00").run_("report", "case", walk.case()).exits(0)
        self.assertIn("child_companion_came", story.out, "the case's report does not show that the session was irregular")

    def test_outcomes_that_permit_nothing_are_never_refused(self):
        for outcome in ("stopped", "not_held", "continued", "not_agreed"):
            with self.subTest(outcome):
                self.afresh()
                walk = Walk(self)
                walk.to("delivered")
                walk.act("2026-03-12T11:00", "record", "kehadiran",
                         {"present": [{"person": "beneficiary1", "status": "present"}]}).exits(0)
                walk.act("2026-03-12T11:10", "record", "hasil", {"outcome": outcome, "reason": "no_companion"}).exits(0)

    def test_a_case_may_end_for_any_other_reason_at_any_time(self):
        reasons = ["broken", "withdrawn", "referred", "moved", "died", "no_contact", "not_agreed", "other", "transferred", "other"]
        for name, reason in zip([*WHEN][:-1], [*reasons, "moved"], strict=True):
            with self.subTest(f"{reason} when {name}"):
                self.afresh()
                walk = Walk(self)
                walk.to(name)
                ended = walk.act("2026-06-08T10:00", "terminate", "terminasi", {"reason": reason}, by="kania",
                                 extra=("--format", "json")).exits(0).json()
                self.assertEqual(ended["stage"], "closed")
                self.at("2027-01-01T08:00").run_("report", "overdue").exits(0).says_nothing()
        self.afresh()
        walk = Walk(self, found={"kelayakan": {"finding": "unfit"}})
        walk.to("found")
        walk.act("2026-03-03T10:00", "intake", "rujukan", {"to": "police", "answer": "offered"}).exits(0)
        walk.act("2026-03-03T11:00", "terminate", "terminasi", {"reason": "unfit"}, by="kania").exits(0)

    def test_refused_signatures_make_the_minutes_complete(self):
        walk = Walk(self, signed={"tanda_tangan.signature.4.state": "refused", "tanda_tangan.signature.4.reason": "Berubah pikiran."})
        walk.to("signed")
        self.assertEqual(self.rows("SELECT deadline FROM due WHERE deadline = 'penyelesaian'"), [])


if __name__ == "__main__":
    harness.main()
