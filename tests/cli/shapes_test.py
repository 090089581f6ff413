"""The fixed shapes of mediasi(1): one object an answer, one object a problem, one code an end, for all that exists."""

import json

import harness
from walk import EXAMPLES, LOGIN, Office, Walk, toml

PROBLEM = {"code", "message", "hint", "file", "line", "column", "row", "rule", "basis"}
REPORT = {"format", "kind", "report", "as_of", "from", "to", "columns", "rows", "totals", "notes"}
ACT = {"format", "kind", "case", "entry", "step", "on", "recorded", "by", "typed", "late", "dry_run", "stage", "missing",
       "next", "papers", "warnings"}
LISTS = ["commands", "steps", "fields", "codes", "guards", "reports", "papers"]
WRITING = ["intake", "assess", "schedule", "record", "monitor", "terminate"]
COMMANDS = [*WRITING, "report", "document", "init", "roster add", "roster list", "workflow check", "store verify",
            "store head", "store info", "store rebuild"]


class Shapes(Office):
    def answer(self, kind, *words, code=0, **more):
        done = self.run_(*words, "--format", "json", **more).exits(code).quiet_errors()
        self.assertEqual(len(done.out.splitlines()), 1, "one object on one line")
        answer = done.json()
        self.assertEqual(answer["kind"], kind)
        return answer

    def report(self, name, *words, **more):
        answer = self.answer("report", *words, **more)
        self.assertLessEqual(REPORT, set(answer))
        self.assertEqual(answer["report"], name)
        keys = [column["key"] for column in answer["columns"]]
        self.assertEqual(len(keys), len(set(keys)))
        for column in answer["columns"]:
            self.assertLessEqual({"key", "heading", "type", "unit"}, set(column))
            self.assertIn(column["type"], {"text", "integer", "date", "moment", "yes_no"})
        for row in answer["rows"]:
            self.assertEqual(list(row), keys)
        headings = self.run_(*words, "--format", "csv").out.splitlines()[0]
        self.assertEqual(headings.lstrip("\ufeff").split(","), keys, "headings of a sheet are the keys")
        return answer

    def test_every_command_that_exists_is_listed_and_has_help(self):
        listed = [row["command"] for row in self.report("commands", "--list", "commands")["rows"]]
        self.assertLessEqual(set(COMMANDS), set(listed))
        for command in listed:
            with self.subTest(command):
                self.run_(*command.split(), "--help").exits(0).shows("mediasi " + command).quiet_errors()

    def test_every_list(self):
        for name in LISTS:
            with self.subTest(name):
                self.assertTrue(self.report(name, "--list", name)["rows"])
                self.run_("--list", name, env={"MEDIASI_STORE": None}).exits(0).quiet_errors()
        steps = self.report("steps", "--list", "steps")["rows"]
        self.assertEqual({f"S{n}" for n in range(1, 13)} | {"S14"}, {row["standard"] for row in steps})
        self.assertLessEqual({row["command"] for row in steps}, set(WRITING))
        for row in self.report("codes", "--list", "codes")["rows"]:
            self.assertEqual(int(row["code"][1]), row["exit"], row)
        fields = self.report("fields", "--list", "fields")["rows"]
        for row in fields:
            if row["kind"] in ("story", "nik", "phone", "name", "birth"):
                self.assertTrue(row["sealed"], row)

    def test_the_house(self):
        roster = self.report("roster", "roster", "list")
        self.assertEqual({row["id"] for row in roster["rows"]}, {"admin", "pita", "koko", "kania", "kori", "medi", "ruang-1"})
        room = {"id": "ruang-9", "name": "Ruang Sembilan"}
        added = self.answer("info", "roster", "add", "room", "--form", "-", stdin=toml(room))
        self.assertEqual(added["id"], "ruang-9")
        self.answer("info", "workflow", "check", "pasuruan")
        self.answer("info", "store", "info")
        head = self.answer("info", "store", "head")
        verify = self.answer("verify", "store", "verify")
        self.assertEqual(set(verify), {"format", "kind", "sound", "entries", "head", "problems"})
        self.assertEqual(verify["head"], head["head"])
        self.answer("info", "store", "rebuild")

    def test_init(self):
        admin = (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)
        self.answer("info", "init", "--practice", "--rules", "pasuruan", "--officer", "-", "--recovery", "safe/r2",
                    "--store", "second.db", "--key", "safe/k2", stdin=admin)

    def test_acts_forms_reports_and_papers(self):
        walk = Walk(self)
        walk.to("conditioned")
        acted = self.at("2026-03-05T10:00").answer("act", "schedule", "1", "--by", "pita", "--step", "jadwal", "--form", "-",
                                                   "--papers", "letters", stdin=toml(walk.form("scheduled")))
        self.assertLessEqual(ACT, set(acted))
        self.assertLessEqual({paper["state"] for paper in acted["papers"]}, {"issued", "owed"})  # owed by earlier acts
        self.assertLessEqual({"kind", "to", "state"}, set.intersection(*map(set, acted["papers"])))
        issued = [paper["file"] for paper in acted["papers"] if paper["state"] == "issued"]
        self.assertGreaterEqual(len(issued), 7)
        for name in issued:
            self.assertTrue((self.folder / "letters" / name).exists())
        form = self.answer("form", "schedule", "1", "--step", "bukti_undangan", "--blank")
        self.assertIn("delivery", form["text"])
        self.report("case", "report", "case", "1")
        listed = self.report("papers", "document", "1", "--list")
        self.assertEqual(len([row for row in listed["rows"] if row["kind"] == "undangan"]), 6)
        again = self.report("papers", "document", "1", "undangan", "--into", "letters")
        self.assertEqual([row["number"] for row in listed["rows"]], [row["number"] for row in again["rows"]])

    def test_owed_papers_are_said(self):
        walk = Walk(self)
        walk.to("conditioned")
        done = walk.act("2026-03-05T10:00", "schedule", "jadwal", walk.form("scheduled"), extra=("--format", "json")).exits(0)
        self.assertEqual({paper["state"] for paper in done.json()["papers"]}, {"owed"})
        self.assertEqual(len([paper for paper in done.json()["papers"] if paper["kind"] == "undangan"]), 6)
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        self.assertEqual(len(list((self.folder / "letters").glob("*-undangan-*"))), 6)
        self.assertGreaterEqual(len(list((self.folder / "letters").iterdir())), len(done.json()["papers"]))

    def test_problems_are_one_object_a_line(self):
        Walk(self).to("registered")
        bad = toml({"party": "nobody", "risk": "enormous", "willing": "perhaps", "colour": "red"})
        for code, words, stdin in [
            (2, ["reprot"], None), (2, ["report", "case", "999"], None), (2, ["assess", "1", "--step", "asesmen_awl", "--form", "-"], ""),
            (3, ["assess", "1", "--by", "koko", "--step", "asesmen_awal", "--set", "party=beneficiary1"], None),
            (4, ["assess", "1", "--by", "pita", "--step", "asesmen_awal", "--form", "-"], bad),
            (1, ["store", "info", "--store", "none.db"], None), (1, ["intake", "--form", "none.toml"], None),
            (4, ["workflow", "check", self.write("bad.toml", "format = 2\n[office]\nid = 3\n")], None),
            (8, ["store", "verify", "--store", self.write("text.db", "no store " * 999)], None),
        ]:
            with self.subTest(words):
                done = self.run_(*words, "--format", "json", stdin=stdin).exits(code).says_nothing()
                self.assertTrue(done.problems())
                for problem in done.problems():
                    self.assertLessEqual(PROBLEM, set(problem))
                    self.assertEqual(problem["code"][:2], f"M{code}", problem)
                    self.assertTrue(problem["message"], problem)
                    self.assertTrue(problem["hint"] or words[0] == "workflow", problem)
                    self.assertFalse(problem["message"].endswith("."), problem)

    def test_the_message_comes_before_the_hint(self):
        for words in (["reprot"], ["report", "overdue", "--store", "none.db"], ["init"]):
            text = self.run_(*words).err.splitlines()
            self.assertTrue(text[0].startswith("mediasi: "), text)
            self.assertRegex(text[0], r"\[M\d{4}[],]")
            self.assertTrue(any(line.strip().startswith("hint: ") for line in text[1:]), text)

    def test_near_misses_get_the_word_that_was_meant(self):
        Walk(self).to("registered")
        for words, meant in [
            (["intak"], "intake"), (["store", "verfy"], "store verify"), (["report", "overdeu"], "overdue"),
            (["assess", "1", "--frm", "x"], "--form"), (["--list", "step"], "steps"),
            (["assess", "1", "--step", "asesmen_awl", "--set", "risk=low"], "asesmen_awal"),
            (["assess", "1", "--step", "asesmen_pertma", "--blank"], "asesmen_pertama"),
            (["document", "1", "undngan"], "undangan"), (["roster", "add", "oficer", "--form", "-"], "officer"),
            (["assess", "1", "--by", "pitta", "--step", "rencana", "--set", "to=kasie"], "pita"),
        ]:
            with self.subTest(words):
                self.run_(*words).exits(2).says_nothing().complains(meant)
        other = self.run_("assess", "1", "--step", "jadwal", "--set", "x=y").exits(2)
        self.run_("assess", "1", "--step", "sesi", "--set", "x=y").exits(2).complains("schedule")
        self.assertIn("hint", other.err)

    def test_short_and_full_case_numbers(self):
        walk = Walk(self)
        walk.to("closed")
        self.run_("report", "case", "1").exits(2)
        self.run_("report", "case", "2026-1").exits(0)
        self.run_("report", "case", "2026-0001").exits(0)
        for word in ("2026-0002", "26-0001", "2026-", "-1", "0", "x", "2026-0001-1", "9" * 30):
            self.run_("report", "case", word).exits(2).says_nothing()

    def test_an_answer_may_go_to_a_file(self):
        Walk(self).to("found")
        self.at("2026-04-01T08:00").run_("report", "overdue", "--format", "json", "--output", "late.json").exits(5).says_nothing()
        self.assertEqual(json.loads((self.folder / "late.json").read_text())["rows"][0]["case"], "2026-0001")

    def test_a_command_that_would_do_nothing_says_so(self):
        Walk(self).to("registered")
        for words in (["assess", "1"], ["assess", "1", "--by", "pita", "--step", "asesmen_awal"], ["assess"], ["record", "1", "--form", "-"]):
            with self.changing_nothing():
                done = self.run_(*words, stdin="")
                self.assertIn(done.code, (2, 4), done.err)
                self.assertIn("hint:", done.err)


if __name__ == "__main__":
    harness.main()
