"""Steps done for each session or each party: what comes after one is asked of that session, and a clock stops when all
whom it waits for had their turn."""

import harness
from offices import CASE, OtherOffice, labour_office
from reports import Reports, Walk

BOTH = ("mediator", "beneficiary1", "respondent1")


class Sessions(OtherOffice):
    def present(self, **status):
        return {"present": [{"person": who, "status": status.get(who, "present")} for who in BOTH]}

    def another(self, at="2026-01-12T09:00"):
        """a session that was not held, and the next one"""
        absent = {**self.present(respondent1="absent"), "on": "2026-01-07T09:00"}
        self.does("record", "hadir", absent, "2026-01-07T11:00")
        self.does("record", "hasil", {"outcome": "not_held", "reason": "absent_respondent"}, "2026-01-07T11:00")
        self.does("schedule", "sidang", {"at": at, "room": "r1"}, "2026-01-07T12:00")

    def test_what_came_of_a_session_wants_to_know_who_was_there(self):
        self.disputes()
        self.another()
        told = {"outcome": "not_agreed", "session": "2"}
        with self.changing_nothing("mediasi.db"):
            done = self.at("2026-01-12T11:00").act("2026-01-12T11:00", "record", CASE, "hasil", told, "").exits(3)
        done.complains("'hadir' has not happened for session 2")
        ways = self.run_("explain", CASE, "hasil", "--format", "json").json()
        self.assertIn("--step hadir", str(ways))
        story = self.run_("report", "case", CASE, "--format", "json").exits(0).out
        self.assertNotIn("--step hasil", story)
        self.does("record", "hadir", {**self.present(), "session": "2"}, "2026-01-12T10:00")
        self.does("record", "hasil", told, "2026-01-12T11:00")

    def test_each_session_has_its_own_invitations_in_sight(self):
        self.disputes()
        self.another()
        steps = [step["step"] for step in self.next_of()]
        self.assertIn("panggil", steps)
        invitees = [{"person": who} for who in BOTH]
        self.does("schedule", "panggil", {"invitee": invitees}, "2026-01-08T09:00")
        self.assertNotIn("panggil", [step["step"] for step in self.next_of("2026-01-08T09:30")])

    def next_of(self, when="2026-01-07T12:30"):
        return self.does("record", "catatan", {"words": "Contoh."}, when, extra=("--format", "json")).json()["next"]

    def test_a_step_of_an_earlier_session_names_it(self):
        self.disputes()
        self.another()
        note = self.does("record", "catatan", {"words": "Contoh."}, "2026-01-07T12:30")
        self.assertIn("--step naskah --set session=1", note.out)
        self.assertIn("open", self.run_("explain", CASE, "naskah").exits(0).out)

    def test_what_has_its_day_is_open_from_that_day(self):
        self.disputes()
        told = self.at("2026-01-06T09:00").run_("explain", CASE, "hadir", "--format", "json").exits(0).json()
        self.assertFalse(told["steps"][0]["open"])
        self.assertIn("from 2026-01-07", str(told))
        told = self.at("2026-01-07T09:00").run_("explain", CASE, "hadir", "--format", "json").exits(0).json()
        self.assertTrue(told["steps"][0]["open"])

    def test_nothing_is_due_before_it_was_agreed(self):
        self.disputes()
        present = {**self.present(), "on": "2026-01-07T09:00"}
        self.does("record", "hadir", present, "2026-01-07T11:00")
        due = {"who": "respondent1", "kind": "apology", "text": "Meminta maaf.", "recurrence": "once", "due": "2025-01-20"}
        with self.changing_nothing("mediasi.db"):
            done = self.act("2026-01-07T11:00", "record", CASE, "hasil", {"outcome": "agreed", "obligation": [due]}, "").exits(4)
        done.complains("before it was agreed", "year")

    def test_what_ended_with_an_earlier_session_stops_no_later_clock(self):
        advice = 'from = "no_agreement"\nuntil = ["minutes", "closed"]'
        self.disputes((advice, 'from = "session_held"\nuntil = ["minutes", "closed"]'))
        self.another()
        self.does("record", "naskah", {"course": "Tidak hadir.", "session": "1"}, "2026-01-07T13:00")
        self.does("record", "hadir", {**self.present(), "session": "2"}, "2026-01-12T10:00")
        self.does("record", "hasil", {"outcome": "continued", "session": "2"}, "2026-01-12T11:00")
        self.at("2026-02-20T09:00")
        late = self.run_("report", "overdue", "--format", "json").exits(5).json()["rows"]
        self.assertIn(("naskah", "2026-01-28"), [(row["what"], row["since"]) for row in late])

    def test_an_advice_that_no_side_signs_is_signed_by_its_signers_alone(self):
        self.disputes()
        self.heard("not_agreed")
        self.does("record", "ttd", {"signature": [{"person": "mediator", "state": "signed"}]}, "2026-01-07T12:30")
        missing = self.run_("report", "due", "--format", "json").exits(0).json()["rows"]
        self.assertEqual([row for row in missing if row["state"] == "unsigned"], [])


    def test_where_nobody_monitors_or_closes_no_obligation_is_late(self):
        text = labour_office()
        closing = text[text.index('[[step]]\nid = "arsip"'):text.index('[[step]]\nid = "catatan"')]
        self.disputes((closing, ""), (', "closed"]', "]"), ('when = { reason = "carried_out" }\n', ""))
        self.heard("agreed", [{"who": "respondent1", "kind": "payment", "text": "Membayar upah.", "recurrence": "once",
                               "due": "2026-01-20", "amount": 5000000}])
        self.assertNotIn("obligation", self.at("2026-02-20T09:00").run_("report", "overdue").out)


