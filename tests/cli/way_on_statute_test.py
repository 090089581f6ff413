"""Every gate of the law: what it refuses, what `explain` says of it, and the way on, walked.

Where nothing opens the gate, the lawful ways on are walked: the finding "unfit", the referral, and the end of the case.
"""

import harness
from ways import FORMS, KANIA, Row, Ways, form_of

ADULT = {"respondent.0.birth": "1980-05", "respondent.0.nik": None, "companion.1.alleged_offender": "no"}
VIOLENCE = {**ADULT, "matter.0.kind": "physical", "matter.0.penalty_years": 4}
FIT = {"kelayakan.finding": "fit", "kelayakan.condition": []}


def matter(**changes):
    return {f"matter.0.{name}": value for name, value in changes.items()}


# the law's answer hangs on the matter itself
CLOSED = [
    Row("rape by an adult", "statute.1.sexual_adult", "registered", {"registered": {**ADULT, **matter(kind="rape")}, "found": FIT}, "found"),
    Row("rape by a child", "statute.1.sexual_child", "registered", {"registered": matter(kind="rape"), "found": FIT}, "found"),
    Row("trafficking", "statute.2.trafficking", "registered", {"registered": matter(kind="trafficking"), "found": FIT}, "found"),
    Row("exploitation", "statute.2.trafficking", "registered", {"registered": matter(kind="exploitation"), "found": FIT}, "found"),
    Row("six years", "statute.2.excluded_penalty", "registered",
        {"registered": {**VIOLENCE, **matter(penalty_years=6)}, "found": FIT}, "found"),
    Row("a child, reported to the police", "statute.2.child_violence", "registered",
        {"registered": matter(police_report="yes", police_number="LP/1", police_stage="investigation"), "found": FIT}, "found"),
    Row("a child, serious harm", "statute.2.child_violence", "registered",
        {"registered": matter(serious_harm="yes"), "found": FIT}, "found"),
]

# it hangs on something not yet on file
OPEN = [
    Row("a sexual act told alone, and no such matter on file", "statute.1.sexual_told", "registered",
        {"found": {"asesmen_awal.violence_items": ["insult", "sexual"]}}, "found"),
    Row("penalty unknown", "statute.2.excluded_penalty", "registered",
        {"registered": {**VIOLENCE, **matter(penalty_years=None)}, "found": {}}, "found"),
    Row("five years without counsel's note", "statute.2.excluded_penalty", "registered",
        {"registered": {**VIOLENCE, **matter(penalty_years=5)}, "found": {}}, "found"),
    Row("police report not asked about", "statute.2.police_on_file", "registered",
        {"registered": {**VIOLENCE, **matter(police_report=None)}, "found": {}}, "found"),
    Row("police report without number and stage", "statute.2.police_on_file", "registered",
        {"registered": {**VIOLENCE, **matter(police_report="yes")}, "found": {}}, "found"),
    Row("violence by a child, harm not asked about", "statute.2.child_violence", "registered",
        {"registered": matter(serious_harm=None), "found": {}}, "found"),
    Row("violence by a child, no best-interest note", "statute.2.child_violence", "registered",
        {"found": {"kelayakan.best_interest": None}}, "found", split=True, then={"kelayakan.best_interest": "Baik bagi keduanya."}),
]


# the text that was agreed
CLAUSES = [Row(f"clause {kind}", rule, "held", {"held": {"hasil.obligation.0.kind": kind}}, "minuted")
           for kind, rule in [("marriage", "statute.3.marriage"), ("silence", "statute.3.silence"),
                              ("no_report", "statute.3.silence"), ("withdraw_report", "statute.3.silence")]]
CLAUSES += [Row(f"waiver {field} {answer}", "statute.3.waiver", "held", {"held": {f"hasil.waiver.0.{field}": answer}}, "minuted")
            for field, answer in [("marries", "yes"), ("silence", "unknown"), ("no_report", "yes")]]


class Gates(Ways):
    def test_a_forbidden_clause_is_voided_with_its_outcome_and_another_agreed(self):
        for row in CLAUSES:
            with self.subTest(row.title):
                walk, attempt = self.start(row)
                self.refused(row.rule, attempt)
                failed = next(one for one in self.explanation if one["rule"] == row.rule)
                self.assertEqual((failed["unblock"], len(failed["lawful"])), ([], 1))
                words = failed["lawful"][0]["command"].replace("CODE", "keterangan_baru").split()[1:]
                self.at(self.tick()).run_(*words, "--by", "pita").exits(0)
                self.record(walk, "record", "hasil", FORMS["hasil"])
                self.tick()
                attempt().exits(0)

    def test_where_nothing_opens_it_the_lawful_way_ends_the_case(self):
        for row in CLOSED:
            with self.subTest(row.title):
                walk, attempt = self.start(row)
                self.refused(row.rule, attempt)
                failed = next(one for one in self.explanation if one["rule"] == row.rule)
                self.assertEqual(failed["unblock"], [])
                self.assertEqual([way["step"] for way in failed["lawful"]], ["kelayakan", "rujukan"])
                self.split(walk, row, failed)
                for way in failed["lawful"]:
                    self.record(walk, way["command"].split()[1], way["step"], form_of(way))
                ended = walk.act(self.tick(), "terminate", "terminasi", {"reason": "unfit"}, KANIA, ("--format", "json"))
                self.assertEqual(ended.exits(0).json()["stage"], "closed")

    def test_what_is_missing_is_put_on_file(self):
        self.table_of_ways(OPEN)


if __name__ == "__main__":
    harness.main()
