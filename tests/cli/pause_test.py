"""Waits are shown and stop nothing; a pause stops a clock only where the rules say so; an extension is no excuse."""

import datetime
import re

import harness
from walk import ROOT, Office, Walk

REASONS = """
[[reason]]
of = "pause"
id = "menunggu_pihak"
title = "menunggu para pihak"

[[reason]]
of = "pause"
id = "mediator_berhalangan"
title = "mediator berhalangan"

# --- Contoh yang harus tetap benar"""


def pausing(pauses="true", extra=""):
    """Pasuruan's file, its deadline `penyelesaian` made to pause"""
    text = (ROOT / "share/rules/pasuruan.toml").read_text()
    text = text.replace("pauses = false # halaman menjanjikan", f"pauses = {pauses}\n{extra} # halaman menjanjikan")
    return text.replace("\n# --- Contoh yang harus tetap benar", REASONS)


class Pauses(Office):
    kept = False

    def office(self, text):
        """the example's office, run on another file"""
        self.founded_on(self.write("kantor/rules.toml", text))

    def begun(self, text):
        """a case whose file is complete since 2 March: due on the 16th"""
        self.office(text)
        walk = Walk(self)
        walk.to("found")
        return walk

    def deadline(self, walk, when, name="penyelesaian"):
        answer = self.at(when).run_("--format", "json", "explain", walk.case()).exits(0).json()
        return {row["id"]: row for row in answer["deadlines"]}[name]

    def pause(self, walk, when, reason="menunggu_pihak", extra=()):
        return walk.act(when, "record", "jeda", {"deadline": "penyelesaian", "reason": reason}, "kania", extra)

    def resume(self, walk, when):
        return walk.act(when, "record", "selesai_jeda", {"deadline": "penyelesaian"}, "pita")

    def test_a_wait_is_shown_and_stops_nothing(self):
        walk = Walk(self)
        walk.to("found")
        before = self.deadline(walk, "2026-03-10T09:00")
        walk.act("2026-03-04T09:00", "record", "menunggu", {"for": "respondent", "until": "2026-03-10",
                                                            "words": "surat belum dijawab"}).exits(0)
        self.assertEqual(self.deadline(walk, "2026-03-10T09:00"), before)
        told = self.at("2026-03-11T09:00").run_("report", "case", walk.case()).exits(0)
        told.shows("day 9 of 14", "waiting for the respondent since 2026-03-04, expected 2026-03-10")
        told.hides("surat belum dijawab")
        self.run_("explain", walk.case()).exits(0).shows("waiting for the respondent since 2026-03-04")
        self.assertEqual(self.found_in("surat belum dijawab"), [])
        self.run_("report", "overdue", "--as-of", "2026-03-17").exits(5).shows(walk.case())
        walk.act("2026-03-12T09:00", "record", "selesai_menunggu", {"for": "respondent"}).exits(0)
        self.at("2026-03-12T10:00").run_("report", "case", walk.case()).exits(0).hides("waiting for")

    def test_the_end_of_a_wait_that_nobody_recorded_is_refused(self):
        walk = Walk(self)
        walk.to("found")
        walk.act("2026-03-03T09:00", "record", "menunggu", {"for": "police"}).exits(0)
        with self.changing_nothing("mediasi.db"):
            walk.act("2026-03-04T09:00", "record", "selesai_menunggu", {"for": "court"}).exits(3).complains("builtin.wait")

    def test_pasuruan_pauses_nothing(self):
        walk = Walk(self)
        walk.to("found")
        with self.changing_nothing("mediasi.db"):
            for deadline in ("penyelesaian", "asesmen_pertama", "monitoring_pertama"):
                done = walk.act("2026-03-04T09:00", "record", "jeda", {"deadline": deadline, "reason": "apa_saja"},
                                "kania", ("--format", "json"))
                self.assertEqual([problem["rule"] for problem in done.exits(3).problems()], ["builtin.pause"])
        self.office((ROOT / "share/rules/pasuruan.toml").read_text().replace("\n# --- Contoh yang harus tetap benar", REASONS))
        walk = Walk(self)
        walk.to("found")
        with self.changing_nothing("mediasi.db"):
            self.pause(walk, "2026-03-04T09:00").exits(3).complains("builtin.pause", "M3030", "does not pause", "wait")

    def test_a_pause_counts_no_day_from_its_beginning_to_the_day_before_its_end(self):
        walk = self.begun(pausing())
        self.pause(walk, "2026-03-04T09:00").exits(0)
        paused = self.deadline(walk, "2026-03-20T09:00")
        self.assertEqual((paused["state"], paused["paused_since"], paused["net"], paused["gross"]),
                         ("paused", "2026-03-04", 1, 18))
        self.assertEqual([day["number"] for day in paused["days"]], [1] + [0] * 17)
        self.assertEqual({day["why"] for day in paused["days"][1:]}, {"paused"})
        late = self.run_("report", "overdue", "--as-of", "2026-12-01")
        self.assertNotIn("berita_acara", late.out)
        self.run_("report", "case", walk.case()).exits(0).shows("paused since 2026-03-04")
        self.resume(walk, "2026-03-10T08:00").exits(0)
        after = self.deadline(walk, "2026-03-12T09:00")
        self.assertEqual((after["state"], after["due"], after["net"], after["gross"]), ("running", "2026-03-22", 4, 10))
        days = {day["day"]: day["number"] for day in after["days"]}
        self.assertEqual([days[f"2026-03-{n:02}"] for n in (3, 4, 9, 10, 11)], [1, 0, 0, 2, 3])
        self.run_("report", "overdue", "--as-of", "2026-03-22").exits(0)
        self.run_("report", "overdue", "--as-of", "2026-03-23").exits(5).shows("berita_acara")

    def test_while_paused_the_day_due_is_what_it_would_be_if_the_pause_ended_on_the_day_asked_about(self):
        walk = self.begun(pausing())
        self.pause(walk, "2026-03-04T09:00").exits(0)  # one day of 14 is over, so the day of the end is the second

        def due(*words):
            (row,) = [row for row in self.run_("report", "due", *words, "--format", "json").exits(0).json()["rows"]
                      if row["paused_since"]]
            return row["due"], row["days_left"], row["state"]

        for day, then in (("2026-03-04", "2026-03-16"), ("2026-03-20", "2026-04-01"), ("2026-12-01", "2026-12-13")):
            told = self.deadline(walk, f"{day}T09:00")
            self.assertEqual((told["due"], told["state"]), (then, "paused"))
            self.assertEqual(due(), (then, 12, "paused"))
            self.assertEqual(due("--as-of", day), (then, 12, "paused"))
            self.run_("report", "case", walk.case()).exits(0).shows(f"{then}, day 1 of 14")
        self.assertEqual(due("--as-of", "2026-03-20"), ("2026-04-01", 12, "paused"))
        rows = self.run_("report", "due", "--format", "json").exits(0).json()["rows"]
        days = [row["due"] for row in rows if row["due"]]
        self.assertEqual(days, sorted(days))
        self.assertNotIn("penyelesaian", self.run_("report", "overdue", "--format", "json").out)
        self.assertNotIn("berita_acara", self.run_("report", "overdue").out)
        walk.act("2026-12-01T10:00", "record", "selesai_jeda", {"deadline": "penyelesaian"}, "pita").exits(0)
        self.assertEqual(self.deadline(walk, "2026-12-01T11:00")["due"], "2026-12-13")

    def test_a_rebuild_keeps_every_pause(self):
        walk = self.begun(pausing())
        self.pause(walk, "2026-03-04T09:00").exits(0)
        due = self.rows("SELECT * FROM due ORDER BY 1, 2")
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.rows("SELECT * FROM due ORDER BY 1, 2"), due)
        self.assertTrue([row for row in due if "2026-03-04" in row], due)

    def test_only_for_the_reasons_that_the_deadline_lists(self):
        walk = self.begun(pausing('["mediator_berhalangan"]'))
        with self.changing_nothing("mediasi.db"):
            self.pause(walk, "2026-03-04T09:00").exits(3).complains("builtin.pause", "mediator_berhalangan")
            self.pause(walk, "2026-03-04T09:00", "hujan").exits(4)
        self.pause(walk, "2026-03-04T09:00", "mediator_berhalangan").exits(0)

    def test_what_cannot_be_paused_or_ended(self):
        walk = self.begun(pausing())
        bad = [
            ("jeda", {"deadline": "monitoring_pertama", "reason": "menunggu_pihak"}, 3, "builtin.pause"),
            ("jeda", {"deadline": "penyelesaiann", "reason": "menunggu_pihak"}, 4, "M4008"),
            ("jeda", {"deadline": "penyelesaian"}, 4, "M4009"),
            ("jeda", {"reason": "menunggu_pihak"}, 4, "M4009"),
            ("selesai_jeda", {"deadline": "penyelesaian"}, 3, "builtin.order"),
            ("perpanjangan", {"deadline": "penyelesaian", "amount": 7}, 3, "builtin.extension"),
        ]
        for step, form, code, told in bad:
            with self.subTest(step=step, form=form), self.changing_nothing("mediasi.db"):
                walk.act("2026-03-05T09:00", "record", step, form, "kania").exits(code).complains(told)
        self.pause(walk, "2026-03-05T09:00").exits(0)
        with self.changing_nothing("mediasi.db"):
            self.pause(walk, "2026-03-06T09:00").exits(3).complains("paused already")
        self.resume(walk, "2026-03-07T09:00").exits(0)
        with self.changing_nothing("mediasi.db"):
            self.resume(walk, "2026-03-08T09:00").exits(3).complains("builtin.resume", "M3031")

    def test_a_pause_after_the_end_is_refused(self):
        self.office(pausing())
        walk = Walk(self)
        walk.to("signed")
        with self.changing_nothing("mediasi.db"):
            self.pause(walk, "2026-03-13T09:00").exits(3).complains("builtin.pause", "not running")

    def test_an_extension_moves_the_day_and_never_undoes_lateness(self):
        rules = pausing(extra='extension = 7\nextended_by = "mk"')
        walk = self.begun(rules)

        def extend(when, amount, by="kania"):
            return walk.act(when, "record", "perpanjangan", {"deadline": "penyelesaian", "amount": amount}, by)

        for amount in (0, 8, 100):
            with self.subTest(amount=amount), self.changing_nothing("mediasi.db"):
                extend("2026-03-10T09:00", amount).exits(3).complains("builtin.extension")
        extend("2026-03-10T09:00", 5).exits(0)
        row = self.deadline(walk, "2026-03-11T09:00")
        self.assertEqual((row["due"], row["amount"], row["extended"], row["days"][-1]["number"]), ("2026-03-21", 19, 5, 19))
        with self.changing_nothing("mediasi.db"):
            extend("2026-03-11T09:00", 3).exits(3).complains("at most 2 more")
        extend("2026-03-21T23:00", 1).exits(0)
        extend("2026-03-21T23:10", 1).exits(0)
        with self.changing_nothing("mediasi.db"):
            done = extend("2026-03-21T23:20", 1).exits(3)  # nothing is left: no amount would do
            done.complains("as far as the rules allow", "with step").hides("amount = 1 to")
        with self.changing_nothing("mediasi.db"):
            extend("2026-03-24T00:00", 1).exits(3).complains("has passed", "stays late")
        self.run_("report", "overdue").exits(5)

    def test_an_extension_is_for_the_role_the_rules_name(self):
        walk = self.begun(pausing(extra='extension = 7\nextended_by = "konselor"'))
        with self.changing_nothing("mediasi.db"):
            walk.act("2026-03-10T09:00", "record", "perpanjangan", {"deadline": "penyelesaian", "amount": 1},
                     "kania").exits(3).complains("builtin.extension", "konselor")

    def test_the_loader_wants_whole_settings(self):
        bad = {
            pausing('["hujan"]'): "M4013",
            pausing('"ya"'): "M4003|M4004",
            pausing(extra="extension = 7"): "M4003",
            pausing(extra='extended_by = "mk"'): "M4003",
            pausing(extra='extension = 0\nextended_by = "mk"'): "M40",
            pausing(extra='extension = 7\nextended_by = "camat"'): "M4013",
        }
        for number, (text, code) in enumerate(bad.items()):
            with self.subTest(number=number):
                done = self.run_("--format", "json", "workflow", "check", self.write(f"kantor/{number}.toml", text)).exits(4)
                self.assertTrue(any(re.match(code, one) for one in done.codes()), done.codes())

    def test_days_agree_with_a_naive_count_whatever_the_pauses(self):
        walk = self.begun(pausing())
        times = [("2026-03-03T08:00", "2026-03-03T16:00"), ("2026-03-04T08:00", "2026-03-06T08:00"),
                 ("2026-03-06T09:00", "2026-03-11T16:00"), ("2026-03-12T08:00", "2026-03-15T08:00")]
        for begun, ended in times:
            self.pause(walk, begun).exits(0)
            self.resume(walk, ended).exits(0)
        spans = [(begun[:10], ended[:10]) for begun, ended in times]
        row = self.deadline(walk, "2026-03-16T09:00")
        day, number, naive = datetime.date(2026, 3, 2), 0, []
        while number < 14:
            day += datetime.timedelta(days=1)
            paused = any(begun <= day.isoformat() < ended for begun, ended in spans)
            number += not paused
            naive.append({"day": day.isoformat(), "number": 0 if paused else number, "why": "paused" if paused else ""})
        self.assertEqual(row["days"], naive)
        self.assertEqual(row["due"], day.isoformat())


if __name__ == "__main__":
    harness.main()
