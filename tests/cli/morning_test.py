"""The morning page: `mediasi` and nothing more, on a terminal."""

import os
import pathlib
import re
import unicodedata

import harness
from terminal import Terminal
from walk import Office, Walk

DIM = {"NO_COLOR": "1"}


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Morning(Terminal, Office):
    def page(self, *words, env=None):
        with self.changing_nothing("mediasi.db"):
            return self.on_terminal(*words, env={**DIM, **(env or {})})

    def part(self, *words):
        return self.page("--format", "json", *words).exits(0).json()

    def rows_of(self, part):
        return [row for row in self.part()["rows"] if row["part"] == part]

    def test_an_office_without_cases(self):
        self.page().exits(0).shows("2026-03-02", "nothing is overdue", "open cases: 0")

    def test_who_waits_for_whom(self):
        Walk(self).to("registered")
        done = self.page().exits(0).shows("2026-0001", "C.A.S.", "waiting", "this week", "pita")
        done.hides("Contoh", "overdue:")
        self.assertEqual([(row["who"], row["case"], row["initials"]) for row in self.rows_of("waiting")],
                         [("pita", "2026-0001", "C.A.S.")])
        self.assertEqual([row["when"] for row in self.rows_of("this week")], ["2026-03-05"])

    def test_cases_that_wait_for_the_same_are_one_row(self):
        Walk(self).to("registered")
        Walk(self, 2).to("registered")
        Walk(self, 3).to("registered")
        rows = self.rows_of("waiting")
        self.assertEqual([(row["who"], row["case"], row["initials"]) for row in rows], [("pita", "3 cases", None)])

    def test_what_is_overdue_comes_first_and_agrees_with_the_report(self):
        Walk(self).to("registered")
        self.at("2026-03-06T08:00")
        done = self.page().exits(0)
        late = self.run_("report", "overdue", "--format", "json").exits(5).json()["rows"]
        rows = self.part()["rows"]
        self.assertEqual([(row["case"], row["who"]) for row in rows if row["part"] == "overdue"],
                         [(row["case"], row["officer"]) for row in late])
        self.assertEqual(rows[0]["part"], "overdue")
        done.hides("nothing is overdue")

    def test_a_complaint_is_told_by_the_title_of_its_answer(self):
        self.write("c.toml", 'channel = "phone"\nabout = "delay"\nstory = "Contoh."\n')
        self.run_("record", "--step", "pengaduan", "--form", "c.toml").exits(0)
        self.at("2026-06-09T08:00")
        self.page().exits(0).shows("Jawaban").hides("jawab_pengaduan")

    def test_the_due_day_itself_is_not_overdue_and_the_eighth_day_is_not_this_week(self):
        Walk(self).to("registered")  # due on 2026-03-05
        for day, late, soon in [("2026-03-05T23:59", 0, 1), ("2026-03-06T00:00", 1, 0)]:
            self.at(day)
            self.assertEqual((len(self.rows_of("overdue")), len(self.rows_of("this week"))), (late, soon), day)
        self.afresh()
        Walk(self).to("found")  # the 14 days run, until 2026-03-16
        for day, soon in [("2026-03-08T23:59", 0), ("2026-03-09T00:00", 1)]:
            self.at(day)
            self.assertEqual([row["when"] for row in self.rows_of("this week")], ["2026-03-16"] * soon, day)

    def test_the_sessions_of_the_day_in_their_order(self):
        walk = Walk(self)
        walk.to("delivered")
        self.at("2026-03-11T08:00")
        self.assertEqual(self.rows_of("today"), [])
        self.at("2026-03-12T08:00")
        rows = self.rows_of("today")
        self.assertEqual([(row["when"], row["case"], row["who"]) for row in rows], [("09:00", "2026-0001", "medi")])
        walk.to("held")
        self.assertEqual(self.rows_of("today"), [])

    def test_a_closed_case_waits_for_nobody(self):
        Walk(self).to("closed")
        self.page().exits(0).shows("open cases: 0").hides("2026-0001")

    def test_it_fits_a_small_screen(self):
        for state in ("registered", "assessed", "ordered", "delivered", "signed", "visited1"):
            self.afresh()
            Walk(self).to(state)
            for language in ("en", "id"):
                with self.subTest(f"{state} {language}"):
                    lines = self.page("--lang", language).exits(0).out.splitlines()
                    self.assertLessEqual(len(lines), 23)
                    self.assertLessEqual(max(map(columns, lines)), 80)

    def test_many_cases_do_not_make_a_register_of_it(self):
        for number in range(1, 15):
            Walk(self, number).to("registered")
        self.at("2026-03-10T08:00")
        self.assertEqual(len(self.rows_of("overdue")), 12)
        self.page().shows("14 are overdue in all: mediasi report overdue", "14 cases")

    def test_it_needs_no_key_and_no_right_to_write(self):
        Walk(self).to("registered")
        os.chmod(self.path("mediasi.db"), 0o400)
        self.page(env={"MEDIASI_KEY": "/nowhere"}).exits(0).shows("2026-0001")

    def test_a_practice_store_says_so(self):
        self.page().shows("practice")


class Beginning(Terminal, Office):
    """Without a store, or for somebody unknown to it: where to begin, and still code 2."""

    def test_no_store(self):
        for words, env in [((), {"MEDIASI_STORE": None}), ((), {"MEDIASI_STORE": "/nowhere/x.db"}),
                           (("--store", "none.db"), {}), ((), {"MEDIASI_STORE": None, "HOME": self.path("")})]:
            with self.subTest(f"{words} {env}"):
                self.now = None
                self.on_terminal(*words, env={**DIM, **env}).exits(2).shows("mediasi init", "--practice", "man mediasi", "intake")

    def test_nobody_of_the_roster(self):
        os.makedirs(self.path("other", "safe"), mode=0o700)
        admin = (pathlib.Path(__file__).parents[2] / "examples/roster/admin.toml").read_text().replace("LOGIN", "nobody-here")
        store = self.path("other", "mediasi.db")
        self.run_("init", "--practice", "--rules", "pasuruan", "--officer", "-", "--store", store, "--key",
                  self.path("other", "safe", "key"), "--recovery", self.path("other", "safe", "recovery"), stdin=admin).exits(0)
        self.on_terminal("--store", store, env=DIM).exits(2).shows("roster add officer", "man mediasi")

    def test_a_damaged_store_is_no_beginning(self):
        self.write("mediasi.db", b"x" * 8192)
        self.on_terminal(env=DIM).exits(8).hides("man mediasi")

    def test_not_without_a_terminal(self):
        self.run_().exits(2).says_nothing()
        self.run_("--format", "json").exits(2).says_nothing()

    def test_a_file_is_no_terminal(self):
        done = self.on_terminal("--output", "page", env=DIM).exits(2)
        self.assertFalse(os.path.exists(self.path("page")), done.out)
        self.assertTrue(re.search("hint", done.out))


if __name__ == "__main__":
    harness.main()
