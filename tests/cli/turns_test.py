"""Whose turn it is: a session has its day and ends with its cancelling, a step of one side is done for that side, and a
danger on file is not lifted by an answer beside it."""

import harness
from refusing import Refusing
from walk import Walk

DAY = ("pertanyaan_hari_ini", "kehadiran", "hasil")
CANCEL = ("schedule", "2026-0001", "sesi_batal", {"reason": "office"})
MOVE = ("schedule", "2026-0001", "sesi_pindah", {"reason": "office", "at": "2026-03-13T09:00"})


class Turns(Refusing):
    def walked(self, state, **changes):
        self.afresh()
        walk = Walk(self, **changes)
        walk.to(state)
        return walk

    def act_refused(self, rule, walk, when, command, step, form, **more):
        return self.refused(rule, lambda *extra: walk.act(when, command, step, form, extra=extra, **more))

    def next_after(self, walk, when, command, step, form, **more):
        taken = walk.act(when, command, step, form, extra=("--format", "json"), **more).exits(0).json()
        return [one["step"] for one in taken["next"]]


class Sessions(Turns):
    def test_nothing_of_a_session_happens_on_a_day_before_it(self):
        walk = self.walked("delivered")
        for step in DAY[:2]:
            problems = self.act_refused("builtin.session_day", walk, "2026-03-11T10:00", "record", step, walk.form("held")[step])
            self.assertIn("2026-03-12", problems[0]["message"])
        walk.act("2026-03-11T10:00", *MOVE[:1], *MOVE[2:3], {**MOVE[3], "at": "2026-03-11T12:00"}).exits(0)  # it was moved to today
        walk.act("2026-03-11T12:30", "record", "pertanyaan_hari_ini",
                 {**walk.form("held")["pertanyaan_hari_ini"], "session": 2}).exits(0)

    def test_a_session_that_is_over_is_not_attended(self):
        for command, _, step, form in (CANCEL, MOVE):
            walk = self.walked("delivered")
            walk.act("2026-03-10T10:00", command, step, form).exits(0)
            for act in DAY[:2]:
                ended = self.rows("SELECT max(seq) FROM entry")[0][0]
                problems = self.act_refused("builtin.session_over", walk, "2026-03-13T11:00", "record", act,
                                            {**walk.form("held")[act], "session": 1})
                self.assertIn(f"mediasi schedule 2026-0001 --void {ended}", problems[0]["hint"])
            walk.act("2026-03-13T12:00", "schedule", "bukti_undangan",  # a letter that came all the same is a fact
                     {**walk.form("delivered"), "session": 1}).exits(0)
            self.at("2026-03-13T13:00").run_(command, "2026-0001", "--by", "pita", "--void", str(ended), "--because", "salah_ketik").exits(0)
            walk.act("2026-03-13T14:00", "record", "pertanyaan_hari_ini",
                     {**walk.form("held")["pertanyaan_hari_ini"], "session": 1, "on": "2026-03-12T09:00"}).exits(0)

    def test_one_that_violence_cancelled_is_taken_down_as_it_was(self):
        walk = self.walked("delivered")
        walk.act("2026-03-11T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"}).exits(0)
        form = walk.form("held")
        taken = walk.act("2026-03-12T11:00", "record", "kehadiran", form["kehadiran"], extra=("--format", "json")).exits(0)
        self.assertIn("irregular", taken.err + taken.out)
        walk.act("2026-03-12T11:10", "record", "hasil", {**form["hasil"], "session": 1}).exits(3).complains("statute.4")

    def test_after_a_cancelled_or_failed_session_another_one_comes_next(self):
        walk = self.walked("delivered")
        steps = self.next_after(walk, "2026-03-10T10:00", CANCEL[0], CANCEL[2], CANCEL[3])
        self.assertIn("sesi", steps)
        self.assertEqual([step for step in steps if step in ("bukti_undangan", *DAY)], [], "of the cancelled session")
        for outcome in ("not_held", "continued"):
            walk = self.walked("delivered")
            walk.act("2026-03-12T11:00", "record", "kehadiran", walk.form("held")["kehadiran"]).exits(0)
            steps = self.next_after(walk, "2026-03-12T11:10", "record", "hasil", {"outcome": outcome, "reason": "absent_respondent"})
            self.assertIn("sesi", steps, outcome)


