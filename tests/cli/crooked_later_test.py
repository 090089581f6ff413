"""What happens after the session, around the case and across its borders; each is walked to a proper end."""

import harness
from crooked_test import KANIA, KOKO, PITA, Crooked
from walk import ROOT, Walk, toml


class Agreement(Crooked):
    def signed(self, walk, *refusing):
        walk.to("minuted")
        people = ("mediator", "beneficiary1", "companion1", "companion3", "respondent1", "companion2", "pendamping")
        rows = [{"person": p, "state": "refused", "reason": "Tidak setuju."} if p in refusing else
                {"person": p, "state": "signed"} for p in people]
        return self.taken(walk, "2026-03-12T12:00", "record", "tanda_tangan", {"signature": rows})

    def test_a_partys_refusal_to_sign_excludes_agreed(self):
        walk = Walk(self)
        self.assertEqual(self.signed(walk, "respondent1")["stage"], "not_agreed")
        walk.attempt("visited1").exits(3).complains("kunjungan.outcome_is")
        self.assertIn("not agreed, recorded as agreed, changed by a refusal to sign", self.story()[0])
        self.assertNotIn("berita_acara", self.at("2026-12-31T08:00").run_("report", "overdue").out)
        self.ends(walk, "2026-03-13T09:00", "not_agreed")

    def test_one_party_of_two_refuses_and_the_agreement_is_of_some(self):
        second = {"name": "Contoh Anak Tiga", "birth": "2014-04", "sex": "male", "special_needs": "no",
                  "alleged_offender": "yes", "relation": "schoolmate"}
        mother = {"name": "Contoh Ibu Tiga", "of": ["respondent2"], "kinds": ["parent"], "alleged_offender": "no"}
        form = Walk(self).form("assessed")
        his = {**form["asesmen_lanjutan"][1], "party": "respondent2"}
        yes = {**form["persetujuan"][0], "party": "respondent2", "given_by": "companion4"}
        came = [{"person": p, "status": "present"} for p in ("respondent2", "companion4")]
        asked = {"party": "respondent2", "willing": "yes", "safe": "yes", "afraid": "no"}
        walk = Walk(self, registered={"respondent.+": second, "companion.+": mother},
                    assessed={"asesmen_lanjutan.+": his, "persetujuan.+": yes},
                    scheduled={"undangan.invitee.+": {"person": "respondent2"}},
                    delivered={"delivery.+": {"person": "respondent2", "how": "hand"}})
        walk.to("conditioned")
        walk.changes["scheduled"] = {"undangan.invitee": walk.form("scheduled")["undangan"]["invitee"] + [{"person": "companion4"}]}
        walk.to("delivered")
        held = walk.form("held")
        held["kehadiran"]["present"] += came
        held["pertanyaan_hari_ini"]["answer"].append(asked)
        walk.act("2026-03-12T11:15", "record", "sidang", held).exits(0)
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted"), extra=("--papers", "letters")).exits(0)
        rows = [{"person": row["person"], "state": "refused" if row["person"] == "respondent2" else "signed", "reason": "Tidak."}
                for row in held["kehadiran"]["present"]]
        self.taken(walk, "2026-03-12T12:00", "record", "tanda_tangan", {"signature": rows})
        self.assertIn("partly agreed, recorded as agreed", self.story()[0])

    def test_a_copy_offered_and_refused_is_a_copy_offered(self):
        walk = Walk(self, signed={"salinan.copy.1.result": "refused"})
        walk.to("closed")

    def test_obligations_late_broken_waived_replaced(self):
        walk = Walk(self, visited1={"kunjungan.state.0.state": "late", "kunjungan.state.2.state": "broken",
                                    "kunjungan.state.3.state": "waived"})
        walk.to("visited1")
        addendum = {"signed_by": ["beneficiary1", "companion1", "companion2"], "paper_number": "AD-1", "paper_date": "2026-04-01",
                    "obligation": [{"replaces": 3, "who": "companion2", "kind": "supervision", "text": "Setiap bulan.",
                                    "recurrence": "recurring", "interval_days": 30}]}
        when = ("2026-04-01T10:00", "monitor", "perubahan_kesepakatan")
        walk.act(*when, addendum).exits(3).complains("perubahan_kesepakatan.signed_by_parties", "respondent1")
        addendum["signed_by"].append("respondent1")
        for kind in ("marriage", "silence", "withdraw_report"):
            row = {**addendum["obligation"][0], "kind": kind}
            walk.act(*when, {**addendum, "obligation": [row]}).exits(3).complains("statute.3.")
        self.taken(walk, *when, addendum)
        walk.act(*when, addendum).exits(4).complains("replaced already")
        states = [{"obligation": n, "state": "kept", "evidence_kind": "visit"} for n in (1, 2, 4, 5)]
        for day in ("2026-04-24", "2026-05-22", "2026-06-19"):
            form = {"kunjungan": {"new_violence": "no", "risk": "low", "state": states}, "lapor_monitoring": walk.form("visited1")["lapor_monitoring"]}
            walk.act(f"{day}T10:00", "monitor", "monitoring", form).exits(0)
        notes, _ = self.story("2026-06-20T08:00")
        self.assertIn("replaced by obligation 5", notes)
        self.assertIn("in place of obligation 3", notes)
        self.ends(walk, "2026-06-22T10:00", "carried_out")

    def test_payments_between_the_parties(self):
        walk = Walk(self, held={"hasil.obligation.3": {"who": "companion2", "kind": "payment", "text": "Mengganti.",
                                                         "recurrence": "once", "due": "2026-03-20", "amount": 75000}})
        walk.to("signed")
        pay = {"obligation": 4, "amount": 40000, "evidence_kind": "receipt", "paid_on": "2026-03-13"}
        self.taken(walk, "2026-03-13T09:00", "monitor", "pembayaran", pay)
        paid = self.taken(walk, "2026-03-18T09:00", "monitor", "pembayaran", {**pay, "amount": 35000, "paid_on": "2026-03-18"})
        self.assertEqual(paid["warnings"], [])
        slip = walk.act("2026-03-18T09:30", "monitor", "pembayaran", {**pay, "amount": 3500000, "paid_on": "2026-03-18"},
                        extra=("--dry-run", "--format", "json")).exits(0).json()
        self.assertEqual([one["rule"] for one in slip["warnings"]], ["builtin.payment"])
        for bad, code in (({**pay, "obligation": 1}, 4), ({**pay, "amount": -5}, 4), ({**pay, "amount": "75.000"}, 4),
                          ({**pay, "obligation": 9}, 4), ({"amount": 5}, 4)):
            walk.act("2026-03-18T10:00", "monitor", "pembayaran", bad).exits(code)
        self.assertIn("paid 75000 rupiah in 2 payments", self.story()[0])


