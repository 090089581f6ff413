"""What somebody does who has the store file, a copy of last week's, sqlite3 and Python, and no key.

An attack is a function(store path, older copy) that changes the file. Those of CLUMSY rewrite the tail and leave traces
that may or may not be found without a checkpoint; those of REWRITES make everything good again.
"""

import contextlib
import pathlib
import shutil
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "examples/witness"))
import check_chain  # noqa: E402

ATTACKS, CLUMSY, REWRITES = {}, {}, {}


def attack(function):
    ATTACKS[function.__name__] = function
    return function


def clumsy(function):
    CLUMSY[function.__name__] = function
    return function


def rewrite(function):
    REWRITES[function.__name__] = function
    return function


class Open:
    """the file without its triggers; they are put back at the end, so that the schema tells nothing"""

    def __init__(self, path):
        self.store = sqlite3.connect(path, isolation_level=None)

    def __enter__(self):
        self.triggers = self.store.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        self.store.execute("BEGIN")
        for name, _ in self.triggers:
            self.store.execute(f"DROP TRIGGER {name}")
        return self.store

    def __exit__(self, *_):
        for _, sql in self.triggers:
            self.store.execute(sql)
        self.store.execute("COMMIT")
        self.store.close()


def rechain(store, first):
    """every hash from this entry on counted anew"""
    before = store.execute("SELECT hash FROM entry WHERE seq = ?", (first - 1,)).fetchone()
    before = before[0] if before else bytes(32)
    for *row, covered in store.execute(
            f"SELECT {check_chain.COLUMNS}, tables FROM entry WHERE seq >= ? ORDER BY seq", (first,)).fetchall():
        sealed = store.execute("SELECT path, blob FROM sealed WHERE seq = ? ORDER BY path", (row[0],)).fetchall()
        before = check_chain.entry_hash(before, row, covered, sealed)
        store.execute("UPDATE entry SET hash = ? WHERE seq = ?", (before, row[0]))


def last(store):
    return store.execute("SELECT MAX(seq) FROM entry").fetchone()[0]


def sealed_seqs(store):
    return [seq for (seq,) in store.execute("SELECT DISTINCT seq FROM sealed JOIN entry USING (seq) "
                                            "WHERE case_number <> '0' ORDER BY seq")]


def add_entry(store, tables, act=None, facts=None):
    """one more entry of the house, like the last of its kind, that says this of the tables"""
    row = list(store.execute(f"SELECT {check_chain.COLUMNS} FROM entry WHERE case_number = '0' AND key_no = 0 "
                             "ORDER BY seq DESC LIMIT 1").fetchone())
    seq, before = store.execute("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    row[0] = seq + 1
    row[2], row[11] = act or row[2], facts or row[11]
    row[-1] = check_chain.entry_hash(before, row, tables, [])
    store.execute(f"INSERT INTO entry({check_chain.COLUMNS}, tables) VALUES ({', '.join('?' * (len(row) + 1))})", (*row, tables))


def hide_from_index(path, index, condition):
    """rows that an index no longer has, while its text in the schema stays the program's"""
    def written(sql):
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as store:
            store.execute("PRAGMA writable_schema = on")
            store.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, index))
            version = store.execute("PRAGMA schema_version").fetchone()[0]
            store.execute(f"PRAGMA schema_version = {version + 1}")

    with contextlib.closing(sqlite3.connect(path)) as store:
        text = store.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (index,)).fetchone()[0]
    written(f"{text} AND {condition}")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute(f"REINDEX {index}")
    written(text)


@attack
def triggers_dropped(path, _):
    store = sqlite3.connect(path, isolation_level=None)
    store.execute("DROP TRIGGER entry_update")


@attack
def trigger_added(path, _):
    store = sqlite3.connect(path, isolation_level=None)
    store.execute("CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN DELETE FROM due; END")


@attack
def fact_rewritten(path, _):
    with Open(path) as store:
        store.execute("UPDATE entry SET facts = facts || ' ' WHERE seq = 5")


@attack
def officer_rewritten(path, _):
    with Open(path) as store:
        store.execute("UPDATE entry SET by_officer = 'lain' WHERE seq = ?", (last(store) - 2,))


@attack
def date_rewritten_and_its_own_hash(path, _):
    with Open(path) as store:
        seq = last(store) - 2
        store.execute("UPDATE entry SET on_text = '2026-01-01' WHERE seq = ?", (seq,))
        after = store.execute("SELECT seq, hash FROM entry WHERE seq > ?", (seq,)).fetchall()
        rechain(store, seq)
        for number, digest in after:
            store.execute("UPDATE entry SET hash = ? WHERE seq = ?", (digest, number))


@attack
def entry_cut_out(path, _):
    with Open(path) as store:
        store.execute("DELETE FROM sealed WHERE seq = ?", (last(store) - 3,))
        store.execute("DELETE FROM entry WHERE seq = ?", (last(store) - 3,))


