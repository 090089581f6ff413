"""Many at once: what was acknowledged is there once and in order, and nobody gets an answer that never was.

Short: 8 writers and 2 readers for some seconds. MEDIASI_CROWD="32 4 60": tests/long/crowd.sh."""

import collections
import concurrent.futures
import os
import re
import time

import harness
from walk import Office, Walk, toml

WRITERS, READERS, LENGTH = map(int, os.environ.get("MEDIASI_CROWD", "8 2 6").split())
LOG = {"words": "Contoh catatan."}
HEAD = ["store", "head", "--format", "json"]


class Crowd(Office):
    kept = False

    def setUp(self):
        super().setUp()
        self.walk = Walk(self)
        self.walk.to("conditioned")
        self.at("2026-03-05T10:00")

    def told(self, *words, stdin=None):
        """a command whose answer is taken down; busy beyond the wait is no answer"""
        done = self.run_(*words, "--format", "json", stdin=stdin)
        self.assertIn(done.code, (0, 7), done._told())
        return done.json() if done.code == 0 else None

    def register(self):
        answer = self.told("intake", "--form", "-", "--on", "2026-03-05", stdin=toml(self.walk.form("registered")))
        return [("registrasi", answer["case"], answer["entry"])] if answer else []

    def note(self):
        answer = self.told("record", self.walk.case(), "--step", "catatan", "--by", "pita", "--form", "-", stdin=toml(LOG))
        return [("catatan", answer["case"], answer["entry"])] if answer else []

    def room(self, name):
        answer = self.told("roster", "add", "room", "--form", "-", stdin=f'id = "{name}"\nname = "Ruang {name}"\n')
        return [("", "0", name)] if answer else []

    def write(self, number, until):
        """one writer: its acknowledged acts, in its own order"""
        acts = []
        while time.monotonic() < until:
            turn = len(acts) + number
            acts += [self.register, self.note, lambda: self.room(f"r{number}-{turn}")][turn % 3]()
        return acts

    def read(self, _, until):
        heads = []
        while time.monotonic() < until:
            done = self.run_(*HEAD)
            self.assertIn(done.code, (0, 7), done._told())
            if done.code == 0:
                heads.append((int(done.json()["entries"]), done.json()["head"]))
        return heads

    def test_a_crowd(self):
        began = self.rows("SELECT MAX(seq) FROM entry")[0][0]
        until = time.monotonic() + LENGTH
        with concurrent.futures.ThreadPoolExecutor(WRITERS + READERS) as pool:
            writers = [pool.submit(self.write, number, until) for number in range(WRITERS)]
            readers = [pool.submit(self.read, number, until) for number in range(READERS)]
            written = [writer.result() for writer in writers]
            heads = [reader.result() for reader in readers]
        self.check_written(written, began)
        self.check_heads(heads)
        self.run_("store", "verify").exits(0)
        before = self.rows("SELECT * FROM case_index ORDER BY number")
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.rows("SELECT * FROM case_index ORDER BY number"), before)

    def check_written(self, written, began):
        """the journal is the acknowledged acts and no other, each once; nobody overtook himself"""
        entries = self.rows(f"SELECT step, case_number, seq, facts FROM entry WHERE seq > {began} ORDER BY seq")
        acts = [act for one in written for act in one]
        self.assertGreaterEqual(len(acts), WRITERS, "the crowd did something")
        of_cases = [act for act in acts if act[1] != "0"]
        self.assertEqual(sorted(of_cases), sorted((step, case, seq) for step, case, seq, _ in entries if case != "0"))
        rooms = [re.search(r'"id":"(r[0-9-]+)"', facts)[1] for _, case, _, facts in entries if case == "0"]
        self.assertEqual(collections.Counter(act[2] for act in acts if act[1] == "0"), collections.Counter(rooms))
        self.assertEqual([seq for _, _, seq, _ in entries], list(range(began + 1, began + 1 + len(entries))))
        for one in written:
            own = [seq for _, case, seq in one if case != "0"]
            self.assertEqual(own, sorted(own))
        numbers = [case for step, case, _, _ in entries if step == "registrasi"]
        self.assertEqual(numbers, [f"2026-{n:04}" for n in range(2, 2 + len(numbers))], "gap-free, in order")

    def check_heads(self, heads):
        """every head told is one the journal had, and none goes back"""
        journal = {seq: bytes(head).hex() for seq, head in self.rows("SELECT seq, hash FROM entry")}
        for told in heads:
            self.assertTrue(told)
            self.assertEqual([entries for entries, _ in told], sorted(entries for entries, _ in told))
            for entries, head in told:
                self.assertEqual(head, journal[entries], entries)

    def test_paper_numbers_are_taken_once(self):
        """every officer issues what every case owes: one number each, none left out"""
        step = ("schedule", "jadwal", "scheduled")
        self.act("2026-03-05T10:00", step[0], "2026-0001", step[1], self.walk.form(step[2])).exits(0)
        for number in range(WRITERS):
            os.mkdir(self.path(f"into{number}"))
        issue = lambda number: self.run_("document", "1", "--owed", "--into", f"into{number}")
        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            for done in pool.map(issue, range(WRITERS)):
                self.assertIn(done.code, (0, 7), done._told())
        taken = self.rows("SELECT register, year, serial FROM number ORDER BY 1, 2, 3")
        for register, year in {row[:2] for row in taken}:
            serials = [row[2] for row in taken if row[:2] == (register, year)]
            self.assertEqual(serials, list(range(1, 1 + len(serials))))
        pages = [{path.name: path.read_bytes() for path in (self.folder / f"into{number}").iterdir()} for number in range(WRITERS)]
        self.assertTrue(pages[0])
        self.assertTrue(all(page == pages[0] for page in pages if page), "the same bytes for everybody")


if __name__ == "__main__":
    harness.main()
