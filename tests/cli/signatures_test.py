"""The round of signatures and the register of copies: one text that is fixed when it is issued, everybody who took part
under it, a guardian for a child, and each copy of which version to whom."""

import harness
from walk import Office, Walk

ADULTS = ("mediator", "companion1", "companion3", "respondent1", "companion2", "pendamping")
UNCLE = {"name": "Contoh Paman", "of": "respondent1", "kinds": ["relative"], "alleged_offender": "no", "may_write": "yes"}
LEFT = {"registered": {"companion.+": UNCLE}, "held": {"kehadiran.present.+": {"person": "companion4", "status": "left_early"}}}


class Signing(Office):
    def minuted(self, **changes):
        self.walk = Walk(self, **changes)
        self.walk.to("minuted")
        self.at("2026-03-12T12:00")
        return self.walk

    def sign(self, *rows, when="2026-03-12T12:00", **fields):
        rows = [{"person": row, "state": "signed"} if isinstance(row, str) else row for row in rows]
        return self.walk.act(when, "record", "tanda_tangan", {"signature": rows, **fields})

    def copy(self, *people, when="2026-03-12T13:00", **fields):
        rows = [{"person": person, "how": "hand", "received_by": "Contoh Penerima", **fields} for person in people]
        return self.walk.act(when, "record", "salinan", {"copy": rows})

    def refused(self, done, *texts):
        done.exits(4).complains("M4020", *texts)

    def listed(self):
        rows = self.run_("document", "1", "--list", "--format", "json").exits(0).json()["rows"]
        return [row for row in rows if row["kind"] == "berita_acara"]

    def outcome(self):
        return self.rows("SELECT outcome FROM case_index")[0][0]

    def hash_of_minutes(self):
        return self.rows("SELECT facts ->> 'hash' FROM entry WHERE act = 'paper' AND facts ->> 'kind' = 'berita_acara' "
                         "ORDER BY seq DESC LIMIT 1")[0][0]


class Signers(Signing):
    def test_the_guardian_signs_for_a_child_who_may_add_a_name(self):
        self.minuted()
        self.sign("beneficiary1", "respondent1").exits(0)  # names of the children, and nobody's signature
        self.copy("beneficiary1").exits(3).complains("minutes_complete")
        self.sign("mediator", "companion1", "companion2", "companion3").exits(0)
        self.copy("beneficiary1").exits(3).complains("signature of pendamping")
        self.sign("pendamping").exits(0)
        self.copy("beneficiary1", "respondent1").exits(0)

    def test_without_the_childrens_names_the_minutes_are_complete(self):
        self.minuted()
        self.sign("mediator", "companion1", "companion2", "companion3", "pendamping").exits(0)
        self.copy("beneficiary1", "respondent1").exits(0)

    def test_who_left_early_is_no_signer(self):
        self.minuted(**LEFT)
        self.refused(self.sign("companion4"), "companion4", "no signer")
        self.sign("mediator", "companion1", "companion2", "companion3", "pendamping").exits(0)
        self.copy("beneficiary1", "respondent1").exits(0)

    def test_who_was_not_there_is_no_signer(self):
        self.minuted(registered={"companion.+": UNCLE})
        self.refused(self.sign("mediator", "companion4"), "companion4", "no signer")

    def test_named_signers_are_all_who_stayed_and_nobody_else(self):
        self.walk = Walk(self, **LEFT)
        self.walk.to("held")
        form = self.walk.form("minuted")
        for signers, named in ((["mediator", "companion1", "companion2", "companion3", "companion4"], "companion4"),
                               (["mediator", "companion1", "companion3"], "companion2")):
            done = self.walk.act("2026-03-12T11:30", "record", "berita_acara", {**form, "signers": signers})
            self.refused(done, f"'{named}'")
        self.walk.act("2026-03-12T11:30", "record", "berita_acara",
                      {**form, "signers": ["mediator", "companion1", "companion2", "companion3"]}).exits(0)

    def test_a_refusal_needs_its_reason(self):
        self.minuted()
        for reason in {}, {"reason": "  "}:
            self.refused(self.sign({"person": "companion3", "state": "refused", **reason}), "companion3", "reason")
        self.sign({"person": "companion3", "state": "refused", "reason": "Contoh alasan."}).exits(0)
        self.assertEqual(self.found_in("Contoh alasan"), [])
        self.assertEqual(self.outcome(), "agreed")  # a companion's own refusal is not a party's

    def test_a_guardians_refusal_is_the_partys(self):
        self.minuted()
        self.sign({"person": "companion1", "state": "refused", "reason": "Contoh alasan."}).exits(0)
        self.assertEqual(self.outcome(), "not_agreed")
        self.run_("store", "rebuild", "--format", "json").exits(0)
        self.assertEqual(self.outcome(), "not_agreed")

    def test_a_thumbprint_needs_a_witness_of_age(self):
        self.minuted()
        mark = {"person": "companion1", "state": "signed", "mark": "thumbprint"}
        self.refused(self.sign(mark), "companion1", "witness")
        for witness in "companion1", "beneficiary1":
            self.refused(self.sign({**mark, "thumbprint_witness": witness}), f"'{witness}' cannot witness")
        self.sign({**mark, "thumbprint_witness": "companion3"}).exits(0)

    def test_a_day_before_there_was_the_text(self):
        self.minuted()
        self.refused(self.sign({"person": "mediator", "state": "signed", "on": "2026-03-11"}), "2026-03-11")


