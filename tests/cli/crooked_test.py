"""The paths that are not straight: each is walked to a proper end, and `report case` tells its story."""

import harness
from walk import Office, Walk, changed

PITA, KANIA, KOKO = "pita", "kania", "koko"


class Crooked(Office):
    def taken(self, walk, when, command, step, form, by=PITA, extra=()):
        return walk.act(when, command, step, form, by, (*extra, "--format", "json")).exits(0).json()

    def story(self, when="2026-12-01T08:00"):
        done = self.at(when).run_("report", "case", "2026-0001", "--format", "json").exits(0).json()
        return "\n".join(done["notes"]), done["rows"]

    def ends(self, walk, when, reason, **more):
        ended = self.taken(walk, when, "terminate", "terminasi", {"reason": reason, **more}, KANIA)
        self.assertEqual(ended["stage"], "closed")
        return ended

    def owed(self, kind):
        rows = self.run_("document", "2026-0001", "--list", "--format", "json").exits(0).json()["rows"]
        return {row["to"]: row["state"] for row in rows if row["kind"] == kind}


class Findings(Crooked):
    def test_unfit_ends_in_a_referral_and_its_answer(self):
        walk = Walk(self, found={"kelayakan": {"finding": "unfit", "reasons": "Risiko tinggi."}})
        walk.to("found")
        walk.act("2026-03-03T09:00", "terminate", "terminasi", {"reason": "unfit"}, KANIA).exits(3).complains("rujukan")
        self.taken(walk, "2026-03-03T10:00", "intake", "rujukan", {"to": "police", "answer": "accepted"})
        self.taken(walk, "2026-03-10T10:00", "intake", "rujukan", {"to": "police", "answer": "answered", "number": 1})
        self.ends(walk, "2026-03-11T09:00", "unfit")
        notes, _ = self.story()
        self.assertIn("referral 1: police, answered", notes)
        self.assertNotIn("referral 2", notes)

    def test_postponed_becomes_fit_after_a_new_assessment(self):
        walk = Walk(self, found={"asesmen_awal.risk": "unknown", "kelayakan": {"finding": "postponed"}})
        walk.to("found")
        walk.attempt("assessed").exits(3).complains("asesmen_lanjutan.finding_is")
        again = {**walk.form("found")["asesmen_awal"], "party": "beneficiary1", "risk": "low", "afraid": "no"}
        walk.act("2026-03-03T09:00", "assess", "kelayakan", {"finding": "fit", "best_interest": "Baik bagi anak."}).exits(3)
        self.taken(walk, "2026-03-03T10:00", "assess", "asesmen_awal", again)
        self.taken(walk, "2026-03-03T11:00", "assess", "kelayakan", {"finding": "fit", "best_interest": "Baik bagi anak."})
        walk.attempt("assessed").exits(0)

    def test_a_referral_that_nobody_made_cannot_be_answered(self):
        walk = Walk(self)
        walk.to("registered")
        for number in (0, 1, 7):
            form = {"to": "police", "answer": "answered", "number": number}
            walk.act("2026-03-02T12:00", "intake", "rujukan", form).exits(4).complains("there is no referral")


