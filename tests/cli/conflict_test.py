"""Conflicts of interest of mediators and companions, over all cases; and what is lawful stays so."""

import harness
from refusing import Refusing
from walk import VAGUE, Walk


class Conflict(Refusing):
    def same(self, person, other, case="1", other_case=None):
        form = {"person": person, "other": other, **({"case": other_case} if other_case else {})}
        self.act("2026-03-05T09:40", "intake", case, "orang_sama", form).exits(0)

    def ready(self, number=1, **registered):
        walk = Walk(self, number=number, registered=registered)
        walk.to("conditioned")
        return walk

    def rules(self, walk):
        done = walk.attempt("scheduled", "--format", "json")
        return [problem["rule"] for problem in done.problems()] if done.code else []

    def fact(self, rule, walk):
        problems = self.refused(rule, lambda *extra: walk.attempt("scheduled", *extra))
        return [problem["fact"] for problem in problems if problem["rule"] == rule][0]

    def test_the_question_is_asked_and_unknown_is_not_no(self):
        for answer, seen in (("yes", "yes"), ("unknown", "unknown"), (None, "unknown")):
            with self.subTest(seen):
                self.afresh()
                walk = Walk(self, scheduled={"mediator.conflict": answer})
                walk.to("conditioned")
                self.assertEqual(self.fact("mediator.no_conflict", walk), f"conflict of medi = {seen}")

    def test_a_mediator_who_is_somebody_of_this_case(self):
        for person in ("beneficiary1", "respondent1", "companion2"):
            with self.subTest(person):
                self.afresh()
                walk = self.ready()
                self.same(person, "mediator:medi")
                self.assertEqual(self.fact("mediator.no_conflict", walk), f"mediator medi = is {person} of this case")

    def test_a_mediator_who_was_party_or_companion_in_a_case_of_theirs(self):
        for theirs in ("respondent1", "companion1"):
            with self.subTest(theirs):
                self.afresh()
                Walk(self, number=1).to("registered")
                walk = self.ready(2, **VAGUE)
                self.same("respondent1", "beneficiary1", "2", "1")
                self.assertEqual(self.rules(walk), [])
                self.afresh()
                Walk(self, number=1).to("registered")
                walk = self.ready(2, **VAGUE)
                self.same("respondent1", "beneficiary1", "2", "1")
                self.same(theirs, "mediator:medi", "1")
                self.assertEqual(self.fact("mediator.no_conflict", walk), f"mediator medi = is {theirs} of 2026-0001")

    def test_found_through_a_third_record(self):
        """case 1 says the companion is the mediator; another record of the same human being is a party of case 2"""
        Walk(self, number=1).to("registered")
        Walk(self, number=2).to("registered")
        walk = self.ready(3)
        self.same("companion1", "mediator:medi", "1")
        self.same("companion1", "respondent1", "1", "2")
        self.same("beneficiary1", "beneficiary1", "3", "2")
        self.assertEqual(self.fact("mediator.no_conflict", walk), "mediator medi = is respondent1 of 2026-0002")

    def test_a_mediator_of_people_unrelated_to_this_case_may(self):
        Walk(self, number=1).to("registered")
        walk = self.ready(2)
        self.same("respondent1", "mediator:medi", "1")
        walk.attempt("scheduled").exits(0)

    def test_the_same_mediator_for_one_family_twice_may(self):
        Walk(self, number=1).to("scheduled")
        walk = Walk(self, number=2, scheduled={"sesi.at": "2026-03-12T13:00"})
        walk.to("conditioned")
        for person in ("beneficiary1", "respondent1"):
            self.same(person, person, "2", "1")
        walk.attempt("scheduled").exits(0)

    def test_a_companion_under_two_records_on_both_sides(self):
        walk = self.ready()
        self.same("companion1", "companion2")
        self.assertEqual(self.fact("undangan.pendamping_lawan", walk), "companion1 = is also companion2 of this case")

    def test_a_companion_who_is_the_other_side(self):
        walk = self.ready()
        self.same("companion3", "respondent1")
        self.assertEqual(self.fact("undangan.pendamping_lawan", walk), "companion3 = is also respondent1 of this case")

    def test_a_companion_said_to_have_hurt_her_in_another_case(self):
        for offender, rule in (("yes", "undangan.pendamping_lawan"), ("unknown", "undangan.pendamping_lawan"),
                               ("no", "undangan.pendamping_dahulu")):
            with self.subTest(offender):
                self.afresh()
                Walk(self, number=1, registered={"respondent.0.alleged_offender": offender}).to("registered")
                walk = self.ready(2)
                self.same("beneficiary1", "beneficiary1", "2", "1")
                self.same("companion1", "respondent1", "2", "1")
                self.assertEqual(self.fact(rule, walk), "companion1 = is respondent1 of 2026-0001")
                self.assertEqual(self.rules(walk), [rule])

    def test_a_companion_who_stood_beside_the_other_side(self):
        Walk(self, number=1).to("registered")
        walk = self.ready(2)
        self.same("beneficiary1", "beneficiary1", "2", "1")
        self.same("companion1", "companion2", "2", "1")
        self.assertEqual(self.fact("undangan.pendamping_dahulu", walk), "companion1 = is companion2 of 2026-0001")

    def test_a_mother_beside_the_same_child_again_whatever_its_side(self):
        """hurt in one case, said to have hurt in the next: the mother stands by her child both times"""
        Walk(self, number=1).to("registered")
        walk = self.ready(2, **VAGUE)
        self.same("respondent1", "beneficiary1", "2", "1")
        self.same("companion2", "companion1", "2", "1")
        walk.attempt("scheduled").exits(0)

    def test_an_opponent_of_others_may_stand_beside_this_party(self):
        Walk(self, number=1).to("registered")
        walk = self.ready(2)
        self.same("companion1", "respondent1", "2", "1")
        walk.attempt("scheduled").exits(0)


if __name__ == "__main__":
    harness.main()
