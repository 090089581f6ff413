"""Whole past cases out of an old register: acts of every kind in one file, with their real dates, taken as found."""

import json

import harness
from walk import Office

OLD = [
    {"do": "intake", "ref": "2019/7", "on": "2019-03-04", "source": "school",
     "beneficiary": [{"name": "Contoh Lama Satu", "no_nik": "unregistered", "birth": "2008-05"}],
     "respondent": [{"name": "Contoh Lama Dua", "no_nik": "unregistered", "birth": "2008-06"}],
     "matter": [{"kind": "bullying", "mediate": "yes", "incident_on": "2019-02-20", "police_report": "no"}]},
    {"do": "assess", "case": "2019/7", "step": "asesmen_awal", "on": "2019-03-05", "party": "beneficiary1",
     "alone": "yes", "willing": "yes", "risk": "low"},
    {"do": "record", "case": "2019/7", "step": "catatan", "on": "2019-04-01", "words": "selesai dibicarakan"},
    {"do": "terminate", "case": "2019/7", "step": "terminasi", "on": "2019-06-20", "reason": "no_contact"},
]


def old(number, **changes):
    """the same case under another number of the old register"""
    lines = json.loads(json.dumps(OLD).replace("2019/7", f"2019/{number}"))
    for at, change in changes.items():
        lines[int(at[1:])] |= change
    return lines


def text(*cases):
    return "".join(json.dumps(line) + "\n" for lines in cases for line in lines)


