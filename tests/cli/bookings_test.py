"""Nobody and no room is booked twice: over all cases, and within one; back to back is fine."""

import harness
from refusing import Refusing
from walk import VAGUE, Walk, example

BUSY = ("--accept", "sesi.pendamping_bebas:keadaan_mendesak")  # the same Pendamping runs both cases


class Bookings(Refusing):
    def setUp(self):
        super().setUp()
        self.add("mediator", {**example("roster/mediator"), "id": "meda", "name": "Contoh Meda"})
        self.add("room", {"id": "ruang-2", "name": "Ruang Dua"})

    def two_cases(self, at="2026-03-12T09:00", other=None, registered=()):
        """case 1 has its session on 12 March at nine for two hours, with medi in ruang-1; case 2 asks for meda and ruang-2"""
        Walk(self, registered=dict(registered)).to("scheduled")
        second = Walk(self, number=2, registered=dict(registered), scheduled={"mediator.mediator": "meda", "sesi.room": "ruang-2", "sesi.at": at, **(other or {})})
        second.to("conditioned")
        return second

    def same(self, person, other, case, other_case):
        form = {"person": person, "other": other, **({"case": other_case} if other_case else {})}
        self.act("2026-03-05T09:40", "intake", case, "orang_sama", form).exits(0)

    def facts(self, problems, rule):
        return [problem["fact"] for problem in problems if problem["rule"] == rule]

    def test_one_human_being_in_two_cases(self):
        second = self.two_cases()
        self.same("companion2", "companion1", "2", "1")
        problems = self.refused("undangan.not_booked_twice", lambda *extra: second.attempt("scheduled", *BUSY, *extra))
        self.assertEqual(self.facts(problems, "undangan.not_booked_twice"),
                         ["companion2 = taken by 2026-0001 from 2026-03-12T09:00"])

    def test_two_people_nobody_linked_are_two(self):
        self.two_cases().attempt("scheduled", *BUSY).exits(0)

    def test_the_link_may_come_after_the_first_session_was_fixed_and_in_either_case(self):
        for person, case, other in (("respondent1", "1", "2"), ("respondent1", "2", "1")):
            with self.subTest(case):
                self.afresh()
                self.setUp_roster()
                second = self.two_cases(registered=VAGUE)
                self.same(person, "beneficiary1", case, other)
                self.refused("undangan.not_booked_twice", lambda *extra, w=second: w.attempt("scheduled", *BUSY, *extra))

    def setUp_roster(self):
        self.add("mediator", {**example("roster/mediator"), "id": "meda", "name": "Contoh Meda"})
        self.add("room", {"id": "ruang-2", "name": "Ruang Dua"})

    def test_back_to_back_is_fine_and_a_minute_more_is_not(self):
        for at, taken in (("2026-03-12T11:00", False), ("2026-03-12T07:00", False), ("2026-03-12T10:59", True),
                          ("2026-03-12T07:01", True), ("2026-03-13T09:00", False), ("2026-03-12T09:30", True)):
            with self.subTest(at):
                self.afresh()
                self.setUp_roster()
                second = self.two_cases(at)
                self.same("beneficiary1", "beneficiary1", "2", "1")
                if taken:
                    self.refused("undangan.not_booked_twice", lambda *extra, w=second: w.attempt("scheduled", *BUSY, *extra))
                else:
                    second.attempt("scheduled").exits(0)

    def test_a_companion_who_mediates_elsewhere(self):
        second = self.two_cases()
        self.same("companion3", "mediator:medi", "2", None)
        problems = self.refused("undangan.not_booked_twice", lambda *extra: second.attempt("scheduled", *BUSY, *extra))
        self.assertIn("mediator medi", self.facts(problems, "undangan.not_booked_twice")[0])

    def test_two_sessions_of_one_case_at_once(self):
        walk = Walk(self)
        walk.to("scheduled")
        for change in ({"room": "ruang-2"}, {"room": "ruang-2", "at": "2026-03-12T10:30"}, {"at": "2026-03-12T08:00"}):
            form = {**example("first-case/07-jadwal")["sesi"], **change}
            self.refused("sesi.not_booked_twice",
                         lambda *extra, f=form: walk.act("2026-03-05T11:00", "schedule", "sesi", f, extra=(*BUSY, *extra)))
        form = {**example("first-case/07-jadwal")["sesi"], "at": "2026-03-12T11:00"}
        walk.act("2026-03-05T11:00", "schedule", "sesi", form).exits(0)

    def test_the_pendamping_is_a_warning_a_colleague_can_stand_in(self):
        second = self.two_cases()
        done = second.attempt("scheduled", "--format", "json").exits(3)
        self.assertEqual([problem["rule"] for problem in done.problems()], ["sesi.pendamping_bebas"])
        self.assertEqual(done.problems()[0]["fact"], "officer pita = taken by 2026-0001 from 2026-03-12T09:00")
        second.attempt("scheduled", *BUSY).exits(0)

    def test_the_table_of_bookings_comes_back_from_the_journal(self):
        second = self.two_cases("2026-03-12T13:00")
        self.same("companion1", "companion1", "2", "1")
        second.attempt("scheduled").exits(0)
        query = "SELECT kind, resource, starts, ends, case_number, session FROM booking ORDER BY 1, 2, 3, 5"
        before = self.rows(query)
        self.assertEqual({kind for kind, *_ in before}, {"mediator", "room", "person", "officer"})
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.rows(query), before)


if __name__ == "__main__":
    harness.main()
