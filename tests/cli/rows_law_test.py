"""One evaluator: a row says what a form says, and is taken or refused as the form is, in the same words.

The refusals and lawful ways of other tests are walked again, each act first as a row that is only tried, then as a form
that is only tried, then recorded.
"""

import json
import tomllib

import crooked_test
import harness
import lawful_test
import refusals_later_test
import refusals_test
import rows
from walk import toml

WORDS = ("code", "message", "rule", "basis", "fact")
ROW_OPTIONS = ("--step", "--by", "--on")


class BothWays:
    """Puts the comparison under every act of a test."""

    compared = kept_out = 0

    def act(self, when, command, case, step, form, by="pita", extra=()):
        self.compare(when, command, case, step, form, by, extra)
        return super().act(when, command, case, step, form, by, extra)

    def compare(self, when, command, case, step, form, by, extra):
        table = tomllib.loads(form) if isinstance(form, str) else form
        options = [word for word in extra if word not in ("--papers", "letters", "--format", "json", "--dry-run")]
        if any(word.startswith("--") and word not in ROW_OPTIONS for word in options) or "attach" in json.dumps(table):
            return  # accepted warnings and corrections are no rows
        if case and not step and any(isinstance(part, dict) for part in table.values()):
            return  # a form that names its steps itself
        self.at(when)
        words = [*(["--step", step] if step else []), *(["--by", by] if by else []), *options, "--dry-run"]
        as_form = self.run_("--format", "json", command, *([case] if case else []), *words, "--form", "-",
                            stdin=form if isinstance(form, str) else toml(table))
        as_row = self.run_("--format", "json", command, *words, "--batch", "-",
                           stdin=rows.line(table, **({"case": case} if case else {})))
        self.assertEqual(told(as_form), told(as_row), (as_form.err, as_row.err))
        self.assertEqual(as_form.code == 0, as_row.code == 0)
        type(self).compared += 1
        type(self).kept_out += as_form.code != 0

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        if cls.compared < cls.least:
            raise AssertionError(f"only {cls.compared} acts were compared as rows")


def told(done):
    """what keeps an act out, in words; places differ, and so does what a batch says of itself"""
    if done.code == 0:
        return []
    return sorted(tuple(problem.get(word, "") for word in WORDS) for problem in done.problems())


class RefusalsAsRows(BothWays, refusals_test.Refusals):
    least = 50


class LaterRefusalsAsRows(BothWays, refusals_later_test.Later):
    least = 30


class CrookedSessionsAsRows(BothWays, crooked_test.Sessions):
    least = 10


class LadderAsRows(BothWays, crooked_test.Ladder):
    least = 5


class MattersAsRows(BothWays, lawful_test.Matters):
    least = 5


del refusals_test, refusals_later_test, crooked_test, lawful_test  # or their own classes would run here again

if __name__ == "__main__":
    harness.main()