class Imports(Office):
    def setUp(self):
        super().setUp()
        self.at("2026-03-02T08:45")

    def take(self, lines, *more, code=0):
        return self.run_("--format", "json", "import", "-", *more, stdin=lines).exits(code)

    def counts(self, *arguments, **more):
        answer = self.take(*arguments, **more).json()
        return answer["taken"], answer["unchanged"], answer["refused"]

    def entries(self):
        return self.rows("SELECT case_number, act, on_text FROM entry WHERE case_number <> '0' ORDER BY seq")

    def test_a_closed_year_comes_in_with_its_dates_and_is_shown_as_late(self):
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.counts(text(old(7), old(8)), "--dry-run"), (8, 0, 0))
        self.assertEqual(self.counts(text(old(7), old(8))), (8, 0, 0))
        self.assertEqual([row[::2] for row in self.entries()[:4]],
                         [("2019-0001", day) for day in ("2019-03-04", "2019-03-05", "2019-04-01", "2019-06-20")])
        journal = self.run_("--format", "json", "report", "journal").exits(0).json()["rows"]
        self.assertTrue(all(row["late"] for row in journal if row["case"] == "2019-0001"))
        stages = self.rows("SELECT number, closed FROM case_index ORDER BY number")
        self.assertEqual(stages, [("2019-0001", "2019-06-20"), ("2019-0002", "2019-06-20")])
        self.run_("store", "verify").exits(0)
        self.run_("report", "overdue").exits(0)

    def test_lines_without_a_key_are_known_by_what_they_say(self):
        twice = {"do": "record", "case": "2019/7", "step": "catatan", "on": "2019-05-01", "words": "menelepon, tidak diangkat"}
        lines = [*OLD[:3], twice, twice, OLD[3]]  # two calls of one day are two acts
        self.assertEqual(self.counts(text(lines)), (6, 0, 0))
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.counts(text(lines)), (0, 6, 0))
            self.assertEqual(self.counts(text(lines), "--dry-run"), (0, 6, 0))
        other_words = twice | {"words": "menelepon, diangkat ibunya"}  # differs in what is sealed alone
        self.assertEqual(self.counts(text([*lines[:5], other_words, lines[5]])), (1, 6, 0))
        self.assertEqual(self.counts(text([*lines, twice]), "--source", "lain", "--dry-run"), (7, 0, 0))  # another register
        self.run_("store", "undo-batch", "2").exits(0)
        self.assertEqual(self.counts(text([*lines[:5], other_words, lines[5]])), (1, 6, 0))
        self.run_("store", "verify").exits(0)

    def test_the_same_register_twice_changes_nothing(self):
        for line, ref in zip(OLD[1:], "abc"):
            line_ref = f"2019/7/{ref}"
            self.assertNotIn("ref", line)
            line["ref"] = line_ref
        self.addCleanup(lambda: [line.pop("ref") for line in OLD[1:]])
        self.assertEqual(self.counts(text(OLD)), (4, 0, 0))
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.counts(text(OLD)), (0, 4, 0))
        more = {"do": "record", "case": "2019/7", "step": "catatan", "on": "2019-07-01", "words": "lagi", "ref": "2019/7/d"}
        self.assertEqual(self.counts(text([*OLD, more])), (1, 4, 0))

    def test_a_case_comes_in_whole_or_not_at_all(self):
        bad = old(8, _3={"reason": "bukan"})
        with self.changing_nothing("mediasi.db"):
            done = self.take(text(old(7), bad, old(9)), code=4)
        self.assertEqual([(p["row"], p["column"]) for p in done.problems()], [(8, "reason")])
        done = self.take(text(old(7), bad, old(9)), "--keep-good", "--rejects", "bad.jsonl", code=6)
        self.assertEqual([done.json()[name] for name in ("taken", "refused")], [8, 4])
        lines = [json.loads(line) for line in self.folder.joinpath("bad.jsonl").read_text().splitlines()]
        self.assertEqual([line["_row"] for line in lines], ["5", "6", "7", "8"])
        lines[3]["reason"] = "no_contact"
        self.assertEqual(self.counts(text(lines)), (4, 0, 0))
        self.assertEqual(len(self.rows("SELECT 1 FROM case_index")), 3)

    def test_a_line_that_cannot_be_read_keeps_its_whole_case_out(self):
        lines = text(old(7)).splitlines(keepends=True)
        lines[2] = '{"do":"record" broken\n'
        self.write("in.jsonl", "".join(lines) + text(old(8)))
        done = self.run_("--format", "json", "import", "in.jsonl", "--keep-good", "--rejects", "bad.jsonl").exits(6)
        self.assertEqual([done.json()[name] for name in ("taken", "refused")], [4, 4])
        left = self.folder.joinpath("bad.jsonl").read_text()
        self.assertIn(lines[2], left)
        self.take(left, code=4)

    def test_a_key_that_looks_like_a_number_is_never_guessed_at(self):
        self.counts(text(old(7), old(8)))
        self.at("2026-03-02T09:00")
        taken = json.loads(json.dumps(OLD[:1]).replace("2019/7", "2019-0001"))
        self.counts(text(taken))
        note = {"do": "record", "case": "2019-0001", "step": "catatan", "on": "2019-08-01", "words": "siapa"}
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.take(text([note]), code=4).codes(), ["M4008"])

    def test_a_key_twice_in_one_case(self):
        note = {"do": "record", "case": "2019/7", "step": "catatan", "on": "2019-08-01", "words": "satu", "ref": "n1"}
        for more in (["--dry-run"], []):
            self.assertEqual(self.counts(text([OLD[0], note, note]), *more), (2, 1, 0))
        other = {**note, "words": "dua"}
        for more in (["--dry-run"], []):
            done = self.take(text(old(8)[:1] + [{**note, "case": "2019/8", "ref": "n2"}, {**other, "case": "2019/8", "ref": "n2"}]),
                             *more, code=4)
            self.assertEqual([(p["code"], p["row"]) for p in done.problems()], [("M4113", 3)])

    def test_a_case_that_comes_in_two_parts(self):
        parts = text(OLD[:2], old(8), OLD[2:])
        self.assertEqual(self.counts(parts, "--dry-run"), (8, 0, 0))
        self.assertEqual(self.counts(parts), (8, 0, 0))

    def test_a_refusal_by_rule_names_its_own_row(self):
        lines = old(7, _3={"as_found": "no", "on": "2026-03-01"})
        done = self.take(text(lines), code=3)
        self.assertEqual({p["row"] for p in done.problems()}, {4})

    def test_each_warning_names_the_row_of_the_act_it_is_about(self):
        lines = old(7)
        lines[3:3] = [dict(lines[1], on="2019-03-05"), {"do": "assess", "case": "2019/7", "step": "kelayakan", "on": "2019-03-06", "finding": "fit"},
                      {"do": "intake", "case": "2019/7", "step": "orang", "on": "2019-03-07",
                       "companion": [{"name": "Contoh Kerabat Bibi", "of": "beneficiary1", "kinds": "relative"}]}]
        other = json.loads(json.dumps(lines).replace("2019/7", "2019/8"))
        told = {}
        for problem in self.take(text(lines, other)).problems():
            told.setdefault(problem["row"], []).append(problem)
        acts = self.rows("SELECT facts FROM entry WHERE case_number <> '0' AND act <> 'batch' ORDER BY seq")[-14:]
        first = {}  # each rule broken is told once, with the row that broke it first
        for number, (facts,) in enumerate(acts, 1):
            for rule in filter(None, json.loads(facts).get("found_breaches", "").split(",")):
                first.setdefault(rule, number)
        self.assertGreater(len(set(first.values())), 1)
        self.assertEqual({p["rule"]: row for row, problems in told.items() for p in problems if "breach" in p["message"]}, first)
        self.assertEqual([row for row, problems in told.items() if any(p["code"] == "M5080" for p in problems)], [8, 13])

    def test_lines_that_say_nothing_to_do_or_no_case(self):
        rows = [({"do": "rename", "case": "2019/7"}, "M4013"), ({"case": "2019/7"}, "M4013"),
                ({"do": "assess", "step": "asesmen_awal"}, "M4008"), ({"do": "assess", "case": "tidak/ada"}, "M4008"),
                ({"do": "intake", "ref": "x", "step": "orang"}, None)]
        for line, code in rows:
            with self.subTest(line), self.changing_nothing("mediasi.db"):
                done = self.run_("--format", "json", "import", "-", stdin=text([line]))
                self.assertIn(done.code, (3, 4), done.err)
                if code:
                    self.assertEqual(done.codes(), [code])

    def test_what_the_law_forbids_is_taken_as_a_breach_and_opens_nothing(self):
        rape = old(7, _0={"matter": [{"kind": "rape", "mediate": "yes", "incident_on": "2019-02-20"}]})
        rape.insert(2, {"do": "assess", "case": "2019/7", "step": "kelayakan", "on": "2019-03-06", "finding": "fit"})
        done = self.take(text(rape[:3]))
        self.assertEqual(done.json()["taken"], 3)
        breaches = self.rows("SELECT facts FROM entry WHERE act = 'finding'")
        self.assertIn("statute.1.sexual_child", breaches[0][0])
        refused = self.run_("--format", "json", "explain", "2019-0001", "--step", "mediator").exits(0).json()
        self.assertFalse(refused["steps"][0]["open"])

    def test_what_many_acts_broke_is_told_once_for_each_rule(self):
        done = self.take(text(*(old(number) for number in range(7, 17))))
        self.assertEqual(done.json()["taken"], 40)
        rules = [one["rule"] for one in done.problems() if one["rule"]]
        self.assertEqual(len(rules), len(set(rules)), rules)
        self.assertRegex(done.err, r"broken \d+ times, first here")

    def test_undone_as_any_batch(self):
        before = self.rows("SELECT * FROM case_index")
        self.counts(text(old(7), old(8)))
        self.run_("store", "undo-batch", "1").exits(0)
        self.assertEqual(self.rows("SELECT * FROM case_index"), before)
        self.assertEqual(self.counts(text(old(7))), (4, 0, 0))


if __name__ == "__main__":
    harness.main()
