"""schedule --find: the first free times, as an independent count finds them; or what makes them impossible."""

import contextlib
import datetime
import random
import shlex
import sqlite3

import harness
from walk import ROOT, Office, Walk, example

NOW = "2026-03-05T10:10"
LIMIT = datetime.date(2026, 3, 16)  # 14 days after 2 March
OPEN, CLOSE = 8 * 60, 16 * 60
HOLIDAYS = {datetime.date(2026, 3, day) for day in (18, 19, 20, 23, 24)}
INVITED = ("companion1", "companion2", "companion3", "beneficiary1", "respondent1")


def minute(day, minutes):
    return f"{day}T{minutes // 60:02}:{minutes % 60:02}"


class Find(Office):
    def setUp(self):
        super().setUp()
        self.add("mediator", {**example("roster/mediator"), "id": "meda", "name": "Contoh Meda", "until": "2026-03-10"})
        self.add("room", {"id": "ruang-2", "name": "Ruang Dua"})

    def ready(self):
        Walk(self, number=1).to("conditioned")
        return Walk(self, number=1)

    def find(self, *words, case="1", at=NOW):
        return self.at(at).run_("schedule", case, "--find", *words)

    def slots(self, *words):
        answer = self.find("--format", "json", *words).exits(0).json()
        return [(row["at"], row["room"]) for row in answer["rows"]], answer

    def book(self, bookings):
        """takes resources behind the program's back: (kind, resource, from, to)"""
        with contextlib.closing(sqlite3.connect(self.path("mediasi.db"))) as store:
            store.executemany("INSERT INTO booking VALUES (?, ?, ?, ?, '2026-0099', 1)", bookings)
            store.commit()

    def expected(self, bookings, minutes, count, mediator, rooms, pids):
        """every half hour of every working day, tried one by one"""
        needed = {("mediator", mediator), ("officer", "pita")} | {("person", pid) for pid in pids}
        found = []
        day = datetime.date(2026, 3, 5)
        while day <= LIMIT:
            for start in range(OPEN, CLOSE - minutes + 1, 30):
                begin, end = minute(day, start), minute(day, start + minutes)
                if day.weekday() > 4 or day in HOLIDAYS or begin <= NOW:
                    continue
                if mediator == "meda" and day > datetime.date(2026, 3, 10):
                    continue
                taken = {(kind, resource) for kind, resource, first, last in bookings if first < end and begin < last}
                free = [room for room in rooms if ("room", room) not in taken]
                if free and not needed & taken:
                    found.append((begin, free[0]))
            day += datetime.timedelta(days=1)
        return found[:count]

    def test_it_agrees_with_an_independent_count(self):
        self.ready()
        Walk(self, number=2).to("registered")
        form = {"person": "companion1", "other": "companion2", "case": "2"}
        self.act("2026-03-05T10:00", "intake", "1", "orang_sama", form).exits(0)
        pids = [pid for (pid,) in self.rows("SELECT DISTINCT pid FROM person_link")]
        choose = random.Random(20260305)
        resources = [("mediator", "medi"), ("mediator", "meda"), ("room", "ruang-1"), ("room", "ruang-2"),
                     ("officer", "pita"), ("officer", "koko"), ("person", pids[0]), ("person", "2026-0001/beneficiary1")]
        bookings = []
        for _ in range(25):
            day = datetime.date(2026, 3, 5) + datetime.timedelta(days=choose.randrange(12))
            more = []
            for _ in range(choose.randrange(4)):
                start = choose.randrange(OPEN, CLOSE, 15)
                more.append((*choose.choice(resources), minute(day, start), minute(day, start + choose.choice((30, 60, 120)))))
            self.book(more)
            bookings += more
            minutes, count = choose.choice((30, 60, 90, 120, 240)), choose.choice((1, 5, 40))
            mediator, rooms = choose.choice(("medi", "meda")), choose.choice((("ruang-1", "ruang-2"), ("ruang-2",)))
            words = ["--mediator", mediator, "--minutes", minutes, "--count", count]
            words += ["--room", rooms[0]] if len(rooms) == 1 else []
            wanted = self.expected(bookings, minutes, count, mediator, rooms, pids)
            if wanted:
                self.assertEqual(self.slots(*words)[0], wanted, words)
            else:
                self.find(*words).exits(3).complains("M3050")

    def test_it_changes_nothing_and_the_command_it_shows_takes_the_time(self):
        walk = self.ready()
        walk.act("2026-03-05T10:00", "schedule", "mediator", {"mediator": "medi", "conflict": "no"}).exits(0)
        with self.changing_nothing():
            slots, answer = self.slots()
        self.assertEqual(slots, [(f"2026-03-05T{time}", "ruang-1") for time in ("10:30", "11:00", "11:30", "12:00", "12:30")])
        self.assertTrue(all(row["mediator"] == "medi" for row in answer["rows"]))
        self.assertIn("2026-03-16", " ".join(answer["notes"]))
        program, *words = shlex.split(answer["rows"][2]["command"])
        self.assertEqual(program, "mediasi")
        self.at(NOW).run_(*words).exits(0)
        self.assertEqual(self.slots()[0][0], ("2026-03-05T13:30", "ruang-1"))  # two hours after half past eleven
        self.find("--format", "csv").exits(0).shows("at,room,mediator,command")
        self.find().exits(0).shows("ruang-1", "penyelesaian")

    def test_the_command_names_who_may_do_it_where_that_is_one_alone(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        head, found, tail = text.partition('\nid = "sesi"\n')  # here the admin, who types, fixes no session
        tail = tail.replace('roles = ["pendamping", "admin"]', 'roles = ["pendamping"]', 1)
        self.founded_on(self.write("kantor/rules.toml", head + found + tail))
        walk = self.ready()
        self.slots("--mediator", "medi")
        appoint = self.find("--mediator", "medi", "--format", "json").exits(0).json()["notes"][-1].split(": ", 1)[1]
        self.at(NOW).run_(*shlex.split(appoint)[1:], "--dry-run").exits(0)
        post = {"post": [{"role": "pendamping", "from": "2026-01-01"}]}
        self.add("officer", {"id": "putri", "name": "Contoh Putri", **post})
        told = self.slots("--mediator", "medi")[1]["rows"][0]["command"]
        self.assertIn(" --by pita ", told + " ")  # two hold the role; the case is hers
        walk.act("2026-03-05T10:05", "intake", "penugasan", {"role": "pendamping", "officer": "putri"}, "koko").exits(0)
        self.assertIn(" --by putri ", self.slots("--mediator", "medi")[1]["rows"][0]["command"] + " ")

    def test_from_a_day_on_and_never_into_the_past(self):
        self.ready()
        self.assertEqual(self.slots("--mediator", "medi", "--from", "2026-03-07")[0][0], ("2026-03-09T08:00", "ruang-1"))
        self.assertEqual(self.slots("--mediator", "medi", "--from", "2026-03-01")[0][0], ("2026-03-05T10:30", "ruang-1"))
        last = self.slots("--mediator", "medi", "--count", "100", "--from", "2026-03-16")[0][-1]
        self.assertEqual(last, ("2026-03-16T14:00", "ruang-1"))

    def test_what_makes_it_impossible_is_named(self):
        self.ready()
        self.find().exits(3).complains("M3050", "no mediator is appointed")
        self.find("--mediator", "meda", "--from", "2026-03-11").exits(3).complains("credential of meda")
        self.find("--mediator", "medi", "--minutes", "481").exits(3).complains("08:00 to 16:00")
        self.find("--mediator", "medi", "--from", "2026-03-17").exits(3).complains("penyelesaian")
        self.find("--mediator", "medi", at="2026-04-20T09:00").exits(3).complains("penyelesaian", "2026-03-16")
        whole = [("2026-03-01T00:00", "2026-04-01T00:00")]
        for kind, resource, fact in (("mediator", "medi", "mediator medi"), ("officer", "pita", "officer pita")):
            with self.subTest(fact):
                self.afresh()
                self.ready()
                self.book([(kind, resource, *whole[0])])
                self.find("--mediator", "medi").exits(3).complains(fact)
        self.afresh()
        self.ready()
        self.book([("room", "ruang-1", *whole[0])])
        self.find("--mediator", "medi").exits(3).complains("room ruang-1")

    def test_nothing_is_proposed_before_the_order_or_with_a_stale_assessment(self):
        Walk(self, number=1).to("assessed")
        self.find("--mediator", "medi").exits(3).complains("sesi.order_given")
        self.afresh()
        Walk(self, number=1).to("found")
        self.find("--mediator", "medi").exits(3).complains("assessment of respondent1")

    def test_a_closed_case_and_a_case_that_is_none(self):
        self.ready()
        end = {**example("first-case/16-terminasi"), "reason": "withdrawn", "paper_date": "2026-03-05"}
        self.act("2026-03-05T10:05", "terminate", "1", "terminasi", end, "kania").exits(0)
        self.find("--mediator", "medi", case="2026-0001").exits(3).complains("M3050")
        self.find(case="2026-0009").exits(2).complains("M2006")

    def test_what_it_does_not_take(self):
        self.ready()
        for words in (["--step", "sesi"], ["--form", "-"], ["--set", "room=ruang-1"], ["--dry-run"], ["--blank"], ["--by", "pita"],
                      ["--on", "2026-03-05"]):
            self.find(*words).exits(2).complains("M2050")
        for words in (["--minutes", "0"], ["--minutes", "ten"], ["--minutes", "1e3"], ["--count", "0"], ["--count", "101"],
                      ["--from", "05/03/2026"], ["--from", "2026-02-30"], ["--room", "ruang-9"], ["--mediator", "pita"]):
            self.find(*words).exits(2).complains("M2004")
        for words in (["--minutes", "60"], ["--room", "ruang-1"], ["--from", "2026-03-06"]):
            self.at(NOW).run_("schedule", "1", *words).exits(2).complains("--find")
        self.at(NOW).run_("schedule", "--find").exits(2)
        self.at(NOW).run_("assess", "1", "--find").exits(2)


if __name__ == "__main__":
    harness.main()
