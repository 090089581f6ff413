"""A person or a matter of the case is corrected by naming it; what the form leaves out stays as it was."""

import harness
from walk import Office, Walk


class Correction(Office):
    def walked(self, **changes):
        walk = Walk(self, **changes)
        walk.to("registered")
        self.now = "2026-03-02T09:00:00+07:00"
        return walk

    def correct(self, form, *more):
        return self.run_("intake", "1", "--step", "orang", "--form", "-", *more, stdin=form)

    def entry(self):
        """the facts of the last entry, as the report words them, and what the case is now"""
        answer = self.run_("report", "case", "2026-0001", "--format", "json").exits(0).json()
        return answer["rows"][-1]["facts"], "\n".join(answer["notes"])

    def test_a_matter_gets_its_police_number_and_the_gate_opens(self):
        walk = self.walked(registered={"matter.0.police_report": None})
        walk.attempt("found").exits(3).complains("statute.2.police_on_file")
        self.now = "2026-03-02T12:00:00+07:00"
        self.correct('[[matter]]\nnumber = 1\nkind = "bullying"\npolice_report = "no"\n').exits(0)
        walk.to("found")

    def test_a_person_keeps_what_the_correction_leaves_out(self):
        self.walked()
        self.correct('[[beneficiary]]\nid = "beneficiary1"\nmay_write = "no"\n').exits(0)
        self.assertIn("beneficiary1: C.A.S., beneficiary, child, special needs", self.entry()[1])

    def test_an_id_that_is_nobodys_is_refused_and_not_repeated(self):
        self.walked()
        for group, name in (("beneficiary", "Siti Canary"), ("beneficiary", "companion1"), ("companion", "companion9")):
            form = f'[[{group}]]\nid = "{name}"\nof = "beneficiary1"\nkinds = "parent"\n'
            self.correct(form).exits(4).complains("M4008").hides("Canary")
        self.correct('[[matter]]\nnumber = 2\nkind = "bullying"\n').exits(4).complains("M4008")
        self.assertEqual(self.found_in("Canary"), [])

    def test_the_blank_form_names_whom_it_can_correct(self):
        self.walked()
        self.run_("intake", "1", "--step", "orang", "--blank").exits(0).shows("companion2 (C.I.D.)", "1 (bullying)")


if __name__ == "__main__":
    harness.main()
