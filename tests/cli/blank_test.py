"""Blank forms by law: filled in where they must be and nowhere else, each is a form of its step; what is known stands in
them, and nothing that identifies anybody."""

import re
import tomllib

import harness
from forms_test import BLANK_AT, COMPOSITE
from walk import NAMES, Office, Walk

SAMPLE = {  # a value of each kind of field that no blank form can list
    "text": "contoh", "story": "contoh", "name": "Contoh Satu", "date": "2026-02-01", "moment": "2026-06-01T09:00", "integer": "1",
    "money": "1", "tri": "no", "birth": "2000", "nik": "3575015505149991", "phone": "0343000011", "id": "contoh",
}
# where the first choice asks for more than the needed fields, or two fields must agree
CHOSEN = {"finding": "fit", "given_by": "self", "relation": "self", "outcome": "not_held", "kind": "custody",
          "recurrence": "standing"}
# acts about something that the case or a test's words may not have: a clause of payment, an entry that waits for the case
# manager, another case's person, a deadline of the rules, an attached file
ABOUT_WHAT_MAY_NOT_BE = {"pembayaran": "M4020", "tindak_lanjut_mk": "M4020", "jawab_pengaduan": "M4020", "orang_sama": "M4008",
                         "jeda": "M4008", "selesai_jeda": "M4008", "perpanjangan": "M4008", "pindaian": "M4020 M4030"}
OFFICE = {"officer": "pita", "mediator": "medi", "room": "ruang-1", "requirement": "identitas", "role": "koordinator",
          "roles": "koordinator", "session": "1", "obligation": "1", "person": "beneficiary1", "persons": "beneficiary1",
          "participant": "beneficiary1", "participants": "beneficiary1", "giver": "self"}


class Laws(Office):
    @classmethod
    def setUpClass(cls):
        cls.kinds = {}

    def setUp(self):
        super().setUp()
        if not self.kinds:
            for row in self.run_("--list", "fields", "--format", "json").json()["rows"]:
                self.kinds[row["act"], row["group"], row["field"]] = (row["kind"], row["choices"].split(","))
        self.steps = {row["step"]: row for row in self.run_("--list", "steps", "--format", "json").json()["rows"]}

    def blanks(self):
        commands = {**{name: row["command"] for name, row in self.steps.items()}, **COMPOSITE}
        for step, state in sorted(BLANK_AT.items(), key=lambda item: NAMES.index(item[1]) if item[1] else -1):
            self.afresh()
            if state:
                Walk(self).to(state)
            words = [commands[step], *(["2026-0001"] if state else []), "--step", step]
            yield step, words, self.run_(*words, "--blank").exits(0).quiet_errors().out

    def value_of(self, act, group, field):
        kind, choices = self.kinds[act, group, field]
        if field in CHOSEN and (choices == [""] or CHOSEN[field] in choices):
            return CHOSEN[field]
        return choices[0] or SAMPLE.get(kind) or OFFICE[kind]

    def filled(self, step, text):
        """only the open empty lines are written to"""
        act, group, lines = self.steps[step]["act"] if step in self.steps else "", "", []
        for line in text.splitlines():
            if found := re.match(r"\[+([a-z_]+)(?:\.([a-z_]+))?\]+$", line):
                first, second = found.groups()
                act, group = (self.steps[first]["act"], second or "") if first in self.steps else (act, first)
            elif found := re.match(r'([a-z_]+) = ""$', line):
                line = f'{found.group(1)} = "{self.value_of(act, group, found.group(1))}"'
            lines.append(line)
        return "\n".join(lines) + "\n"

    def test_with_only_what_is_needed_filled_in_it_is_a_form_of_its_step(self):
        for step, words, text in self.blanks():
            with self.subTest(step):
                form = self.filled(step, text)
                self.assertNotIn('\n= ""', form)
                done = self.run_(*words, "--form", "-", "--dry-run", "--format", "json", stdin=form)
                if step in ABOUT_WHAT_MAY_NOT_BE and done.code == 4:
                    self.assertEqual(set(done.codes()), set(ABOUT_WHAT_MAY_NOT_BE[step].split()))
                    continue
                self.assertIn(done.code, (0, 3), f"{form}\n{done.err}")
                if done.code == 0:
                    recorded = [act["step"] for act in done.json()["acts"]]
                    whole = [name for name in re.findall(r"(?m)^\[+([a-z_]+)\]+$", text) if name in self.steps] or [step]
                    self.assertEqual(recorded, whole)

    def test_a_line_is_a_comment_a_heading_or_a_field_with_a_plain_word(self):
        for step, _, text in self.blanks():
            with self.subTest(step):
                for line in text.splitlines():
                    self.assertRegex(line, r'^(#.*|\[+[a-z_.]+\]+|[a-z_]+ = "[A-Za-z0-9_.-]*"|)$')

    def test_no_blank_form_names_anybody(self):
        for step, _, text in self.blanks():
            with self.subTest(step):
                self.assertNotRegex(text, r"Contoh|\b\d{16}\b|0343")


