"""The way on that `explain` names, walked: each act it lists is recorded, and then the refused act is taken.

A row says what is refused; of the way it says nothing but what no list can know: how the refused act itself is put
right (`then`), where the fault lay in it.
"""

import re
import tomllib
from typing import NamedTuple

from refusing import Refusing
from walk import NAMES, ROOT, STEPS, Walk, changed, example, toml

KANIA, KOKO, PITA = "kania", "koko", "pita"
BY = {"perintah": KOKO, "penugasan": KOKO, "pembukaan_kembali": KANIA, "terminasi": KANIA}
RULES = tomllib.loads((ROOT / "share/rules/pasuruan.toml").read_text())
MEDA = {**example("roster/mediator"), "id": "meda", "name": "Contoh Meda"}
COMMANDS = {step["id"]: step["command"] for step in RULES["step"]}
COMPANION = {"name": "Contoh Pendamping Lain", "may_write": "yes"}
CONSENT = example("first-case/02-asesmen-pertama")["persetujuan"][0]
SESSION_DAY = ("pertanyaan_hari_ini", "kehadiran", "hasil")  # recorded when the session is over


def part(name, step):
    return example(f"first-case/{name}").get(step, {})


FORMS = {  # an ordinary form of each act that a way may name; what the way says goes over it
    "syarat": {},
    "orang": {},
    "asesmen_awal": {**part("02-asesmen-pertama", "asesmen_awal"), "afraid": "no"},
    "persetujuan": CONSENT,
    "kelayakan": part("02-asesmen-pertama", "kelayakan"),
    "asesmen_lanjutan": part("03-asesmen-kedua", "asesmen_lanjutan")[0],
    "rencana": example("first-case/04-rencana"),
    "perintah": example("first-case/05-perintah"),
    "syarat_terpenuhi": example("first-case/06-syarat"),
    "mediator": part("07-jadwal", "mediator"),
    "pembekalan": part("07-jadwal", "pembekalan"),
    "sesi": part("07-jadwal", "sesi"),
    "sesi_pindah": {"room": "ruang-1", "reason": "other"},
    "undangan": {"invitee": part("07-jadwal", "undangan")["invitee"]},
    "bukti_undangan": example("first-case/08-bukti-undangan"),
    "pertanyaan_hari_ini": part("09-sidang", "pertanyaan_hari_ini"),
    "kehadiran": part("09-sidang", "kehadiran"),
    "hasil": part("09-sidang", "hasil"),
    "berita_acara": example("first-case/10-berita-acara"),
    "tanda_tangan": part("11-penutup", "tanda_tangan"),
    "salinan": part("11-penutup", "salinan"),
    "lapor_hasil": example("first-case/12-lapor-hasil"),
    "kunjungan": part("13-monitoring-1", "kunjungan"),
    "lapor_monitoring": part("13-monitoring-1", "lapor_monitoring"),
    "rujukan": {"to": "police", "answer": "offered"},
    "cek_aman": {},
    "pembukaan_kembali": {"reason": "asked"},
}
ROWS = {"delivery": "bukti_undangan", "signature": "tanda_tangan", "answer": "pertanyaan_hari_ini", "copy": "salinan"}
LISTS = ("to", "purposes", "kinds", "of")


class Row(NamedTuple):
    title: str
    rule: str
    reach: str  # the state it is walked to; "" = nothing registered yet
    changes: dict  # to the forms on the way there and of the act that is refused
    step: str  # the step that is tried
    then: dict = {}  # changes to the form of the refused act, where the fault lay in it
    prepare: object = None  # what happens besides, once the state is reached: prepare(test, walk)
    act: tuple = ()  # command, step, form: an act that the example does not have
    then_by: str = ""  # who does it in the end
    forms: dict = {}  # changes to the forms of the way: step -> changes
    seen: str = ""  # stands in the value that was seen
    at: str = ""  # office time of the attempt, when it is not that of the step
    by: str = ""
    accept: tuple = ()
    split: bool = False  # the refused act comes within a composite form: what stands before it is recorded first


def value_said(field, value):
    if value == "…":
        return {"police_report": "no", "police_number": "LP/CONTOH/1", "legal_note": "LP/CONTOH/1"}.get(field, "Contoh.")
    return value.split(",") if field in LISTS else value


def rows_said(text):
    """rows as explain words them: kinds = parent, of = beneficiary1 | kinds = ..."""
    pairs = [[said.partition(" = ") for said in row.split(", ")] for row in text.split(" | ")]
    return [{field: value_said(field, value) for field, _, value in row} for row in pairs]


def form_of(way):
    form = changed(example_of(way["step"]), {})
    for said in re.split(r"; ", way["says"] or ""):
        group, colon, rows = said.partition(": ")
        field, equals, value = said.partition(" = ")
        if colon and group in ROWS:
            named = {person.split(" (")[0]: person for person in re.split(r", | \| ", rows)}
            form[group] = [{**row, **({"result": "refused"} if "result = refused" in named[who] else {})}
                           for row in form[group] for who in (row.get("person", row.get("party")),) if who in named]
        elif colon and " = " in rows:
            form[group] = [{**(COMPANION if group == "companion" and "id" not in row else {}), **row} for row in rows_said(rows)]
        elif equals and value != "…":
            form[field] = value.split(",") if isinstance(form.get(field), list) else value
    if form.get("outcome", "agreed") not in ("agreed", "partly"):
        form = {name: value for name, value in form.items() if name not in ("obligation", "waiver")}
    if form.get("violence") == "no":
        form.pop("violence_items", None)
    if form.get("finding") == "fit":
        form.pop("condition", None)
    if form.get("finding") == "unfit":
        form = {"finding": "unfit", "reasons": "Tidak dapat dimediasi."}
    return form


