"""The records of a case: which act owes which, what stands in each, and that none says more than it may."""

import html
import re

import harness
from canaries import FORMS, HERS, HIS, SECRETS, clear_in
from walk import NAMES, Office, Walk, toml

S = SECRETS
NAMED = ["her name", "his name", "her mother", "his mother", "interpreter"]
PARTICULARS = [*HERS, *HIS]
INNER = ["laporan_asesmen", "rencana", "perintah", "laporan_monitoring"]
YES = ["service", "assessment", "mediation", "identity_in_agreement"]


def both_say_yes():
    """FORMS, and in them the consent of both sides to stand in the agreement with NIK and address"""
    secret = {f"{group}.{at}.address_secret": "no"
              for group, at in (("beneficiary", 0), ("respondent", 0), ("companion", 0), ("companion", 1))}
    return {**FORMS, "registered": {**FORMS["registered"], **secret},
            "found": {**FORMS["found"], "persetujuan.0.purposes": YES},
            "assessed": {**FORMS["assessed"], "persetujuan.0.purposes": YES}}


class Records(Office):
    def papers(self, case="2026-0001"):
        """kind -> state, addressee and text of each paper of the case"""
        self.run_("document", case, "--owed", "--into", self.path("letters")).exits(0)
        found = {}
        for row in self.listed(case):
            text = (self.folder / "letters" / row["file"]).read_bytes() if row["state"] == "issued" else b""
            found.setdefault(row["kind"], []).append((row["to"] or "", text))
        return found

    def listed(self, case="2026-0001"):
        return self.run_("document", case, "--list", "--format", "json").exits(0).json()["rows"]

    def states(self, kind):
        return [row["state"] for row in self.listed() if row["kind"] == kind]

    def walked(self, to, changes=None):
        walk = Walk(self, **(FORMS if changes is None else changes))
        walk.to(to)
        return walk


class Contents(Records):
    def test_each_record_holds_its_facts_and_no_more(self):
        self.walked("visited1")
        papers = self.papers()
        says = {
            "persetujuan": {"her name", "her mother", "interpreter", "his name", "his mother"},
            "laporan_asesmen": {"story", "communication", "reasons", "second", "finding", "interest", "condition", "report", "plan"},
            "rencana": {"report", "plan", "condition"},
            "perintah": {"plan", "condition"},
            "daftar_hadir": set(NAMED),
            "kesepakatan": {*NAMED, "obligation", "proof"},
            "lampiran_identitas": {"her name", "his name", "her nik", "his nik", "her address", "his address"},
            "tanda_terima": {"her name", "his name"},
            "laporan_monitoring": {"obligation", "visit", "next"},
        }
        says["laporan_asesmen"].remove("reasons")  # of the first assessment; the second is the one that stands
        for kind, words in says.items():
            with self.subTest(kind):
                shown = {name for _, text in papers[kind] for name in clear_in(html.unescape(text.decode()).encode())}
                self.assertEqual(shown, words)

    def test_a_consent_and_a_receipt_name_their_own_side_alone(self):
        self.walked("signed")
        papers = self.papers()
        for kind in ("persetujuan", "tanda_terima"):
            self.assertEqual([to for to, _ in papers[kind]], ["beneficiary1", "respondent1"])
            hers, his = (set(clear_in(text)) for _, text in papers[kind])
            self.assertEqual(hers & {"his name", "his mother"}, set())
            self.assertEqual(his & {"her name", "her mother", "interpreter"}, set())

    def test_what_officers_read_has_initials_and_no_names(self):
        self.walked("visited1")
        papers = self.papers()
        for kind in INNER:
            for _, text in papers[kind]:
                with self.subTest(kind):
                    self.assertEqual(clear_in(text, [*NAMED, *PARTICULARS]), [])
                    if kind != "perintah":
                        self.assertIn("Pihak I", text.decode())

    def test_nik_and_address_of_both_stand_in_the_annex_alone(self):
        self.walked("visited1")
        for kind, rows in self.papers().items():
            for to, text in rows:
                shown = clear_in(text, ["her nik", "his nik"])
                self.assertEqual(shown, ["her nik", "his nik"] if kind == "lampiran_identitas" else [], (kind, to))

    def test_given_again_they_are_the_same_bytes(self):
        self.walked("visited1")
        self.papers()
        first = self.bytes_of(*(f"letters/{row['file']}" for row in self.listed()))
        self.run_("document", "1", "--owed", "--into", self.path("again")).exits(0)
        second = self.bytes_of(*(f"again/{row['file']}" for row in self.listed()))
        self.assertEqual([*first.values()], [*second.values()])
        self.assertGreater(len(first), 15)

    def test_one_obligation_and_twelve(self):
        for count in (1, 12):
            with self.subTest(count):
                self.afresh()
                row = {"who": "respondent1", "kind": "apology", "text": "Butir contoh.", "recurrence": "once",
                       "due": "2026-03-16", "proof": "catatan"}
                self.walked("minuted", {"held": {"hasil.obligation": [row] * count}})
                ((_, text),) = self.papers()["kesepakatan"]
                self.assertEqual(len(re.findall(rb"<td>Butir contoh\.", text)), count)

    def test_the_monitoring_report_says_means_next_step_and_the_days_it_counts(self):
        self.walked("visited2", {**FORMS, "visited1": {**FORMS["visited1"], "kunjungan.means": "whatsapp",
                                                       "kunjungan.state.0.state": "partly"}})
        (_, first), (_, second) = self.papers()["laporan_monitoring"]
        for words in ("WhatsApp", "12 Maret 2026 sampai 26 Maret 2026", "dilaksanakan sebagian", S["next"], "Risiko: rendah"):
            self.assertIn(words, first.decode())
        self.assertIn("26 Maret 2026 sampai 24 April 2026", second.decode())
        self.assertNotIn(S["next"], second.decode())
        self.assertIn("tidak dicatat", second.decode())  # how it was made


