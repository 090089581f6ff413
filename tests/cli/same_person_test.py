"""One human being in several cases: an officer says so, and every record gets the same random id in one transaction."""

import re

import harness
from walk import VAGUE, Office, Walk, example


HERS = {"nik": "3575015505149991", "birth": "2014-05-15", "sex": "female"}


class SamePerson(Office):
    def setUp(self):
        super().setUp()
        self.two()

    def two(self):
        for number in (1, 2):
            Walk(self, number=number, registered=VAGUE).to("registered")

    def say(self, case, person, other, other_case=None, when="2026-03-02T10:00", extra=()):
        form = {"person": person, "other": other, **({"case": other_case} if other_case else {})}
        return self.act(when, "intake", case, "orang_sama", form, "pita", extra)

    def links(self):
        rows = self.rows("SELECT case_number, person, pid, staff FROM person_link ORDER BY case_number, person")
        return {(case[-1], person): (pid, staff) for case, person, pid, staff in rows}

    def test_both_records_get_one_random_id_and_both_cases_an_entry(self):
        before = self.rows("SELECT MAX(seq) FROM entry")[0][0]
        self.say("1", "beneficiary1", "respondent1", "2").exits(0).shows("2026-0002")
        links = self.links()
        self.assertEqual(set(links), {("1", "beneficiary1"), ("2", "respondent1")})
        (pid,) = {pid for pid, _ in links.values()}
        self.assertRegex(pid, "^[0-9a-f]{32}$")
        entries = self.rows(f"SELECT case_number, act, step FROM entry WHERE seq > {before} ORDER BY seq")
        self.assertEqual(entries, [("2026-0001", "identify", "orang_sama"), ("2026-0002", "identify", "orang_sama")])
        self.afresh()
        self.two()
        self.say("1", "beneficiary1", "respondent1", "2026-0002").exits(0)
        self.assertNotIn(pid, str(self.links()))  # random, not made of the records

    def test_the_id_survives_a_correction_and_a_rebuild(self):
        self.say("1", "beneficiary1", "respondent1", "2").exits(0)
        before = self.links()
        form = {"beneficiary": [{"id": "beneficiary1", "may_call": "no"}]}
        self.act("2026-03-02T11:00", "intake", "1", "orang", form).exits(0)
        self.assertEqual(self.links(), before)
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.links(), before)
        self.run_("store", "verify").exits(0)

    def test_two_groups_become_one(self):
        Walk(self, number=3).to("registered")
        Walk(self, number=4).to("registered")
        self.say("1", "beneficiary1", "beneficiary1", "2").exits(0)
        self.say("3", "companion1", "companion1", "4").exits(0)
        links = self.links()
        self.assertEqual(len({pid for pid, _ in links.values()}), 2)
        kept = links[("2", "beneficiary1")][0]
        self.say("2", "beneficiary1", "companion1", "3").exits(0)  # the case at hand keeps its id
        self.assertEqual({pid for pid, _ in self.links().values()}, {kept})
        self.assertEqual(len(self.links()), 4)
        self.run_("store", "rebuild").exits(0)
        self.assertEqual({pid for pid, _ in self.links().values()}, {kept})

    def test_two_records_of_one_case_and_two_acts_of_one_form(self):
        form = {"orang_sama": [{"person": "companion1", "other": "companion3"},
                               {"person": "companion3", "other": "companion2", "case": "2"}]}
        self.act("2026-03-02T10:00", "intake", "1", "", form).exits(0)
        self.assertEqual(set(self.links()), {("1", "companion1"), ("1", "companion3"), ("2", "companion2")})
        self.assertEqual(len({pid for pid, _ in self.links().values()}), 1)

    def test_somebody_of_the_roster(self):
        self.say("1", "companion1", "mediator:medi").exits(0)
        self.say("1", "companion1", "companion1", "2").exits(0)
        self.say("2", "companion1", "officer:koko").exits(0)
        self.assertEqual({staff for _, staff in self.links().values()}, {"mediator:medi,officer:koko"})
        self.assertEqual(len({pid for pid, _ in self.links().values()}), 1)

    def words(self, number):
        """entries of a case that say who is one human being"""
        return [seq for (seq,) in self.rows(f"SELECT seq FROM entry WHERE case_number = '2026-000{number}' AND act = 'identify' "
                                            "AND correction = 'none' ORDER BY seq")]

    def undo(self, case, entry, when="2026-03-02T12:00"):
        return self.at(when).run_("intake", case, "--by", "pita", "--void", str(entry), "--because", "salah_ketik")

    def test_a_wrong_word_is_taken_back_from_every_record_whichever_is_named(self):
        self.say("1", "companion1", "companion3").exits(0)
        one, other = self.words(1)
        for entry in (one, other):
            self.undo("1", entry).exits(0)
            self.assertEqual(self.links(), {})
            self.say("1", "companion1", "companion3", when="2026-03-02T13:00").exits(0)
            self.undo("1", self.words(1)[-1], when="2026-03-02T14:00").exits(0)
            self.afresh()
            self.two()
            self.say("1", "companion1", "companion3").exits(0)
        self.run_("store", "verify").exits(0)

    def test_taken_back_in_the_other_case(self):
        self.say("1", "beneficiary1", "beneficiary1", "2").exits(0)
        earlier = self.links()
        self.say("2", "beneficiary1", "companion3", "1", when="2026-03-02T11:00").exits(0)
        self.assertEqual(len(self.links()), 3)
        self.undo("1", self.words(1)[-1]).exits(0)
        self.assertEqual(self.links(), earlier)
        self.assertEqual(self.rows("SELECT COUNT(*) FROM entry WHERE correction = 'voids'"), [(2,)])
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.links(), earlier)
        self.run_("store", "verify").exits(0)

    def test_what_rests_on_a_word_is_taken_back_first(self):
        self.say("1", "beneficiary1", "beneficiary1", "2").exits(0)
        self.say("2", "beneficiary1", "companion3", "1", when="2026-03-02T11:00").exits(0)
        before = self.links()
        refused = self.undo("1", self.words(1)[0]).exits(3)
        refused.complains("[M3020", f"mediasi intake 2026-0002 --void {self.words(2)[-1]}")
        self.assertEqual(self.links(), before)
        self.undo("2", self.words(2)[-1]).exits(0)
        self.undo("1", self.words(1)[0], when="2026-03-02T13:00").exits(0)
        self.assertEqual(self.links(), {})

    def test_a_word_is_not_amended_and_its_void_stands(self):
        self.say("1", "companion1", "companion3").exits(0)
        word = str(self.words(1)[0])
        before = self.links()
        self.run_("intake", "1", "--by", "pita", "--amend", word, "--because", "salah_ketik", "--set", "other=companion2"
                  ).exits(3).complains("[M3020")
        self.assertEqual(self.links(), before)
        self.undo("1", word).exits(0)
        void = self.rows("SELECT MIN(seq) FROM entry WHERE correction = 'voids'")[0][0]
        self.undo("1", void).exits(3).complains("[M3020")

    def test_what_cannot_be_changes_nothing(self):
        Walk(self, number=3, registered={"respondent.0.organisation": "yes", "respondent.0.representative": "Contoh Wakil"}).to("registered")
        for title, code, message, attempt in [
            ("itself", 4, "M4060", ("1", "beneficiary1", "beneficiary1")),
            ("itself, by its number", 4, "M4060", ("1", "beneficiary1", "beneficiary1", "1")),
            ("nobody there", 4, "M4008", ("1", "beneficiary1", "respondent9", "2")),
            ("nobody here", 4, "M4008", ("1", "beneficiary9", "respondent1", "2")),
            ("a name for an id", 4, "M4008", ("1", "beneficiary1", "Siti Canary", "2")),
            ("no such case", 2, "M2006", ("1", "beneficiary1", "respondent1", "2026-0077")),
            ("a name for a case", 2, "M2006", ("1", "beneficiary1", "respondent1", "Canary")),
            ("an organisation", 4, "M4060", ("1", "beneficiary1", "respondent1", "3")),
            ("no such mediator", 4, "M4008", ("1", "beneficiary1", "mediator:nobody")),
            ("no such officer", 4, "M4008", ("1", "beneficiary1", "officer:medi")),
            ("a mediator of a case", 4, "M4020", ("1", "beneficiary1", "mediator:medi", "2")),
        ]:
            with self.subTest(title), self.changing_nothing("mediasi.db"):
                self.say(*attempt).exits(code).complains(message).hides("Canary")
        with self.changing_nothing("mediasi.db"):
            self.say("1", "beneficiary1", "respondent1", "2", extra=("--dry-run",)).exits(0)
            early = ("--on", "2026-03-02T08:00")  # the morning before anybody was entered
            self.say("1", "beneficiary1", "respondent1", "2", extra=early).exits(3)

    def third(self, **respondent):
        """case 3, whose respondent is known so far"""
        changes = {f"respondent.0.{name}": respondent.get(name) for name in ("nik", "birth", "sex")}
        changes |= {"respondent.0.no_nik": None if "nik" in respondent else "unregistered",
                    "beneficiary.0.nik": None, "beneficiary.0.no_nik": "unregistered"}
        Walk(self, number=3, registered=changes).to("registered")

    def test_records_that_contradict_each_other_are_two_human_beings(self):
        for what, known in (("NIK", {"nik": "3575021103149992"}), ("birth date", {"birth": "2014-03-11"}), ("sex", {"sex": "male"})):
            with self.subTest(what):
                self.afresh()
                self.two()
                self.third(**known)
                for attempt in (("1", "beneficiary1", "respondent1", "3"), ("3", "respondent1", "beneficiary1", "1")):
                    with self.changing_nothing("mediasi.db"):
                        self.say(*attempt).exits(4).complains("M4060", f"not the same {what}").hides("3575021103149992")
                self.say("3", "companion1", "respondent1").exits(0)  # of a companion nothing is known
                self.say("1", "beneficiary1", "companion1", "3").exits(4).complains("M4060")  # who by now is the respondent

    def test_what_is_known_of_one_alone_contradicts_nothing(self):
        for known in ({}, {"birth": "2013"}, {"birth": "2014-06"}, HERS):
            with self.subTest(known):
                self.afresh()
                self.two()
                self.third(**known)
                self.say("1", "beneficiary1", "respondent1", "3").exits(0)

    def test_an_amended_record_is_compared_as_it_stands(self):
        self.third(nik="3575021103149992")
        self.say("1", "beneficiary1", "respondent1", "3").exits(4)
        self.act("2026-03-02T09:30", "intake", "3", "orang", {"respondent": [{"id": "respondent1", "nik": HERS["nik"]}]}).exits(0)
        self.say("1", "beneficiary1", "respondent1", "3").exits(0)

    def test_without_the_key_what_is_sealed_is_not_compared_and_that_is_said(self):
        self.third(nik="3575021103149992")
        del self.environment["MEDIASI_KEY"]
        done = self.say("1", "beneficiary1", "respondent1", "3", extra=("--dry-run",)).exits(0)
        self.assertIn("not compared", done.out + done.err)
        self.afresh()
        self.two()
        self.third(sex="male")
        del self.environment["MEDIASI_KEY"]
        self.say("1", "beneficiary1", "respondent1", "3").exits(4).complains("M4060", "sex")

    def test_nobody_is_both_sides_of_a_matter(self):
        for person, other in (("beneficiary1", "respondent1"), ("respondent1", "beneficiary1")):
            with self.changing_nothing("mediasi.db"):
                self.say("1", person, other).exits(4).complains("M4060", "matter")
        self.say("1", "companion1", "respondent1").exits(0)  # whom the rules keep from standing there
        with self.changing_nothing("mediasi.db"):
            self.say("1", "beneficiary1", "companion1").exits(4).complains("M4060", "matter")

    def test_on_its_day_both_records_must_be_there(self):
        Walk(self, number=3).to("registered")
        late = {"source": "walk_in", "beneficiary": [{"name": "Contoh Lain"}]}
        self.act("2026-03-05T09:00", "intake", "", "", late).exits(0)
        with self.changing_nothing("mediasi.db"):
            done = self.say("1", "beneficiary1", "beneficiary1", "4", when="2026-03-05T10:00", extra=("--on", "2026-03-04"))
            done.exits(3).complains("M3010")
        self.say("1", "beneficiary1", "beneficiary1", "4", when="2026-03-05T10:00").exits(0)

    def test_a_closed_case_is_told_too(self):
        end = {**example("first-case/16-terminasi"), "reason": "withdrawn"}
        end["paper_date"] = "2026-03-02"
        self.act("2026-03-02T12:00", "terminate", "2", "terminasi", end, "kania").exits(0)
        self.say("1", "beneficiary1", "beneficiary1", "2026-0002", when="2026-03-02T13:00").exits(0)
        self.assertEqual(len(self.links()), 2)

    def test_no_id_is_printed(self):
        done = self.say("1", "beneficiary1", "respondent1", "2").exits(0)
        pid = self.links()[("1", "beneficiary1")][0]
        done.hides(pid)
        self.assertEqual(re.findall("[0-9a-f]{32}", done.out), [])
        story = self.run_("report", "case", "1").exits(0)
        story.hides(pid).shows("respondent1", "2026-0002")


if __name__ == "__main__":
    harness.main()