class Rounds(Signing):
    def reissued(self):
        """signed by some, taken back, changed, issued anew on the same day"""
        self.minuted()
        self.first = self.hash_of_minutes()
        self.sign("mediator", "companion1").exits(0)
        seq = self.rows("SELECT MAX(seq) FROM entry")[0][0]
        correct = lambda *more: self.at("2026-03-12T12:30").run_(
            "record", "1", *more, "--because", "salah_ketik", "--by", "pita", stdin='course = "Contoh jalannya sesi."\n')
        correct("--void", seq).exits(0)
        minutes = self.rows("SELECT seq FROM entry WHERE act = 'minutes'")[0][0]
        correct("--amend", minutes, "--form", "-").exits(0)

    def test_a_new_text_is_a_new_round(self):
        self.reissued()
        self.sign("mediator").exits(3).complains("minutes_frozen")
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        self.assertNotEqual(self.hash_of_minutes(), self.first)
        self.sign("companion2", "companion3", "pendamping", when="2026-03-12T13:00").exits(0)
        self.copy("beneficiary1").exits(3).complains("minutes_complete")
        self.sign("mediator", "companion1", when="2026-03-12T13:10").exits(0)
        self.copy("beneficiary1", "respondent1", when="2026-03-12T13:20").exits(0)

    def test_minutes_dated_back_begin_their_round_when_they_are_issued(self):
        self.walk = Walk(self)
        self.walk.to("held")
        self.walk.act("2026-03-12T11:30", "record", "berita_acara", self.walk.form("minuted")).exits(0)
        self.run_("document", "--reserve", "berita_acara", "--count", "1").exits(0)
        self.at("2026-03-13T09:00").run_("document", "1", "berita_acara", "--on", "2026-03-12", "--into", "letters").exits(0).shows("BA-001")
        self.sign("mediator", "companion1", "companion2", "companion3", "pendamping", when="2026-03-13T10:00").exits(0)
        self.copy("beneficiary1", "respondent1", when="2026-03-13T11:00").exits(0)
        self.run_("store", "verify").exits(0)


class Copies(Signing):
    def test_each_is_of_a_version_and_the_list_says_to_whom(self):
        self.minuted()
        self.assertEqual([(row["copies"], row["copies_to"], row["copied"]) for row in self.listed()], [(None, None, None)])
        self.sign(*ADULTS).exits(0)
        self.copy("beneficiary1").exits(0)
        self.copy("respondent1", when="2026-03-13T09:00").exits(0)
        self.copy("companion3", when="2026-03-14T09:00", result="refused").exits(0)
        versions = self.rows("SELECT facts ->> 'version' FROM entry WHERE act = 'copies'")
        self.assertEqual(versions, [(self.hash_of_minutes(),)] * 3)
        self.assertEqual([(row["state"], row["copies"], row["copies_to"], row["copied"]) for row in self.listed()],
                         [("issued", 2, "beneficiary1,respondent1", "2026-03-13")])
        self.assertEqual(self.found_in("Contoh Penerima"), [])

    def test_none_of_a_text_that_is_not_issued(self):
        self.walk = Walk(self)
        self.walk.to("held")
        self.walk.act("2026-03-12T11:30", "record", "berita_acara", self.walk.form("minuted")).exits(0)
        done = self.copy("beneficiary1").exits(3)
        done.complains("M3001")

    def test_nor_of_an_older_day(self):
        self.minuted()
        self.sign(*ADULTS).exits(0)
        self.refused(self.copy("beneficiary1", on="2026-03-11"), "2026-03-11")


if __name__ == "__main__":
    harness.main()
