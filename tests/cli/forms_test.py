"""Forms: blank ones to fill in, and every mistake of a filled one at once, each with its place."""

import tomllib
import unittest

import harness
from walk import NAMES, ROOT, STEPS, Office, Walk, example, toml

BLANK_AT = {  # in which state of the case the step's blank form is asked for
    "pengaduan": None, "jawab_pengaduan": None,
    "registrasi": None, "syarat": "registered", "orang": "registered", "persetujuan": "registered", "rujukan": "registered",
    "orang_sama": "registered",
    "asesmen_awal": "registered", "kelayakan": "registered", "asesmen_lanjutan": "found", "syarat_terpenuhi": "found",
    "rencana": "assessed", "perintah": "planned", "mediator": "ordered", "pembekalan": "ordered", "sesi": "ordered",
    "undangan": "scheduled", "bukti_undangan": "scheduled", "pertanyaan_hari_ini": "delivered", "kehadiran": "delivered",
    "hasil": "delivered", "berita_acara": "held", "tanda_tangan": "minuted", "salinan": "minuted", "lapor_hasil": "signed",
    "kunjungan": "reported", "lapor_monitoring": "reported", "terminasi": "reported", "catatan": "registered",
    "kekerasan_baru": "registered", "asesmen_pertama": "registered", "asesmen_kedua": "found", "jadwal": "ordered",
    "sidang": "delivered", "penutup": "minuted", "monitoring": "reported",
    "penugasan": "registered", "sesi_pindah": "scheduled", "sesi_batal": "scheduled", "pembayaran": "reported",
    "perubahan_kesepakatan": "reported", "pembukaan_kembali": "closed", "tindak_lanjut_mk": "registered",
    "cek_aman": "scheduled", "penahanan_hukum": "registered", "terima_apa_adanya": "registered",
    "pindaian": "ordered", "menunggu": "registered", "selesai_menunggu": "registered", "jeda": "registered",
    "selesai_jeda": "registered", "perpanjangan": "registered",
}
COMPOSITE = {step.step: step.command for step in STEPS if step.step in ("asesmen_pertama", "asesmen_kedua", "jadwal", "sidang",
                                                                         "penutup", "monitoring")}
BAD = """\
source = "scool"
assigned_pendamping = "pitta"
assigned_mk = 7
colour = "red"
on = "2026-02-30"

[[beneficiary]]
name = "Contoh Satu"
nik = "1234"
birth = "15-05-2014"
sex = "femal"
specal_needs = "yes"
phone = "call me"

[[beneficiary]]
nik = 3575015505149991

[[companion]]
name = "Contoh Tiga"
of = "beneficiary9"

[[matter]]
kind = "bulying"
penalty_years = "five"
incident_on = "2026-13-01"

[[requirement]]
requirement = "identitass"

[[wrong_rows]]
x = "y"
"""
EXPECTED = {  # line -> code, and what the hint must say
    1: ("M4007", "school"), 2: ("M4008", "pita"), 3: ("M4008", ""), 4: ("M4002", ""), 5: ("M4005", "YYYY-MM-DD"),
    9: ("M4010", "16 digits"), 10: ("M4005", "YYYY-MM-DD"), 11: ("M4007", "female"), 12: ("M4002", "special_needs"),
    13: ("M4020", ""), 16: ("M4004", "quotes"), 18: ("M4009", ""), 20: ("M4008", "beneficiary"), 23: ("M4007", "bullying"),
    24: ("M4020", "digits"), 25: ("M4005", ""), 28: ("M4008", "identitas"), 30: ("M4002", ""),
}