class LateViolence(Turns):
    """she tells on Tuesday of Saturday: from Tuesday on nobody may act as if it were not known"""

    LATE = {"party": "beneficiary1", "on": "2026-03-03", "words": "Dipukul lagi."}

    def test_it_cancels_the_sessions_fixed_before_it_was_told(self):
        walk = self.walked("delivered")
        walk.act("2026-03-10T09:00", "record", "kekerasan_baru", self.LATE).exits(0)
        self.assertEqual(self.rows("SELECT count(*) FROM booking"), [(0,)])
        agenda = self.at("2026-03-10T10:00").run_("report", "agenda", "--from", "2026-03-01", "--format", "csv").exits(0).out
        self.assertIn("cancelled", agenda)
        self.run_("document", "2026-0001", "--list").exits(0).shows("pembatalan            beneficiary1  owed")
        self.at("2026-03-10T10:00").run_("store", "rebuild").exits(0)
        self.run_("store", "verify").exits(0)

    def test_no_new_session_without_new_assessments(self):
        for on in ("2026-03-03", "2026-03-10", "2026-03-10T08:00"):
            walk = self.walked("conditioned")
            walk.act("2026-03-10T09:00", "record", "kekerasan_baru", {**self.LATE, "on": on}).exits(0)
            again = {**walk.form("scheduled"), "sesi": {"at": "2026-03-12T09:00", "room": "ruang-1"}}
            self.refused("statute.4.violence_since", lambda *extra: walk.act("2026-03-10T10:00", "schedule", "jadwal", again, extra=extra))
            for party, step in (("beneficiary1", "asesmen_lanjutan"), ("respondent1", "asesmen_lanjutan")):
                form = next(row for row in walk.form("assessed")["asesmen_lanjutan"] if row["party"] == party)
                walk.act("2026-03-10T11:00", "assess", step, {**form, "risk": "low", "afraid": "no"}).exits(0)
            walk.act("2026-03-10T12:00", "schedule", "jadwal", again).exits(0)

    def test_what_was_done_without_knowing_of_it_stands(self):
        walk = self.walked("signed")
        walk.act("2026-03-20T09:00", "record", "kekerasan_baru", {**self.LATE, "on": "2026-03-06"}).exits(0)
        story = self.at("2026-03-20T10:00").run_("report", "case", "2026-0001", "--format", "json").exits(0).json()
        self.assertTrue(any(note.startswith("session 1: ") and "agreed" in note for note in story["notes"]), story["notes"])


class Parties(Turns):
    def test_a_step_of_each_beneficiary_is_not_done_for_the_respondent(self):
        walk = self.walked("registered")
        form = {**walk.form("found")["asesmen_awal"], "party": "respondent1"}
        problems = self.act_refused("builtin.party", walk, "2026-03-02T13:00", "assess", "asesmen_awal", form)
        self.assertIn("'respondent1' is none", problems[0]["message"])
        self.at("2026-03-09T08:00").run_("report", "overdue").exits(5)


class InTheClear(Turns):
    def test_numbers_of_other_offices_are_numbers(self):
        base = {"matter.0.police_report": "yes", "matter.0.police_stage": "report", "matter.0.police_number": "LP/B/12/IV/2026/SPKT"}
        for field, bad in (("simfoni", "3575010000009999"), ("matter.0.police_number", "Contoh Kenari"), ("simfoni", "kenari"),
                           ("matter.0.legal_note", "Contoh dipukul suaminya")):
            self.afresh()
            walk = Walk(self, registered={**base, field: bad})
            with self.changing_nothing("mediasi.db"):
                walk.attempt("registered").exits(4).complains(field.split(".")[-1]).hides(bad)
        self.afresh()
        Walk(self, registered={**base, "simfoni": "357500/2026/0012", "matter.0.legal_note": "PH-3/2026"}).to("registered")

    def test_an_act_of_the_morning_before_the_case_came(self):
        walk = self.walked("registered")
        walk.act("2026-03-02T09:00", "record", "kekerasan_baru", {"party": "beneficiary1", "on": "2026-03-02T06:00"}).exits(3).complains(
            "M3010", "builtin.before_intake")


class Danger(Turns):
    def test_a_risk_lowered_by_one_officer_alone_is_still_high_at_the_finding(self):
        walk = self.walked("registered")
        assessed = {**walk.form("found")["asesmen_awal"], "party": "beneficiary1", "afraid": "no"}
        fit = {"finding": "fit", "best_interest": "Baik bagi anak."}
        walk.act("2026-03-02T13:00", "assess", "asesmen_awal", {**assessed, "risk": "high"}).exits(0)
        for hour, signer in ((14, {}), (15, {"countersigned_by": "pita"})):
            walk.act(f"2026-03-02T{hour}:00", "assess", "asesmen_awal", {**assessed, "risk": "low", **signer}).exits(0)
            self.act_refused("kelayakan.finding_within_table", walk, f"2026-03-02T{hour}:30", "assess", "kelayakan", fit)
        walk.act("2026-03-02T16:00", "assess", "asesmen_awal", {**assessed, "risk": "low", "countersigned_by": "kania"}).exits(0)
        walk.act("2026-03-02T16:10", "assess", "asesmen_awal", {**assessed, "risk": "low"}).exits(0)  # it was low already
        walk.act("2026-03-02T16:30", "assess", "kelayakan", fit).exits(0)


if __name__ == "__main__":
    harness.main()
