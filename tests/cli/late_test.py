"""What is recorded later than it happened is put where it belongs, judged as of its day, and shown as late."""

import harness
from walk import Office, Walk


class Late(Office):
    def walked(self, to, **changes):
        walk = Walk(self, **changes)
        walk.to(to)
        return walk

    def log(self, when, on, words="Contoh"):
        return self.at(when).run_("record", "1", "--step", "catatan", "--on", on, "--form", "-",
                                  stdin=f'words = "{words}"\n').exits(0)

    def story(self):
        return self.run_("report", "case", "2026-0001", "--format", "json").exits(0).json()["rows"]

    def steps(self):
        return [row["step"] for row in self.story()]

    def last(self):
        return self.rows("SELECT max(seq) FROM entry")[0][0]

    def test_it_stands_on_its_day_and_is_shown_as_late(self):
        self.walked("ordered")
        done = self.at("2026-03-06T08:00").run_("record", "1", "--step", "catatan", "--on", "2026-03-03T10:00",
                                                "--format", "json", "--form", "-", stdin='words = "Contoh"\n')
        self.assertTrue(done.exits(0).json()["late"])
        steps = self.steps()
        self.assertLess(steps.index("kelayakan"), steps.index("catatan"))
        self.assertLess(steps.index("catatan"), steps.index("asesmen_lanjutan"))
        row = next(row for row in self.story() if row["step"] == "catatan")
        self.assertEqual((row["on"], row["recorded"]), ("2026-03-03T10:00", "2026-03-06T08:00"))
        self.assertIn("recorded late", row["remarks"])

    def test_a_day_without_a_time_comes_after_what_was_recorded_before_it(self):
        self.walked("assessed")
        self.log("2026-03-04T16:00", "2026-03-02")
        first = self.last()
        self.log("2026-03-04T16:01", "2026-03-02T12:00")
        order = [row["entry"] for row in self.story()]
        self.assertLess(order.index(self.last()), order.index(first))
        steps = self.steps()
        self.assertEqual(steps[steps.index("asesmen_lanjutan") - 1], "catatan")

    def test_it_is_judged_as_of_its_day(self):
        walk = self.walked("assessed")
        # on the second of March there was no assessment of both yet
        walk.attempt("planned", "--on", "2026-03-02T16:00", at="2026-03-04T15:00").exits(3).complains("builtin.order")
        walk.attempt("planned", "--on", "2026-03-04T14:00", at="2026-03-05T15:00").exits(0)

    def test_a_role_is_asked_for_on_its_day(self):
        self.add("officer", {"id": "baru", "name": "Contoh Baru",
                             "post": [{"role": "pendamping", "from": "2026-03-04"}]})
        walk = self.walked("registered")
        walk.attempt("found", "--on", "2026-03-03", at="2026-03-05T09:00", by="baru").exits(3).complains("builtin.role")
        walk.attempt("found", "--on", "2026-03-04", at="2026-03-05T09:00", by="baru").exits(0)

    def test_what_would_break_a_later_act_is_refused_and_names_it(self):
        walk = self.walked("scheduled")
        session = self.rows("SELECT seq FROM entry WHERE step = 'sesi'")[0][0]
        form = {"party": "beneficiary1", "given_by": "companion1", "relation": "mother", "purposes": ["mediation"],
                "decision": "withdrawn", "child_view": "yes"}
        with self.changing_nothing():
            done = walk.act("2026-03-06T09:00", "intake", "persetujuan", form, extra=("--on", "2026-03-05T09:45"))
            done.exits(3).complains("builtin.replay", f"{session} ('sesi')", "sesi.consent_given")
        walk.act("2026-03-06T09:00", "intake", "persetujuan", form).exits(0)

    def test_one_that_breaks_nothing_is_taken_though_others_came_later(self):
        self.walked("signed")
        self.log("2026-03-13T09:00", "2026-03-02T09:00")
        self.run_("store", "rebuild").exits(0)
        self.run_("store", "verify").exits(0)

    def test_neither_before_the_case_nor_in_the_future(self):
        self.walked("registered")
        for on, rule in (("2026-03-01", "builtin.before_intake"), ("2026-03-03", "builtin.future")):
            with self.subTest(on), self.changing_nothing():
                self.run_("record", "1", "--step", "catatan", "--on", on, "--form", "-",
                          stdin='words = "Contoh"\n').exits(3).complains(rule)


if __name__ == "__main__":
    harness.main()
