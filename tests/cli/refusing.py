"""What every refusal must be, what `explain` must say of it, and tables of them."""

from walk import Office, Walk

ASKED = ("--step", "--form", "--set", "--by", "--on", "--accept")  # what explain takes of a writing command


def as_explain(arguments):
    """the same act, asked about instead of recorded"""
    command, *rest = arguments
    case = [rest.pop(0)] if rest and not rest[0].startswith("-") else []
    words = []
    for option, value in zip(rest, rest[1:]):
        if option in ASKED:
            words += [option, value]
    if command == "intake" and not case and "--step" not in words:
        words += ["--step", "registrasi"]
    return ["--format", "json", "explain", *case, *words]


class Refusing(Office):
    def refused(self, rule, attempt):
        """code 3; every problem whole; the rule among them; nothing on stdout; nothing changed anywhere; explained"""
        before = self.bytes_of()
        done = attempt("--format", "json").exits(3).says_nothing()
        self.assertEqual(before, self.bytes_of(), "a refused command changed something")
        problems = done.problems()
        for problem in problems:
            self.assertRegex(problem["code"], "^M3[0-9]{3}$", problem)
            for part in ("message", "hint", "rule", "basis"):
                self.assertTrue(problem[part], (part, problem))
            self.assertEqual(problem["code"] == "M3002", problem["rule"].startswith("statute."), problem)
        self.assertIn(rule, [problem["rule"] for problem in problems], done.err)
        self.explained(done, problems)
        return problems

    def explained(self, done, problems):
        """`explain` of the same form tells the same rules, with basis and fact, and a way on from each; and only reads"""
        with self.changing_nothing():
            answer = self.run_(*as_explain(done.arguments), stdin=done.given).exits(0).json()
        failed = [{**row, "step": step["step"]} for step in answer["steps"] for row in step["failed"]]
        self.assertEqual(sorted(row["rule"] for row in failed), sorted(problem["rule"] for problem in problems))
        for problem in problems:
            told = (problem["rule"], problem["basis"], problem.get("fact", ""))
            same = [row for row in failed if (row["rule"], row["basis"], self.saw(row)) == told]
            self.assertTrue(same, (problem, failed))
            self.assertTrue(same[0]["instead"] or same[0]["unblock"], same[0])  # what to do, or what opens it
            self.assertTrue(same[0]["unblock"] or same[0]["lawful"], same[0])
        self.explanation = failed

    @staticmethod
    def saw(row):
        """the fact as a refusal words it"""
        return f"{row['fact']} = {'unknown' if row['value'] is None else row['value']}" if row["fact"] else ""

    def table(self, rows):
        """rows: title, rule, the state to walk to, changes to the forms, the step tried then"""
        for title, rule, reach, changes, step in rows:
            with self.subTest(title):
                self.afresh()
                walk = Walk(self, **changes)
                if reach:
                    walk.to(reach)
                self.refused(rule, lambda *extra, w=walk, s=step: w.attempt(s, *extra))