class Consents(Crooked):
    def consent(self, walk, when, giver, relation, decision, party="beneficiary1"):
        form = {"party": party, "given_by": giver, "relation": relation, "purposes": ["mediation"], "decision": decision,
                "child_view": "yes"}
        return self.taken(walk, when, "intake", "persetujuan", form)

    def father(self):
        return {"companion.+": {"name": "Contoh Ayah", "of": ["beneficiary1"], "kinds": ["parent"], "alleged_offender": "no"}}

    def test_one_parent_suffices_and_the_others_objection_goes_to_the_mk(self):
        walk = Walk(self, registered=self.father())
        walk.to("delivered")
        answer = self.consent(walk, "2026-03-10T09:00", "companion4", "father", "refused")
        self.assertEqual([w["rule"] for w in answer["warnings"]], ["builtin.follow_up"])
        self.assertEqual(answer["stage"], "scheduled", "one parent's consent stands")
        late = self.at("2026-03-11T00:30").run_("report", "overdue", "--format", "csv").exits(5).out
        self.assertIn("tindak_lanjut_mk", late)
        entry = answer["entry"]
        self.taken(walk, "2026-03-11T09:00", "record", "tindak_lanjut_mk",
                   {"entry": entry, "measures": ["heard", "goes_on"]}, KANIA)
        self.assertNotIn("tindak_lanjut_mk", self.at("2026-03-12T00:30").run_("report", "overdue").out)
        walk.attempt("held").exits(0)
        self.assertIn("objection to a consent", self.story()[0])

    def test_withdrawing_the_last_consent_cancels_the_session_and_owes_the_letters(self):
        walk = Walk(self)
        walk.to("delivered")
        answer = self.consent(walk, "2026-03-10T09:00", "companion1", "mother", "withdrawn")
        self.assertEqual(answer["stage"], "ordered")
        invited = {paper["to"] for paper in answer["papers"] if paper["kind"] == "pembatalan"}
        self.assertEqual(invited, {"mediator", "beneficiary1", "companion1", "companion3", "respondent1", "companion2"})
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        self.assertEqual(set(self.owed("pembatalan").values()), {"issued"})
        letter = next(self.folder.glob("letters/*pembatalan*")).read_text()
        self.assertIn("dibatalkan", letter)
        self.ends(walk, "2026-03-11T09:00", "withdrawn")
        self.assertIn("session 1: 2026-03-12T09:00; cancelled: consent refused or withdrawn", self.story()[0])

    def test_a_child_that_says_no_for_itself_is_heard_above_its_guardian(self):
        walk = Walk(self)
        walk.to("delivered")
        answer = self.consent(walk, "2026-03-10T09:00", "self", "self", "refused")
        self.assertEqual(answer["stage"], "ordered")
        self.assertNotIn("sesi", [step["step"] for step in answer["next"]])
        walk.act("2026-03-10T10:00", "schedule", "sesi", walk.form("scheduled")["sesi"]).exits(3).complains("sesi.consent_given")

    def test_an_invitation_never_sent_needs_no_cancellation(self):
        walk = Walk(self)
        walk.to("conditioned")
        walk.act("2026-03-05T10:00", "schedule", "jadwal", walk.form("scheduled")).exits(0)  # no letter issued
        self.consent(walk, "2026-03-06T09:00", "companion1", "mother", "withdrawn")
        self.assertEqual(self.owed("pembatalan"), {})
        self.assertEqual(self.owed("undangan"), {}, "nobody is invited any more to what is off")


class LateViolence(Crooked):
    def test_who_hears_late_is_not_late_in_the_same_minute(self):
        walk = Walk(self)
        walk.to("found")
        walk.act("2026-03-09T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"}, extra=("--on", "2026-03-03")).exits(0)
        due = lambda when: [row["due"] for row in self.at(when).run_("report", "due", "--format", "json").json()["rows"]
                            if row["what"] in ("tindak_lanjut_mk", "follow_up.violence")]
        self.assertEqual(due("2026-03-09T09:01"), ["2026-03-09"])


