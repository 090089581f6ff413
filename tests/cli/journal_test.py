"""The store: rebuilt to the same rows, sound or named, untouched by what only looks, and private."""

import contextlib
import os
import shutil
import sqlite3
import stat

import harness
from walk import EXAMPLES, NAMES, STEPS, Office, Walk

PROJECTIONS = ["case_index", "due", "booking", "number"]


class Journal(Office):
    def connect(self):
        return contextlib.closing(sqlite3.connect(self.path("mediasi.db"), isolation_level=None))

    def projections(self):
        return {name: sorted(self.rows(f"SELECT * FROM {name}")) for name in PROJECTIONS}

    def verify(self, code):
        done = self.run_("store", "verify", "--format", "json").exits(code)
        if done.out:
            self.assertEqual(done.json()["sound"], code in (0, 5))
            self.assertEqual(bool(done.json()["problems"]), code == 8)
        else:  # so broken that it cannot be opened
            self.assertRegex(done.codes()[0], "^M8")

    def test_rebuild_changes_nothing_in_any_state(self):
        for name in NAMES:
            with self.subTest(name):
                self.afresh()
                walk = Walk(self)
                walk.to(name)
                before, head = self.projections(), self.run_("store", "head").out
                self.assertTrue(before["case_index"])
                self.run_("store", "rebuild").exits(0)
                self.assertEqual(before, self.projections())
                self.assertEqual(head, self.run_("store", "head").out)
                self.verify(0)

    def test_rebuild_after_uncommon_ways(self):
        ways = {
            "violence": lambda w: w.act("2026-03-10T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"}),
            "log": lambda w: w.act("2026-03-10T09:00", "record", "catatan", {"words": "Ditelepon."}),
            "late": lambda w: w.act("2026-03-11T09:00", "record", "catatan", {"words": "Dulu.", "on": "2026-03-03"}),
            "replaced": lambda w: w.act("2026-03-10T09:00", "schedule", "mediator", {"mediator": "medi", "conflict": "no"}),
            "second session": lambda w: w.act("2026-03-10T09:00", "schedule", "sesi",
                                              {"at": "2026-03-20T09:00", "room": "ruang-1"}),
            "ended": lambda w: w.act("2026-03-10T09:00", "terminate", "terminasi", {"reason": "moved"}, by="kania"),
        }
        for title, way in ways.items():
            with self.subTest(title):
                self.afresh()
                walk = Walk(self)
                walk.to("delivered")
                way(walk).exits(0)
                before = self.projections()
                self.run_("store", "rebuild").exits(0)
                self.assertEqual(before, self.projections())

    def test_rebuild_makes_again_what_was_lost(self):
        Walk(self).to("delivered")
        before = self.projections()
        self.assertTrue(all(before.values()), before)
        with self.connect() as store:
            for name in PROJECTIONS:
                store.execute(f"DELETE FROM {name}")
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(before, self.projections())

    def test_verify_finds_one_changed_byte_of_every_entry(self):
        Walk(self).to("found")
        (count,), = self.rows("SELECT count(*) FROM entry")
        columns = [row[1] for row in self.rows("PRAGMA table_info(entry)")]
        self.verify(0)
        sound = self.path("sound.db")
        shutil.copy(self.path("mediasi.db"), sound)
        tried = 0
        for seq in range(1, count + 1):
            # every column of some entries, and of each entry at least two in turn
            for column in columns if seq in (1, 2, count) else (columns[seq % len(columns)], "facts"):
                with self.subTest(seq=seq, column=column):
                    shutil.copy(sound, self.path("mediasi.db"))
                    self.spoil(seq, column)
                    self.verify(8)
                    tried += 1
        self.assertGreater(tried, 45)

    def spoil(self, seq, column):
        with self.connect() as store:
            triggers = store.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                store.execute(f"DROP TRIGGER {name}")
            value, = store.execute(f"SELECT {column} FROM entry WHERE seq = ?", (seq,)).fetchone()
            if column == "seq":
                other = 1000 + seq
            elif isinstance(value, int):
                other = value ^ 1
            elif column == "correction":
                other = "voids"
            elif isinstance(value, bytes):
                other = bytes([value[0] ^ 1]) + value[1:] if value else b"x"
            else:
                middle = len(value) // 2
                other = value[:middle] + chr(ord(value[middle]) ^ 1) + value[middle + 1:] if value else "x"
            store.execute("PRAGMA foreign_keys = OFF")
            store.execute(f"UPDATE entry SET {column} = ? WHERE seq = ?", (other, seq))
            for _, sql in triggers:
                store.execute(sql)

    def test_verify_finds_what_else_was_changed(self):
        Walk(self).to("scheduled")
        shutil.copy(self.path("mediasi.db"), self.path("sound.db"))
        for title, change in [
            ("a sealed byte", "UPDATE sealed SET blob = zeroblob(length(blob)) WHERE seq = (SELECT max(seq) FROM sealed)"),
            ("a sealed path", "UPDATE sealed SET path = 'x' WHERE seq = (SELECT max(seq) FROM sealed)"),
            ("something sealed taken away", "DELETE FROM sealed WHERE seq = (SELECT max(seq) FROM sealed)"),
            ("the last entry cut off", "DELETE FROM sealed WHERE seq = (SELECT max(seq) FROM entry)"),
            ("an entry in the middle cut out", "DELETE FROM entry WHERE seq = 20"),
            ("a case's key", "UPDATE case_key SET wrapped = zeroblob(105) WHERE case_number <> '0'"),
            ("a case's key taken away", "DELETE FROM case_key WHERE case_number <> '0'"),
            ("the rules", "UPDATE rules SET text = replace(text, 'amount = 14', 'amount = 99')"),
            ("a template", "UPDATE template SET text = text || ' '"),
            ("the reader", "UPDATE reader SET wrapped = zeroblob(length(wrapped))"),
            ("two entries swapped", "UPDATE entry SET seq = CASE seq WHEN 20 THEN -1 ELSE seq END"),
            ("a trigger", None),
        ]:
            with self.subTest(title):
                shutil.copy(self.path("sound.db"), self.path("mediasi.db"))
                with self.connect() as store:
                    triggers = store.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
                    for name, _ in triggers:
                        store.execute(f"DROP TRIGGER {name}")
                    if change:
                        store.execute(change)
                        for _, sql in triggers:
                            store.execute(sql)
                self.verify(8)

    def test_a_store_that_is_cut_short_or_something_else(self):
        Walk(self).to("found")
        whole = (self.folder / "mediasi.db").read_bytes()
        for title, content in [("half", whole[: len(whole) // 2]), ("text", b"x" * 8192), ("empty", b""),
                               ("header only", whole[:100]), ("one page zeroed", whole[:8192] + bytes(4096) + whole[12288:])]:
            with self.subTest(title):
                (self.folder / "mediasi.db").write_bytes(content)
                done = self.run_("store", "verify")
                self.assertEqual(done.code, 8, done.out + done.err)
                self.assertEqual((self.folder / "mediasi.db").read_bytes(), content)

    def test_a_writer_that_was_killed_is_told_and_recovered(self):
        walk = Walk(self)
        walk.to("registered")
        with self.connect() as store:
            store.execute("PRAGMA cache_size = 1")
            store.execute("BEGIN IMMEDIATE")
            store.execute("UPDATE case_index SET stage = 'closed', closed = '2026-01-01'")
            store.execute("INSERT INTO due SELECT 'x', hex(randomblob(900)), '', '', '', '', '', 0, '' FROM entry, entry, entry")
            for name in ("mediasi.db", "mediasi.db-journal"):
                shutil.copy(self.path(name), self.path("copy-" + name))
        for name in ("mediasi.db", "mediasi.db-journal"):
            os.replace(self.path("copy-" + name), self.path(name))
        with self.changing_nothing():
            self.run_("report", "overdue").exits(7).says_nothing()
        walk.done = 1
        walk.attempt("found").exits(0)
        self.verify(0)
        self.assertEqual(self.rows("SELECT stage FROM case_index"), [("conditional",)])

    def test_a_busy_store_is_waited_for_and_read_around(self):
        Walk(self).to("registered")
        with self.connect() as store:
            store.execute("BEGIN IMMEDIATE")
            self.run_("report", "overdue").exits(0)

    def test_dry_run_says_all_and_changes_no_byte(self):
        walk = Walk(self)
        for name in NAMES:
            with self.subTest(name):
                with self.changing_nothing():
                    extra = ("--dry-run", "--format", "json")
                    would = walk.attempt(name, *extra).exits(0).json()
                self.trail = self.trail[:-1]
                self.assertTrue(would["dry_run"])
                did = walk.attempt(name, "--format", "json").exits(0).json()
                papers = STEPS[NAMES.index(name)].extra  # issued only by the act itself; what they open is open after it
                for key in ("case", "step", "on", "by", "stage", "warnings", *(() if papers else ("missing", "next"))):
                    self.assertEqual(would[key], did[key], key)

    def test_refusals_and_bad_forms_leave_nothing_behind(self):
        walk = Walk(self)
        walk.to("registered")
        with self.changing_nothing():
            walk.attempt("scheduled").exits(3)
            walk.act("2026-03-02T09:00", "assess", "asesmen_awal", {"party": "nobody"}).exits(4)
            walk.act("2026-03-02T09:00", "assess", "asesmen_awal", "party = ").exits(4)
            self.run_("assess", "7", "--form", "-", stdin="").exits(2)

    def test_no_write_ahead_log_and_private_files(self):
        os.umask(0o022)
        walk = Walk(self)
        walk.to("registered")
        walk.attempt("found").exits(0)
        self.assertEqual(self.rows("PRAGMA journal_mode"), [("delete",)])
        self.assertEqual({path.name for path in self.folder.iterdir()}, {"mediasi.db", "safe", "letters"})
        for name in ("safe/key", "safe/recovery"):
            self.assertEqual(stat.S_IMODE((self.folder / name).stat().st_mode), 0o600, name)

    def test_init_makes_private_files_and_never_writes_over_others(self):
        os.umask(0)
        self.addCleanup(os.umask, 0o022)
        (self.folder / "new").mkdir()
        (self.folder / "keys").mkdir()
        admin = (EXAMPLES / "roster/admin.toml").read_text()
        words = ["init", "--practice", "--rules", "pasuruan", "--officer", "-"]
        at = {"MEDIASI_STORE": self.path("new/store.db"), "MEDIASI_KEY": self.path("keys/key")}
        with self.changing_nothing():
            self.run_(*words, "--recovery", "new/recovery", stdin=admin, env=at).exits(2)
            self.run_(*words, "--recovery", "keys/r", stdin=admin, env={**at, "MEDIASI_KEY": self.path("new/key")}).exits(2)
            self.run_(*words, "--recovery", "keys/r", stdin="id = 'x'", env=at).exits(4)
        self.run_(*words, "--recovery", "keys/recovery", stdin=admin, env=at).exits(0)
        for name in ("new/store.db", "keys/key", "keys/recovery"):
            self.assertEqual(stat.S_IMODE((self.folder / name).stat().st_mode), 0o600, name)
        with self.changing_nothing():
            self.run_(*words, "--recovery", "keys/other", stdin=admin, env=at).exits(2)
            self.run_(*words, "--recovery", "keys/recovery", stdin=admin, env={**at, "MEDIASI_STORE": self.path("new/2.db")}).exits(2)

    def test_an_ordinary_store_refuses_the_practice_clock(self):
        (self.folder / "real").mkdir()
        admin = (EXAMPLES / "roster/admin.toml").read_text()
        at = {"MEDIASI_STORE": self.path("real/store.db"), "MEDIASI_KEY": self.path("safe/realkey")}
        words = ["init", "--rules", "pasuruan", "--officer", "-", "--recovery", "safe/realrecovery"]
        self.run_(*words, stdin=admin, env=at).exits(2).complains("M2013")
        self.now = None
        self.run_(*words, stdin=admin, env=at).exits(0)
        self.run_("report", "overdue", env=at).exits(0)
        self.now = "2026-03-02T08:00:00+07:00"
        self.run_("report", "overdue", env=at).exits(2).complains("MEDIASI_NOW")


if __name__ == "__main__":
    harness.main()
