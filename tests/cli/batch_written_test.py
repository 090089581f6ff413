"""How a value is written in a row: what is no text is none, and a comma inside a word or a file name divides nothing."""

import json

import harness
from batches import Batches

PERSON = {"name": "Contoh Satu", "no_nik": "withheld", "address": "Jl. Contoh 1", "age_group": "adult"}
ROW = {"on": "2026-01-02", "source": "walk_in", "story": "cerita", "beneficiary": [PERSON]}
PUSHED = "hit, pushed or kicked"


class Written(Batches):
    def line(self, **changes):
        return json.dumps({**ROW, **changes}) + "\n"

    def codes(self, text, *more, name="in.jsonl", code=4, command="intake"):
        with self.changing_nothing("mediasi.db"):
            return self.answer(command, text, *more, name=name, code=code).codes()

    def test_true_and_false_are_no_words(self):
        for field in "name", "address":
            for value in True, False:
                self.assertEqual(self.codes(self.line(beneficiary=[{**PERSON, field: value}])), ["M4004"])
        self.assertEqual(self.codes(self.line(story=False)), ["M4004"])
        for form in ("story = false", "[[beneficiary]]\nname = true"):
            with self.changing_nothing("mediasi.db"):
                self.run_("intake", "--form", "-", stdin=f'source = "walk_in"\n{form}\n').exits(4).complains("M4004")
        yes = self.line(beneficiary=[{**PERSON, "may_write": True, "special_needs": False}])
        self.assertEqual(self.counts("intake", yes, name="yes.jsonl"), (1, 0, 0))

    def test_a_file_name_may_hold_a_comma_however_it_is_written(self):
        self.write("a, b.pdf", b"%PDF-1.4 contoh\n")
        for attach in ["identitas=a, b.pdf"], "identitas=a, b.pdf", ["identitas=a, b.pdf", "identitas=a, b.pdf"]:
            self.assertEqual(self.counts("intake", self.line(attach=attach), name="in.jsonl"), (1, 0, 0), attach)

    def test_words_of_a_choice_may_hold_a_comma(self):
        self.counts("intake", self.line(), name="in.jsonl")
        act = {"case": "1", "on": "2026-01-03", "by": "pita", "party": "beneficiary1"}
        for items in ([PUSHED], PUSHED, f"{PUSHED}, insult", [PUSHED, "insult"]):
            text = json.dumps({**act, "violence_items": items}) + "\n"
            self.assertEqual(self.counts("assess", text, "--step", "asesmen_awal", "--dry-run", name="a.jsonl"), (1, 0, 0), items)
        self.counts("assess", text, "--step", "asesmen_awal", name="a.jsonl")
        self.run_("report", "case", "1").exits(0).shows(PUSHED)
        self.assertEqual(self.codes(json.dumps({**act, "violence_items": ["hit, then"]}) + "\n", "--step", "asesmen_awal", command="assess"), ["M4007"])

    def test_a_list_with_a_comma_inside_names_nobody(self):
        self.assertEqual(self.codes(self.line(companion=[{"name": "Contoh Bibi", "of": ["beneficiary1,respondent1"]}]))[0], "M4004")


class Coded(Batches):
    def test_what_is_wrong_usage_for_a_command_is_wrong_data_in_a_row(self):
        self.counts("intake", json.dumps(ROW) + "\n", name="in.jsonl")
        rows = "case;step;on;words\n1;catetan;2026-11-05;x\n1;catatan;31/02/2026;y\n"
        self.assertEqual(sorted(self.answer("record", rows, code=4).codes())[0], "M2010")
        self.answer("record", rows, "--keep-good", "--rejects", "left", code=4)

    def test_a_dry_run_says_what_the_command_will_say(self):
        for size in 1_100_000, 1_048_500:
            sheet = f"on;source;story\n02/01/2026;terbang;{'x' * size}\n03/01/2026;walk_in;a\n"
            for more in ("--dry-run",), ():
                self.answer("intake", sheet, "--keep-good", "--rejects", "left", *more, code=4)

    def test_where_nothing_warns_it_is_to_be_left_out_of_the_column(self):
        sheet = "on;source;accepted\n2026-11-02;phone;registrasi.district_known:kepentingan_korban:pita\n"
        done = self.answer("intake", sheet, "--dry-run", code=3)
        self.assertIn("leave it out of 'accepted'", done.err)


if __name__ == "__main__":
    harness.main()
