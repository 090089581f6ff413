"""An office that registers people and looks for them."""

import contextlib
import shutil
import sqlite3

import harness
import walk
from walk import Office, toml

NIK = "3575015505149991"
OTHER_NIK = "3575021103149992"


class Searching(Office):
    """An office that registers people and looks for them."""

    def keyless(self):
        self.environment["MEDIASI_KEY"] = self.path("no", "key")

    def with_key(self):
        self.environment["MEDIASI_KEY"] = self.path("safe", "key")

    def register(self, *people, side="beneficiary", extra=(), **person):
        form = {"source": "school", side: [*people, *([person] if person else [])]}
        return self.act("2026-03-02T08:30", "intake", "", "", form, "", ("--format", "json", *extra))

    def person(self, case, when="2026-03-02T09:00", extra=(), **rows):
        return self.act(when, "intake", case, "orang", rows, "pita", ("--format", "json", *extra))

    def find(self, *extra, report="register", **asked):
        return self.run_("report", report, "--find", "-", "--format", "json", *extra, stdin=toml(asked))

    def found(self, **asked):
        return [row["case"] for row in self.find(**asked).exits(0).json()["rows"]]

    def warned(self, done, code="M5080"):
        return [w["message"] for w in done.exits(0).json()["warnings"] if w["code"] == code]

    def pending(self):
        return [row[0] for row in self.rows("SELECT case_number FROM search_pending ORDER BY 1")]

    def tokens(self):
        return self.rows("SELECT case_number, person, kind, token FROM search ORDER BY 1, 2, 3, 4")

    def change(self, *statements):
        """behind the program's back"""
        with contextlib.closing(sqlite3.connect(self.path("mediasi.db"))) as store:
            triggers = store.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                store.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                store.execute(statement)
            for _, sql in triggers:
                store.execute(sql)
            store.commit()