@clumsy
def entry_cut_out_and_numbers_closed(path, _):
    with Open(path) as store:
        gone = last(store) - 3
        store.execute("DELETE FROM sealed WHERE seq = ?", (gone,))
        store.execute("DELETE FROM entry WHERE seq = ?", (gone,))
        for seq in range(gone + 1, last(store) + 1):
            store.execute("UPDATE entry SET seq = seq - 1 WHERE seq = ?", (seq,))
            store.execute("UPDATE sealed SET seq = seq - 1 WHERE seq = ?", (seq,))
        rechain(store, gone)


@attack
def end_cut_off(path, _):
    with Open(path) as store:
        first = last(store) - 3
        store.execute("DELETE FROM sealed WHERE seq >= ?", (first,))
        store.execute("DELETE FROM entry WHERE seq >= ?", (first,))


@attack
def end_cut_off_with_its_keys(path, _):
    with Open(path) as store:
        first = last(store) - 3
        store.execute("DELETE FROM sealed WHERE seq >= ?", (first,))
        store.execute("DELETE FROM entry WHERE seq >= ?", (first,))
        store.execute("DELETE FROM case_key WHERE NOT EXISTS (SELECT 1 FROM entry WHERE "
                      "entry.case_number = case_key.case_number AND key_no = n)")


@attack
def ciphertexts_swapped(path, _):
    with Open(path) as store:
        one, other = sealed_seqs(store)[:2]
        store.execute("CREATE TEMP TABLE aside AS SELECT * FROM sealed WHERE seq IN (?, ?)", (one, other))
        store.execute("DELETE FROM sealed WHERE seq IN (?, ?)", (one, other))
        store.execute("INSERT INTO sealed SELECT ? + ? - seq, path, blob FROM aside", (one, other))


@clumsy
def ciphertexts_swapped_and_chained(path, _):
    ciphertexts_swapped(path, None)
    with Open(path) as store:
        rechain(store, sealed_seqs(store)[0])


@attack
def wrapped_keys_swapped(path, _):
    with Open(path) as store:
        (one, a), (other, b) = store.execute("SELECT n, wrapped FROM case_key WHERE case_number <> '0' ORDER BY n").fetchall()[:2]
        store.execute("UPDATE case_key SET wrapped = ? WHERE case_number <> '0' AND n = ?", (b, one))
        store.execute("UPDATE case_key SET wrapped = ? WHERE case_number <> '0' AND n = ?", (a, other))


@attack
def key_emptied(path, _):
    with Open(path) as store:
        store.execute("UPDATE case_key SET wrapped = x'' WHERE case_number <> '0' AND n = 1")


@attack
def readers_swapped(path, _):
    with Open(path) as store:
        (a,), (b,) = store.execute("SELECT wrapped FROM reader ORDER BY id").fetchall()[:2]
        store.execute("UPDATE reader SET wrapped = ? WHERE id = 1", (b,))
        store.execute("UPDATE reader SET wrapped = ? WHERE id = 2", (a,))


@attack
def reader_planted(path, _):
    with Open(path) as store:
        store.execute("INSERT INTO reader SELECT 77, officer, kind, salt, params, wrapped FROM reader WHERE id = 1")


@attack
def rules_exchanged(path, _):
    with Open(path) as store:
        store.execute("UPDATE rules SET text = text || ' '")


@attack
def template_exchanged(path, _):
    with Open(path) as store:
        store.execute("UPDATE template SET text = text || ' ' WHERE name = (SELECT MIN(name) FROM template)")


@rewrite
def put_back_to_last_week(path, older):
    shutil.copy(older, path)


@rewrite
def tail_rewritten(path, _):
    with Open(path) as store:
        seq = last(store) - 2
        store.execute("UPDATE entry SET on_text = '2026-01-01', by_officer = 'lain' WHERE seq = ?", (seq,))
        rechain(store, seq)


@attack
def whole_journal_rewritten(path, _):
    """what gives readers their keys is signed, and covers all before it"""
    with Open(path) as store:
        store.execute("UPDATE entry SET typed = 'lain'")
        rechain(store, 1)


@rewrite
def key_dropped_with_its_entries(path, _):
    """an entry with what it sealed made one that never sealed anything"""
    with Open(path) as store:
        number, n = store.execute("SELECT case_number, key_no FROM entry WHERE key_no > 0 AND case_number <> '0' "
                                       "ORDER BY seq DESC LIMIT 1").fetchone()
        first = store.execute("SELECT MIN(seq) FROM entry WHERE case_number = ? AND key_no = ?", (number, n)).fetchone()[0]
        store.execute("DELETE FROM sealed WHERE seq IN (SELECT seq FROM entry WHERE case_number = ? AND key_no = ?)", (number, n))
        store.execute("UPDATE entry SET key_no = 0, key_hash = x'' WHERE case_number = ? AND key_no = ?", (number, n))
        store.execute("DELETE FROM case_key WHERE case_number = ? AND n = ?", (number, n))
        rechain(store, first)