class Identities(Records):
    def agreement(self, changes):
        self.afresh()
        self.walked("minuted", changes)
        ((_, text),) = self.papers()["kesepakatan"]
        return clear_in(text, PARTICULARS)

    def test_they_stand_in_the_agreement_with_both_consents_and_no_secret_address(self):
        self.assertEqual(self.agreement(both_say_yes()), ["her address", "her nik", "his address", "his nik"])

    def test_they_stand_apart_whatever_else_is_said(self):
        less = ["service", "assessment", "mediation"]
        for state, path, value in (("found", "persetujuan.0.purposes", less), ("assessed", "persetujuan.0.purposes", less),
                                   ("registered", "beneficiary.0.address_secret", "yes"),
                                   ("registered", "respondent.0.address_secret", "yes"),
                                   ("registered", "respondent.0.address_secret", "unknown"),
                                   ("registered", "beneficiary.0.address_secret", None)):
            with self.subTest(f"{path} = {value}"):
                changes = both_say_yes()
                changes[state] = {**changes[state], path: value}
                self.assertEqual(self.agreement(changes), [])

    def test_a_consent_taken_back_before_the_issue_counts(self):
        self.afresh()
        walk = self.walked("held", both_say_yes())
        no = {"party": "respondent1", "given_by": "companion2", "relation": "mother", "purposes": ["identity_in_agreement"],
              "decision": "withdrawn", "child_view": "yes"}
        walk.act("2026-03-12T11:20", "intake", "persetujuan", no).exits(0)
        walk.to("minuted")
        ((_, text),) = self.papers()["kesepakatan"]
        self.assertEqual(clear_in(text, PARTICULARS), [])
        self.assertEqual(len(self.papers()["persetujuan"]), 2)  # what is taken back needs no such sheet


