"""A store file made by somebody else: no command crashes on it, hangs, obeys it or says it is sound.

Short: verify, a rebuild and some commands on each. MEDIASI_WHOLE=1: every command on each (tests/long/hostile.sh)."""

import contextlib
import os
import shutil
import sqlite3

import harness
from hostile import WHOLE, Hostile
from walk import Walk, example, toml

READING = [["store", "head"], ["store", "info"], ["report", "overdue"], ["report", "due"], ["report", "case", "1"], ["report", "journal"],
           ["report", "register"], ["report", "agenda"], ["roster", "list"], ["document", "1", "--list"], ["explain", "1"],
           ["record", "1", "--step", "catatan", "--blank"], ["--list", "steps"]]
WRITING = [["record", "1", "--step", "catatan", "--by", "pita", "--form", "-"], ["roster", "add", "room", "--form", "-"],
           ["document", "1", "--owed", "--into", "letters"], ["intake", "--form", "-"]]
ESC, BIDI = "\x1b[2J\x1b]0;x\x07", "\u202ex\u2066"
SOME = [*READING, *WRITING] if WHOLE else [READING[0], READING[2], WRITING[0]]  # where the file is no store at all
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
DEEP = "[" * 200_000

# what is told as sealed, chained or adopted and is not: verify says so
ALTERED = {
    "facts that are no JSON": "UPDATE entry SET facts = 'x' WHERE seq = 9",
    "facts cut short": "UPDATE entry SET facts = substr(facts, 1, 20)",
    "facts that are a list": "UPDATE entry SET facts = '[]'",
    "facts that are null": "UPDATE entry SET facts = 'null'",
    "facts of a deep list": f"UPDATE entry SET facts = '{DEEP}' WHERE seq = 14",
    "facts of a deep object": "UPDATE entry SET facts = replace(hex(zeroblob(50000)), '00', '{\"a\":') WHERE seq = 14",
    "facts with a huge number": "UPDATE entry SET facts = '{\"a\":1e999999}' WHERE seq = 14",
    "facts with a NUL": "UPDATE entry SET facts = '{\"a\":\"' || char(0) || '\"}' WHERE seq = 14",
    "facts that are no UTF-8": "UPDATE entry SET facts = CAST(x'7b22ff223a22fe227d' AS TEXT) WHERE seq = 14",
    "facts of 16 MiB": "UPDATE entry SET facts = '{\"a\":\"' || hex(zeroblob(8000000)) || '\"}' WHERE seq = 14",
    "facts with a key twice": "UPDATE entry SET facts = '{\"a\":\"1\",\"a\":\"2\"}' WHERE seq = 14",
    "facts of other types": "UPDATE entry SET facts = '{\"fields\":[1],\"groups\":{\"x\":{\"y\":null}}}' WHERE seq = 14",
    "an act that does not exist": "UPDATE entry SET act = 'nosuch' WHERE seq = 14",
    "a step a terminal obeys": f"UPDATE entry SET step = '{ESC}{BIDI}', act = '{ESC}', by_officer = '{ESC}', typed = '{BIDI}' WHERE seq = 14",
    "days that are none": "UPDATE entry SET on_text = 'yesterday', recorded = ''",
    "days beyond all": "UPDATE entry SET on_text = '9999999999-99-99T99:99', recorded = '99999-01-01T00:00:00Z'",
    "a correction of itself": "UPDATE entry SET correction = 'amends', target = seq WHERE seq > 12",
    "corrections in a ring": "UPDATE entry SET correction = 'voids', target = 27 - seq WHERE seq IN (13, 14)",
    "a correction of nothing": "UPDATE entry SET correction = 'amends', target = -9223372036854775808 WHERE seq = 14",
    "a case with another name": f"UPDATE entry SET case_number = '{ESC}' WHERE seq = 14",
    "the house as a case": "UPDATE entry SET case_number = '0' WHERE seq = 14",
    "a case in the house": "UPDATE entry SET case_number = '2026-0001' WHERE case_number = '0' AND seq > 1",
    "no first entry": "DELETE FROM entry WHERE seq = 1",
    "no entry at all": "DELETE FROM sealed; DELETE FROM entry",
    "a first entry without keys": "UPDATE entry SET facts = '{}' WHERE seq = 1",
    "a first entry with short keys": "UPDATE entry SET facts = replace(facts, '\"read_key\":\"', '\"read_key\":\"00') WHERE seq = 1",
    "numbers at their end": "UPDATE entry SET seq = 9223372036854775807 WHERE seq = 14",
    "numbers below zero": "UPDATE entry SET seq = -5 WHERE seq = 3",
    "keys with other numbers": "UPDATE entry SET key_no = 9223372036854775807 WHERE seq = 14",
    "rules that are none": "UPDATE rules SET text = 'x = ['",
    "rules of one long key": "UPDATE rules SET text = replace(hex(zeroblob(100000)), '00', 'a.') || 'a = 1'",
    "rules that are deep": f"UPDATE rules SET text = 'x = {DEEP}'",
    "rules of 16 MiB": "UPDATE rules SET text = 'x = \"' || hex(zeroblob(8000000)) || '\"'",
    "no rules": "DELETE FROM template; DELETE FROM rules",
    "templates that call themselves": "UPDATE template SET text = '{{>paper}}{{>a}}{{#b}}{{/c}}{{'",
    "wrapped keys of zeros": "UPDATE case_key SET wrapped = zeroblob(105)",
    "readers of a monster": "UPDATE reader SET wrapped = zeroblob(16000000), params = hex(zeroblob(1000))",
    "sealed things of a monster": "UPDATE sealed SET blob = zeroblob(16500000)",
    "sealed things that are nothing": "UPDATE sealed SET blob = x''",
    "cases of no number": f"UPDATE case_index SET number = '{ESC}', initials = '{ESC}{BIDI}', stage = 'nosuch', received = 'x', closed = 'x'",
    "cases at the end of all numbers": "UPDATE case_index SET year = 9223372036854775807, serial = 9223372036854775807",
    "dues that are no days": f"UPDATE due SET late_from = '0', due = 'x', step = '{ESC}', role = '{BIDI}', officer = '{ESC}'",
    "many dues": f"{ENDLESS} INSERT INTO due SELECT x, 'd', 's', 'r', 'o', '2020-01-01', '2020-01-01T00:00', 0, '' FROM c LIMIT 20000",
    "numbers taken to the end": "INSERT INTO number VALUES ('undangan_asesmen', 2026, 9223372036854775807, '2026-0001', 14)",
}
# what would run when the file is read or written: refused before it is
ACTIVE = {
    "a view for the journal": f"ALTER TABLE entry RENAME TO e; CREATE VIEW entry AS {ENDLESS} SELECT x AS seq FROM c",
    "a view for the dues": f"DROP TABLE due; CREATE VIEW due AS {ENDLESS} SELECT x AS late_from FROM c",
    "a view beside": f"CREATE VIEW beside AS {ENDLESS} SELECT x FROM c",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5(a)",
    "a table with another meaning": "DROP TABLE case_index; CREATE TABLE case_index(number, initials AS (hex(zeroblob(1000000))))",
}
WAITING = {
    "a trigger that never ends": f"CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM due WHERE late_from IN ({ENDLESS} SELECT x FROM c); END",
    "a trigger that takes away": "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM due; END",
    "an index that computes": "CREATE INDEX i ON entry(hex(facts) || hex(facts))",
    "guards taken away": "DROP TRIGGER entry_update",
}


