"""The bars of speed that the program must hold: whole processes, ratios within one run, medians of rounds in turn.

    MEDIASI=build/release/mediasi MAKE_STORE=build/release/make_store python3 -B tests/bench/bench.py

Prints a table and fails where a bar is missed. Ratios alone are compared: every round runs ours and the others one after
another, so that whatever else the machine does meets them alike. MEDIASI_BENCH_ENTRIES and MEDIASI_BENCH_CASES make
smaller stores for trying out; the bars are meant for a million each.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from batch import batches
from bench_rows import Command, Table

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ["MEDIASI"]).resolve()
MAKE_STORE = pathlib.Path(os.environ["MAKE_STORE"]).resolve()
ENTRIES = int(os.environ.get("MEDIASI_BENCH_ENTRIES", "1000000"))
CASES = int(os.environ.get("MEDIASI_BENCH_CASES", "1000000"))
OVERDUE = CASES // 50
ROWS = int(os.environ.get("MEDIASI_BENCH_ROWS", "100000"))
MANY_ROWS = int(os.environ.get("MEDIASI_BENCH_MANY_ROWS", "1000000"))
ROOM = max(3_500 * CASES, 6_000 * ENTRIES)  # bytes of disk: the stores of cases, then the one of entries and its sample
NOW = "2026-06-09T07:00:00+07:00"

# The question of `report overdue` (lib/store/rows.h), as anybody would ask it by hand.
QUESTION = (
    "SELECT case_number, deadline, step, role, officer, due, late_from, provisional, paused_since FROM due "
    "WHERE paused_since = '' AND late_from > '' AND late_from <= '2026-06-09T07:00' ORDER BY late_from, case_number"
)
# The scan that verify is held against: every column of every row that the chain covers, read whole. Not sum(length()):
# SQLite knows the length of a long blob without reading it.
SCANNED = {
    "entry": "seq case_number act step on_text recorded by_officer typed rules correction target facts key_no key_hash tables hash",
    "sealed": "seq path blob",
    "case_key": "case_number n wrapped",
}
SCAN = "; ".join(
    f"SELECT {', '.join(f'max({column})' for column in columns.split())} FROM {table}" for table, columns in SCANNED.items()
)
SIZE = " + ".join(  # what verify must hash, in bytes
    f"(SELECT sum({' + '.join(f'length(CAST({column} AS BLOB))' for column in columns.split())}) FROM {table})"
    for table, columns in SCANNED.items()
)


class Stores:
    """The walked cases, and the stores stamped out of them."""

    def __init__(self, folder):
        self.folder = folder
        os.environ.update(MEDIASI=str(PROGRAM), MEDIASI_NOW=NOW, TASKDATA=str(folder), TASKRC=str(folder / "taskrc"))
        (folder / "taskrc").touch()
        office = folder / "office"
        self._run(ROOT / "examples/quickstart.sh", office)  # 2026-0001 is walked and closed, 2026-0002 is overdue
        self.small, self.key = office / "mediasi.db", office / "safe/key"
        self.forms = ROOT / "examples/first-case"
        # 2026-0003: registered, then taken back
        self.mediasi(self.small, "intake", "--on", "2026-05-04T10:00", "--form", self.forms / "kasus-kedua.toml").seconds()
        withdrawn = self._form("withdrawn", 'reason = "withdrawn"\nwords = "Contoh: tidak jadi."\n')
        self.mediasi(self.small, "terminate", "2026-0003", "--by", "kania", "--form", withdrawn).seconds()
        self.note = self._form("note", 'words = "Contoh: menelepon, akan datang minggu depan."\n')

    def _form(self, name, text):
        path = self.folder / f"{name}.toml"
        path.write_text(text)
        return path

    def _run(self, *words):
        done = subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"bench: {words} gave {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout.strip()

    def mediasi(self, store, *words, code=0):
        return Command(PROGRAM, "--store", store, "--key", self.key, *words, code=code)

    def filled(self, name, *models, of=None):
        """a store with so many copies of the models more than `of`, or than the walked one"""
        store = self.folder / f"{name}.db"
        shutil.copy(of or self.small, store)
        begin = time.perf_counter()
        entries = self._run(MAKE_STORE, store, self.key, *models)
        print(f"bench: {store.name}: {entries} entries, {store.stat().st_size >> 20} MiB,"
              f" {time.perf_counter() - begin:.0f} s", file=sys.stderr)
        return store

    def of_cases(self, name, cases, of=None, had=0):
        """as many overdue whatever the size; a fiftieth open and in time; the others closed, over twenty years"""
        overdue = [] if had else [f"2026-0002={OVERDUE}:0:1"]
        in_time = (cases - had) // 50
        closed = cases - had - in_time - (0 if had else OVERDUE)
        return self.filled(name, *overdue, f"2026-0002={in_time}:4:4", f"2026-0003={closed}:-1040:-1", of=of)

    def of_entries(self, name, entries):
        walked = int(self._run("sqlite3", self.small, "SELECT count(*) FROM entry WHERE case_number = '2026-0001'"))
        return self.filled(name, f"2026-0001={entries // walked}:-1040:0")


def small_commands(stores, table):
    overdue = stores.mediasi(stores.small, "report", "overdue", "--quiet", code=5)
    table.row("report overdue --quiet, a small store : sqlite3 'select 1'", 2.0, overdue,
              [Command("sqlite3", stores.small, "select 1")], 200)
    table.row("report overdue --quiet, a small store : task version", 1.0, overdue, [Command("task", "version")], 200)


def overdue_of_many(stores, table, quarter, whole):
    def report(store):
        return stores.mediasi(store, "report", "overdue", "--format", "csv", code=5)

    rows = subprocess.run(report(whole).words, stdout=subprocess.PIPE).stdout.count(b"\n") - 1
    if not OVERDUE <= rows <= OVERDUE + 5:
        sys.exit(f"bench: {rows} rows are overdue in place of {OVERDUE}")
    table.row(f"report overdue --format csv, {CASES} cases, {OVERDUE} overdue : sqlite3", 2.0, report(whole),
              [Command("sqlite3", "-readonly", "-csv", whole, QUESTION)], 40)
    table.row("the same : a quarter of the cases, as many overdue", 1.3, report(whole), [report(quarter)], 40)


def writing(stores, table, whole):
    """each run is one more act in both stores; the case written to has the same story in both"""
    empty = stores.filled("empty", "2026-0002=0")
    for words, form in (("intake",), stores.forms / "kasus-kedua.toml"), (("record", "2026-0002"), stores.note):
        step = ["--step", "catatan"] if words[0] == "record" else []
        ours, others = (stores.mediasi(store, *words, *step, "--form", form) for store in (whole, empty))
        table.row(f"{words[0]}, a store of {CASES} cases : an empty one", 1.2, ours, [others], 60)


def verifying(stores, table):
    store = stores.of_entries("entries", ENTRIES)
    size = int(stores._run("sqlite3", "-readonly", store, f"SELECT {SIZE}"))
    sample = stores.folder / "sample"
    with open(store, "rb") as full, open(sample, "wb") as part:
        shutil.copyfileobj(full, part)
        part.truncate(size)
    table.row(f"store verify, {ENTRIES} entries : sha256sum of as many bytes + scan", 1.5,
              stores.mediasi(store, "store", "verify"),
              [Command("sha256sum", sample), Command("sqlite3", "-readonly", store, SCAN)], 5)


def main():
    place = pathlib.Path(os.environ.get("MEDIASI_BENCH_DIR", ROOT / "build"))
    place.mkdir(exist_ok=True)
    if shutil.disk_usage(place).free < ROOM:
        sys.exit(f"bench: {place} needs {ROOM >> 30} GiB of free disk")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place) as made:
        stores = Stores(pathlib.Path(made))
        table = Table()
        small_commands(stores, table)
        batches(stores, table, ROWS, MANY_ROWS)
        quarter = stores.of_cases("quarter", CASES // 4)
        whole = stores.of_cases("whole", CASES, of=quarter, had=CASES // 4)
        overdue_of_many(stores, table, quarter, whole)
        writing(stores, table, whole)
        for store in quarter, whole:
            store.unlink()
        verifying(stores, table)
    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()