class Owed(Records):
    def test_every_record_of_a_case_that_goes_well_is_owed_by_its_own_step(self):
        walk, seen = Walk(self), {}
        for name in NAMES[:13]:
            walk.to(name)
            for row in self.listed():
                seen.setdefault(row["kind"], name)
        for kind, state in {"persetujuan": "found", "laporan_asesmen": "planned", "rencana": "planned", "perintah": "ordered",
                            "daftar_hadir": "scheduled", "berita_acara": "minuted", "kesepakatan": "minuted",
                            "lampiran_identitas": "minuted", "tanda_terima": "signed", "laporan_monitoring": "visited1"}.items():
            self.assertEqual(seen.get(kind), state, kind)
        self.assertEqual([kind for kind in seen if kind.startswith("ba_") or kind.endswith("tidak_layak")], [])

    def test_a_case_that_is_not_fit_owes_its_report_without_a_plan(self):
        self.walked("found", {**FORMS, "found": {**FORMS["found"], "kelayakan.finding": "unfit", "kelayakan.condition": []}})
        papers = self.papers()
        ((to, text),) = papers["laporan_asesmen_tidak_layak"]
        self.assertEqual(to, "kasie")
        self.assertIn("tidak layak dimediasi", text.decode())
        self.assertNotIn("rencana", papers)
        self.assertNotIn("laporan_asesmen", papers)

    def test_a_plan_sent_back_gets_no_order(self):
        walk = self.walked("planned")
        walk.act("2026-03-05T09:00", "assess", "perintah", {"decision": "sent_back", "reason": "Belum cukup."}, by="koko").exits(0)
        self.assertEqual(self.states("perintah"), [])

    def test_a_list_of_who_is_expected_goes_with_its_session(self):
        walk = Walk(self)
        walk.to("conditioned")
        form = walk.form("scheduled")
        for step in ("mediator", "pembekalan", "sesi"):
            walk.act("2026-03-05T10:00", "schedule", step, form[step]).exits(0)
        self.assertEqual(self.states("daftar_hadir"), ["owed"])
        walk.act("2026-03-05T10:10", "schedule", "sesi_pindah",
                 {"at": "2026-03-13T09:00", "room": "ruang-1", "reason": "room"}).exits(0)
        self.assertEqual(self.states("daftar_hadir"), ["owed"], "of the session as it stands now")
        self.at("2026-03-05T10:20").run_("document", "1", "daftar_hadir", "--into", "letters").exits(0)
        self.assertIn("13 Maret 2026", next((self.folder / "letters").glob("*daftar_hadir*")).read_text())

    def test_a_session_that_is_over_needs_no_list_any_more(self):
        walk = Walk(self, scheduled=None)
        walk.to("conditioned")
        walk.act("2026-03-05T10:00", "schedule", "jadwal", Walk(self).form("scheduled")).exits(0)
        self.assertEqual(self.states("daftar_hadir"), ["owed"])
        walk.to("held")
        self.assertEqual(self.states("daftar_hadir"), [])

    def test_whoever_got_a_copy_signs_for_it(self):
        walk = self.walked("minuted", {})
        form = walk.form("signed")
        rows = [*form["salinan"]["copy"], {"person": "companion3", "how": "hand"}, {"person": "mediator", "how": "email"}]
        rows[1]["result"] = "refused"
        form["salinan"]["copy"] = rows
        walk.act("2026-03-12T12:00", "record", "penutup", form).exits(0)
        receipts = self.papers()["tanda_terima"]
        self.assertEqual([to for to, _ in receipts], ["beneficiary1", "companion3", "mediator"])
        number = next(row["number"] for row in self.listed() if row["kind"] == "berita_acara")
        for _, text in receipts:
            self.assertIn(number, text.decode())


