"""The case of examples/first-case, walked to any point, its forms changed on the way.

    class Something(Office):
        def test_it(self):
            walk = Walk(self, registered={"matter.0.kind": "rape"})
            walk.to("registered")
            walk.attempt("found").exits(3)

A change is {"path.in.the.form": value}; None takes the member away, a path ending in "+" adds a row.
"""

import atexit
import contextlib
import copy
import functools
import json
import os
import pathlib
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
import tomllib
from typing import NamedTuple

import harness
from harness import Case

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
LOGIN = pwd.getpwuid(os.getuid()).pw_name
ZONE = "+07:00"


STAFF = [("officer", "pendamping"), ("officer", "koordinator"), ("officer", "kepala"), ("officer", "konselor"),
         ("mediator", "mediator"), ("room", "ruang")]


class Step(NamedTuple):
    name: str  # the state it brings the case into
    at: str  # office time
    command: str
    by: str
    step: str
    form: str
    extra: tuple = ()


STEPS = [
    Step("registered", "2026-03-02T08:30", "intake", "", "", "01-registrasi"),
    Step("found", "2026-03-02T13:00", "assess", "pita", "asesmen_pertama", "02-asesmen-pertama"),
    Step("assessed", "2026-03-04T10:00", "assess", "pita", "asesmen_kedua", "03-asesmen-kedua"),
    Step("planned", "2026-03-04T15:00", "assess", "pita", "rencana", "04-rencana"),
    Step("ordered", "2026-03-05T09:00", "assess", "koko", "perintah", "05-perintah"),
    Step("conditioned", "2026-03-05T09:30", "assess", "pita", "syarat_terpenuhi", "06-syarat"),
    Step("scheduled", "2026-03-05T10:00", "schedule", "pita", "jadwal", "07-jadwal", ("--papers", "letters")),
    Step("delivered", "2026-03-09T11:00", "schedule", "pita", "bukti_undangan", "08-bukti-undangan"),
    Step("held", "2026-03-12T11:15", "record", "pita", "sidang", "09-sidang"),
    Step("minuted", "2026-03-12T11:30", "record", "pita", "berita_acara", "10-berita-acara", ("--papers", "letters")),
    Step("signed", "2026-03-12T12:00", "record", "pita", "penutup", "11-penutup"),
    Step("reported", "2026-03-13T08:15", "record", "pita", "lapor_hasil", "12-lapor-hasil"),
    Step("visited1", "2026-03-26T10:00", "monitor", "pita", "monitoring", "13-monitoring-1"),
    Step("visited2", "2026-04-24T10:00", "monitor", "pita", "monitoring", "14-monitoring-2"),
    Step("visited3", "2026-05-22T10:00", "monitor", "pita", "monitoring", "15-monitoring-3"),
    Step("closed", "2026-06-08T10:00", "terminate", "kania", "terminasi", "16-terminasi"),
]
# a respondent of whom nobody said what would contradict that it is the child of another record
VAGUE = {"respondent.0.nik": None, "respondent.0.no_nik": "unregistered", "respondent.0.sex": None, "respondent.0.birth": "2014"}
NAMES = [step.name for step in STEPS]


@functools.cache
def _example(name):
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text())


def example(name):
    return copy.deepcopy(_example(name))


