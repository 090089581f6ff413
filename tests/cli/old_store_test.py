"""A store written by an earlier release: stores/version-2 holds the example case up to its minutes, with invented people."""

import gzip
import pathlib
import sqlite3

import harness
from walk import Office

STORES = pathlib.Path(__file__).parent / "stores"


class Version2(Office):
    def setUp(self):
        super().setUp()
        self.write("old/mediasi.db", gzip.decompress((STORES / "version-2.db.gz").read_bytes()))
        self.write("secret/key", (STORES / "version-2.key").read_bytes())
        self.environment |= {"MEDIASI_STORE": self.path("old/mediasi.db"), "MEDIASI_KEY": self.path("secret/key")}
        self.now = "2026-03-13T01:00:00Z"

    def asked(self, sql):
        with sqlite3.connect(f"file:{self.path('old/mediasi.db')}?mode=ro", uri=True) as store:
            return store.execute(sql).fetchall()

    def test_reading_leaves_it_as_it_is(self):
        with self.changing_nothing():
            self.run_("store", "verify").exits(0)
            self.run_("report", "case", "2026-0001").exits(0).shows("2026-0001")
            self.run_("report", "overdue").exits(0)
        self.assertEqual(self.asked("PRAGMA user_version"), [(2,)])

    def test_the_next_writing_command_brings_it_up_and_every_entry_stays(self):
        before = self.asked("SELECT seq, hex(hash) FROM entry ORDER BY seq")
        tables = {name: self.asked(f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in ("case_index", "due", "number")}
        self.run_("store", "rebuild").exits(0)
        after = self.asked("SELECT seq, hex(hash) FROM entry ORDER BY seq")
        self.assertEqual(after[:-1], before)  # one more, which covers the tables: no entry of version 2 does
        self.assertEqual(self.asked("SELECT act FROM entry ORDER BY seq DESC LIMIT 1"), [("rebuild",)])
        for name, rows in tables.items():
            self.assertEqual(self.asked(f"SELECT * FROM {name} ORDER BY 1, 2, 3"), rows)
        self.run_("store", "verify").exits(0)
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.asked("SELECT seq, hex(hash) FROM entry ORDER BY seq"), after)


if __name__ == "__main__":
    harness.main()