class OneText(Records):
    """the minutes have one text, that of their outcome"""

    def signs(self, walk, *refusing):
        people = [row["person"] for row in walk.form("held")["kehadiran"]["present"] if row["status"] in ("present", "represented")]
        rows = [{"person": p, "state": "refused", "reason": "Tidak."} if p in refusing else {"person": p, "state": "signed"}
                for p in people]
        return walk.act("2026-03-12T13:00", "record", "tanda_tangan", {"signature": rows})

    def test_without_an_agreement_another_text_is_signed(self):
        absent = {"kehadiran.present.4.status": "absent", "hasil": {"outcome": "not_held", "reason": "absent_respondent"}}
        afraid = {"hasil": {"outcome": "not_agreed", "reason": "afraid"}}
        for kind, held, words in (("ba_tidak_sepakat", afraid, "tidak mencapai kesepakatan"),
                                  ("ba_tidak_terlaksana", absent, "Pihak II tidak hadir")):
            with self.subTest(kind):
                self.afresh()
                walk = self.walked("held", {"held": held})
                walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)
                self.signs(walk).exits(3).complains("tanda_tangan.minutes_frozen")
                done = self.run_("explain", "1", "--step", "tanda_tangan", "--format", "json")
                self.assertIn(f"document 2026-0001 {kind}", done.out)
                papers = self.papers()
                self.assertEqual({"berita_acara", "kesepakatan", "lampiran_identitas"} & set(papers), set())
                ((_, text),) = papers[kind]
                self.assertIn(words, text.decode())
                self.assertNotIn("takut", text.decode())
                self.signs(walk).exits(0)
                self.assertEqual(self.states(kind), ["issued"])

    def test_a_refusal_to_sign_changes_no_text_and_makes_no_agreement(self):
        walk = self.walked("held", {})
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)
        self.at("2026-03-12T11:40").run_("document", "1", "berita_acara", "--into", "letters").exits(0)
        self.assertEqual(self.states("kesepakatan"), ["owed"])
        self.signs(walk, "respondent1").exits(0)
        self.assertEqual(self.states("berita_acara"), ["issued"])
        self.assertEqual(self.states("kesepakatan") + self.states("lampiran_identitas") + self.states("ba_tidak_sepakat"), [])
        self.run_("document", "1", "kesepakatan", "--into", "letters").exits(3)

    def test_an_agreement_that_was_issued_stays_in_the_list(self):
        walk = self.walked("minuted", {})
        self.signs(walk, "respondent1").exits(0)
        self.assertEqual(self.states("kesepakatan"), ["issued"])

    def test_an_outcome_that_is_corrected_makes_the_first_text_an_old_one(self):
        self.walked("minuted", {})
        entry = self.rows("SELECT seq FROM entry WHERE act = 'outcome'")[0][0]
        self.at("2026-03-12T11:45").run_("record", "1", "--amend", entry, "--because", "salah_ketik", "--by", "pita", "--form", "-",
                                         stdin='outcome = "not_agreed"\nremove = ["obligation"]\n').exits(0)
        self.assertEqual(self.states("berita_acara") + self.states("kesepakatan"), ["outdated", "outdated"])
        self.assertEqual(self.states("ba_tidak_sepakat"), ["owed"])

    def test_an_agreement_over_a_text_that_was_changed_is_owed_anew(self):
        self.walked("minuted", {})
        entry = self.rows("SELECT seq FROM entry WHERE act = 'outcome'")[0][0]
        self.at("2026-03-12T11:45").run_("record", "1", "--amend", entry, "--because", "salah_ketik", "--by", "pita", "--form", "-",
                                         stdin=toml({"obligation": Walk(self).form("held")["hasil"]["obligation"][:1]})).exits(0)
        for kind in ("berita_acara", "kesepakatan", "lampiran_identitas"):
            self.assertEqual(self.states(kind), ["owed", "outdated"], kind)
        self.papers()
        for kind in ("berita_acara", "kesepakatan"):
            page = (self.folder / "letters" / f"2026-0001-{kind}-2.html").read_text()
            self.assertIn("di hadapan wali kelas", page)
            self.assertNotIn("buku penghubung", page)

    def test_what_bars_the_minutes_bars_the_agreement_beside_them(self):
        walk = self.walked("held", {})
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)
        matter = {"matter": [{"kind": "child_sexual", "beneficiary": "beneficiary1", "respondent": "respondent1", "mediate": "yes"}]}
        walk.act("2026-03-12T11:35", "intake", "orang", matter).exits(0)
        for kind in ("berita_acara", "kesepakatan"):
            self.at("2026-03-12T11:40").run_("document", "1", kind, "--into", "letters").exits(3).complains("statute.")


if __name__ == "__main__":
    harness.main()
