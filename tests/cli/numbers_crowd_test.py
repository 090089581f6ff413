"""Many desks issue letters at once, over several cases, and set numbers aside: every register is gap-free, no number is
given twice, and everybody who issues the same paper gets the same bytes.

32 writers, a second; MEDIASI_LETTERS="32 20": tests/long/crowd.sh."""

import collections
import concurrent.futures
import json
import os
import time

import harness
from walk import Office, Walk

WRITERS, SECONDS = map(int, os.environ.get("MEDIASI_LETTERS", "32 1").split())
CASES = 3
INVITED = ("mediator", "beneficiary1", "companion1", "companion3", "respondent1", "companion2")


class Crowd(Office):
    kept = False

    def setUp(self):
        super().setUp()
        for number in range(1, CASES + 1):
            walk = Walk(self, number)
            walk.to("conditioned")
            self.act("2026-03-05T10:00", "schedule", walk.case(), "jadwal", self.form(walk, number)).exits(0)
        self.at("2026-03-05T11:00")

    def form(self, walk, number):
        """sessions one after another: nobody sits in two"""
        form = walk.form("scheduled")
        form["sesi"]["at"] = f"2026-03-{11 + number}T09:00"
        return form

    def write(self, number):
        """one desk: papers of all cases in an order of its own, now and then numbers set aside"""
        until, told = time.monotonic() + SECONDS, []
        into = f"desk{number}"
        turns = [(case, to) for case in range(1, CASES + 1) for to in INVITED]
        for turn in range(10_000):
            if turn and time.monotonic() > until:
                return told
            case, to = turns[(number * 5 + turn * 7) % len(turns)]
            words = ["document", f"2026-{case:04}", "undangan", "--to", to, "--into", into]
            if turn % 4 == 3:
                words = ["document", "--reserve", "undangan", "--count", "2"]
            done = self.run_(*words, "--format", "json")
            self.assertIn(done.code, (0, 7), done._told())
            if done.code == 0 and words[1] == "--reserve":
                told.append(tuple(int(json.loads(done.out)[end]) for end in ("first", "last")))
        return told

    def test_every_register_is_gap_free(self):
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            set_aside = [pair for told in pool.map(self.write, range(WRITERS)) for pair in told]
        numbers = self.rows("SELECT register, year, serial, case_number, seq FROM number ORDER BY 1, 2, 3")
        self.assertGreaterEqual(len(numbers), min(WRITERS, CASES * len(INVITED)), "the crowd did something")
        self.assertEqual([row[:3] for row in numbers], [("undangan", 2026, n) for n in range(1, len(numbers) + 1)])
        reserved = {serial for _, _, serial, case, _ in numbers if case == "0"}
        self.assertEqual(reserved, {n for first, last in set_aside for n in range(first, last + 1)})
        self.assertEqual(len(reserved), 2 * len(set_aside), "no number set aside twice")
        self.check_papers(numbers)
        self.run_("store", "verify").exits(0)
        self.assertEqual(self.run_("store", "rebuild", "--format", "json").json()["changed"], "no")
        self.assertEqual(self.rows("SELECT register, year, serial, case_number, seq FROM number ORDER BY 1, 2, 3"), numbers)

    def check_papers(self, numbers):
        """one paper an addressee, each under the number its entry took; the same bytes on every desk"""
        papers = self.rows("SELECT case_number, facts ->> 'to', facts ->> 'register_serial', seq FROM entry WHERE act = 'paper'")
        self.assertEqual(collections.Counter((case, to) for case, to, _, _ in papers).most_common(1)[0][1], 1)
        self.assertEqual(sorted((int(serial), case, seq) for case, _, serial, seq in papers),
                         sorted((serial, case, seq) for _, _, serial, case, seq in numbers if case != "0"))
        pages = collections.defaultdict(set)
        for path in self.folder.glob("desk*/*.html"):
            pages[path.name].add(path.read_bytes())
        self.assertTrue(pages)
        self.assertEqual({len(same) for same in pages.values()}, {1})


if __name__ == "__main__":
    harness.main()
