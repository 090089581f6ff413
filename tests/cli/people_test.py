"""Who may be in a case: several of each side, reporters, organisations, people nobody knows yet, children on both sides."""

import contextlib
import json

import harness
import rows
from refusing import Refusing
from walk import Walk, example


class People(Refusing):
    def register(self, form, when="2026-03-02T08:30", extra=()):
        return self.act(when, "intake", "", "", {"source": "walk_in", **form}, "pita", extra)

    def notes(self, case="1"):
        return "\n".join(self.run_("report", "case", case, "--format", "json").exits(0).json()["notes"])

    def test_several_of_each_side_and_a_mother_of_two(self):
        people = {
            "beneficiary": [{"name": f"Contoh Anak {word}", "birth": "2014"} for word in ("Satu", "Dua", "Tiga")],
            "respondent": [{"name": "Contoh Terlapor Satu"}, {"name": "Contoh Terlapor Dua", "age_group": "adult"}],
            "companion": [{"name": "Contoh Ibu", "of": ["beneficiary1", "beneficiary2"], "kinds": ["parent"]}],
            "other": [{"name": "Contoh Pelapor", "role": "reporter", "phone": "0343-000019"}, {"role": "witness"}],
            "matter": [{"kind": "bullying", "beneficiary": f"beneficiary{n}", "respondent": "respondent1"} for n in (1, 2, 3)],
        }
        self.register(people).exits(0)
        notes = self.notes()
        for person in ("beneficiary3", "respondent2", "companion1", "other1", "other2"):
            self.assertIn(person, notes)
        more = {"respondent": [{"name": "Contoh Terlapor Tiga"}]}
        self.act("2026-03-02T09:00", "intake", "1", "orang", more).exits(0)
        self.assertIn("respondent3", self.notes())

    def test_a_reporter_is_nobodys_party(self):
        walk = Walk(self, registered={"other.+": {"name": "Contoh Pelapor", "role": "reporter"}})
        walk.to("delivered")  # neither assessed nor invited, and nothing waits for it
        invited = self.rows("SELECT resource FROM booking WHERE kind = 'person'")
        self.assertNotIn(("2026-0001/other1",), invited)

    def test_an_emergency_with_nearly_nothing_known(self):
        for form in ({}, {"beneficiary": [{}]}, {"beneficiary": [{"no_nik": "unknown_person"}], "respondent": [{"unknown": "yes"}]}):
            with self.subTest(str(form)):
                self.afresh()
                self.register(form).exits(0)

    def test_nobody_is_born_after_the_day_of_the_act(self):
        for birth, code in (("2030-09-20", 4), ("2030-09", 4), ("2027", 4), ("2026-04", 4), ("2026-03-03", 4), ("1825", 4),
                            ("2026-03-02", 0), ("2026-03", 0), ("2026", 0)):
            with self.subTest(birth):
                self.afresh()
                form = {"source": "walk_in", "beneficiary": [{"name": "Contoh Bayi", "birth": birth}]}
                with self.changing_nothing("mediasi.db") if code else contextlib.nullcontext():
                    row = self.at("2026-03-02T08:30").run_("intake", "--by", "pita", "--batch", "-", "--dry-run",
                                                           "--format", "json", stdin=rows.line(form))
                    done = self.register(form, extra=("--format", "json"))
                    self.assertEqual((row.code, done.code), (code, code), row.err + done.err)
                    self.assertEqual((row.codes(), done.codes()), (["M4005"] * (code // 4),) * 2)
                    if code:
                        done.hides(birth)
        self.register({"beneficiary": [{"birth": "2026-03-05"}]}, "2026-03-09T08:30", ("--on", "2026-03-04")).exits(4)
        self.register({"on": "2026-03-04", "beneficiary": [{"birth": "2026-03-05"}]}, "2026-03-09T08:30").exits(4)
        self.register({"on": "2026-03-05", "beneficiary": [{"birth": "2026-03-05"}]}, "2026-03-09T08:30").exits(0)
        later = {"companion": [{"name": "Contoh Ibu", "of": ["beneficiary1"], "kinds": ["parent"], "birth": "2026-03-10"}]}
        self.act("2026-03-09T09:00", "intake", "1", "orang", later).exits(4).complains("M4005")

    def test_every_reason_for_having_no_nik(self):
        for reason in ("newborn", "unregistered", "foreigner", "not_carried", "withheld", "unknown_person"):
            self.afresh()
            self.register({"beneficiary": [{"name": "Contoh", "no_nik": reason}]}).exits(0)
        self.register({"beneficiary": [{"name": "Contoh", "no_nik": "lupa"}]}).exits(4)

    def test_partial_births(self):
        for birth in ("2014", "2014-05", "2014-05-15", "1950"):
            self.afresh()
            self.register({"beneficiary": [{"name": "Contoh", "birth": birth}]}).exits(0)
        for birth in ("14", "2014-13", "2014-02-30", "15/05/2014", "2014-5", "kira-kira 2014"):
            self.register({"beneficiary": [{"name": "Contoh", "birth": birth}]}).exits(4)

    def test_an_unknown_respondent_waits_and_is_named_later(self):
        nobody = {"respondent.0.name": None, "respondent.0.nik": None, "respondent.0.unknown": "yes",
                  "respondent.0.no_nik": "unknown_person"}
        walk = Walk(self, registered=nobody)
        walk.to("found")  # the beneficiary is assessed all the same
        problems = self.refused("asesmen_lanjutan.identity_known", lambda *extra: walk.attempt("assessed", *extra))
        self.assertIn("persetujuan.identity_known", [problem["rule"] for problem in problems])
        self.assertEqual([p["fact"] for p in problems if p["rule"] == "asesmen_lanjutan.identity_known"],
                         ["respondent1 = not known yet"])
        named = {"respondent": [{"id": "respondent1", "name": "Contoh Anak Dua", "nik": "3575021103149992", "birth": "2014-03-11"}]}
        walk.act("2026-03-03T08:00", "intake", "orang", named).exits(0)
        walk.to("delivered")

    def test_unknown_again_after_a_mistake(self):
        walk = Walk(self)
        walk.to("assessed")
        form = {"respondent": [{"id": "respondent1", "unknown": "yes"}]}
        walk.act("2026-03-04T12:00", "intake", "orang", form).exits(0)
        walk.to("conditioned")
        self.refused("undangan.identity_known", lambda *extra: walk.attempt("scheduled", *extra))

    def test_an_organisation_comes_through_a_named_representative(self):
        school = {"name": "Contoh Sekolah", "organisation": "yes", "alleged_offender": "no", "relation": "institution"}
        walk = Walk(self, registered={"respondent.0": school})
        walk.to("conditioned")
        problems = self.refused("undangan.representative_named", lambda *extra: walk.attempt("scheduled", *extra))
        self.assertIn("representative of respondent1 = none", [problem.get("fact") for problem in problems])
        form = {"respondent": [{"id": "respondent1", "representative": "Contoh Wakil Canary"}]}
        walk.act("2026-03-05T09:45", "intake", "orang", form).exits(0)
        walk.to("held")
        self.assertEqual([path for path in self.found_in("Canary") if path.endswith(".db")], [])

    def test_both_parties_children_each_need_somebody(self):
        for who in ("companion1", "companion2"):
            with self.subTest(who):
                self.afresh()
                form = example("first-case/07-jadwal")["undangan"]["invitee"]
                at = [row["person"] for row in form].index(who)
                walk = Walk(self, scheduled={f"undangan.invitee.{at}": None})
                walk.to("conditioned")
                self.refused("statute.4.child_companion", lambda *extra, w=walk: w.attempt("scheduled", *extra))

    def test_an_estimate_counts_where_no_date_is_known(self):
        """an adult's offence is asked for its penalty, a child's is not; who may be a child is one"""
        for estimate, adult in (("adult", True), ("child", False), (None, False)):
            with self.subTest(estimate):
                self.afresh()
                walk = Walk(self, registered={"respondent.0.nik": None, "respondent.0.birth": None,
                                              "respondent.0.age_group": estimate})
                walk.to("registered")
                if adult:
                    self.refused("statute.2.excluded_penalty", lambda *extra, w=walk: w.attempt("found", *extra))
                else:
                    walk.to("found")

    def test_contact_is_kept_as_said(self):
        person = {"name": "Contoh", "may_write": "no", "may_call": "yes", "contact_hours": "hanya pagi Canary",
                  "contact_never": "tempat kerja Canary"}
        self.register({"beneficiary": [person]}).exits(0)
        facts = json.loads(self.rows("SELECT facts FROM entry ORDER BY seq DESC LIMIT 1")[0][0])["beneficiary"][0]
        self.assertEqual((facts["may_write"], facts["may_call"]), ("no", "yes"))
        self.assertEqual(self.found_in("Canary"), [])

    def test_a_letter_that_a_person_forbids_is_not_written(self):
        walk = Walk(self, registered={"beneficiary.0.may_write": "no"})
        walk.to("conditioned")
        answer = walk.attempt("scheduled", "--format", "json").exits(0).json()
        letters = {paper["to"]: paper["state"] for paper in answer["papers"] if paper["kind"] == "undangan"}
        self.assertEqual(letters.pop("beneficiary1"), "withheld")
        self.assertEqual(set(letters.values()), {"issued"}, "the others are written to")
        issue = ["document", "1", "--into", self.folder / "more"]
        self.run_(*issue, "--owed").exits(0)
        with self.changing_nothing("mediasi.db"):
            for words in (["undangan", "--to", "beneficiary1"], ["undangan"]):
                self.run_(*issue, *words).exits(3).complains("safe_contact", "may_write")

    def test_special_needs_nobody_asked_about_count_as_needs(self):
        walk = Walk(self, registered={"beneficiary.0.special_needs": None, "beneficiary.0.needs": []},
                    scheduled={"undangan.invitee.3": None})
        walk.to("conditioned")
        self.refused("statute.4.special_companion", lambda *extra: walk.attempt("scheduled", *extra))


if __name__ == "__main__":
    harness.main()