class Sessions(Crooked):
    def test_moved_with_the_chain_kept_and_invited_anew(self):
        walk = Walk(self)
        walk.to("delivered")
        move = {"at": "2026-03-16T09:00", "reason": "mediator_absent", "mode": "separate"}
        answer = self.taken(walk, "2026-03-10T09:00", "schedule", "sesi_pindah", move)
        self.assertEqual(len([p for p in answer["papers"] if p["kind"] == "undangan" and p["state"] == "owed"]), 6)
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        letters = [page.read_text() for page in (self.folder / "letters").glob("*-undangan-*.html")]
        self.assertEqual(sum("menggantikan undangan untuk pertemuan tanggal 12 Maret 2026" in page for page in letters), 6)
        bookings = self.rows("SELECT kind, starts FROM booking WHERE kind = 'room'")
        self.assertEqual(bookings, [("room", "2026-03-16T09:00")], "the old hour is free again")
        notes, _ = self.story()
        self.assertIn("session 1: 2026-03-12T09:00; moved to session 2: the mediator cannot come", notes)
        self.assertIn("session 2: 2026-03-16T09:00, in place of session 1; planned", notes)
        form = walk.form("delivered")
        walk.act("2026-03-12T09:00", "schedule", "bukti_undangan", form).exits(0)
        walk.act("2026-03-16T11:15", "record", "sidang", walk.form("held")).exits(0)
        self.assertIn("session 2: 2026-03-16T09:00, in place of session 1; agreed", self.story()[0])

    def test_a_move_is_judged_like_an_invitation(self):
        walk = Walk(self)
        walk.to("delivered")
        for at, rule in [("2026-04-20T09:00", "sesi_pindah.assessment_fresh"), ("2026-03-05T09:00", "builtin.session_past")]:
            walk.act("2026-03-10T09:00", "schedule", "sesi_pindah", {"at": at, "reason": "room"}).exits(3).complains(rule)
        self.taken(walk, "2026-03-10T10:00", "record", "kekerasan_baru", {"party": "beneficiary1"})
        walk.act("2026-03-10T11:00", "schedule", "sesi_pindah", {"at": "2026-03-16T09:00", "reason": "room"}).exits(4)

    def test_cancelled_and_fixed_again(self):
        walk = Walk(self)
        walk.to("delivered")
        self.taken(walk, "2026-03-10T09:00", "schedule", "sesi_batal", {"reason": "disaster"})
        self.assertEqual(set(self.owed("pembatalan").values()), {"owed"})
        for step, form in (("sesi_batal", {"reason": "room"}), ("sesi_pindah", {"reason": "room", "at": "2026-03-16T09:00"})):
            walk.act("2026-03-10T09:30", "schedule", step, form).exits(4).complains("no longer to come")
        form = walk.form("scheduled")
        self.taken(walk, "2026-03-10T10:00", "schedule", "sesi", {**form["sesi"], "at": "2026-03-17T09:00"})
        self.taken(walk, "2026-03-10T10:30", "schedule", "undangan", {k: v for k, v in form["undangan"].items() if k != "number"})
        walk.act("2026-03-12T09:00", "schedule", "bukti_undangan", walk.form("delivered")).exits(0)
        walk.act("2026-03-17T11:15", "record", "sidang", changed(walk.form("held"), {"hasil.obligation.0.due": "2026-03-20"})).exits(0)
        self.assertIn("session 1: 2026-03-12T09:00; cancelled: disaster or closed roads", self.story()[0])

    def test_several_sessions_and_a_replaced_mediator(self):
        walk = Walk(self, held={"hasil": {"outcome": "continued", "reason": "time"}})
        walk.to("held")
        self.add("mediator", {"id": "melati", "name": "Contoh Mediator Dua", "credential": "sertifikat", "number": "S-2",
                              "issuer": "Contoh Lembaga", "from": "2025-01-01"})
        self.taken(walk, "2026-03-12T13:00", "schedule", "mediator", {"mediator": "melati", "conflict": "no"})
        form = walk.form("scheduled")
        walk.act("2026-03-12T13:10", "schedule", "sesi", {**form["sesi"], "at": "2026-03-19T09:00"}).exits(0)
        walk.act("2026-03-12T13:20", "schedule", "undangan", form["undangan"]).exits(3).complains("undangan.briefed")
        self.taken(walk, "2026-03-12T13:30", "schedule", "pembekalan", form["pembekalan"])
        self.taken(walk, "2026-03-12T13:40", "schedule", "undangan", {k: v for k, v in form["undangan"].items() if k != "number"})
        walk.act("2026-03-16T09:00", "schedule", "bukti_undangan", walk.form("delivered")).exits(0)
        full = changed(Walk(self).form("held"), {"hasil.obligation.0.due": "2026-03-20"})
        walk.act("2026-03-19T11:15", "record", "sidang", full).exits(0)
        notes, _ = self.story()
        self.assertIn("session 1: 2026-03-12T09:00; to be continued", notes)
        self.assertIn("session 2: 2026-03-19T09:00; agreed", notes)

    def test_stopped_with_its_reason(self):
        walk = Walk(self, held={"hasil": {"outcome": "stopped"}})
        walk.to("delivered")
        walk.attempt("held").exits(4).complains("a stopped session needs its reason")
        walk.changes["held"] = {"hasil": {"outcome": "stopped", "reason": "afraid"}}
        walk.attempt("held").exits(0)
        self.ends(walk, "2026-03-13T09:00", "other")
        self.assertIn("stopped", self.story()[0])

    def test_a_session_held_in_breach_reaches_the_mk_the_same_day(self):
        walk = Walk(self, held={"pertanyaan_hari_ini.answer.0.safe": "no", "hasil": {"outcome": "stopped", "reason": "unsafe"}})
        walk.to("held")
        self.assertIn("tindak_lanjut_mk", self.at("2026-03-13T00:10").run_("report", "overdue", "--format", "csv").exits(5).out)
        self.assertIn("irregular session", self.story()[0])
        due = self.run_("report", "due", "--format", "json").exits(0).json()["rows"]
        titles = [row["title"] for row in due if row["what"] == "tindak_lanjut_mk"]
        self.assertEqual(titles, ["irregular session: Manajer Kasus takes it up"])

    def test_a_separate_session_for_somebody_who_is_afraid(self):
        walk = Walk(self, assessed={"asesmen_lanjutan.0.afraid": "yes", "asesmen_lanjutan.0.separate_arrangements": "yes"})
        walk.to("conditioned")
        walk.attempt("scheduled").exits(3).complains("undangan.separate_when_afraid")
        walk.changes["scheduled"] = {"sesi.mode": "separate"}
        walk.attempt("scheduled").exits(0)


