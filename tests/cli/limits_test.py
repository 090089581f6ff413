"""What a limit says of an act: met late is late, an extension is recorded in time, an hour nobody wrote is not past."""

import harness
from pause_test import pausing
from walk import ROOT, Office, Walk

GUARD = 'because = "Standar"\nsays = "di luar waktunya"\n'


def limited(step, guard, **deadline):
    """Pasuruan's file with one deadline more, counted from the order, and a guard on this step that asks for it"""
    keys = {"id": '"jarak"', "title": '"Jarak"', "role": '"pendamping"', "from": '"order"', "pauses": "false", **deadline}
    lines = "".join(f"{key} = {value}\n" for key, value in keys.items())
    text = (ROOT / "share/rules/pasuruan.toml").read_text()
    head, tail = text.split(f'\n[[step]]\nid = "{step}"\n', 1)
    own, rest = tail.split("\n[[step]]", 1)
    made = f'{head}\n[[step]]\nid = "{step}"\n{own}\n[[step.guard]]\ndeadline = "jarak"\n{guard}{GUARD}\n[[step]]{rest}'
    return made.replace("\n[[deadline]]\n", f"\n[[deadline]]\n{lines}\n[[deadline]]\n", 1)


class Limits(Office):
    kept = False

    def begun(self, rules, state):
        self.founded_on(self.write("kantor/rules.toml", rules))
        walk = Walk(self)
        walk.to(state)
        return walk


class MetLate(Limits):
    DAY = {"amount": 1, "unit": '"day"', "until": '["step:sesi"]'}  # ordered on the 5th: by the 6th

    def test_what_was_met_late_has_passed(self):
        walk = self.begun(limited("bukti_undangan", 'kind = "within"\n', **self.DAY), "conditioned")
        walk.attempt("scheduled", at="2026-03-07T10:00").exits(0)
        with self.changing_nothing("mediasi.db"):
            walk.attempt("delivered").exits(3).complains("bukti_undangan.within", "jarak = 2026-03-06")

    def test_what_was_met_in_time_has_not_whatever_day_it_is(self):
        walk = self.begun(limited("bukti_undangan", 'kind = "within"\n', **self.DAY), "scheduled")
        walk.attempt("delivered").exits(0)

    def test_a_warning_of_it_can_be_accepted(self):
        warn = 'kind = "within"\nseverity = "warn"\naccept_by = "kepala_upt"\n'
        rules = limited("bukti_undangan", warn, **self.DAY)
        walk = self.begun(rules, "conditioned")
        walk.attempt("scheduled", at="2026-03-07T10:00").exits(0)
        walk.attempt("delivered").exits(3).complains("--accept bukti_undangan.within:")
        walk.attempt("delivered", "--accept", "bukti_undangan.within:keadaan_mendesak:kania").exits(0)


if __name__ == "__main__":
    harness.main()