class Known(Office):
    def form(self, state, *words, by=None):
        self.afresh()
        Walk(self).to(state)
        return tomllib.loads(self.run_(*words, "--blank", *(["--by", by] if by else [])).exits(0).out)

    def test_who_acts_for_the_case(self):
        self.assertEqual(self.form("assessed", "assess", "1", "--step", "rencana")["by"], "pita")
        self.assertEqual(self.form("planned", "assess", "1", "--step", "perintah")["by"], "koko")
        self.assertEqual(self.form("planned", "assess", "1", "--step", "perintah", by="kania")["by"], "kania")
        self.assertNotIn("by", self.form("registered", "record", "1", "--step", "catatan"), "any officer: who types")

    def test_an_officer_that_is_none_is_not_filled_in(self):
        Walk(self).to("registered")
        for by in ("pitta", 'pita"\nx = "y', "3575015505149991"):
            self.run_("assess", "1", "--step", "asesmen_awal", "--blank", "--by", by).exits(2).says_nothing().complains("M2005")

    def test_the_assigned_officer_comes_before_another_of_the_same_role(self):
        anik = {"id": "anik", "name": "Contoh Anik", "post": [{"role": "pendamping", "from": "2026-01-01"}]}
        for assigned in ("anik", "pita"):
            self.afresh()
            self.add("officer", anik)
            Walk(self, registered={"assigned_pendamping": assigned}).to("registered")
            form = tomllib.loads(self.run_("assess", "1", "--step", "asesmen_awal", "--blank").exits(0).out)
            self.assertEqual(form["by"], assigned)

    def test_the_party_when_only_one_is_left(self):
        self.assertEqual(self.form("registered", "assess", "1", "--step", "asesmen_awal")["party"], "beneficiary1")
        self.assertEqual(self.form("found", "assess", "1", "--step", "asesmen_lanjutan")["party"], "", "both are left")
        form = {"party": "beneficiary1"}
        self.act("2026-03-03T09:00", "assess", "1", "asesmen_lanjutan", form).exits(0)
        text = self.run_("assess", "1", "--step", "asesmen_lanjutan", "--blank").exits(0).out
        self.assertEqual(tomllib.loads(text)["party"], "respondent1")

    def people(self, rows, field="person"):
        return sorted(row[field] for row in rows)

    def test_whom_to_invite_and_who_was(self):
        everybody = ["beneficiary1", "companion1", "companion2", "companion3", "mediator", "respondent1"]
        form = self.form("ordered", "schedule", "1", "--step", "jadwal")
        invited = form["undangan"][0]
        self.assertEqual(form["mediator"][0]["mediator"], "medi")
        self.assertNotIn("session", invited, "the session is the one this form makes")
        self.assertEqual(self.people(invited["invitee"]), everybody)
        form = self.form("scheduled", "schedule", "1", "--step", "bukti_undangan")
        self.assertEqual((form["session"], self.people(form["delivery"])), ("1", everybody))
        form = self.form("delivered", "record", "1", "--step", "sidang")
        self.assertEqual(self.people(form["kehadiran"][0]["present"]), everybody)
        self.assertEqual(self.people(form["pertanyaan_hari_ini"][0]["answer"], "party"), ["beneficiary1", "respondent1"])

    def test_waivers_of_offences_stand_behind_a_mark(self):
        Walk(self).to("delivered")
        text = self.run_("record", "1", "--step", "hasil", "--blank").exits(0).out
        self.assertRegex(text, r'(?m)^#\[\[waiver\]\]$')
        self.assertRegex(text, r'(?m)^#matter = "1"$')

    def test_who_is_still_to_sign_and_every_obligation(self):
        signers = self.people(self.form("minuted", "record", "1", "--step", "tanda_tangan")["signature"])
        self.assertIn("beneficiary1", signers)
        self.assertIn("respondent1", signers)
        form = self.form("reported", "monitor", "1", "--step", "kunjungan")
        self.assertEqual(self.people(form["state"], "obligation"), ["1", "2", "3", "4"])
        form = self.form("signed", "record", "1", "--step", "tanda_tangan")
        self.assertEqual(self.people(form["signature"]), [""], "nobody is left")


if __name__ == "__main__":
    harness.main()
