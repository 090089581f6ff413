"""The day ledger of `explain` against a count of its own: a naive loop over the days, with the calendar files read here."""

import datetime
import random
import tomllib

import harness
from walk import EXAMPLES, LOGIN, ROOT, Office, Walk

DAY = datetime.timedelta(days=1)


def holidays():
    days, years = {}, set()
    for path in sorted((ROOT / "share/calendar").glob("*.toml")):
        year = tomllib.loads(path.read_text())
        years.add(year["year"])
        days |= {row["date"]: row["name"] for row in year["holiday"]}
    return days, years


HOLIDAYS, YEARS = holidays()


def naive(start, amount, working, pauses=()):
    """the due day, every day up to it with its number, and whether a year without a file was entered"""
    day, number, rows, provisional = start, 0, [], False
    while number < amount:
        day += DAY
        paused = any(begun <= day < (ended or datetime.date.max) for begun, ended in pauses)
        off = working and (day in HOLIDAYS or day.isoweekday() > 5)
        number += 0 if paused or off else 1
        provisional = provisional or (working and day.year not in YEARS)
        rows.append((day.isoformat(), 0 if paused or off else number))
    return day, rows, provisional


class Days(Office):
    """a deadline that begins on any day: the office's own file, the unit and amount of one deadline changed"""

    kept = False

    def office(self, amount, unit, until=""):
        """an office whose file counts `penyelesaian` so from the registration"""
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        old = 'amount = 14\nunit = "day" # "14 Hari": hari kalender, arti biasa kata itu; "working_day" bila kantor menghendaki hari kerja\nfrom = "complete"'
        self.assertEqual(text.count(old), 1)
        text = text.replace(old, f'amount = {amount}\nunit = "{unit}"\nfrom = "received"')
        text = text.split("# --- Contoh yang harus tetap benar")[0]
        self.found(text, until)

    def found(self, text, until):
        self.environment = {}
        for name in ("mediasi.db", "safe/key", "safe/recovery"):
            self.folder.joinpath(name).unlink(missing_ok=True)
        self.environment = {"MEDIASI_STORE": self.path("mediasi.db"), "MEDIASI_KEY": self.path("safe", "key")}
        rules = self.write("kantor/rules.toml", text)
        admin = (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN).replace("2026-01-01", "2025-01-01")
        self.at("2025-01-02T08:00").run_("init", "--practice", "--rules", rules, "--officer", "-", "--recovery",
                                         self.path("safe", "recovery"), stdin=admin + until).exits(0)

    def explained(self, case, when):
        answer = self.at(when).run_("--format", "json", "explain", case).exits(0).json()
        return {row["id"]: row for row in answer["deadlines"]}

    def registered(self, day, serial):
        form = {"source": "walk_in", "beneficiary": [{"name": "Contoh Penerima", "age_group": "adult"}]}
        self.act(f"{day}T08:00", "intake", "", "", form, by="").exits(0)
        return f"{day.year}-{serial:04}"

    def test_every_day_of_many_deadlines_over_holidays_and_the_turn_of_the_year(self):
        chance = random.Random(20260302)
        for unit, working in (("day", False), ("working_day", True)):
            for amount in (1, 14, 37):
                self.afresh()
                self.office(amount, unit)
                serials = {}
                for _ in range(12):
                    start = datetime.date(2025, 1, 3) + DAY * chance.randrange(725)
                    serials[start.year] = serials.get(start.year, 0) + 1
                    case = self.registered(start, serials[start.year])
                    row = self.explained(case, f"{start}T12:00")["penyelesaian"]
                    due, days, provisional = naive(start, amount, working)
                    with self.subTest(unit=unit, amount=amount, start=start):
                        self.assertEqual((row["start"][:10], row["due"]), (start.isoformat(), due.isoformat()))
                        self.assertEqual([(day["day"], day["number"]) for day in row["days"]], days)
                        self.assertEqual(row["provisional"], provisional)
                        for day in row["days"]:
                            self.check_reason(day, working)

    def check_reason(self, day, working):
        date = datetime.date.fromisoformat(day["day"])
        if day["number"]:
            return self.assertEqual(day["why"], "")
        self.assertTrue(working)
        self.assertEqual(day["why"], HOLIDAYS.get(date, "weekend"))

    def test_the_values_of_the_notes(self):
        for unit, expected in (("day", {"2026-03-12": "2026-03-26", "2026-05-11": "2026-05-25", "2026-07-06": "2026-07-20"}),
                               ("working_day", {"2026-03-12": "2026-04-09", "2026-05-11": "2026-06-05",
                                                "2026-07-06": "2026-07-24"})):
            self.afresh()
            self.office(14, unit)
            for serial, (start, due) in enumerate(expected.items(), 1):
                case = self.registered(datetime.date.fromisoformat(start), serial)
                row = self.explained(case, f"{start}T12:00")["penyelesaian"]
                self.assertEqual((row["due"], row["provisional"]), (due, False))
            case = self.registered(datetime.date(2026, 12, 18), 4)
            row = self.explained(case, "2026-12-18T12:00")["penyelesaian"]
            self.assertEqual(row["provisional"], unit == "working_day")
            if unit == "day":
                self.assertEqual(row["due"], "2027-01-01")

    def test_an_overdue_deadline_is_counted_on_to_today(self):
        walk = Walk(self)
        walk.to("found")
        row = self.explained(walk.case(), "2026-03-20T09:00")["penyelesaian"]
        self.assertEqual((row["due"], row["state"], row["net"], row["gross"]), ("2026-03-16", "overdue", 18, 18))
        self.assertEqual(row["days"][-1], {"day": "2026-03-20", "number": 18, "why": ""})

    def test_a_stopped_deadline_says_when_and_whether_in_time(self):
        walk = Walk(self)
        walk.to("closed")
        rows = self.explained(walk.case(), "2026-06-09T09:00")
        self.assertEqual((rows["penyelesaian"]["state"], rows["penyelesaian"]["ended"][:10]), ("met", "2026-03-12"))
        self.assertEqual(rows["asesmen_pertama"]["state"], "met")
        self.assertEqual(rows["monitoring_berikut"]["state"], "met")

    def test_a_deadline_that_has_not_begun_has_no_days(self):
        walk = Walk(self)
        walk.to("registered")
        row = self.explained(walk.case(), "2026-03-02T12:00")["penyelesaian"]
        self.assertEqual((row["state"], row["start"], row["due"], row["days"]), ("not_begun", None, None, []))

    def test_a_new_holiday_moves_what_is_due_and_nothing_that_is_met(self):
        walk = Walk(self)
        walk.to("registered")
        year = (ROOT / "share/calendar/2026.toml").read_text()
        self.assertNotIn("2026-03-04", year)
        year += '\n[[holiday]]\ndate = 2026-03-04\nname = "Hari Contoh"\nkind = "national"\n'
        before = self.rows("SELECT deadline, due FROM due")
        self.assertIn(("asesmen_pertama", "2026-03-05"), before)
        told = self.at("2026-03-02T14:00").run_("--format", "json", "workflow", "calendar", self.write("2026.toml", year))
        self.assertEqual(told.exits(0).json()["moved"], "1")
        self.assertIn(("asesmen_pertama", "2026-03-06"), self.rows("SELECT deadline, due FROM due"))
        row = self.explained(walk.case(), "2026-03-02T15:00")["asesmen_pertama"]
        self.assertIn({"day": "2026-03-04", "number": 0, "why": "Hari Contoh"}, row["days"])
        self.run_("store", "verify").exits(0)
        due = self.rows("SELECT * FROM due ORDER BY 1, 2")
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.rows("SELECT * FROM due ORDER BY 1, 2"), due)

    def test_a_calendar_is_refused_whole_when_a_line_of_it_is_wrong(self):
        bad = {"year = 2026\ndecree = \"x\"\n": "M4003",  # no format
               "format = 1\nyear = 2026\ndecree = \"x\"\n[[holiday]]\ndate = 2025-01-01\nname = \"x\"\nkind = \"national\"\n": "M4020",
               "format = 1\nyear = 2026\ndecree = \"x\"\n[[holiday]]\ndate = 2026-01-01\nname = \"x\"\nkind = \"feast\"\n": "M40",
               "format = 1\nyear = 26\ndecree = \"x\"\n": "M40",
               "nonsense": "M4001"}
        for text, code in bad.items():
            with self.subTest(text=text), self.changing_nothing("mediasi.db"):
                done = self.run_("--format", "json", "workflow", "calendar", self.write("bad/2026.toml", text)).exits(4)
                self.assertTrue(any(one.startswith(code) for one in done.codes()), done.codes())
            self.folder.joinpath("bad/2026.toml").unlink()

    def test_only_an_admin_takes_a_calendar_in(self):
        path = str(ROOT / "share/calendar/2026.toml")
        self.afresh()
        self.office(14, "day", until='until = "2026-02-28"')
        self.at("2026-02-28T09:00").run_("workflow", "calendar", path).exits(0)
        with self.changing_nothing("mediasi.db"):
            self.at("2026-03-01T09:00").run_("workflow", "calendar", path).exits(3)


if __name__ == "__main__":
    harness.main()
