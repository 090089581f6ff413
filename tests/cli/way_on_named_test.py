"""What the issue names: bookings over two cases, invitations counted, companions who stand elsewhere, corrections under
signatures, acceptances by whom they are not for. Each refusal explained, its way on walked."""

import harness
from walk import Walk, toml
from ways import KANIA, MEDA, Ways

BUSY = ("--accept", "sesi.pendamping_bebas:keadaan_mendesak")
COMPANION_ELSEWHERE = {"undangan.invitee.2.person": "companion4"}


class Named(Ways):
    def same(self, person, other, case, other_case=None):
        form = {"person": person, "other": other, **({"case": other_case} if other_case else {})}
        self.act("2026-03-05T09:40", "intake", case, "orang_sama", form).exits(0)

    def second(self, **scheduled):
        """case 1 has its session on 12 March at nine; case 2 asks for the same hour with other people and another room"""
        self.afresh()
        self.add("mediator", MEDA)
        self.add("room", {"id": "ruang-2", "name": "Ruang Dua"})
        Walk(self).to("scheduled")
        walk = Walk(self, number=2, scheduled={"mediator.mediator": "meda", "sesi.room": "ruang-2", **scheduled})
        walk.to("conditioned")
        return walk

    def failed(self, rule):
        return next(one for one in self.explanation if one["rule"] == rule)

    def test_nobody_is_booked_twice_through_two_cases(self):
        """the way on is another time"""
        for title, scheduled, rule, link in [("a person", {}, "undangan.not_booked_twice", True),
                                             ("the mediator", {"mediator.mediator": "medi"}, "sesi.not_booked_twice", False),
                                             ("the room", {"sesi.room": "ruang-1"}, "sesi.not_booked_twice", False)]:
            with self.subTest(title):
                walk = self.second(**scheduled)
                if link:
                    self.same("beneficiary1", "beneficiary1", "2", "1")
                self.refused(rule, lambda *extra: walk.attempt("scheduled", *BUSY, *extra))
                self.assertEqual([way["step"] for way in self.failed(rule)["lawful"]], [rule.split(".")[0]])
                walk.changes["scheduled"]["sesi.at"] = "2026-03-12T11:00"
                walk.attempt("scheduled").exits(0)

    def test_a_session_moved_into_anothers_hour(self):
        walk = self.second(**{"sesi.at": "2026-03-12T11:00", "mediator.mediator": "medi"})
        walk.to("scheduled")
        form = {"at": "2026-03-12T09:30", "room": "ruang-2", "reason": "other"}
        move = lambda *extra: walk.act("2026-03-06T09:00", "schedule", "sesi_pindah", form, extra=extra)
        self.refused("sesi_pindah.not_booked_twice", move)
        form["at"] = "2026-03-12T13:00"
        move().exits(0)

    def test_the_pendamping_is_busy_and_accepts_it(self):
        walk = self.second()
        self.refused("sesi.pendamping_bebas", lambda *extra: walk.attempt("scheduled", *extra))
        way = self.failed("sesi.pendamping_bebas")["unblock"][0]
        self.clock = "2026-03-05T10:00"
        walk.attempt("scheduled", *self.follow(walk, way)).exits(0)

    def test_moved_with_somebody_afraid_into_one_room(self):
        walk = Walk(self, assessed={"asesmen_lanjutan.0.afraid": "yes", "asesmen_lanjutan.0.separate_arrangements": "yes"},
                    scheduled={"sesi.mode": "separate"})
        walk.to("scheduled")
        form = {"at": "2026-03-13T09:00", "room": "ruang-1", "reason": "other", "mode": "joint"}
        move = lambda *extra: walk.act("2026-03-06T09:00", "schedule", "sesi_pindah", form, extra=extra)
        self.refused("sesi_pindah.separate_when_afraid", move)
        self.assertIn("mode = separate", self.failed("sesi_pindah.separate_when_afraid")["unblock"][0]["says"])
        form["mode"] = "separate"
        move().exits(0)

    def test_companions_who_stand_elsewhere(self):
        for title, other, rule in [("said to have hurt her in another case", "respondent1", "undangan.pendamping_lawan"),
                                   ("stood beside the other side once", "companion2", "undangan.pendamping_dahulu")]:
            with self.subTest(title):
                self.afresh()
                Walk(self).to("registered")
                walk = Walk(self, number=2)
                walk.to("conditioned")
                self.same("beneficiary1", "beneficiary1", "2", "1")
                self.same("companion1", other, "2", "1")
                self.refused(rule, lambda *extra: walk.attempt("scheduled", *extra))
                self.clock = "2026-03-05T10:00"
                accept = ()
                for way in self.failed(rule)["unblock"]:
                    accept += self.follow(walk, way)
                if not accept:  # somebody else is invited
                    aunt = {"name": "Contoh Bibi", "of": ["beneficiary1"], "kinds": ["relative"], "alleged_offender": "no"}
                    walk.act(self.tick(), "intake", "orang", {"companion": [aunt]}).exits(0)
                    walk.changes["scheduled"] = COMPANION_ELSEWHERE
                walk.attempt("scheduled", *accept, at=self.tick()).exits(0)


