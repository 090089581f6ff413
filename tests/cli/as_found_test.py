"""An old case out of a register is judged by all the register tells, and makes nothing due today."""

import json

import harness
from walk import STEPS, Office, Walk


class AsFound(Office):
    def lines(self, *left_out):
        """the walked case as an old register has it"""
        for step in STEPS[:9]:
            if step.name in left_out:
                continue
            line = {"do": step.command, "on": step.at, **({"by": step.by} if step.by else {}), **Walk(self).form(step.name)}
            yield {**line, **({"ref": "L1"} if step.name == "registered" else {"case": "L1"}),
                   **({"step": step.step} if step.step else {})}

    def taken(self, *left_out):
        self.at("2026-06-10T09:00")
        text = "".join(json.dumps(line) + "\n" for line in self.lines(*left_out))
        return self.run_("--format", "json", "import", "-", "--source", "buku", stdin=text).exits(0)

    def test_one_missing_paper_makes_no_breach_of_what_the_register_does_tell(self):
        self.taken()
        whole = self.breaches()
        self.afresh()
        self.taken("ordered")
        more = self.breaches() - whole
        self.assertTrue(more)
        self.assertEqual({rule for rule in more if rule.startswith("statute.")}, set())
        self.run_("report", "case").exits(2)
        self.assertNotIn("irregular", self.run_("report", "case", "2026-0001").exits(0).out)

    def test_an_old_irregular_session_is_nobody_s_today(self):
        self.taken("found", "assessed")
        self.assertIn("irregular", self.run_("report", "case", "2026-0001").exits(0).out)
        self.assertNotIn("tindak_lanjut_mk", self.run_("report", "overdue").out)

    def breaches(self):
        rows = self.rows("SELECT json_extract(facts, '$.found_breaches') FROM entry WHERE case_number <> '0'")
        return {rule for (rules,) in rows if rules for rule in rules.split(",")}


if __name__ == "__main__":
    harness.main()