class Blank(Office):
    def blanks(self):
        """every step and composite form, with its blank form at a time when the step makes sense"""
        steps = self.run_("--list", "steps", "--format", "json").json()["rows"]
        commands = {**{row["step"]: row["command"] for row in steps}, **COMPOSITE}
        self.assertEqual(set(commands), set(BLANK_AT), "a step without a test of its blank form")
        for step, state in sorted(BLANK_AT.items(), key=lambda item: NAMES.index(item[1]) if item[1] else -1):
            self.afresh()
            walk = Walk(self)
            if state:
                walk.to(state)
            words = [commands[step], *([walk.case()] if state else []), "--step", step, "--blank"]
            with self.changing_nothing():
                yield step, words, self.run_(*words).exits(0).quiet_errors().out

    def test_every_blank_form_is_toml_and_so_it_is_with_its_comments_taken_away(self):
        for step, _, text in self.blanks():
            with self.subTest(step):
                tomllib.loads(text)
                self.assertLessEqual(max(map(len, text.splitlines())), 400)
                self.assertIn("# ", text)
                filled = [line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in text.splitlines()]
                tomllib.loads("\n".join(filled))

    def test_every_field_and_choice_is_in_the_blank_form(self):
        fields = self.run_("--list", "fields", "--format", "json").json()["rows"]
        acts = {row["step"]: row["act"] for row in self.run_("--list", "steps", "--format", "json").json()["rows"]}
        for step, _, text in self.blanks():
            for row in fields:
                if acts.get(step) != row["act"] or row["act"] == "report_up" and row["field"] == "what":
                    continue
                with self.subTest(f"{step}: {row['field']}"):
                    self.assertIn(f"{row['field']} = ", text)
                    for choice in filter(None, row["choices"].split(",")):
                        self.assertRegex(text, rf"(?m)^#\s+{choice}\s")

    def test_needed_fields_stand_open_and_others_behind_a_mark(self):
        text = self.run_("intake", "--step", "registrasi", "--blank").exits(0).out
        self.assertRegex(text, r'(?m)^source = ""')
        self.assertRegex(text, r'(?m)^#simfoni = ""')
        self.assertIn("[sealed]", text)

    def test_a_blank_form_says_what_is_known_without_naming_anybody(self):
        walk = Walk(self)
        walk.to("scheduled")
        text = self.run_("schedule", "1", "--step", "bukti_undangan", "--blank").exits(0).out
        self.assertIn("beneficiary1 (C.A.S.)", text)
        self.assertNotIn("Contoh", text)

    @unittest.skipUnless((ROOT / "share/locale/id.po").exists(), "there is no catalogue yet")
    def test_a_blank_form_speaks_indonesian(self):
        english = self.run_("intake", "--step", "registrasi", "--blank").exits(0).out
        indonesian = self.run_("intake", "--step", "registrasi", "--blank", "--lang", "id").exits(0).out
        self.assertNotEqual(english, indonesian)
        self.assertEqual(tomllib.loads(english).keys(), tomllib.loads(indonesian).keys())

    def test_a_blank_form_given_back_is_complained_about_field_by_field(self):
        text = self.run_("intake", "--step", "registrasi", "--blank").exits(0).out
        with self.changing_nothing():
            self.run_("intake", "--form", "-", "--format", "json", stdin=text).exits(4).complains("source")


