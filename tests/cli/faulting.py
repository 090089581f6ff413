"""Commands broken on purpose: from a snapshot of the office just before each, at a chosen system call, under strace.

    scene = Scene(office, ACTS["intake"])           # what it is before and after the command, and which calls it makes
    done = scene.broken("pwrite64", 7, "signal=KILL")
    scene.state() in (scene.before, scene.after)

A new writing command is one line in ACTS.
"""

import collections
import contextlib
import gzip
import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import tempfile
import tomllib
from typing import Callable, NamedTuple

import rows
from walk import EXAMPLES, LOGIN, NAMES, ROOT, STEPS, Office, Walk, toml

WHOLE = bool(os.environ.get("MEDIASI_WHOLE"))  # tests/long: every point of every command
# what changes a disk; a kill comes before the call it is named for
WRITES = ("pwrite64", "write", "fdatasync", "fsync", "unlink", "rename", "renameat2", "link", "linkat", "ftruncate",
          "fchmod", "mkdir")
# after PR_SET_DUMPABLE the memory and descriptors of the program are open to CAP_SYS_PTRACE alone
TRACER = [] if os.getuid() == 0 else ["unshare", "--user", "--map-current-user", "--keep-caps"]


KIND = "KIND"  # in a finishing command: each kind of paper the act leaves


class Act(NamedTuple):
    at: str  # office time
    ready: Callable  # brings a fresh office to where the command can be given
    words: list
    form: str = ""
    finish: list = []  # writes the papers that a cut off command owes still
    aside: str = "^$"  # files whose absence is no fault


def step(name):
    """the command of the walk that brings the case into this state"""
    at = NAMES.index(name)
    part = STEPS[at]
    case = [] if at == 0 else ["2026-0001"]
    words = [part.command, *case, *(["--step", part.step] if part.step else []), "--form", "-", *part.extra]
    finish = ["document", "2026-0001", KIND, "--into", "letters"] if part.extra else []  # the papers of this step alone
    return Act(part.at, lambda office: at and Walk(office).to(NAMES[at - 1]), words + (["--by", part.by] if part.by else []),
               (EXAMPLES / f"first-case/{part.form}.toml").read_text(), finish)


def owing(office):
    """a case that owes invitations nobody has issued yet"""
    Walk(office).to("conditioned")
    part = STEPS[NAMES.index("scheduled")]
    office.act(part.at, part.command, "2026-0001", part.step, Walk(office).form("scheduled")).exits(0)


def reserved(office):
    """the same, and numbers set aside on that day"""
    owing(office)
    office.at("2026-03-05T11:00").run_("document", "--reserve", "undangan", "--count", "8").exits(0)


def older(office):
    """a store of an earlier release, which the next writing command brings up"""
    store = gzip.decompress((ROOT / "tests/cli/stores/version-2.db.gz").read_bytes())
    (office.folder / "mediasi.db").write_bytes(store)


def nothing(office):
    """no store yet: its folder alone"""
    shutil.rmtree(office.folder / "safe")
    (office.folder / "mediasi.db").unlink()
    (office.folder / "safe").mkdir(0o700)


def at_once(_):
    pass


def spoilt(office):
    """a table that somebody emptied, for rebuild to make again"""
    Walk(office).to("signed")
    with contextlib.closing(sqlite3.connect(office.path("mediasi.db"))) as store:
        store.execute("DELETE FROM due")
        store.commit()


def with_minutes(office):
    """a closed case, and the minutes of its destruction"""
    Walk(office).to("closed")
    office.write("safe/musnah.html", "<p>Contoh berita acara pemusnahan</p>")


def with_reader(office):
    """a second key file, to be taken away"""
    Walk(office).to("registered")
    office.run_("store", "key", "add", "--officer", "pita", "--file", office.path("safe", "second")).exits(0)


def with_rows(office):
    """a sheet of two registrations, one of them of a known register"""
    form = tomllib.loads((EXAMPLES / "first-case/01-registrasi.toml").read_text())
    office.write("rows.csv", rows.sheet([{"ref": f"b/{n}", **rows.cells(form)} for n in (1, 2)]))


def with_rules(office):
    """the office's rules with a shorter limit"""
    Walk(office).to("found")
    office.write("kantor.toml", (ROOT / "share/rules/pasuruan.toml").read_text().replace("amount = 14", "amount = 10"))


def with_batch(office):
    """a batch to be undone"""
    with_rows(office)
    office.at("2026-03-02T08:30").run_("intake", "--batch", "rows.csv", "--source", "buku").exits(0)


