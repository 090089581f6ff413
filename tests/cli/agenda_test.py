"""What happens when, for people and for calendars. The oracle of the calendar is Debian's python3-icalendar."""

import datetime
import json
import subprocess

import harness
from reports import CANARIES, Reports, Walk

# read by another program than this one: its own interpreter may not have the module
READER = """
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([{key: (value.dt.isoformat() if hasattr(value, "dt") else str(value)) for key, value in event.items()}
                  for event in calendar.walk("VEVENT")]))
"""


class Agenda(Reports):
    def calendar(self, *words):
        done = self.run_("report", "agenda", *words, "--format", "ics").exits(0).quiet_errors()
        read = subprocess.run(["/usr/bin/python3", "-c", READER], input=done.out.encode(), stdout=subprocess.PIPE, check=True)
        return done.out, json.loads(read.stdout)

    def test_a_session_stands_there_from_two_weeks_before(self):
        Walk(self).to("scheduled")  # on 5 March, for 12 March 09:00
        for day, count in (("2026-03-05", 1), ("2026-02-26", 0), ("2026-02-27", 1), ("2026-03-12", 1), ("2026-03-13", 0)):
            rows = self.rows_of("agenda", "--from", day)
            self.assertEqual(len(rows), count, day)
        (row,) = self.rows_of("agenda")
        self.assertEqual((row["from"], row["to"], row["case"], row["session"]),
                         ("2026-03-12T09:00", "2026-03-12T11:00", "2026-0001", 1))
        self.assertEqual((row["room"], row["mode"], row["mediator"], row["state"], row["changes"]),
                         ("ruang-1", "joint", "medi", "planned", 0))
        self.assertIn("beneficiary1", row["invited"])
        self.assertIn("mediator", row["invited"])

    def test_a_visit_stands_on_its_last_day(self):
        Walk(self).to("reported")
        visits = [row for row in self.rows_of("agenda", "--to", "2026-03-31") if row["what"] == "visit"]
        self.assertEqual([(row["from"], row["case"], row["session"]) for row in visits], [("2026-03-26", "2026-0001", None)])

    def test_the_calendar_says_what_the_table_says(self):
        Walk(self).to("scheduled")
        _, (event,) = self.calendar()
        utc = datetime.timezone.utc
        self.assertEqual(datetime.datetime.fromisoformat(event["DTSTART"]), datetime.datetime(2026, 3, 12, 2, 0, tzinfo=utc))
        self.assertEqual(datetime.datetime.fromisoformat(event["DTEND"]), datetime.datetime(2026, 3, 12, 4, 0, tzinfo=utc))
        self.assertEqual(datetime.datetime.fromisoformat(event["DTSTAMP"]), datetime.datetime(2026, 3, 5, 3, 0, tzinfo=utc))
        self.assertEqual((event["SEQUENCE"], event["STATUS"], event["CLASS"]), ("0", "CONFIRMED", "PRIVATE"))
        self.assertIn("2026-0001", event["SUMMARY"])
        self.assertEqual(event["LOCATION"], "Ruang Mediasi 1, UPTD PPA Kota Pasuruan")

    def test_the_same_event_keeps_its_name_and_grows_when_it_falls_away(self):
        walk = Walk(self)
        walk.to("scheduled")
        _, (before,) = self.calendar()
        walk.act("2026-03-06T08:00", "record", "kekerasan_baru", {"party": "beneficiary1"}).exits(0)
        _, (after,) = self.calendar()
        self.assertEqual(after["UID"], before["UID"])
        self.assertGreater(int(after["SEQUENCE"]), int(before["SEQUENCE"]))
        self.assertEqual(after["STATUS"], "CANCELLED")
        self.assertEqual(self.rows_of("agenda")[0]["state"], "cancelled")

    def test_a_session_moved_is_the_same_event_at_another_time(self):
        walk = Walk(self)
        walk.to("delivered")
        _, (before,) = self.calendar()
        walk.act("2026-03-10T09:00", "schedule", "sesi_pindah", {"at": "2026-03-16T09:00", "reason": "room"}).exits(0)
        _, (after,) = self.calendar()
        self.assertEqual(after["UID"], before["UID"])
        self.assertGreater(int(after["SEQUENCE"]), int(before["SEQUENCE"]))
        self.assertEqual((after["STATUS"], after["DTSTART"][:16]), ("CONFIRMED", "2026-03-16T02:00"))
        rows = self.rows_of("agenda")
        self.assertEqual([(row["session"], row["first"], row["state"]) for row in rows], [(1, 1, "moved"), (2, 1, "planned")])

    def test_every_line_is_short_and_ends_as_the_standard_wants(self):
        self.add("room", {"id": "ruang-2", "name": "Ruang “Seroja”; lantai 2, gedung lama \\ sayap timur, " + "é" * 60})
        walk = Walk(self, scheduled={"sesi.room": "ruang-2"})
        walk.to("scheduled")
        text, (event,) = self.calendar()
        self.assertTrue(text.endswith("END:VCALENDAR\r\n"))
        self.assertNotIn("\n", text.replace("\r\n", ""))
        for line in text.split("\r\n"):
            self.assertLessEqual(len(line.encode()), 75)
            line.encode().decode("utf-8")  # never cut inside a character
        self.assertTrue(any(line.startswith(" ") for line in text.split("\r\n")))
        self.assertEqual(event["LOCATION"], "Ruang “Seroja”; lantai 2, gedung lama \\ sayap timur, " + "é" * 60)

    def test_nobody_is_named_in_it(self):
        Walk(self).to("scheduled")
        text, _ = self.calendar()
        unfolded = text.replace("\r\n ", "")
        for canary in CANARIES:
            self.assertNotIn(canary, unfolded)

    def test_an_empty_calendar_is_one(self):
        text, events = self.calendar()
        self.assertEqual(events, [])
        self.assertTrue(text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))

    def test_only_the_agenda_goes_into_a_calendar(self):
        Walk(self).to("registered")
        with self.changing_nothing("mediasi.db"):
            for words in (["report", "due"], ["report", "overdue"], ["report", "case", "1"], ["store", "info"], ["roster", "list"],
                          ["--list", "reports"], ["report", "--list", "steps"]):
                done = self.run_(*words, "--format", "ics").exits(2).says_nothing()
                self.assertIn("M2041", done.err, words)
            form = Walk(self).form("found")
            self.act("2026-03-02T13:00", "assess", "2026-0001", "asesmen_pertama", form, extra=("--format", "ics")).exits(2)

    def test_the_same_in_every_format_and_nobody_named(self):
        Walk(self).to("scheduled")
        self.agrees_in_every_format("agenda")
        self.only_reads("agenda")

    def test_as_it_was_on_a_day_that_is_over(self):
        told = self.remembers("agenda", Walk(self), "scheduled", "signed", "--from", "2026-03-01", "--to", "2026-03-31")
        self.assertEqual([row["state"] for row in told], ["planned"])

    def test_one_case_and_a_period(self):
        Walk(self).to("scheduled")
        self.assertEqual(len(self.rows_of("agenda", "--case", "1")), 1)
        self.assertEqual(self.rows_of("agenda", "--from", "2026-03-13", "--to", "2026-03-31"), [])
        self.assertEqual(self.rows_of("agenda", "--to", "2026-03-11"), [])
        self.refuses("agenda", "--role mk", "--officer pita", "--stage closed", "--open", "--all", "--by-date held")


if __name__ == "__main__":
    harness.main()
