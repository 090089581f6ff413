"""Refusals from the appointment of the mediator to the termination, and those built into the program."""

import harness
from refusing import Refusing
from walk import Walk, example

VISITED = {"visited1": {}, "visited2": {}, "visited3": {}}


def came(form, *absent):
    """the attendance part of the session's form, with some who did not come"""
    rows = [{**row, "status": "absent" if row["person"] in absent else row["status"]} for row in form]
    return {"present": rows}


class Later(Refusing):
    def act_refused(self, rule, walk, *words, **more):
        return self.refused(rule, lambda *extra: walk.act(*words, extra=extra, **more))

    def test_mediators(self):
        meda = {**example("roster/mediator"), "id": "meda", "name": "Contoh Meda"}
        for title, change, rule in [
            ("certificate ends the day before the session", {"until": "2026-03-11"}, "sesi.mediator_valid"),
            ("certificate ends the day before the session", {"until": "2026-03-11"}, "statute.4.mediator"),
            ("certificate begins the day after the session", {"from": "2026-03-13"}, "statute.4.mediator"),
            ("another kind of credential", {"credential": "surat_tugas"}, "statute.4.mediator"),
        ]:
            with self.subTest(f"{title}: {rule}"):
                self.afresh()
                self.add("mediator", {**meda, **change})
                walk = Walk(self, scheduled={"mediator.mediator": "meda"})
                walk.to("conditioned")
                self.refused(rule, lambda *extra, w=walk: w.attempt("scheduled", *extra))
        self.table([("no mediator", "builtin.order", "conditioned", {"scheduled": {"mediator": []}}, "scheduled")])

    def test_nobody_and_no_room_twice(self):
        self.add("mediator", {**example("roster/mediator"), "id": "meda", "name": "Contoh Meda"})
        self.add("room", {"id": "ruang-2", "name": "Ruang Dua"})
        Walk(self).to("scheduled")
        for title, change, fact in [
            ("the mediator", {"sesi.room": "ruang-2"}, "mediator medi"),
            ("the mediator, in the last hour", {"sesi.room": "ruang-2", "sesi.at": "2026-03-12T10:59"}, "mediator medi"),
            ("the mediator, from before", {"sesi.room": "ruang-2", "sesi.at": "2026-03-12T07:01"}, "mediator medi"),
            ("the room", {"mediator.mediator": "meda"}, "room ruang-1"),
        ]:
            with self.subTest(title):
                second = Walk(self, number=2, scheduled=change)
                if not second.done and title == "the mediator":
                    second.to("conditioned")
                problems = self.refused("sesi.not_booked_twice", lambda *extra, w=second: w.attempt("scheduled", *extra))
                self.assertIn(fact, " ".join(problem.get("fact", "") for problem in problems))
        free = Walk(self, number=2, scheduled={"sesi.at": "2026-03-12T11:00"})
        free.attempt("scheduled").exits(0)

    def test_agreements_of_an_irregular_session(self):
        """attendance is always taken; the session is marked, and bears neither agreed nor partly"""
        for who, rule in [("companion1", "statute.4.child_companion_came"), ("companion2", "statute.4.child_companion_came"),
                          ("companion3", "statute.4.special_companion_came")]:
            for outcome in ("agreed", "partly"):
                with self.subTest(f"{who} absent, {outcome}"):
                    self.afresh()
                    walk = Walk(self)
                    walk.to("delivered")
                    form = walk.form("held")
                    asked = {"pertanyaan_hari_ini": form["pertanyaan_hari_ini"]}
                    attendance = {**asked, "kehadiran": came(form["kehadiran"]["present"], who)}
                    taken = walk.act("2026-03-12T11:00", "record", "", attendance, extra=("--format", "json")).exits(0)
                    self.assertIn(rule, [warning["rule"] for warning in taken.json()["warnings"]])
                    self.act_refused("statute.4.session_regular", walk, "2026-03-12T11:15", "record", "hasil",
                                     {**form["hasil"], "outcome": outcome})

    def test_an_agreement_of_a_child_whose_companion_left_before_the_end(self):
        rule = "statute.4.child_companion_came"
        for gone, irregular in [(["companion1"], True), (["companion1", "beneficiary1"], False)]:
            with self.subTest(gone):
                self.afresh()
                walk = Walk(self)
                walk.to("delivered")
                form = walk.form("held")
                for row in form["kehadiran"]["present"]:
                    row["status"] = "left_early" if row["person"] in gone else row["status"]
                attendance = {"pertanyaan_hari_ini": form["pertanyaan_hari_ini"], "kehadiran": form["kehadiran"]}
                taken = walk.act("2026-03-12T11:00", "record", "", attendance, extra=("--format", "json")).exits(0)
                self.assertEqual(rule in [warning["rule"] for warning in taken.json()["warnings"]], irregular)
                if irregular:
                    self.act_refused("statute.4.session_regular", walk, "2026-03-12T11:15", "record", "hasil", form["hasil"])

    def test_a_session_against_the_answers_of_the_day(self):
        for change in [{"willing": "no"}, {"safe": "no"}, {"afraid": "yes"}, {"willing": "unknown"}, {"safe": "unknown"},
                       {"afraid": "unknown"}]:
            for party in (0, 1):
                field, value = next(iter(change.items()))
                self.table([(f"{field} {value} of party {party}", "statute.4.session_regular", "delivered",
                             {"held": {f"pertanyaan_hari_ini.answer.{party}.{field}": value}}, "held")])
        self.table([("nobody was asked", "statute.4.session_regular", "delivered", {"held": {"pertanyaan_hari_ini": []}},
                     "held"),
                    ("one was not asked", "statute.4.session_regular", "delivered",
                     {"held": {"pertanyaan_hari_ini.answer.1": None}}, "held"),
                    ("the respondent did not come", "statute.4.session_regular", "delivered",
                     {"held": {"kehadiran.present.4.status": "absent"}}, "held")])

    def test_clauses_and_waivers(self):
        rows = [(f"clause {kind}", rule, "held", {"held": {"hasil.obligation.0.kind": kind}}, "minuted")
                for kind, rule in [("marriage", "statute.3.marriage"), ("silence", "statute.3.silence"),
                                   ("no_report", "statute.3.silence"), ("withdraw_report", "statute.3.silence")]]
        rows += [(f"waiver {field} {answer}", "statute.3.waiver", "held", {"held": {f"hasil.waiver.0.{field}": answer}},
                  "minuted") for field in ("marries", "silence", "no_report") for answer in ("yes", "unknown")]
        rows += [("waiver not asked", "statute.3.waiver", "held", {"held": {"hasil.waiver": []}}, "minuted"),
                 ("waiver of another matter", "statute.3.waiver", "held", {"held": {"hasil.waiver.0.matter": 2}}, "minuted"),
                 ("minutes of a session to be continued", "berita_acara.outcome_is", "held",
                  {"held": {"hasil": {"outcome": "continued"}}}, "minuted")]
        self.table(rows)

    def test_signatures_and_copies(self):
        self.table([("copies of minutes not signed by all", "salinan.minutes_complete", "minuted",
                     {"signed": {"tanda_tangan.signature.3": None}}, "signed"),
                    ("copies without any signature", "builtin.order", "minuted", {"signed": {"tanda_tangan": []}}, "signed")])
        self.afresh()
        walk = Walk(self)
        walk.to("held")
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)  # and no paper issued
        self.refused("tanda_tangan.minutes_frozen", lambda *extra: walk.attempt("signed", *extra))

    def test_termination_as_carried_out(self):
        settled = "terminasi.obligations_settled"
        states = [(f"obligation {state} at the last visit", settled, "visited3",
                   {"visited3": {f"kunjungan.state.{row}.state": state}}, "closed")
                  for row, state in [(0, "partly"), (0, "broken"), (0, "not_due"), (1, "broken"), (2, "partly"), (3, "not_due")]]
        self.table([
            ("no visit", settled, "reported", {}, "closed"),
            ("one visit of three", settled, "visited1", {}, "closed"),
            ("two visits of three", settled, "visited2", {}, "closed"),
            ("three visits, the second broken", settled, "visited3", {"visited2": {"kunjungan.state.2.state": "broken"}},
             "closed"),
            *states,
            ("new violence found on the visit", settled, "visited3", {"visited3": {"kunjungan.new_violence": "yes"}}, "closed"),
            ("monitoring never reported to the Konselor", "terminasi.lapor_konselor", "visited3",
             {name: {"lapor_monitoring.to": ["mk"]} for name in VISITED}, "closed"),
            ("monitoring reported to the Konselor alone", "terminasi.lapor_koordinator", "visited3",
             {name: {"lapor_monitoring.to": ["konselor"]} for name in VISITED}, "closed"),
            ("minutes not reported", "terminasi.lapor_berita_acara", "visited3", {"reported": None}, "closed"),
            ("no copy for one party", "terminasi.copies_to_parties", "visited3", {"signed": {"salinan.copy.1": None}}, "closed"),
            ("unfit without a referral", "terminasi.happened", "registered", {"closed": {"reason": "unfit"}}, "closed"),
        ])
        self.afresh()
        walk = Walk(self)
        walk.to("visited3")
        walk.act("2026-06-01T09:00", "record", "kekerasan_baru", {"words": "Didorong lagi."}).exits(0)
        self.refused(settled, lambda *extra: walk.attempt("closed", *extra))

    def test_roles(self):
        steps = {"found": "koko", "planned": "koko", "ordered": "pita", "scheduled": "koko", "held": "admin", "closed": "pita"}
        before = {"found": "registered", "planned": "assessed", "ordered": "planned", "scheduled": "conditioned",
                  "held": "delivered", "closed": "visited3"}
        for name, by in steps.items():
            with self.subTest(f"{name} by {by}"):
                self.afresh()
                walk = Walk(self)
                walk.to(before[name])
                self.refused("builtin.role", lambda *extra, w=walk, n=name, b=by: w.attempt(n, *extra, by=b))
        for title, post in [("ended yesterday", {"from": "2026-01-01", "until": "2026-06-07"}), ("begins tomorrow", {"from": "2026-06-09"})]:
            with self.subTest(title):
                self.afresh()
                self.add("officer", {"id": "mara", "name": "Contoh Mara", "post": [{"role": "mk", **post}]})
                walk = Walk(self)
                walk.to("visited3")
                self.refused("builtin.role", lambda *extra, w=walk: w.attempt("closed", *extra, by="mara"))

    def test_dates(self):
        walk = Walk(self)
        self.refused("builtin.future", lambda *extra: walk.attempt("registered", "--on", "2026-03-03", *extra))
        self.refused("builtin.future", lambda *extra: walk.attempt("registered", "--on", "2026-03-02T08:31", *extra))
        walk.to("registered")
        self.refused("builtin.future", lambda *extra: walk.attempt("found", "--on", "2026-03-03", *extra))
        self.refused("builtin.before_intake", lambda *extra: walk.attempt("found", "--on", "2026-03-01", *extra))
        with self.subTest("in the form"):
            self.act_refused("builtin.future", walk, "2026-03-02T12:00", "record", "catatan",
                             {"on": "2027-01-01", "words": "Kelak."})

    def test_days_named_in_rows_are_not_in_the_future_either(self):
        signed = {"signature": [{"person": "mediator", "state": "signed", "on": "2026-03-13"}]}
        walk = Walk(self)
        walk.to("minuted")
        self.act_refused("builtin.future", walk, "2026-03-12T12:00", "record", "tanda_tangan", signed)
        self.table([("an incident tomorrow", "builtin.future", "", {"registered": {"matter.0.incident_on": "2026-03-03"}},
                     "registered"),
                    ("a copy of tomorrow", "builtin.future", "minuted", {"signed": {"salinan.copy.0.on": "2026-03-13"}}, "signed"),
                    ("an invitation received tomorrow", "builtin.future", "scheduled",
                     {"delivered": {"delivery.0.on": "2026-03-10T08:00"}}, "delivered")])

    def test_neither_a_payment_nor_a_signed_paper_is_of_tomorrow(self):
        walk = Walk(self)
        walk.to("planned")
        order = {"decision": "ordered", "paper_number": "12/2026"}
        act = ("2026-03-05T09:00", "assess", "perintah")
        self.act_refused("builtin.future", walk, *act, {**order, "paper_date": "2026-03-06"}, by="koko")
        walk.act(*act, {**order, "paper_date": "2026-03-05"}, by="koko", extra=("--dry-run",)).exits(0)
        walk.to("reported")
        pay = {"obligation": 4, "amount": 1000, "evidence_kind": "receipt"}
        act = ("2026-03-20T09:00", "monitor", "pembayaran")
        self.act_refused("builtin.future", walk, *act, {**pay, "paid_on": "2026-03-21"})
        walk.act(*act, {**pay, "paid_on": "2026-03-20"}).exits(0)

    def test_a_session_has_a_length(self):
        walk = Walk(self)
        walk.to("conditioned")
        for minutes in ("0", "14", "1441"):
            with self.changing_nothing("mediasi.db"):
                Walk(self, scheduled={"sesi.minutes": int(minutes)}).attempt("scheduled").exits(4).complains("15 to 1440")
        for minutes in (15, 1440):
            Walk(self, scheduled={"sesi.minutes": minutes}).attempt("scheduled", "--dry-run")
        walk.to("scheduled")
        self.run_("schedule", "1", "--by", "pita", "--step", "sesi_pindah", "--set", "at=2026-03-13T09:00", "--set", "reason=room",
                  "--set", "minutes=0").exits(4).complains("15 to 1440")

    def test_what_a_session_has_it_keeps(self):
        """a second attendance would make an irregular session regular, a second text would lose the signatures"""
        walk = Walk(self)
        walk.to("delivered")
        form = walk.form("held")
        walk.act("2026-03-12T08:50", "record", "pertanyaan_hari_ini", form["pertanyaan_hari_ini"]).exits(0)
        walk.act("2026-03-12T11:00", "record", "kehadiran", came(form["kehadiran"]["present"], "companion1")).exits(0)
        self.act_refused("builtin.repeat", walk, "2026-03-12T11:05", "record", "kehadiran", form["kehadiran"])
        self.afresh()
        walk = Walk(self)
        walk.to("signed")
        self.act_refused("builtin.repeat", walk, "2026-03-12T13:00", "record", "hasil", form["hasil"])
        self.act_refused("builtin.repeat", walk, "2026-03-12T13:00", "record", "berita_acara", walk.form("minuted"))
        walk.act("2026-03-12T13:00", "schedule", "sesi", {"at": "2026-03-20T09:00", "room": "ruang-1"}).exits(0)
        walk.act("2026-03-20T11:00", "record", "kehadiran", form["kehadiran"]).exits(0)

    def test_order_and_closing(self):
        self.table([
            (f"{step} in a case just {reach}", "builtin.order", reach, {}, step)
            for reach, step in [("registered", "assessed"), ("registered", "planned"), ("found", "planned"),
                                ("registered", "ordered"), ("registered", "scheduled"), ("ordered", "delivered"),
                                ("ordered", "held"), ("delivered", "minuted"), ("delivered", "signed"), ("held", "reported"),
                                ("minuted", "visited1")]])
        self.afresh()
        walk = Walk(self)
        walk.to("registered")
        self.act_refused("builtin.repeat", walk, "2026-03-02T09:00", "intake", "registrasi", walk.form("registered"), by="")
        walk.to("closed")
        for command, step, form in [("intake", "syarat", {"requirement": "identitas"}),
                                    ("monitor", "kunjungan", walk.form("visited3")["kunjungan"]),
                                    ("terminate", "terminasi", {"reason": "moved"}),
                                    ("intake", "penugasan", {"role": "mk", "officer": "kania"})]:
            with self.subTest(f"{step} in a closed case"):
                by = "kania" if step == "terminasi" else "pita"
                self.act_refused("builtin.closed", walk, "2026-06-10T09:00", command, step, form, by=by)

    def test_new_violence(self):
        walk = Walk(self)
        walk.to("conditioned")
        walk.act("2026-03-05T09:45", "record", "kekerasan_baru", {"party": "beneficiary1"}, by="admin").exits(0)
        self.refused("statute.4.violence_since", lambda *extra: walk.attempt("scheduled", *extra))
        self.afresh()
        walk = Walk(self)
        walk.to("planned")
        walk.act("2026-03-04T16:00", "record", "kekerasan_baru", {"party": "beneficiary1"}, by="admin").exits(0)
        self.refused("statute.4.violence_since_beneficiary", lambda *extra: walk.attempt("ordered", *extra))

    def test_consent_withdrawn(self):
        for party, giver, reach, step, rule in [("beneficiary1", "companion1", "planned", "ordered", "statute.4.consent_beneficiary"),
                                                ("respondent1", "companion2", "conditioned", "scheduled", "statute.4.consent")]:
            with self.subTest(party):
                self.afresh()
                walk = Walk(self)
                walk.to(reach)
                walk.act("2026-03-05T08:50" if reach == "planned" else "2026-03-05T09:50", "intake", "persetujuan",
                         {"party": party, "given_by": giver, "relation": "mother", "purposes": ["mediation"],
                          "decision": "withdrawn"}).exits(0)
                self.refused(rule, lambda *extra, w=walk, s=step: w.attempt(s, *extra))


if __name__ == "__main__":
    harness.main()