def example_of(step):
    return {name: [dict(row) for row in value] if isinstance(value, list) and value and isinstance(value[0], dict) else value
            for name, value in FORMS[step].items()}


class Ways(Refusing):
    """keeps the clock of one row; every act is a minute after the last"""

    def tick(self, step=""):
        if step in SESSION_DAY and self.clock < self.session:
            self.clock = f"{self.session[:10]}T11:05"
        day, time = self.clock.split("T")
        minute = int(time[:2]) * 60 + int(time[3:]) + 1
        self.clock = f"{day}T{minute // 60:02}:{minute % 60:02}"
        return self.clock

    def next_day(self):
        day = self.clock[:10]
        after = int(day[-2:]) + 1
        return f"{day[:8]}{after:02}" if after < 29 else f"{day[:5]}{int(day[5:7]) + 1:02}-01"

    def record(self, walk, command, step, form):
        if step in ("sesi", "sesi_pindah"):
            self.session = f"{self.next_day()}T09:00"
            form = {**form, "at": self.session}
        extra = ("--papers", "letters") if step in ("undangan", "sesi_pindah") else ()
        return walk.act(self.tick(step), command, step, form, BY.get(step, PITA), extra).exits(0)

    def follow(self, walk, way, forms=()):
        """one act of the list; what the refused act must be told besides (--accept)"""
        words = (way["command"] or "").split()[1:]
        if not words:
            self.clock = re.search(r"\d{4}-\d\d-\d\d", way["says"])[0] + "T12:00"
        elif "--accept" in words:
            officer = way["says"].partition(" = ")[2]
            return ("--accept", words[-1].replace("REASON", "keadaan_mendesak") + f":{officer}")
        elif words[:2] == ["roster", "add"]:
            self.enlist(words[2], way["says"])
        elif words[0] == "document":
            self.at(self.tick()).run_(*words, "--into", self.path("letters"), "--by", PITA).exits(0)
        else:
            self.record(walk, words[0], way["step"], changed(form_of(way), dict(forms).get(way["step"], {})))
        return ()

    def enlist(self, kind, says):
        form = dict(MEDA)
        if kind == "officer":
            role = says.partition("post.role = ")[2]
            form = {"id": "ganti", "name": "Contoh Pengganti", "post": [{"role": role, "from": "2026-01-01"}]}
        self.at(self.tick()).run_("roster", "add", kind, "--form", "-", stdin=toml(form)).exits(0)

    def split(self, walk, row, failed):
        """records what stands in the composite form before the refused act, and leaves that act to be tried alone"""
        step = STEPS[NAMES.index(row.step)]
        for name, forms in walk.form(row.step).items():
            if name == failed["step"]:
                return lambda *extra: walk.act(self.clock, COMMANDS[name], name, walk.form(row.step)[name], self.by or step.by, extra)
            for form in forms if isinstance(forms, list) else [forms]:
                self.record(walk, COMMANDS[name], name, form)
        return self.fail(failed)

    def start(self, row):
        self.afresh()
        walk = Walk(self, **row.changes)
        if row.reach:
            walk.to(row.reach)
        self.clock = row.at or STEPS[NAMES.index(row.step)].at
        self.session = "2026-03-12T09:00"
        self.by = row.by
        if row.prepare:
            row.prepare(self, walk)
        return walk, lambda *extra: self.try_(walk, row, extra)

    def try_(self, walk, row, extra):
        if not row.act:
            return walk.attempt(row.step, *extra, at=self.clock, by=self.by or None)
        command, step, form = row.act
        form = changed(form, walk.changes.get(step, {}))
        return walk.act(self.clock, command, step, form, self.by or BY.get(step, PITA), extra)

    def walked(self, row):
        walk, attempt = self.start(row)
        rule, accept = row.rule, row.accept
        self.refused(rule, lambda *extra: attempt(*accept, *extra))
        for turn in range(6):
            failed = next(one for one in self.explanation if one["rule"] == rule)
            self.assertTrue(failed["unblock"] or row.then, failed)
            self.assertIn(row.seen, failed["value"] or "")
            if row.split and turn == 0:
                attempt = self.split(walk, row, failed)
            for way in failed["unblock"]:
                accept += self.follow(walk, way, row.forms)
            name = row.act[1] if row.act else row.step
            walk.changes[name] = {**row.changes.get(name, {}), **row.then}
            self.by = row.then_by or self.by
            self.tick(name)
            done = attempt(*accept, "--format", "json", "--dry-run")
            if done.code == 0:
                return attempt(*accept).exits(0)
            rules = [problem.get("rule") for problem in done.exits(3).problems()]
            self.assertNotIn(rule, rules, (failed, done.err))
            rule = rules[0]
            self.refused(rule, lambda *extra: attempt(*accept, *extra))
        return self.fail(failed)

    def table_of_ways(self, rows):
        for row in rows:
            with self.subTest(row.title, rule=row.rule):
                self.walked(row)