class Around(Crooked):
    def test_new_violence_on_a_closed_case_reaches_the_mk_and_reopens_it(self):
        walk = Walk(self)
        walk.to("closed")
        answer = self.taken(walk, "2026-07-01T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"}, by=KOKO)
        self.assertIn("call Manajer Kasus now: kania", answer["warnings"][0]["hint"])
        self.assertIn("tindak_lanjut_mk", self.at("2026-07-02T00:10").run_("report", "overdue", "--format", "csv").exits(5).out)
        walk.act("2026-07-02T09:00", "terminate", "pembukaan_kembali", {"reason": "new_violence"}).exits(3).complains("builtin.role")
        reopened = self.taken(walk, "2026-07-02T10:00", "terminate", "pembukaan_kembali", {"reason": "new_violence"}, KANIA)
        self.assertNotEqual(reopened["stage"], "closed")
        self.assertNotIn("kunjungan", self.at("2026-07-02T10:10").run_("report", "overdue").out, "nobody visits a closed case")
        self.taken(walk, "2026-07-02T10:30", "record", "tindak_lanjut_mk",
                   {"entry": answer["entry"], "measures": ["called", "protection", "reassess"]}, KANIA)
        self.taken(walk, "2026-07-02T11:00", "intake", "rujukan", {"to": "shelter", "answer": "accepted"})
        walk.act("2026-07-03T09:00", "terminate", "terminasi", {"reason": "carried_out"}, KANIA).exits(3)
        self.ends(walk, "2026-07-03T10:00", "referred")
        notes, _ = self.story()
        for part in ("was closed 2026-06-08: hasil mediasi telah dilaksanakan oleh para pihak", "reopened 2026-07-02", "closed 2026-07-03: dirujuk ke layanan lain"):
            self.assertIn(part, notes)

    def test_only_what_is_closed_is_reopened_and_only_what_waits_is_taken_up(self):
        walk = Walk(self)
        walk.to("found")
        walk.act("2026-03-03T09:00", "terminate", "pembukaan_kembali", {"reason": "asked"}, KANIA).exits(3).complains("builtin.order")
        form = {"entry": 8, "measures": ["called"]}
        walk.act("2026-03-03T09:00", "record", "tindak_lanjut_mk", form, KANIA).exits(4).complains("waits for nobody")

    def test_no_rules_open_a_case_again_that_is_not_closed(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        head, reopening, tail = text.partition('id = "pembukaan_kembali"')
        self.founded_on(self.write("rules.toml", head + reopening + tail.replace('after = ["closed"]\n', "", 1)))
        walk = Walk(self)
        walk.to("found")
        reopen = ("terminate", "pembukaan_kembali", {"reason": "asked"}, KANIA)
        with self.changing_nothing("mediasi.db"):
            walk.act("2026-03-04T09:00", *reopen).exits(3).complains("builtin.reopening", "'2026-0001' is not closed", "M3005")
        told = self.run_("--format", "json", "explain", walk.case(), "pembukaan_kembali").exits(0).json()
        self.assertEqual([failed["rule"] for failed in told["steps"][0]["failed"]], ["builtin.reopening"])
        walk.act("2026-03-04T10:00", "terminate", "", {"reason": "withdrawn"}, KANIA).exits(0)  # nothing else can be meant
        walk.act("2026-03-05T09:00", *reopen).exits(0)

    def test_handover_and_who_acts_while_a_post_is_vacant(self):
        walk = Walk(self)
        walk.to("found")
        self.add("officer", {"id": "putri", "name": "Contoh Pendamping Putri", "post": [{"role": "pendamping", "from": "2026-03-03"}]})
        form = {"role": "pendamping", "officer": "putri", "reason": "leave"}
        walk.act("2026-03-02T15:00", "intake", "penugasan", form, KOKO).exits(3).complains("penugasan.assignee_holds_role")
        answer = self.taken(walk, "2026-03-03T09:00", "intake", "penugasan", form, KOKO)
        self.assertIn("putri", answer["next"][0]["who"])
        walk.attempt("assessed", by="putri").exits(0)
        notes, _ = self.story()
        self.assertIn("Pendamping PPA: pita from 2026-03-02", notes)
        self.assertIn("Pendamping PPA: putri from 2026-03-03", notes)

    def test_a_report_to_a_vacant_role_goes_to_its_deputy(self):
        walk = Walk(self, planned={"to": ["koordinator"]})
        walk.to("planned")
        walk.attempt("ordered").exits(3).complains("perintah.dilaporkan_kasie")
        self.afresh()
        self.add("officer", {"id": "koko", "name": "Contoh Koordinator Koko",  # kasie is vacant now
                             "post": [{"role": "koordinator", "from": "2026-01-01"}]})
        walk = Walk(self, planned={"to": ["koordinator"]})
        walk.to("ordered")

    def test_an_order_by_somebody_whose_role_had_ended(self):
        walk = Walk(self)
        walk.to("planned")
        posts = [{"role": "koordinator", "from": "2026-01-01", "until": "2026-03-04"}, {"role": "kasie", "from": "2026-01-01"}]
        self.add("officer", {"id": "koko", "name": "Contoh Koordinator Koko", "post": posts})
        walk.attempt("ordered").exits(3).complains("builtin.role")
        self.add("officer", {"id": "kania", "name": "Contoh Kepala Kania", "post": [
            {"role": "kepala_upt", "from": "2026-01-01"}, {"role": "mk", "from": "2026-01-01", "acting": "plt"},
            {"role": "koordinator", "from": "2026-03-05", "until": "2026-03-05", "acting": "plh"}]})
        walk.attempt("ordered", by=KANIA).exits(0)

    def test_legal_hold(self):
        walk = Walk(self)
        walk.to("closed")
        self.taken(walk, "2026-07-01T09:00", "record", "penahanan_hukum", {"hold": "placed", "reason": "police"}, KANIA)
        self.assertIn("legal hold since 2026-07-01: police", self.story()[0])
        self.taken(walk, "2026-08-01T09:00", "record", "penahanan_hukum", {"hold": "lifted", "reason": "ended"}, KANIA)
        self.assertNotIn("legal hold since", self.story()[0])


class Borders(Crooked):
    """from and to another office, and out of an old register"""

    def running(self, **more):
        return {"running": "yes", "old_number": "12/LAMA/2025", **more}

    def test_a_case_out_of_an_old_register_stands_at_its_first_open_step(self):
        walk = Walk(self, registered=self.running())
        step = walk.form("registered")
        self.at("2026-03-02T08:30").run_("intake", "--form", "-", "--on", "2026-02-02", stdin=toml(step)).exits(0)
        old = lambda form: {**form, "as_found": "yes"}
        found = walk.form("found")
        assessed = walk.form("assessed")
        for day, command, name, form in [
                ("2026-02-03", "assess", "asesmen_awal", {**found["asesmen_awal"]}),
                ("2026-02-03", "intake", "persetujuan", found["persetujuan"][0]),
                ("2026-02-03", "assess", "kelayakan", found["kelayakan"]),
                ("2026-02-04", "assess", "asesmen_lanjutan", assessed["asesmen_lanjutan"][0]),
                ("2026-02-04", "assess", "asesmen_lanjutan", assessed["asesmen_lanjutan"][1]),
                ("2026-02-04", "intake", "persetujuan", assessed["persetujuan"][0]),
                ("2026-02-05", "assess", "rencana", walk.form("planned"))]:
            walk.act("2026-03-02T09:00", command, name, old(form), extra=("--on", day)).exits(0)
        answer = self.taken(walk, "2026-03-02T09:30", "assess", "perintah",
                            old({**walk.form("ordered"), "paper_date": "2026-02-06"}), PITA, ("--on", "2026-02-06"))
        self.assertEqual([w["rule"] for w in answer["warnings"]], ["builtin.role"], "ordered by one who is no Koordinator")
        self.assertIn("perintah", [step["step"] for step in answer["next"]], "an act in breach opens nothing")
        walk.act("2026-03-02T10:00", "schedule", "mediator", {"mediator": "medi"}).exits(3).complains("builtin.order")
        accept = {"entry": answer["entry"], "words": "Perintah lisan Koordinator waktu itu."}
        walk.act("2026-03-02T10:00", "record", "terima_apa_adanya", accept, KOKO).exits(3).complains("builtin.role")
        taken = self.taken(walk, "2026-03-02T10:10", "record", "terima_apa_adanya", accept, KANIA)
        self.assertIn("mediator", [step["step"] for step in taken["next"]])
        walk.act("2026-03-02T11:00", "schedule", "mediator", {"mediator": "medi", "conflict": "no"}).exits(0)
        notes, rows = self.story()
        self.assertIn("as found, in breach of builtin.role: accepted", notes)
        self.assertTrue(all(row["recorded"] for row in rows[:-2]), "old acts are shown as recorded late")
        ordered = next(row["facts"] for row in rows if row["step"] == "perintah")
        self.assertIn("as found in an old register: yes", ordered)
        self.assertIn("rules it broke then: builtin.role", ordered)
        self.assertNotRegex(ordered, r"as_found|found_breaches")

    def test_breaches_of_the_law_are_never_accepted(self):
        rape = {"matter.0.kind": "rape", "respondent.0.birth": "1980-05", "respondent.0.nik": None}
        walk = Walk(self, registered=self.running(**rape))
        self.at("2026-03-02T08:30").run_("intake", "--form", "-", "--on", "2026-02-02",
                                         stdin=toml(walk.form("registered"))).exits(0)
        found = walk.form("found")
        walk.act("2026-03-02T09:00", "assess", "asesmen_awal", found["asesmen_awal"], extra=("--on", "2026-02-03")).exits(0)
        fit = {"finding": "fit", "best_interest": "Catatan.", "as_found": "yes"}
        answer = self.taken(walk, "2026-03-02T09:10", "assess", "kelayakan", fit, PITA, ("--on", "2026-02-03"))
        self.assertIn("statute.1.sexual_adult", [w["rule"] for w in answer["warnings"]])
        accept = {"entry": answer["entry"], "words": "Diterima."}
        walk.act("2026-03-02T10:10", "record", "terima_apa_adanya", accept, KANIA).exits(3).complains(
            "terima_apa_adanya.breach_acceptable", "statute.1.sexual_adult")

    def test_as_found_is_for_old_cases_and_old_days_alone(self):
        walk = Walk(self)
        walk.to("assessed")
        plan = {**walk.form("planned"), "as_found": "yes"}
        walk.act("2026-03-05T09:00", "assess", "rencana", plan).exits(3).complains("builtin.as_found")
        self.afresh()
        walk = Walk(self, registered=self.running())
        walk.to("found")
        consent = {**walk.form("assessed")["persetujuan"][0], "as_found": "yes"}
        walk.act("2026-03-05T09:00", "intake", "persetujuan", consent).exits(3).complains("builtin.as_found")
        walk.act("2026-03-05T09:00", "intake", "persetujuan", {**consent, "as_found": "perhaps"}).exits(4)

    def test_in_from_another_office_and_out_to_one(self):
        walk = Walk(self, registered=self.running(source="transfer", from_office="UPTD Contoh Lain"))
        walk.to("found")
        self.assertEqual(self.found_in("UPTD Contoh Lain"), [])
        out = {"reason": "transferred", "to_office": "UPTD Contoh Jauh", "paper_number": "PL-1", "paper_date": "2026-03-03"}
        self.ends(walk, "2026-03-03T09:00", **out)
        self.assertEqual(self.found_in("UPTD Contoh Jauh"), [])
        back = {"reason": "transferred_back"}
        self.taken(walk, "2026-03-20T09:00", "terminate", "pembukaan_kembali", back, KANIA)
        notes, _ = self.story()
        self.assertIn("was closed 2026-03-03: dilimpahkan ke kantor lain", notes)


if __name__ == "__main__":
    harness.main()
