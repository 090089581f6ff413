"""What every refusal must be, and tables of them."""

from walk import Office, Walk


class Refusing(Office):
    def refused(self, rule, attempt):
        """code 3; every problem whole; the rule among them; nothing on stdout; nothing changed anywhere"""
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
        return problems

    def table(self, rows):
        """rows: title, rule, the state to walk to, changes to the forms, the step tried then"""
        for title, rule, reach, changes, step in rows:
            with self.subTest(title):
                self.afresh()
                walk = Walk(self, **changes)
                if reach:
                    walk.to(reach)
                self.refused(rule, lambda *extra, w=walk, s=step: w.attempt(s, *extra))