ISSUE = ["document", "2026-0001", "--owed", "--into", "letters"]
LATE = ["document", "2026-0001", "undangan", "--into", "letters", "--on", "2026-03-05"]
ACTS = {
    "intake": step("registered"),
    "assess": step("found"),
    "schedule": step("scheduled"),
    "record": step("minuted"),
    "monitor": step("visited1"),
    "terminate": step("closed"),
    "document": Act("2026-03-05T11:00", owing, ISSUE, "", ISSUE),
    "document late": Act("2026-03-06T09:00", reserved, LATE, "", LATE),
    "document reserve": Act("2026-03-05T11:00", at_once, ["document", "--reserve", "undangan", "--count", "3"]),
    "batch": Act("2026-03-02T08:30", with_rows, ["intake", "--batch", "rows.csv", "--source", "buku"]),
    "store undo-batch": Act("2026-03-02T08:40", with_batch, ["store", "undo-batch", "1"]),
    "roster add": Act("2026-03-02T08:10", at_once, ["roster", "add", "room", "--form", "-"], 'id = "dua"\nname = "Ruang Dua"\n'),
    "workflow calendar": Act("2026-03-02T08:10", lambda office: Walk(office).to("found"),
                             ["workflow", "calendar", str(ROOT / "share/calendar/2026.toml")]),
    "workflow adopt": Act("2026-03-02T08:10", with_rules, ["workflow", "adopt", "kantor.toml"]),
    "store rebuild": Act("2026-03-12T13:00", spoilt, ["store", "rebuild"]),
    "store key renew": Act("2026-03-02T12:00", with_reader, ["store", "key", "renew"]),
    "store key remove": Act("2026-03-02T12:00", with_reader, ["store", "key", "remove", "3"]),
    "store backup": Act("2026-03-12T13:00", lambda office: Walk(office).to("found"), ["store", "backup", "cadangan"],
                        aside="^cadangan/"),  # an entry may stand without its file: another is made
    "store erase": Act("2031-06-09T09:00", with_minutes, ["store", "erase", "2026-0001", "--because", "habis_retensi",
                                                          "--minutes", "safe/musnah.html", "--by", "kania"], aside="erasures"),
    "names": Act("2026-03-12T13:00", lambda office: Walk(office).to("found"), ["report", "register", "--names"]),
    "store checkpoint": Act("2026-03-12T13:00", lambda office: Walk(office).to("found"), ["store", "checkpoint", "safe/witness"],
                            aside="witness"),  # its entry stands without them: another is made
    "older store": Act("2026-03-13T08:00", older, ["store", "rebuild"]),
    "init": Act("2026-03-02T07:45", nothing, ["init", "--practice", "--rules", "pasuruan", "--officer", "-",
                                              "--recovery", "safe/recovery"],
                (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)),
}

ENTRY = "seq, case_number, act, step, on_text, recorded, by_officer, typed, rules, correction, target, facts, key_no"
KEPT = [f"SELECT {ENTRY} FROM entry ORDER BY seq", "SELECT seq, path, length(blob) FROM sealed ORDER BY seq, path",
        "SELECT case_number, n, length(wrapped) FROM case_key ORDER BY 1, 2", "SELECT id, officer, kind FROM reader ORDER BY id",
        "SELECT hash, file FROM rules ORDER BY hash"]
MADE = ["case_index", "due", "booking", "number", "person_link", "ref"]


def contents(store, queries):
    """what stands in a store, but for what chance gave it: keys and hashes"""
    mask = lambda value: re.sub(r"[0-9a-f]{16,}", "*", value) if isinstance(value, str) else value
    return [[tuple(map(mask, row)) for row in store.execute(query)] for query in queries]


