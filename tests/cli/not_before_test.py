"""A least time that the office's file sets: no session is proposed before its day, and the way on names that day."""

import harness
from explaining import Explaining
from limits_test import limited
from walk import ROOT, Walk

DEADLINE = """
[[deadline]]
id = "jarak"
title = "Jarak sesudah perintah"
role = "pendamping"
step = "sesi"
amount = {amount}
unit = "{unit}"
from = "order"
until = ["closed"]
at_least = true
pauses = false

[[deadline]]
id = "monitoring_pertama"
"""
GUARD = """
[[step.guard]]
kind = "not_before"
deadline = "jarak"
because = "Standar: pihak lain dipanggil paling cepat sesudahnya"
says = "terlalu cepat"
instead = "pilih hari sesudahnya"

[[step]]
id = "sesi_pindah"
"""


class NotBefore(Explaining):
    kept = False

    def ordered(self, amount=3, unit="day"):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        made = text.replace('\n[[deadline]]\nid = "monitoring_pertama"\n',
                            DEADLINE.replace("{amount}", str(amount)).replace("{unit}", unit), 1)
        made = made.replace('\n[[step]]\nid = "sesi_pindah"\n', GUARD, 1)
        self.assertEqual(made.count('"jarak"'), 2)
        self.founded_on(self.write("kantor/rules.toml", made))
        walk = Walk(self)
        walk.to("conditioned")
        return walk

    def found(self, at):
        answer = self.at(at).run_("--format", "json", "schedule", "1", "--find", "--mediator", "medi", "--count", "1")
        return answer.exits(0).json()["rows"][0]["at"]

    def test_no_session_is_proposed_before_its_day(self):
        walk = self.ordered()  # ordered on the 5th, a Thursday: not before the 8th, a Sunday
        self.assertEqual(self.found("2026-03-05T10:00"), "2026-03-09T08:00")
        walk.act("2026-03-05T10:00", "schedule", "mediator", {"mediator": "medi", "conflict": "no"}).exits(0)
        form = {"at": "2026-03-06T09:00", "room": "ruang-1"}
        walk.act("2026-03-05T10:05", "schedule", "sesi", form).exits(3).complains("sesi.not_before")
        walk.act("2026-03-05T10:05", "schedule", "sesi", form | {"at": self.found("2026-03-05T10:05")}).exits(0)

    def test_a_least_time_in_hours(self):
        self.ordered(26, "hour")  # ordered on the 5th at 9
        self.assertEqual(self.found("2026-03-05T10:00"), "2026-03-06T11:00")

    def test_where_no_day_is_left_it_is_said_why(self):
        self.ordered(30)
        done = self.at("2026-03-05T10:00").run_("schedule", "1", "--find", "--mediator", "medi").exits(3)
        done.complains("terlalu cepat")

    def test_the_way_on_of_later_steps_leads_over_that_day(self):
        walk = self.ordered()
        for step in ("undangan", "hasil", "kunjungan"):
            with self.subTest(step=step):
                (row,) = self.explain(walk, step, at="2026-03-05T10:00")["steps"]
                ways = [way for failed in row["failed"] for way in failed["unblock"] if way["step"] == "sesi"]
                self.assertTrue(ways, row["failed"])
                self.assertIn("from 2026-03-08", ways[0]["says"])


class TwoSessions(Explaining):
    kept = False

    def test_the_step_that_is_open_is_asked_and_named(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        second = """
[[step]]
id = "sesi_lanjutan"
title = "Sesi lanjutan"
act = "session"
roles = ["pendamping"]
after = ["hasil"]
repeat = "many"
""" + GUARD.split("\n[[step]]\n")[0]
        text = text.replace('\n[[step]]\nid = "sesi"\n', second + '\n[[step]]\nid = "sesi"\n', 1)
        text = text.replace('\n[[deadline]]\nid = "monitoring_pertama"\n', DEADLINE.format(amount=30, unit="day"), 1)
        self.founded_on(self.write("kantor/rules.toml", text))
        walk = Walk(self)
        walk.to("conditioned")
        done = self.at("2026-03-05T10:00").run_("--format", "json", "schedule", "1", "--find", "--mediator", "medi", "--count", "1")
        (row,) = done.exits(0).json()["rows"]
        self.assertEqual(row["at"][:10], "2026-03-05")
        self.assertIn("--step sesi --", row["command"])


class Waited(Explaining):
    kept = False

    def test_a_step_that_only_a_later_hour_opens_is_closed_and_names_it(self):
        rules = limited("mediator", 'kind = "not_before"\n', amount=26, unit='"hour"', at_least="true", until='["closed"]')
        self.founded_on(self.write("kantor/rules.toml", rules))
        walk = Walk(self)
        walk.to("conditioned")

        def told(when):
            (row,) = self.explain(walk, "mediator", at=when)["steps"]
            ways = [way["says"] for failed in row["failed"] for way in failed["unblock"]]
            answer = walk.act(when, "record", "menunggu", {"for": "respondent"}, extra=("--dry-run", "--format", "json"))
            return row["open"], ways, "mediator" in [step["step"] for step in answer.exits(0).json()["next"]]

        self.assertEqual(told("2026-03-05T10:00"), (False, ["from 2026-03-06T11:00"], False))
        self.assertEqual(told("2026-03-06T11:00"), (True, [], True))

    def test_where_it_has_not_begun_its_beginning_opens_it(self):
        rules = limited("menunggu", 'kind = "not_before"\n', amount=1, unit='"day"', at_least="true", until='["closed"]')
        self.founded_on(self.write("kantor/rules.toml", rules))
        walk = Walk(self)
        walk.to("planned")
        (row,) = self.explain(walk, "menunggu", at="2026-03-04T16:00")["steps"]
        (failed,) = row["failed"]
        self.assertEqual([way["step"] for way in failed["unblock"]][-1], "perintah")


if __name__ == "__main__":
    harness.main()