class Filled(Office):
    def test_all_mistakes_are_told_at_once_with_their_places(self):
        path = self.write("bad.toml", BAD)
        with self.changing_nothing():
            done = self.run_("intake", "--form", path, "--format", "json").exits(4).says_nothing()
        found = {problem["line"]: problem for problem in done.problems()}
        for line, (code, hint) in EXPECTED.items():
            with self.subTest(f"line {line}: {BAD.splitlines()[line - 1]}"):
                self.assertIn(line, found, sorted(found))
                self.assertEqual(found[line]["code"], code, found[line])
                self.assertTrue(hint in found[line]["hint"], found[line])
                self.assertGreaterEqual(found[line]["column"], 1)
                self.assertEqual(found[line]["file"], path)
        text = self.run_("intake", "--form", path).exits(4).err
        for line in EXPECTED:
            self.assertIn(f"bad.toml:{line}:", text)
        lines = [problem["line"] for problem in done.problems()]
        self.assertEqual(lines, sorted(lines), "complaints come in the order of the form")

    def test_mistakes_in_several_steps_of_one_form(self):
        walk = Walk(self)
        walk.to("registered")
        text = toml({"asesmen_awal": [{"party": "beneficiary7", "risk": "lo"}], "persetujuan": [{"party": "beneficiary1"}],
                     "kelayakan": {"finding": "fitt"}, "kelayakann": {"finding": "fit"}})
        with self.changing_nothing():
            done = walk.act("2026-03-02T13:00", "assess", "asesmen_pertama", text, extra=("--format", "json")).exits(4)
        messages = " ".join(f"{problem['message']} {problem['hint']}" for problem in done.problems())
        for word in ("party", "risk", "low", "given_by", "purposes", "decision", "fit", "kelayakan"):
            self.assertIn(word, messages)

    def test_broken_toml_has_a_place(self):
        for text, line in [("source = \n", 1), ('source = "school"\nstory = "a\n', 2), ("= 3\n", 1), ("[[beneficiary]\n", 1),
                           ('source = "school"\nsource = "school"\n', 2), ("source = 'school'\nx = 2026-99-99\n", 2)]:
            with self.subTest(text):
                problems = self.run_("intake", "--form", "-", "--format", "json", stdin=text).exits(4).problems()
                self.assertEqual((problems[0]["code"], problems[0]["line"]), ("M4001", line), problems)
                self.assertEqual(problems[0]["file"], "<stdin>")

    def test_what_no_form_may_be(self):
        for title, content in [("not UTF-8", b'source = "\xff\xfe"\n'), ("a NUL", b'source = "a\0b"\n'), ("nothing", b""),
                               ("too large", b"# " + b"x" * (2 << 20)), ("deep", b"x = " + b"[" * 5000 + b"]" * 5000),
                               ("a number for a text", b"source = 1.5\n"), ("a table for a text", b"[source]\nx = 1\n"),
                               ("a list in a list", b'source = [["school"]]\n')]:
            with self.subTest(title), self.changing_nothing():
                done = self.run_("intake", "--form", "-", stdin=content)
                self.assertEqual(done.code, 4, done.err)
        for path in (self.path("none.toml"), self.path("letters"), "/dev/full/x"):
            with self.subTest(path):
                self.run_("intake", "--form", path).exits(1)

    def test_numbers_that_are_names_keep_their_zeros_only_as_text(self):
        form = example("first-case/01-registrasi")
        for field, value in [("nik", 3575015505149991), ("phone", 343000011)]:
            with self.subTest(field):
                bad = {**form, "beneficiary": [{**form["beneficiary"][0], field: value}]}
                self.act("2026-03-02T08:30", "intake", "", "", bad, by="", extra=("--format", "json")).exits(4).complains(
                    "M4004", "put it between quotes")

    def test_every_wrong_nik_is_refused(self):
        for nik in ("357501550514999", "35750155051499911", "9975015505149991", "3575015513149991", "3575017205149991",
                    "3575013202149991", "3575015505140000", "357501550514999a", "3575 0155 0514 9991"):
            with self.subTest(nik):
                form = {"source": "school", "beneficiary": [{"name": "Contoh", "nik": nik}]}
                done = self.act("2026-03-02T08:30", "intake", "", "", form, by="", extra=("--format", "json")).exits(4)
                self.assertEqual(done.codes(), ["M4010"])
                done.hides(nik)

    def test_words_of_the_office_are_taken_too(self):
        form = example("first-case/01-registrasi")
        form["beneficiary"][0].update({"special_needs": "ya", "may_write": "TIDAK"})
        form["matter"][0]["police_report"] = "tidak"
        self.act("2026-03-02T08:30", "intake", "", "", form, by="").exits(0)
        facts = self.rows("SELECT facts FROM entry WHERE act = 'register'")[0][0]
        self.assertIn('"special_needs":"yes"', facts)

    def test_one_form_may_hold_several_steps_in_one_transaction(self):
        walk = Walk(self)
        walk.to("registered")
        before = self.rows("SELECT count(*) FROM entry")[0][0]
        form = {**walk.form("found"), "on": "2026-03-02T12:00", "by": "pita"}
        answer = self.act("2026-03-02T13:00", "assess", "1", "", form, by="", extra=("--format", "json")).exits(0).json()
        self.assertEqual([act["step"] for act in answer["acts"]], ["persetujuan", "asesmen_awal", "kelayakan"],
                         "a form that is named by nobody follows the order of the rules' steps")
        self.assertEqual(answer["on"], "2026-03-02T12:00")
        self.assertEqual(self.rows("SELECT count(*) FROM entry")[0][0], before + 3)
        bad = {**walk.form("assessed"), "persetujuan": [{**walk.form("assessed")["persetujuan"][0], "party": "nobody"}]}
        with self.changing_nothing():
            self.act("2026-03-04T10:00", "assess", "1", "asesmen_kedua", bad).exits(4)

    def test_a_form_may_name_its_step_and_set_adds_to_it(self):
        Walk(self).to("registered")
        form = {"step": "catatan", "words": "Ditelepon."}
        self.act("2026-03-02T09:00", "record", "1", "", form, extra=("--set", "means=phone")).exits(0)
        self.assertIn('"means":"phone"', self.rows("SELECT facts FROM entry ORDER BY seq DESC LIMIT 1")[0][0])

    def test_a_field_is_set_once(self):
        with self.changing_nothing("mediasi.db"):
            self.run_("intake", "--set", "source=phone", "--set", "source=walk_in").exits(4).complains("M4019")
        self.run_("intake", "--set", "source=phone").exits(0)

    def test_parts_that_belong_together(self):
        for title, state, changes, step in [
            ("a conditional finding without a condition", "registered", {"found": {"kelayakan.condition": []}}, "found"),
            ("a visit that leaves an obligation out", "reported", {"visited1": {"kunjungan.state.1": None}}, "visited1"),
            ("a consent given by oneself, as a mother", "registered", {"found": {"persetujuan.0.given_by": "self"}}, "found"),
        ]:
            with self.subTest(title):
                self.afresh()
                walk = Walk(self, **changes)
                walk.to(state)
                with self.changing_nothing():
                    walk.attempt(step).exits(4).says_nothing().complains("<stdin>:", "hint:")

    def test_part_of_a_form_for_another_command_is_sent_there(self):
        Walk(self).to("registered")
        form = {"catatan": [{"words": "Ditelepon."}]}
        done = self.act("2026-03-02T09:00", "assess", "1", "", form)
        self.assertIn(done.code, (2, 4))
        done.complains("record")


if __name__ == "__main__":
    harness.main()