class Ladder(Ways):
    def session(self, walk, day, invite=True):
        form = walk.form("scheduled")
        before = f"2026-03-{day - 1:02}"
        walk.act(f"{before}T09:00", "schedule", "sesi", {**form["sesi"], "at": f"2026-03-{day}T09:00"}).exits(0)
        if invite:
            walk.act(f"{before}T09:10", "schedule", "undangan", {"invitee": form["undangan"]["invitee"]}).exits(0)
            walk.act(f"{before}T15:00", "schedule", "bukti_undangan", walk.form("delivered")).exits(0)

    def absent(self, walk, day, who="respondent1"):
        people = [{"person": p, "status": "absent" if p == who else "present"}
                  for p in ("mediator", "beneficiary1", "companion1", "companion3", "respondent1", "companion2")]
        walk.act(f"2026-03-{day}T10:00", "record", "kehadiran", {"present": people}).exits(0)
        walk.act(f"2026-03-{day}T10:10", "record", "hasil", {"outcome": "not_held", "reason": "absent_respondent"}).exits(0)

    def invited(self, walk, rule, at):
        """refused, and taken once its way is walked"""
        form = {"invitee": walk.form("scheduled")["undangan"]["invitee"]}
        self.clock = at
        invite = lambda *extra: walk.act(self.clock, "schedule", "undangan", form, extra=extra)
        self.refused(rule, invite)
        accept = ()
        for way in next(one for one in self.explanation if one["rule"] == rule)["unblock"]:
            accept += self.follow(walk, way)
        self.tick()
        invite(*accept).exits(0)

    def test_a_fourth_invitation_is_the_mks_to_accept(self):
        walk = Walk(self)
        walk.to("delivered")
        self.absent(walk, 12)
        for day in (16, 18):
            self.session(walk, day)
            self.absent(walk, day)
        self.session(walk, 20, invite=False)
        form = {"invitee": walk.form("scheduled")["undangan"]["invitee"]}
        wrong = ("--accept", "undangan.invitations_left:keadaan_mendesak:pita")
        with self.changing_nothing("mediasi.db"):
            walk.act("2026-03-19T09:05", "schedule", "undangan", form, extra=wrong).exits(3).complains(
                "M3007", "does not hold the role 'mk'", "keadaan_mendesak:kania")
        self.invited(walk, "undangan.invitations_left", "2026-03-19T09:10")

    def test_an_invitation_without_proof_of_delivery(self):
        walk = Walk(self)
        walk.to("scheduled")
        self.absent(walk, 12)
        self.session(walk, 16, invite=False)
        self.invited(walk, "undangan.earlier_invitations_proved", "2026-03-15T09:10")

    def test_a_beneficiary_who_stayed_away_is_asked_after_first(self):
        walk = Walk(self)
        walk.to("delivered")
        self.absent(walk, 12, "beneficiary1")
        self.session(walk, 16, invite=False)
        self.invited(walk, "undangan.safety_checked", "2026-03-15T09:10")


class Corrections(Ways):
    def entry(self, step):
        return self.rows(f"SELECT max(seq) FROM entry WHERE step = '{step}' AND correction = 'none'")[0][0]

    def correction(self, rule, *words, form=None):
        """refused as any act is: whole, and not a byte changed"""
        given = ("--because", "salah_ketik", "--format", "json", *(["--form", "-"] if form else []))
        with self.changing_nothing():
            done = self.run_(*words, *given, stdin=toml(form) if form else None).exits(3).says_nothing()
        for problem in done.problems():
            self.assertTrue(problem["hint"] and problem["message"], problem)
        self.assertIn(rule, [problem["rule"] for problem in done.problems()], done.err)

    def test_the_text_under_signatures_is_changed_by_an_addendum(self):
        walk = Walk(self)
        walk.to("signed")
        rows = [{"number": str(i + 1), **row} for i, row in enumerate(walk.form("held")["hasil"]["obligation"])]
        rows[2]["text"] = "Setiap bulan."
        self.correction("builtin.replay", "record", walk.case(), "--amend", self.entry("hasil"), "--by", "pita",
                        form={"obligation": rows})
        addendum = {"signed_by": ["beneficiary1", "companion1", "companion2", "respondent1"], "paper_number": "AD-1",
                    "paper_date": "2026-03-20", "obligation": [{"replaces": 3, **{k: v for k, v in rows[2].items() if k != "number"}}]}
        walk.act("2026-03-20T10:00", "monitor", "perubahan_kesepakatan", addendum).exits(0)

    def test_an_amendment_that_a_later_act_rests_on_waits_for_that_act_to_be_voided(self):
        walk = Walk(self)
        walk.to("ordered")
        change = ("assess", walk.case(), "--amend", self.entry("rencana"), "--by", "pita")
        self.correction("builtin.replay", *change, form={"to": ["koordinator"]})
        self.run_("assess", walk.case(), "--void", self.entry("perintah"), "--because", "salah_ketik", "--by", "koko").exits(0)
        self.run_(*change, "--because", "salah_ketik", "--form", "-", stdin=toml({"to": ["koordinator"]})).exits(0)

    def test_a_registration_is_not_voided_the_case_is_ended(self):
        walk = Walk(self)
        walk.to("registered")
        self.correction("builtin.correction", "intake", walk.case(), "--void", self.entry("registrasi"), "--by", "pita")
        walk.act("2026-03-02T09:00", "terminate", "terminasi", {"reason": "other", "words": "Salah daftar."}, KANIA).exits(0)


if __name__ == "__main__":
    harness.main()
