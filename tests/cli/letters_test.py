"""Letters about the case itself: to whom and when they are owed, what keeps them in, and what no reader finds in them."""

import html
import re

import harness
from canaries import FORMS, SECRETS, clear_in
from walk import ROOT, Office, Walk

CASE = "2026-0001"
HERS, HIS = {"her name", "her mother", "her address"}, {"his name", "his mother", "his address"}
HARD = re.compile(r"(?i)\b(kekerasan|seksual|perundungan|diejek|dipukul|ancaman|korban|pelaku|terlapor|panggilan)\b")
TOLD = {"to_name": "Contoh Kepala Sekolah Kenarienam", "summary": "memerlukan kursi lereng timur"}
REFERRED = {"to": "school", "answer": "accepted", "share_consent": "yes", **TOLD}
UNFIT = {"asesmen_awal.risk": "high", "kelayakan.finding": "unfit", "kelayakan.condition": None}
LETTERS = ("undangan", "pembatalan", "undangan_asesmen", "tidak_layak", "surat_tugas", "surat_tugas_mediator", "laporan_hasil",
           "terminasi", "rujukan")
REASONS = ("broken", "withdrawn", "referred", "moved", "no_contact", "transferred", "other")


def words_of(page):
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


class Letters(Office):
    kept = False  # letters are issued between the steps

    def listed(self, *kinds):
        rows = self.run_("document", CASE, "--list", "--format", "json").exits(0).json()["rows"]
        return [(row["kind"], row["to"], row["state"]) for row in rows if row["kind"] in (kinds or LETTERS)]

    def issue(self, *words):
        return self.run_("document", CASE, *words, "--into", "letters", "--by", "pita")

    def page(self, kind, to=""):
        """the words of a letter, issued now or before"""
        self.issue(kind, *(["--to", to] if to else [])).exits(0)
        rows = self.run_("document", CASE, "--list", "--format", "json").exits(0).json()["rows"]
        name = next(row["file"] for row in rows if row["kind"] == kind and to in ("", row["to"]) and row["state"] == "issued")
        return (self.folder / "letters" / name).read_text()

    def refused(self, rule, *words):
        with self.changing_nothing():
            done = self.issue(*words, "--format", "json").exits(3)
        self.assertEqual([(problem["code"], problem["rule"]) for problem in done.problems()], [("M3001", rule)])
        self.assertTrue(done.problems()[0]["hint"])

    def keeps(self, page, allowed):
        """none of what was entered but this, and no hard word"""
        self.assertLessEqual(set(clear_in(page.encode(), SECRETS)), allowed)
        self.assertIsNone(HARD.search(words_of(page)))


class Contents(Letters):
    def test_every_letter_holds_what_its_reader_may_know_and_its_own_mark(self):
        walk = Walk(self, **FORMS)
        walk.to("registered")
        walk.act("2026-03-02T08:40", "intake", "penugasan", {"role": "pendamping", "officer": "pita"}, "koko").exits(0)
        walk.to("found")
        walk.act("2026-03-02T13:10", "intake", "rujukan", REFERRED).exits(0)
        pages = {("undangan_asesmen", who): self.page("undangan_asesmen", who) for who in ("beneficiary1", "respondent1")}
        walk.to("scheduled")
        pages["surat_tugas_mediator", ""] = self.page("surat_tugas_mediator")
        walk.to("closed")
        for kind, who in (("terminasi", "beneficiary1"), ("terminasi", "respondent1"), ("laporan_hasil", ""),
                          ("surat_tugas", ""), ("rujukan", "")):
            pages[kind, who] = self.page(kind, who)
        marks = {"undangan_asesmen": "UA", "surat_tugas_mediator": "STM", "terminasi": "TS", "laporan_hasil": "LH",
                 "surat_tugas": "ST", "rujukan": "R"}
        for (kind, who), page in pages.items():
            with self.subTest(f"{kind} {who}"):
                own = HERS if who == "beneficiary1" else HIS if who else {"her name", "her mother"} if kind == "rujukan" else set()
                self.keeps(page, own)
                self.assertRegex(page, rf"400\.2\.4\.2/{marks[kind]}-00[12]/423\.115/2026")
                self.assertIn("Tidak dipungut biaya", page)
        self.assertIn(TOLD["to_name"], pages["rujukan", ""])
        self.assertIn(TOLD["summary"], pages["rujukan", ""])
        self.assertIn("tercapai kesepakatan", pages["laporan_hasil", ""])
        self.assertIn("4 butir", pages["laporan_hasil", ""])
        self.assertIn("Contoh Pendamping Pita", pages["surat_tugas", ""])

    def test_the_letter_of_an_unfit_case_gives_no_reason_and_goes_to_the_beneficiary_alone(self):
        found = {path: text for path, text in FORMS["found"].items() if "condition" not in path}
        walk = Walk(self, **{**FORMS, "found": {**found, **UNFIT}})
        walk.to("registered")
        walk.to("found")
        self.assertEqual(self.listed(), [("tidak_layak", "beneficiary1", "owed")])
        page = self.page("tidak_layak")
        self.keeps(page, HERS)
        self.assertNotRegex(words_of(page), r"(?i)tidak layak|risiko|asesmen")
        self.assertIn("bukan kesalahan siapa pun", words_of(page))

    def test_given_again_it_is_the_same_bytes(self):
        walk = Walk(self)
        walk.to("found")
        first = self.page("undangan_asesmen", "respondent1")
        walk.to("closed")
        last = self.page("terminasi", "respondent1")
        self.at("2026-07-09T09:00").run_("document", "1", "--owed", "--into", "again").exits(2)
        self.run_("document", CASE, "--owed", "--into", "again").exits(0)
        again = {path.read_text() for path in (self.folder / "again").iterdir()}
        self.assertLessEqual({first, last}, again)


