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


class InTime(Limits):
    EXTENDED = pausing(extra='extension = 7\nextended_by = "mk"')  # complete on 2 March: due on the 16th

    def extend(self, walk, when, *extra, on=None):
        form = {"deadline": "penyelesaian", "amount": 5, **({"on": on} if on else {})}
        return walk.act(when, "record", "perpanjangan", form, "kania", extra)

    def test_an_extension_that_is_recorded_when_the_day_has_passed_undoes_nothing(self):
        walk = self.begun(self.EXTENDED, "found")
        with self.changing_nothing("mediasi.db"):
            for words in ({"on": "2026-03-10"}, {"on": "2026-03-16T16:00"}):
                self.extend(walk, "2026-03-20T09:00", **words).exits(3).complains("builtin.extension", "has passed")
            self.extend(walk, "2026-03-20T09:00", "--on", "2026-03-10").exits(3).complains("builtin.extension")
        self.run_("report", "overdue").exits(5)

    def test_one_that_is_recorded_a_little_later_and_in_time_stands(self):
        walk = self.begun(self.EXTENDED, "found")
        self.extend(walk, "2026-03-16T16:00", on="2026-03-10").exits(0)
        walk.act("2026-03-18T09:00", "record", "menunggu", {"for": "respondent", "on": "2026-03-09"}).exits(0)  # asked again

    def test_of_a_row_the_day_it_says_counts(self):
        walk = self.begun(self.EXTENDED, "found")
        rows = self.write("rows.csv", f"case,on,deadline,amount\n{walk.case()},2026-03-10,penyelesaian,5\n")
        batch = ("record", "--step", "perpanjangan", "--by", "kania", "--batch", rows)
        self.at("2026-03-20T09:00").run_(*batch, "--dry-run").exits(0)
        self.run_(*batch).exits(0)
        walk.act("2026-03-20T10:00", "record", "menunggu", {"for": "respondent", "on": "2026-03-09"}).exits(0)
        self.run_("store", "verify").exits(0)

    def test_of_a_case_that_came_in_afterwards_the_day_it_says_counts(self):
        self.founded_on(self.write("kantor/rules.toml", self.EXTENDED))
        walk = Walk(self)
        walk.attempt("registered", "--on", "2026-03-02T08:30", at="2026-03-20T08:00").exits(0)
        walk.attempt("found", "--on", "2026-03-02T13:00", at="2026-03-20T08:10").exits(0)
        self.extend(walk, "2026-03-20T09:00", on="2026-03-10").exits(0)
        with self.changing_nothing("mediasi.db"):
            self.extend(walk, "2026-03-20T09:00", on="2026-03-18T08:00").exits(3)


class NotYetPast(Limits):
    HOURS = {"amount": 26, "unit": '"hour"', "at_least": "true", "until": '["closed"]'}  # from the 6th at 11

    def named(self, walk, when, on):
        form = {"mediator": "medi", "conflict": "no", "on": on}
        return walk.act(when, "schedule", "mediator", form)

    def test_a_day_without_an_hour_ends_when_the_act_is_recorded(self):
        walk = self.begun(limited("mediator", 'kind = "not_before"\n', **self.HOURS), "conditioned")
        with self.changing_nothing("mediasi.db"):
            for when, on in (("2026-03-06T09:00", "2026-03-06"), ("2026-03-06T10:59", "2026-03-06"),
                             ("2026-03-07T09:00", "2026-03-05"), ("2026-03-07T09:00", "2026-03-06T10:59")):
                self.named(walk, when, on).exits(3).complains("mediator.not_before", "jarak = 2026-03-06T11:00")
        self.named(walk, "2026-03-06T11:00", "2026-03-06").exits(0)

    def test_recorded_on_another_day_it_lasts_to_its_end(self):
        walk = self.begun(limited("mediator", 'kind = "not_before"\n', **self.HOURS), "conditioned")
        self.named(walk, "2026-03-07T09:00", "2026-03-06").exits(0)


if __name__ == "__main__":
    harness.main()