class Scene:
    def __init__(self, office, act):
        self.office, self.act = office, act
        office.afresh()
        act.ready(office)
        office.at(act.at)
        self.away = pathlib.Path(tempfile.mkdtemp(prefix="mediasi-scene-"))
        office.addCleanup(shutil.rmtree, self.away)
        shutil.copytree(office.folder, self.away / "snapshot")
        self.before = self.state()
        self.run(prefix=self.strace("trace=" + ",".join(f"?{call}" for call in WRITES))).exits(0)
        self.calls = self.traced()
        self.after, self.files = self.state(), self.listing()
        assert self.before != self.after

    def run(self, **more):
        return self.office.run_(*self.act.words, stdin=self.act.form, **more)

    def restore(self):
        """the folder as it was before the command"""
        for path in self.office.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.away / "snapshot", self.office.folder, dirs_exist_ok=True)

    def strace(self, *expressions, paths=()):
        words = [*TRACER, "strace", "-f", "-qq", "-o", str(self.away / "log")]
        for expression in expressions:
            words += ["-e", expression]
        for path in paths:
            words += ["-P", str(path)]
        return words

    def traced(self):
        """how often each call was made"""
        return collections.Counter(re.findall(r"^\d+ +(\w+)\(", (self.away / "log").read_text(), re.MULTILINE))

    def broken(self, call, when, what, paths=(), **more):
        """the command from the snapshot, with one thing injected: strace(1), -e inject"""
        self.restore()
        return self.run(prefix=self.strace(f"trace={call}", f"inject={call}:{what}:when={when}", paths=paths), **more)

    def points(self, calls=WRITES, some=0):
        """(call, number) of each call made; with `some`, so many of each kind, first and last among them"""
        for call in calls:
            count = self.calls[call]
            few = {1 + round(n * (count - 1) / max(1, some - 1)) for n in range(some)} if some else range(1, count + 1)
            yield from ((call, n) for n in sorted(few) if 1 <= n <= count)

    def listing(self):
        """every file of the folder, and not what is in it"""
        names = [str(path.relative_to(self.office.folder)) for path in self.office.folder.rglob("*") if path.is_file()]
        return sorted(name for name in names if not re.search(self.act.aside, name))

    def state(self):
        """the store's contents as SQLite itself would recover them; None without a store"""
        with tempfile.TemporaryDirectory() as aside:
            for end in "", "-journal":
                if (self.office.folder / f"mediasi.db{end}").exists():
                    shutil.copy(self.office.folder / f"mediasi.db{end}", aside)
            if not os.path.exists(f"{aside}/mediasi.db"):
                return None
            with contextlib.closing(sqlite3.connect(f"{aside}/mediasi.db")) as store:
                there = {name for (name,) in store.execute("SELECT name FROM sqlite_schema")}  # an older store has not all of them
                return contents(store, KEPT + [f"SELECT * FROM {table} ORDER BY {'1, 2' if table == 'ref' else '1, 2, 3, 4'}"
                                                if table in there else "SELECT 1 WHERE 0" for table in MADE])

    def finishing(self):
        """the commands that write the papers of a cut off one"""
        words = self.act.finish
        if KIND not in words:
            return [words] if words else []
        kinds = sorted({found.group(1) for name in self.files if (found := re.match(r"letters/2026-0001-(.+)-\d+\.html$", name))})
        return [[kind if word == KIND else word for word in words] for kind in kinds]

    def holds_after(self):
        """the act and whatever came later: a rebuild is an entry of its own"""
        state = self.state()
        parts = zip(state[:len(KEPT)], self.after[:len(KEPT)])
        return all(part[:len(known)] == known for part, known in parts) and state[len(KEPT):] == self.after[len(KEPT):]

    def papers(self):
        return {path.name: path.read_bytes() for path in (self.office.folder / "letters").iterdir()}


class Breaking(Office):
    """Laws that hold after every fault."""

    def check_store(self, scene):
        """sound, and its tables those that a rebuild makes"""
        found = scene.after if scene.act is ACTS["store rebuild"] else scene.state()
        if scene.state() == scene.before and scene.act is ACTS["store rebuild"]:
            return  # it was to mend the tables, and has not yet
        self.run_("store", "verify").exits(0)
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(scene.state()[-len(MADE):], found[-len(MADE):], "the tables are not those of the journal")

    def next_command(self, scene):
        """the same again where nothing was done, else whatever writes"""
        if scene.state() == scene.before:
            scene.run().exits(0)
        else:
            self.run_("store", "rebuild").exits(0)
            for words in scene.finishing():
                self.run_(*words).exits(0)
        self.assertTrue(scene.holds_after())
        self.assertEqual(scene.listing(), scene.files)
        self.check_papers(scene)
        self.check_store(scene)

    def check_papers(self, scene):
        """every page in the folder is whole, and is one the journal knows"""
        facts = " ".join(row[0] for row in self.rows("SELECT facts FROM entry WHERE act = 'paper'"))
        for name, page in scene.papers().items():
            self.assertRegex(name, r"^2026-0001-[a-z_]+-\d+\.html$", "a half-made file")
            self.assertTrue(page.rstrip().endswith(b"</html>"), name)
            self.assertIn(hashlib.blake2b(page, digest_size=32).hexdigest(), facts, name)
