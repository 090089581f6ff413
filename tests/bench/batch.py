"""Years of registers: a sheet of registrations, two invented people each, taken in with the key at hand; beside it the same
sheet in one plain table of sqlite3, and as many tasks in taskwarrior."""

import csv
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile

from bench_rows import Command  # what is timed

DISTRICTS = ["357501", "357502", "357503", "357504", "351401", "351402", "351403", "351404", "351405", "351406"]
FIRST = ["Contoh", "Rekaan", "Misal", "Umpama", "Andai"]
SYLLABLES = [consonant + vowel for consonant in "bgklmnprt" for vowel in "aiueo"]  # none of them spelt in two ways
HEADING = ["ref", "on", "source", "beneficiary1.name", "beneficiary1.nik", "beneficiary1.birth", "beneficiary1.sex",
           "beneficiary1.address", "beneficiary1.phone", "respondent1.name", "respondent1.nik", "respondent1.birth",
           "respondent1.sex", "matter1.kind", "matter1.incident_on", "story"]
DAYS = 12_000


def person(number):
    """name, NIK, birth day, sex: nobody's, of the serials that no register gives, and no two alike"""
    day = datetime.date(1965, 1, 1) + datetime.timedelta(days=number % DAYS)
    rest = number // DAYS
    female = number % 2 == 0
    nik = f"{DISTRICTS[rest % 10]}{day.day + (40 if female else 0):02}{day:%m%y}{9900 + rest // 10 % 100:04}"
    name = f"{FIRST[number % 5]} {''.join(SYLLABLES[number // 45**place % 45] for place in range(4)).title()} Bukan Orang"
    return name, nik, day.isoformat(), "female" if female else "male"


def make_sheet(path, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADING)
        for number in range(rows):
            on = datetime.date(2026, 1, 2) + datetime.timedelta(days=number % 150)
            one, other = person(2 * number), person(2 * number + 1)
            writer.writerow([f"buku/{number}", on.isoformat(), "walk_in", *one, f"Jl. Contoh {number}", f"0343-{number % 10**6:06}",
                             *other, "neighbour_dispute", on.isoformat(), f"Contoh cerita nomor {number}, bukan kejadian."])


def make_tasks(path, count):
    with open(path, "w") as file:
        for number in range(count):
            file.write(json.dumps({"description": f"Contoh tugas {number}", "project": "contoh", "status": "pending",
                                   "entry": "20260302T010000Z"}) + "\n")


def plain_table(sheet, store):
    """the same sheet in one table, found by its key and both NIKs"""
    columns = ", ".join(f'"{name}" TEXT' for name in HEADING)
    index = "".join(f'CREATE INDEX i{at} ON sheet("{name}");' for at, name in
                    enumerate(("ref", "beneficiary1.nik", "respondent1.nik")))
    return ["sqlite3", store, f"CREATE TABLE sheet({columns}); {index}", f".import --csv --skip 1 {sheet} sheet"]


class Fresh(Command):
    """a command on a store that is made anew before each run, which is not timed"""

    def __init__(self, *words, prepare, **more):
        super().__init__(*words, **more)
        self.prepare = prepare

    def seconds(self):
        self.prepare()
        return super().seconds()


def memory_of(words):
    """the most memory a command had, in MiB"""
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=told)
        _, status, used = os.wait4(child.pid, 0)
        if status:
            told.seek(0)
            sys.exit(f"bench: {words} gave {os.waitstatus_to_exitcode(status)}: {told.read(2000).decode()}")
    return used.ru_maxrss / 1024


def batches(stores, table, rows, many):
    folder = stores.folder
    sheet, store, plain = folder / "sheet.csv", folder / "batch.db", folder / "plain.db"
    empty = stores.filled("empty", "2026-0002=0")

    def anew():
        shutil.copy(empty, store)

    def gone(path):
        return lambda: shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    make_sheet(sheet, rows)
    ours = Fresh(*stores.mediasi(store, "intake", "--batch", sheet).words, prepare=anew)
    theirs = Fresh(*plain_table(sheet, plain), prepare=gone(plain))
    table.row(f"intake --batch, {rows} rows, key at hand : sqlite3 .import", 8.0, ours, [theirs], 3)
    tenth, tasks = folder / "tenth.csv", folder / "tasks.json"
    make_sheet(tenth, rows // 10)
    make_tasks(tasks, rows // 10)
    data = [folder / "pending.data", folder / "backlog.data", folder / "undo.data", folder / "completed.data"]
    small = Fresh(*stores.mediasi(store, "intake", "--batch", tenth).words, prepare=anew)
    taskwarrior = Fresh("task", "import", tasks, prepare=lambda: [path.unlink(missing_ok=True) for path in data])
    table.row(f"intake --batch, {rows // 10} rows : task import of as many", None, small, [taskwarrior], 3)
    anew()
    at_first = memory_of(ours.words)
    make_sheet(sheet, many)
    anew()
    at_last = memory_of(ours.words)
    table.figure(f"intake --batch of {many} rows: most memory, MiB", 96, at_last)
    table.figure(f"the same : of {rows} rows", 1.1, at_last / at_first)
    for path in sheet, store, plain, tenth, tasks, empty:
        path.unlink(missing_ok=True)