class Parties(Reports):
    """two beneficiaries under the shipped rules: the first assessment is due three working days after 2 March 2026"""

    def setUp(self):
        super().setUp()
        self.walk = Walk(self)
        self.walk.to("registered")

    def comes_in(self, day):
        person = {"name": "Contoh Anak Kedua", "no_nik": "unregistered", "birth": "2014-06", "special_needs": "no"}
        self.walk.act(f"{day}T09:00", "intake", "orang", {"beneficiary": [person]}).exits(0)

    def assessed(self, who, day):
        form = {"party": who, "alone": "yes", "willing": "yes", "pressure": "no", "threat": "no", "protection_order": "no",
                "violence": "no", "risk": "low"}
        self.walk.act(f"{day}T13:00", "assess", "asesmen_awal", form).exits(0)

    def late(self, day):
        rows = self.at(f"{day}T09:00").run_("report", "overdue", "--format", "json").json()["rows"]
        return [row["what"] for row in rows if row["what"] == "asesmen_awal"]

    def test_a_clock_waits_for_the_last_of_them(self):
        self.comes_in("2026-03-02")
        self.assessed("beneficiary1", "2026-03-03")
        self.assertEqual(self.late("2026-03-20"), ["asesmen_awal"])
        self.assessed("beneficiary2", "2026-03-10")
        self.assertEqual(self.late("2026-03-20"), [])

    def test_who_comes_in_later_makes_nothing_late_that_was_done_in_time(self):
        self.assessed("beneficiary1", "2026-03-03")
        self.comes_in("2026-03-16")
        self.assertEqual(self.late("2026-03-20"), [])


class File(OtherOffice):
    def test_the_file_is_complete_on_the_day_of_the_last_party(self):
        needed = ('copies = 3\n', 'copies = 3\n\n[[requirement]]\nid = "didengar"\ntitle = "Kedua pihak didengar"\nkind = "condition"\n'
                  'need = "always"\nsatisfied_by = "klarifikasi"\n')
        self.founded(labour_office(needed), ("mediator_hi", "kabid", "kadis"), "legitimasi_mediator")
        one = {"source": "letter", "buku": 17, "matter": [{"kind": "wages", "police_report": "no"}],
               "beneficiary": [{"name": "Contoh Pekerja", "birth": "1990-01", "special_needs": "no"}],
               "respondent": [{"name": "Contoh Pengusaha", "birth": "1980-01", "special_needs": "no", "relation": "employer"}],
               "requirement": [{"requirement": "risalah", "copies": 3}]}
        self.does("intake", "", one, case="")
        self.does("record", "bipartit", {"for": "respondent"})
        self.does("record", "bipartit_selesai", {"for": "respondent"})
        self.does("schedule", "tunjuk", {"mediator": "med", "conflict": "no"})
        for party, day in (("beneficiary1", "06"), ("respondent1", "08")):
            self.assertEqual(self.rows("SELECT complete FROM case_index"), [("",)])
            self.does("assess", "klarifikasi", {"party": party, "violence": "no"}, f"2026-01-{day}T09:00")
        self.assertEqual(self.rows("SELECT complete FROM case_index"), [("2026-01-08",)])


class Check(OtherOffice):
    def warned(self, *changes, code=5):
        done = self.run_("workflow", "check", self.write("kantor.toml", labour_office(*changes)), "--format", "json")
        return done.exits(code)

    def test_a_clock_that_nothing_can_start(self):
        for event in "visit", "violence", "order", "finding", "unfit", "complaint":
            with self.subTest(event):
                done = self.warned(('from = "no_agreement"', f'from = "{event}"'), code=4)
                self.assertEqual({problem["code"] for problem in done.problems()}, {"M4015"})

    def test_a_clock_that_stops_when_it_starts_or_that_nothing_can_stop(self):
        done = self.warned(('until = ["minutes", "closed"]', 'until = ["no_agreement", "visit"]'))
        self.assertIn("is over when it begins", done.out)
        self.assertIn("'visit' can never stop", done.out)

    def test_a_step_for_each_party_says_which(self):
        done = self.warned(('act = "log"\nrepeat = "many"', 'act = "log"\nrepeat = "per_party"'), code=4)
        self.assertEqual({problem["code"] for problem in done.problems()}, {"M4020"})
        named = 'act = "log"\nalways = true\nrepeat = "per_party"\n[[step.field]]\nname = "party"\nlabel = "Pihak"\nkind = "person"\nneed = "required"\n'
        self.warned(('act = "log"\nrepeat = "many"\nalways = true\n', named))

    def test_what_the_law_wants_before_a_step_and_the_file_only_after_it(self):
        done = self.warned(('after = ["tunjuk"]\nrepeat = "per_party"', 'after = ["panggil"]\nrepeat = "per_party"'))
        self.assertIn("the law asks for 'assessment' before 'panggil'", done.out)

    def test_a_case_that_nothing_closes_and_a_paper_that_nothing_owes(self):
        text = labour_office()
        start = text.index('[[step]]\nid = "arsip"')
        without = text[:start] + text[text.index('[[step]]\nid = "catatan"'):]
        without = without.replace(', "closed"]', "]").replace('when = { reason = "carried_out" }\n', "")
        done = self.run_("workflow", "check", self.write("kantor.toml", without), "--format", "json").exits(5)
        self.assertIn("no step closes a case", done.out)
        self.assertIn("no step owes the paper 'selesai'", done.out)

    def test_a_capital_in_an_id_is_told_once_and_rightly(self):
        done = self.warned(('id = "kadis"\ntitle', 'id = "Kadis"\ntitle'), code=4)
        self.assertNotIn("write 'Kadis'", done.out + done.err)


if __name__ == "__main__":
    harness.main()