class Kept(Letters):
    def test_the_other_side_is_invited_once_the_beneficiary_consents(self):
        walk = Walk(self, found={"persetujuan.0.purposes": ["service", "assessment"]})
        walk.to("found")
        both = [("undangan_asesmen", who) for who in ("beneficiary1", "respondent1")]
        self.assertEqual(self.listed(), [(*one, "withheld") for one in both])
        self.issue("--owed").exits(0)
        self.refused("consent", "undangan_asesmen")
        self.refused("consent", "undangan_asesmen", "--to", "respondent1")
        given = {"party": "beneficiary1", "given_by": "companion1", "relation": "mother", "purposes": ["mediation"],
                 "decision": "given", "child_view": "yes"}
        walk.act("2026-03-02T15:00", "intake", "persetujuan", given).exits(0)
        self.assertEqual(self.listed(), [(*one, "owed") for one in both])
        walk.act("2026-03-02T16:00", "intake", "persetujuan", {**given, "decision": "withdrawn"}).exits(0)
        self.refused("consent", "undangan_asesmen", "--to", "respondent1")

    def test_who_was_assessed_is_no_more_invited_to_it(self):
        walk = Walk(self)
        walk.to("found")
        self.issue("undangan_asesmen", "--to", "beneficiary1").exits(0)
        walk.to("assessed")
        self.assertEqual(self.listed("undangan_asesmen"), [("undangan_asesmen", "beneficiary1", "issued")])
        self.issue("undangan_asesmen", "--to", "respondent1").exits(3)

    def test_nobody_is_written_to_who_may_not_be(self):
        walk = Walk(self, registered={"beneficiary.0.may_write": "no"})
        walk.to("found")
        self.assertEqual(self.listed(), [("undangan_asesmen", "beneficiary1", "withheld"), ("undangan_asesmen", "respondent1", "owed")])
        self.refused("safe_contact", "undangan_asesmen", "--to", "beneficiary1")
        walk.act("2026-03-03T10:00", "terminate", "terminasi", {"reason": "withdrawn"}, "kania").exits(0)
        self.assertIn(("terminasi", "beneficiary1", "withheld"), self.listed())
        self.issue("--owed")
        self.refused("safe_contact", "terminasi", "--to", "beneficiary1")

    def test_a_referral_is_written_about_with_consent_alone(self):
        for form, state in (({"answer": "offered"}, None), ({"share_consent": None}, "withheld"), ({"share_consent": "no"}, "withheld"),
                            ({"share_consent": "unknown"}, "withheld"), ({}, "owed")):
            with self.subTest(form):
                self.afresh()
                walk = Walk(self)
                walk.to("registered")
                referral = {name: value for name, value in {**REFERRED, **form}.items() if value is not None}
                walk.act("2026-03-02T09:00", "intake", "rujukan", referral).exits(0)
                self.assertEqual(self.listed(), [("rujukan", "institution", state)] if state else [])
                if state == "withheld":
                    self.refused("consent", "rujukan")

    def test_what_was_said_when_it_was_offered_counts_when_it_is_accepted(self):
        walk = Walk(self)
        walk.to("registered")
        walk.act("2026-03-02T09:00", "intake", "rujukan", {**REFERRED, "answer": "offered"}).exits(0)
        walk.act("2026-03-02T10:00", "intake", "rujukan", {"to": "school", "answer": "accepted", "number": 1}).exits(0)
        self.assertEqual(self.listed(), [("rujukan", "institution", "owed")])
        page = self.page("rujukan")
        self.assertIn(TOLD["to_name"], page)
        self.assertIn(TOLD["summary"], page)
        walk.act("2026-03-02T11:00", "intake", "rujukan", {"to": "school", "answer": "answered", "number": 1}).exits(0)
        self.assertEqual(self.listed(), [("rujukan", "institution", "issued")])

    def test_what_an_institution_is_told_carries_no_address_and_no_telephone(self):
        for leak in ("tinggal di Jl. Contoh Kenanga 2, Kota Pasuruan", "hubungi 0343 000012", "NIK 3575 0211 0314 9992"):
            with self.subTest(leak):
                self.afresh()
                walk = Walk(self)
                walk.to("registered")
                walk.act("2026-03-02T09:00", "intake", "rujukan", {**REFERRED, "summary": leak}).exits(0)
                with self.changing_nothing():
                    self.issue("rujukan").exits(4).complains("M4011", "referral_summary").hides(leak[-8:])