class Ladder(Crooked):
    """the respondent does not come"""

    def session(self, walk, day, delivered=True, invite=True):
        form = walk.form("scheduled")
        before = f"2026-03-{day - 1:02}"
        self.taken(walk, f"{before}T09:00", "schedule", "sesi", {**form["sesi"], "at": f"2026-03-{day}T09:00"})
        if not invite:
            return
        self.taken(walk, f"{before}T09:10", "schedule", "undangan", {k: v for k, v in form["undangan"].items() if k != "number"})
        if delivered:
            walk.act(f"{before}T15:00", "schedule", "bukti_undangan", walk.form("delivered")).exits(0)

    def absent(self, walk, day, who="respondent1"):
        people = [{"person": p, "status": "absent" if p == who else "present"}
                  for p in ("mediator", "beneficiary1", "companion1", "companion3", "respondent1", "companion2")]
        walk.act(f"2026-03-{day}T10:00", "record", "kehadiran", {"present": people}).exits(0)
        walk.act(f"2026-03-{day}T10:10", "record", "hasil", {"outcome": "not_held", "reason": "absent_respondent"}).exits(0)

    def test_three_counted_invitations_then_not_held_and_a_fourth_with_acceptance(self):
        walk = Walk(self)
        walk.to("delivered")
        self.absent(walk, 12)
        walk.act("2026-03-12T11:00", "terminate", "terminasi", {"reason": "not_held"}, KANIA).exits(3).complains(
            "terminasi.invitations_exhausted", "1 of 3")
        for day in (16, 18):
            self.session(walk, day)
            self.absent(walk, day)
        self.session(walk, 20, invite=False)
        form = {k: v for k, v in walk.form("scheduled")["undangan"].items() if k != "number"}
        walk.act("2026-03-19T09:10", "schedule", "undangan", form).exits(3).complains("undangan.invitations_left")
        self.ends(walk, "2026-03-19T10:00", "not_held")
        self.assertNotIn("berita_acara", self.at("2026-12-31T08:00").run_("report", "overdue").out)

    def test_an_invitation_without_proof_does_not_count(self):
        walk = Walk(self)
        walk.to("scheduled")
        self.absent(walk, 12)
        form = walk.form("scheduled")
        self.taken(walk, "2026-03-13T09:00", "schedule", "sesi", {**form["sesi"], "at": "2026-03-16T09:00"})
        walk.act("2026-03-13T09:10", "schedule", "undangan", form["undangan"]).exits(3).complains(
            "undangan.earlier_invitations_proved")
        walk.act("2026-03-13T10:00", "schedule", "bukti_undangan", {"session": 1, **walk.form("delivered")}).exits(0)
        walk.act("2026-03-13T10:10", "schedule", "undangan", form["undangan"]).exits(0)

    def test_an_excuse_does_not_count_and_a_written_refusal_ends_it(self):
        walk = Walk(self, delivered={"delivery.4.result": "excused"})
        walk.to("delivered")
        self.absent(walk, 12)
        for day in (16, 18):
            self.session(walk, day)
            self.absent(walk, day)
        walk.act("2026-03-18T11:00", "terminate", "terminasi", {"reason": "not_held"}, KANIA).exits(3)
        walk.changes["delivered"] = {"delivery.4.result": "refused"}
        self.session(walk, 20)
        self.absent(walk, 20)
        self.ends(walk, "2026-03-20T11:00", "not_held")

    def test_the_beneficiarys_absence_opens_a_safety_check(self):
        walk = Walk(self)
        walk.to("delivered")
        self.absent(walk, 12, "beneficiary1")
        self.assertIn("cek_aman", self.at("2026-03-13T00:10").run_("report", "overdue", "--format", "csv").exits(5).out)
        self.session(walk, 16, invite=False)
        form = {k: v for k, v in walk.form("scheduled")["undangan"].items() if k != "number"}
        walk.act("2026-03-15T09:10", "schedule", "undangan", form).exits(3).complains("undangan.safety_checked")
        check = {"party": "beneficiary1", "reached": "yes", "safe": "no"}
        self.taken(walk, "2026-03-15T10:00", "record", "cek_aman", check)
        walk.act("2026-03-15T10:10", "schedule", "undangan", form).exits(3).complains("= no")
        self.taken(walk, "2026-03-15T11:00", "record", "cek_aman", {**check, "safe": "yes"})
        walk.act("2026-03-15T11:10", "schedule", "undangan", form).exits(0)

    def test_proof_is_of_an_invitation_that_was_sent(self):
        walk = Walk(self)
        walk.to("scheduled")
        form = {"delivery": [{"person": "pendamping", "how": "hand"}]}
        walk.act("2026-03-09T11:00", "schedule", "bukti_undangan", form).exits(4).complains("was not invited")


if __name__ == "__main__":
    harness.main()
