"""A guard that asks for a field of a group judges each row of the form, and what it saw names the row."""

import harness
from walk import ROOT, Office, Walk

WARN = 'because = "Standar"\nsays = "tidak di sini"\n'


def guarded(step, **keys):
    """Pasuruan's file with one guard more on this step"""
    lines = "".join(f"{key} = {value}\n" for key, value in keys.items())
    text = (ROOT / "share/rules/pasuruan.toml").read_text()
    head, tail = text.split(f'\n[[step]]\nid = "{step}"\n', 1)
    own, rest = tail.split("\n[[step", 1)
    return f'{head}\n[[step]]\nid = "{step}"\n{own}\n[[step.guard]]\n{lines}{WARN}\n[[step{rest}'


MEDIATED = {"kind": '"field_is"', "id": '"baris"', "field": '"matter.mediate"', "is": '["no"]'}
OF_CUSTODY = MEDIATED | {"only": '["matter.kind:custody"]'}
CUSTODY = {"matter.0.kind": "custody", "matter.0.incident_on": None, "matter.0.place": None}


class RowGuards(Office):
    kept = False

    def registered(self, rules, **changes):
        self.founded_on(self.write("kantor/rules.toml", rules))
        return Walk(self, registered=changes).attempt("registered", "--format", "json")

    def refused(self, done, fact):
        (problem,) = done.exits(3).problems()
        self.assertEqual((problem["rule"], problem["fact"]), ("baris", fact))

    def test_only_and_the_field_are_looked_for_in_the_same_row(self):
        rules = guarded("registrasi", **OF_CUSTODY)
        self.registered(rules).exits(0)  # no matter of custody
        self.refused(self.registered(rules, **CUSTODY), "matter.mediate, row 1 = yes")
        self.registered(rules, **CUSTODY, **{"matter.0.mediate": "no"}, **{"matter.+": {"kind": "bullying", "mediate": "yes"}}).exits(0)
        second = {"matter.+": {"kind": "custody", "mediate": "yes"}}
        self.refused(self.registered(rules, **second), "matter.mediate, row 2 = yes")
        self.refused(self.registered(rules, **{"matter.+": {"kind": "custody"}}), "matter.mediate, row 2 = unknown")

    def test_without_only_every_row_is_asked(self):
        rules = guarded("registrasi", **(MEDIATED | {"field": '"matter.kind"', "is": '["bullying"]'}))
        self.registered(rules).exits(0)
        self.refused(self.registered(rules, **CUSTODY), "matter.kind, row 1 = custody")
        self.refused(self.registered(rules, **{"matter.+": {"kind": "custody"}}), "matter.kind, row 2 = custody")

    def test_a_field_of_the_act_that_is_asked_because_of_a_row(self):
        told = MEDIATED | {"field": '"running"', "only": '["matter.kind:custody"]'}
        rules = guarded("registrasi", **told)
        self.registered(rules).exits(0)
        self.refused(self.registered(rules, **{"matter.+": {"kind": "custody"}}), "running = unknown")

    def test_a_group_without_rows_is_not_filled_in(self):
        present = {"kind": '"field_present"', "id": '"baris"', "field": '"matter.incident_on"'}
        rules = guarded("registrasi", **present)
        self.registered(rules).exits(0)
        self.refused(self.registered(rules, **{"matter.+": {"kind": "custody"}}), "matter.incident_on, row 2 = empty")
        self.refused(self.registered(rules, matter=None), "matter.incident_on = empty")
        self.registered(guarded("registrasi", **(present | {"only": '["matter.kind:custody"]'})), matter=None).exits(0)
        self.registered(guarded("registrasi", **MEDIATED), matter=None).exits(0)  # nothing to judge

    def test_the_row_is_named_in_the_office_s_language(self):
        self.founded_on(self.write("kantor/rules.toml", guarded("registrasi", **OF_CUSTODY)))
        told = Walk(self, registered=CUSTODY).attempt("registered", "--lang", "id").exits(3)
        told.complains("matter.mediate, baris 1 = ya")

    def test_what_is_sealed_is_never_seen_and_that_is_said(self):
        sealed = [{"kind": '"field_is"', "field": '"beneficiary.name"', "is": '"x"'},
                  {"kind": '"field_present"', "field": '"beneficiary.name"'},
                  {"kind": '"field_is"', "field": '"story"', "is": '"x"'},
                  OF_CUSTODY | {"only": '["beneficiary.name:x"]'}]
        for keys in sealed:
            done = self.run_("workflow", "check", self.write("r.toml", guarded("registrasi", **keys))).exits(5)
            self.assertIn("is sealed: no guard can see it", done.out + done.err)
        for keys in (OF_CUSTODY, {"kind": '"field_present"', "field": '"story"'}):
            self.run_("workflow", "check", self.write("r.toml", guarded("registrasi", **keys))).exits(0).hides("is sealed")


if __name__ == "__main__":
    harness.main()
