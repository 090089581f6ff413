"""--accept RULE:REASON[:OFFICER]: a warning is accepted by the role the rules name, for a reason the rules name, and it
is seen afterwards who did."""

import crooked_test  # the module: its own tests are not to run here again
import harness
from walk import Walk

RULE = "undangan.invitations_left"


class Accepting(crooked_test.Crooked):
    """a respondent who was invited three times, with proof, and stayed away; a fourth session is fixed"""

    def setUp(self):
        super().setUp()
        walk, ladder = Walk(self), crooked_test.Ladder
        walk.to("delivered")
        ladder.absent(self, walk, 12)
        for day in (16, 18):
            ladder.session(self, walk, day)
            ladder.absent(self, walk, day)
        ladder.session(self, walk, 20, invite=False)
        self.now = "2026-03-19T09:10:00+07:00"

    def invite(self, *more, form="", by="pita"):
        invited = ("beneficiary1", "companion1", "companion3", "respondent1", "companion2")
        text = form + "".join(f'[[invitee]]\nperson = "{person}"\n' for person in invited)
        return self.run_("schedule", "1", "--by", by, "--step", "undangan", "--form", "-", *more, stdin=text)

    def story(self):
        return self.run_("report", "case", "2026-0001", "--format", "json").exits(0).json()["rows"][-1]

    def test_a_warning_refuses_until_it_is_accepted(self):
        with self.changing_nothing():
            self.invite().exits(3).complains(RULE, "'mk' may accept it")
        self.invite("--accept", f"{RULE}:keadaan_mendesak:kania").exits(0)

    def test_the_story_tells_who_accepted_and_why(self):
        form = 'accept_paper = "12/CONTOH/2026"\naccept_paper_date = "2026-03-19"\n'
        self.invite("--accept", f"{RULE}:keadaan_mendesak:kania", form=form).exits(0)
        self.assertIn(f"'{RULE}' accepted by kania: keadaan mendesak", self.story()["remarks"])
        self.assertIn("signed paper 12/CONTOH/2026", self.story()["remarks"])

    def test_a_form_accepts_as_the_option_does(self):
        self.invite(form=f'accepted = ["{RULE}:keadaan_mendesak:kania"]\n').exits(0)
        self.assertIn("accepted by kania", self.story()["remarks"])

    def test_what_is_wrong_with_an_acceptance(self):
        for item, code, words in (
                (f"{RULE}:keadaan_mendesak", "M3007", "'pita' does not hold the role 'mk'"),
                (f"{RULE}:keadaan_mendesak:koko", "M3007", f"--accept {RULE}:keadaan_mendesak:kania"),
                (f"{RULE}:keadaan_mendesak:kanya", "M4008", "did you mean 'kania'?"),
                (f"{RULE}:mendesak:kania", "M4008", "kepentingan_korban"),
                ("undangan.invitation_left:keadaan_mendesak:kania", "M4008", f"did you mean '{RULE}'?"),
                ("undangan.briefed:keadaan_mendesak:kania", "M3007", "is no warning"),
                ("statute.4.consent:keadaan_mendesak:kania", "M4008", "no step of the form has a warning")):
            with self.subTest(item), self.changing_nothing():
                done = self.invite("--accept", item)
                self.assertIn(done.code, (3, 4))
                done.complains(code, words)

    def test_all_mistakes_are_told_at_once(self):
        done = self.invite("--accept", f"{RULE}:mendesak:koko", "--format", "json").exits(4)
        self.assertEqual({"M4008", "M3007"} - set(done.codes()), set())

    def test_what_needs_no_accepting_cannot_be_accepted(self):
        with self.changing_nothing():
            self.run_("schedule", "1", "--by", "pita", "--step", "bukti_undangan", "--accept",
                      f"{RULE}:keadaan_mendesak:kania", "--form", "-",
                      stdin='session = 1\n[[delivery]]\nperson = "mediator"\nhow = "hand"\n').exits(4).complains("M4008")

    def test_a_rule_that_holds_is_not_accepted(self):
        self.afresh()
        walk = Walk(self)
        walk.to("conditioned")
        done = walk.attempt("scheduled", "--accept", f"{RULE}:keadaan_mendesak:kania")
        done.exits(3).complains("M3007", "nothing to accept")

    def test_names_given_where_a_word_belongs_are_not_repeated(self):
        self.invite("--accept", "Siti Canary:x:Siti Canary").exits(4).hides("Canary")


if __name__ == "__main__":
    harness.main()