class Ends(Letters):
    def ended(self, reason, approached):
        self.afresh()
        walk = Walk(self, number=1)
        walk.to("found")
        if approached:
            self.issue("undangan_asesmen", "--to", "respondent1").exits(0)
        walk.act("2026-03-03T10:00", "terminate", "terminasi", {"reason": reason}, "kania").exits(0)
        return walk

    def test_the_reason_is_told_in_words_that_do_not_tell_the_other_what_was_done_or_wished(self):
        for reason in REASONS:
            with self.subTest(reason):
                self.ended(reason, approached=True)
                self.run_("document", CASE, "terminasi", "--into", "letters").exits(0)
                his = next(text for path in (self.folder / "letters").glob("*terminasi*")
                           if "Contoh Anak Dua" in (text := words_of(path.read_text())))
                self.assertIn("karena layanan mediasi tidak dilanjutkan.", his)
                self.assertNotIn("Contoh Anak Satu", his)

    def test_who_was_never_approached_hears_nothing_and_after_a_death_nobody(self):
        self.ended("withdrawn", approached=False)
        self.assertEqual(self.listed("terminasi"), [("terminasi", "beneficiary1", "owed")])
        self.ended("died", approached=True)
        self.assertEqual(self.listed("terminasi"), [])


    def test_a_case_opened_again_owes_nobody_the_letter_of_its_end(self):
        walk = self.ended("withdrawn", approached=True)
        both = [("terminasi", who, "owed") for who in ("beneficiary1", "respondent1")]
        self.assertEqual(self.listed("terminasi"), both)
        self.issue("terminasi", "--to", "beneficiary1").exits(0)
        walk.act("2026-03-04T09:00", "terminate", "pembukaan_kembali", {"reason": "asked"}, "kania").exits(0)
        self.assertEqual(self.listed("terminasi"), [("terminasi", "beneficiary1", "issued")])
        self.issue("--owed").exits(0)
        self.assertEqual(len(list((self.folder / "letters").glob("*terminasi*"))), 1)
        self.issue("terminasi", "--to", "respondent1").exits(3).complains("M3009")
        walk.act("2026-03-05T09:00", "terminate", "terminasi", {"reason": "moved"}, "kania").exits(0)
        self.assertEqual(self.listed("terminasi"), [("terminasi", "beneficiary1", "issued"), *both])


class Tasks(Letters):
    def test_a_task_that_was_handed_over_is_given_to_nobody_any_more(self):
        putri = {"id": "putri", "name": "Contoh Pendamping Putri", "post": [{"role": "pendamping", "from": "2026-01-01"}]}
        self.add("officer", putri)
        walk = Walk(self)
        walk.to("registered")
        for minute, officer in enumerate(("pita", "putri"), 31):
            walk.act(f"2026-03-02T08:{minute}", "intake", "penugasan", {"role": "pendamping", "officer": officer}, "koko").exits(0)
        self.assertEqual(self.listed(), [("surat_tugas", "pendamping", "owed")])
        page = self.page("surat_tugas")
        self.assertIn("Contoh Pendamping Putri", page)
        self.assertNotIn("Pita", page)
        walk.act("2026-03-02T08:50", "intake", "penugasan", {"role": "mk", "officer": "kania"}, "koko").exits(0)
        self.assertEqual(self.listed(), [("surat_tugas", "pendamping", "issued")])


class Rules(Letters):
    def test_what_a_paper_needs_is_checked_when_the_rules_are(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        for old, new, code, meant in (('consent = "sharing"', 'consent = "sharin"', "M4013", "sharing"),
                                      ('about = "assessment"', 'about = "asessment"', "M4007", "assessment"),
                                      ("/R-{nomor}", "/TS-{nomor}", "M4019", "terminasi")):
            with self.subTest(new):
                self.assertIn(old, text)
                rules = self.write("rules.toml", text.replace(old, new))
                done = self.run_("workflow", "check", rules, "--format", "json").exits(4)
                self.assertIn(code, done.codes())
                self.assertIn(meant, done.err)


if __name__ == "__main__":
    harness.main()