def forge(path, sql):
    with contextlib.closing(sqlite3.connect(path)) as store:
        guards = store.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        if not sql.startswith(("CREATE", "DROP", "ALTER")):
            for name, _ in guards:
                store.execute(f"DROP TRIGGER {name}")
        store.execute("PRAGMA foreign_keys = OFF")
        store.execute("PRAGMA ignore_check_constraints = ON")
        store.execute("PRAGMA legacy_alter_table = ON")
        store.executescript(sql)
        present = {row[0] for row in store.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
        for name, text in guards:  # put back, as somebody would who wants nothing to be seen
            if name not in present and not sql.startswith(("CREATE", "DROP", "ALTER")):
                store.execute(text)
        store.commit()


class Forged(Hostile):
    def setUp(self):
        super().setUp()
        Walk(self).to("found")
        self.at("2026-03-03T09:00")
        shutil.copy(self.path("mediasi.db"), self.path("genuine.db"))
        self.forms = {"record": toml({"words": "Contoh catatan."}), "roster": 'id = "dua"\nname = "Ruang Dua"\n',
                      "intake": toml(example("first-case/01-registrasi"))}

    def forged(self, sql):
        shutil.copy(self.path("genuine.db"), self.path("mediasi.db"))
        forge(self.path("mediasi.db"), sql)

    def try_all(self, number):
        """every command, or a few; a store that is read is not changed"""
        few = READING if WHOLE else [READING[(2 * number + n) % len(READING)] for n in range(2)]
        with self.changing_nothing("mediasi.db"):
            for words in few:
                self.sent(*words, stdin="")
        for words in WRITING if WHOLE else [WRITING[number % len(WRITING)]]:
            self.sent(*words, stdin=self.forms.get(words[0], ""))
        self.sent("store", "rebuild")

    def test_altered_rows(self):
        for number, (name, sql) in enumerate(ALTERED.items()):
            with self.subTest(name):
                self.forged(sql)
                self.assertEqual(self.sent("store", "verify").code, 8)
                self.try_all(number)
        self.check_memory()

    def test_what_would_run_is_refused(self):
        for name, sql in ACTIVE.items():
            with self.subTest(name):
                self.forged(sql)
                with self.changing_nothing():
                    for words in [["store", "verify"], ["store", "rebuild"], *SOME]:
                        self.sent(*words, stdin=self.forms.get(words[0], "")).exits(8).says_nothing().complains("[M8002]")

    def test_what_waits_for_a_writer_is_seen_and_not_written_to(self):
        for name, sql in WAITING.items():
            with self.subTest(name):
                self.forged(sql)
                with self.changing_nothing():
                    self.sent("store", "verify").exits(8).shows("altered", "schema")
                    self.sent("report", "overdue").exits(0)
                    for words in [["store", "rebuild"], *WRITING]:
                        self.sent(*words, stdin=self.forms.get(words[0], "")).exits(8).says_nothing().complains("[M8002]")

    def test_what_is_no_store(self):
        whole = open(self.path("genuine.db"), "rb").read()
        head = bytearray(whole)
        head[18:20] = b"\2\2"
        files = {"nothing": b"", "a letter": b"x", "noise": os.urandom(20_000), "a magic word": b"SQLite format 3\0",
                 "a write-ahead log": bytes(head), "of two": whole[:4096] + os.urandom(8192), "zeros": bytes(20_000),
                 "text": b"Contoh " * 3000}
        files |= {f"cut off at {size}": whole[:size] for size in (15, 16, 99, 100, 511, 512, 4095, 4096, 4097, len(whole) // 2)}
        for offset, value in [(60, b"\x7f\xff\xff\xff"), (60, bytes(4)), (60, b"\xff\xff\xff\xff"), (68, bytes(4)), (16, b"\0\0"), (16, b"\0\3"),
                              (44, b"\0\0\0\x63"), (56, b"\0\0\0\3"), (20, b"\xff"), (28, b"\x7f\xff\xff\xff"), (32, b"\xff\xff\xff\xff")]:
            files[f"{value.hex()} at {offset}"] = whole[:offset] + value + whole[offset + len(value):]
        for name, content in files.items():
            with self.subTest(name):
                self.write("mediasi.db", content)
                codes = {self.sent("store", "verify").code}
                for words in SOME:
                    codes.add(self.sent(*words, stdin=self.forms.get(words[0], "")).code)
                if not any(word in name for word in ("at 28", "at 32")):  # a wrong count of pages harms nothing that is read
                    self.assertLessEqual(codes, {8})

    def test_another_program_s_database_under_our_mark(self):
        for script in ("CREATE TABLE t(a)", "CREATE TABLE entry(a)", "CREATE TABLE entry(seq, case_number, facts); INSERT INTO entry VALUES (1, 2, 3)",
                       f"CREATE VIEW entry AS {ENDLESS} SELECT x FROM c", ""):
            for version in 1, 2, 3:
                with self.subTest(script=script, version=version):
                    os.unlink(self.path("mediasi.db"))
                    with contextlib.closing(sqlite3.connect(self.path("mediasi.db"))) as store:
                        store.executescript(f"{script}; PRAGMA application_id = {0x4d454453}; PRAGMA user_version = {version}")
                    for words in [["store", "verify"], *SOME, ["store", "rebuild"]]:
                        self.sent(*words, stdin=self.forms.get(words[0], "")).exits(8)

    def test_a_link_a_folder_a_pipe_or_a_device_is_no_store(self):
        os.rename(self.path("mediasi.db"), self.path("real.db"))
        os.symlink(self.path("real.db"), self.path("link.db"))
        os.mkfifo(self.path("pipe.db"))
        for name in "link.db", "pipe.db", "in", "/dev/null", "/dev/zero", "/proc/self/mem", "none/x.db", "x" * 300, "real.db/x":
            for words in ["store", "verify"], ["report", "overdue"], ["store", "rebuild"]:
                with self.subTest(name=name[:20], words=words):
                    self.assertIn(self.sent(*words, "--store", name).code, (1, 3, 8))


if __name__ == "__main__":
    harness.main()