def toml(table, path=""):
    """a form as text: what stands directly in a table first, then its tables and rows"""
    lines, below = [], []
    for key, value in table.items():
        full = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            below += [f"[{full}]", toml(value, full)]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for row in value:
                below += [f"[[{full}]]", toml(row, full)]
        elif value != []:
            lines.append(f"{key} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines + below) + "\n"


def changed(form, changes):
    for path, value in (changes or {}).items():
        *parents, last = path.split(".")
        at = form
        for name in parents:
            at = at[int(name)] if isinstance(at, list) else at.setdefault(name, [] if last == "+" else {})
        if last == "+":
            at.append(value)
        elif value is None:
            at.pop(int(last)) if isinstance(at, list) else at.pop(last, None)
        else:
            at[int(last) if isinstance(at, list) else last] = value
    return form


@functools.cache
def _office():
    """a practice store with its officers, a mediator and a room, made once for all tests of a process"""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mediasi-office-"))
    _folders.append(folder)
    (folder / "safe").mkdir(mode=0o700)
    admin = (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)
    base = [harness.PROGRAM, "--store", folder / "mediasi.db", "--key", folder / "safe/key"]
    environment = {"PATH": "/usr/bin:/bin", "MEDIASI_NOW": "2026-03-02T07:45:00+07:00"}

    def run(*words, stdin=""):
        subprocess.run([*base, *words], input=stdin.encode(), env=environment, check=True, stdout=subprocess.DEVNULL)

    run("init", "--practice", "--rules", "pasuruan", "--officer", "-", "--recovery", folder / "safe/recovery", stdin=admin)
    for kind, who in STAFF:
        run("roster", "add", kind, "--form", EXAMPLES / f"roster/{who}.toml")
    return folder


_folders = []
_kept = {}  # what was done to a fresh office -> the store it left, and the last answer


@atexit.register
def _clear():
    for folder in _folders:
        shutil.rmtree(folder)


class Office(Case):
    """A test that begins in a staffed office. `kept = False`: every command runs, none is taken from an earlier test."""

    kept = True

    def setUp(self):
        super().setUp()
        self.afresh()

    def afresh(self):
        """the office as it was on its first morning, in the same folder"""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        office = _office()
        shutil.copy(office / "mediasi.db", self.folder / "mediasi.db")
        shutil.copytree(office / "safe", self.folder / "safe")
        (self.folder / "letters").mkdir()
        self.environment = {"MEDIASI_STORE": self.path("mediasi.db"), "MEDIASI_KEY": self.path("safe", "key")}
        self.now = "2026-03-02T08:00" + ":00" + ZONE
        self.trail = ()

    def founded_on(self, rules):
        """the same office begun anew under rules of its own, with the same staff"""
        for path in ("mediasi.db", "safe/key", "safe/recovery"):
            self.folder.joinpath(path).unlink()
        admin = (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)
        self.at("2026-03-02T07:45").run_("init", "--practice", "--rules", rules, "--officer", "-", "--recovery",
                                         self.path("safe", "recovery"), stdin=admin).exits(0)
        for kind, who in STAFF:
            self.run_("roster", "add", kind, "--form", EXAMPLES / f"roster/{who}.toml").exits(0)
        self.trail = (("founded", pathlib.Path(rules).read_text()),)

    def at(self, when):
        """sets the clock, in office time; answers itself, so that a command can follow"""
        self.now = f"{when}:00{ZONE}"
        return self

    def act(self, when, command, case, step, form, by="pita", extra=()):
        """one writing command whose form is a table, given on standard input"""
        words = [command, *([case] if case else []), *(["--step", step] if step else []), "--form", "-"]
        words += [*(["--by", by] if by else []), *extra]
        text = form if isinstance(form, str) else toml(form)
        done = self.at(when).run_(*words, stdin=text)
        if done.code == 0:
            self.trail += ((when, *words, text),)
        return done

    def keep(self, when, command, case, step, form, by, extra):
        """as act(), but what was done before in this process is copied and not done again"""
        key = (self.trail, when, command, case, step, toml(form), by, extra)
        if not self.kept or key not in _kept:
            done = self.act(when, command, case, step, form, by, extra).exits(0)
            if self.kept:
                folder = pathlib.Path(tempfile.mkdtemp(prefix="mediasi-kept-"))
                _folders.append(folder)
                shutil.copy(self.path("mediasi.db"), folder / "mediasi.db")
                _kept[key] = (folder, self.trail, done)
            return done
        folder, self.trail, done = _kept[key]
        self.now = f"{when}:00{ZONE}"
        shutil.copy(folder / "mediasi.db", self.path("mediasi.db"))
        return done

    def add(self, kind, form):
        """an officer, mediator or room more"""
        self.at("2026-03-02T08:00").run_("roster", "add", kind, "--form", "-", stdin=toml(form)).exits(0)
        self.trail += ((kind, toml(form)),)

    def rows(self, query):
        """what stands in the store's clear tables"""
        with contextlib.closing(sqlite3.connect(f"file:{self.path('mediasi.db')}?mode=ro", uri=True)) as store:
            return store.execute(query).fetchall()


class Walk:
    """One case on its way. Keywords: state -> changes to the form that brings it there; None leaves the step out."""

    def __init__(self, office, number=1, **changes):
        self.office, self.number, self.changes = office, number, changes
        self.done = 0  # how many of STEPS

    def case(self):
        return f"2026-{self.number:04}"

    def form(self, name):
        step = STEPS[NAMES.index(name)]
        return changed(example(f"first-case/{step.form}"), self.changes.get(name))

    def to(self, name):
        """runs every step up to this state; each must be taken"""
        answer = None
        while self.done <= NAMES.index(name):
            step = STEPS[self.done]
            if self.changes.get(step.name, {}) is not None:
                case = "" if step.name == "registered" else self.case()
                answer = self.office.keep(step.at, step.command, case, step.step, self.form(step.name), step.by, step.extra)
            self.done += 1
        return answer

    def attempt(self, name, *extra, at=None, by=None):
        """runs one step, whatever it answers"""
        step = STEPS[NAMES.index(name)]
        case = "" if name == "registered" else self.case()
        return self.office.act(at or step.at, step.command, case, step.step, self.form(name), by or step.by,
                               (*step.extra, *extra))

    def act(self, when, command, step, form, by="pita", extra=()):
        return self.office.act(when, command, self.case(), step, form, by, extra)
