"""What the standard or the law forbids: code 3, the rule, its basis, what to do instead, and not a byte changed.

A row is: what is tried, the rule that must be named, the state the case is in, changes to its forms, the step tried.
"""

import harness
from refusing import Refusing

SEXUAL = ["non_physical_harassment", "physical_harassment", "forced_contraception", "forced_sterilisation",
          "forced_marriage", "sexual_torture", "sexual_exploitation", "sexual_slavery", "electronic_sexual", "rape",
          "indecent_act", "child_sexual", "child_pornography", "forced_prostitution", "household_sexual"]
ADULT = {"respondent.0.birth": "1980-05", "respondent.0.nik": None, "companion.1.alleged_offender": "no"}
VIOLENCE = {**ADULT, "matter.0.kind": "physical", "matter.0.penalty_years": 4}


def fit(**more):
    return {"kelayakan.finding": "fit", "kelayakan.condition": [], **more}


def screening(field, value):
    return {f"asesmen_awal.{field}": value}


class Refusals(Refusing):
    def test_gates_one_and_two_at_the_finding(self):
        rows = []
        for kind in SEXUAL:
            registered = {"matter.0.kind": kind, "matter.0.penalty_years": 1}
            for finding in ("fit", "conditional") if kind == "rape" else ("fit",):
                found = fit() if finding == "fit" else {}  # the example's finding is conditional
                rows += [(f"{finding}: {kind} by an adult", "statute.1.sexual_adult", "registered",
                          {"registered": {**ADULT, **registered}, "found": found}, "found"),
                         (f"{finding}: {kind} by a child", "statute.1.sexual_child", "registered",
                          {"registered": registered, "found": found}, "found")]
        for kind in ("trafficking", "exploitation"):
            rows += [(kind, "statute.2.trafficking", "registered",
                      {"registered": {"matter.0.kind": kind}, "found": fit()}, "found")]
        told = {"asesmen_awal.violence_items": ["insult", "sexual"]}
        rows += [(f"a sexual act told alone, finding {title}", "statute.1.sexual_told", "registered", {"found": {**found, **told}}, "found")
                 for title, found in (("fit", fit()), ("conditional", {}))]
        for title, change in [("unknown", {"matter.0.penalty_years": None}), ("six years", {"matter.0.penalty_years": 6}),
                              ("five years, no note", {"matter.0.penalty_years": 5})]:
            rows += [(f"penalty {title}", "statute.2.excluded_penalty", "registered",
                      {"registered": {**VIOLENCE, **change}, "found": fit()}, "found")]
        for field in ("police_report", "serious_harm"):
            for value in ("yes", "unknown", None):
                rows += [(f"violence by a child, {field} {value}", "statute.2.child_violence", "registered",
                          {"registered": {f"matter.0.{field}": value}, "found": fit()}, "found")]
        rows += [("violence by a child, no best-interest note", "statute.2.child_violence", "registered",
                  {"found": fit(**{"kelayakan.best_interest": None})}, "found"),
                 ("police report without number", "statute.2.police_on_file", "registered",
                  {"registered": {**VIOLENCE, "matter.0.police_report": "yes"}, "found": fit()}, "found"),
                 ("police report without stage", "statute.2.police_on_file", "registered",
                  {"registered": {**VIOLENCE, "matter.0.police_report": "yes", "matter.0.police_number": "LP/1"},
                   "found": fit()}, "found")]
        self.table(rows)

    def test_a_second_matter_of_sexual_violence_is_judged_too(self):
        more = {"kind": "rape", "mediate": "yes", "beneficiary": "beneficiary1", "respondent": "respondent1",
                "incident_on": "2026-02-20", "police_report": "no"}
        self.table([("two matters", "statute.1.sexual_child", "registered",
                     {"registered": {"matter.+": more}, "found": fit()}, "found")])

    def test_every_answer_of_the_screening_counts_at_the_finding(self):
        rule = "kelayakan.finding_within_table"
        bad = [("willing", ["no", "unknown"]), ("pressure", ["yes", "unknown"]), ("threat", ["yes", "unknown"]),
               ("protection_order", ["yes", "unknown"]), ("afraid", ["unknown", None]),
               ("risk", ["unknown", "high", "very_high"]), ("separate_arrangements", ["no", "unknown", None])]
        rows = [(f"{field} {value}", rule, "registered", {"found": screening(field, value)}, "found")
                for field, values in bad for value in [*values, None]]
        rows += [("fit, though the table says conditional: medium risk", rule, "registered",
                  {"found": fit(**screening("risk", "medium"))}, "found"),
                 ("fit, though the table says conditional: afraid, arranged", rule, "registered", {"found": fit()},
                  "found")]
        self.table(rows)

    def test_the_order_needs_a_known_safe_screening_of_the_beneficiary(self):
        rows = []
        for field, values in [("willing", ["no", None]), ("pressure", ["yes", None]), ("threat", ["yes", None]),
                              ("protection_order", ["yes", None]), ("afraid", ["yes", None]),
                              ("violence", ["unknown", None]), ("risk", ["high", "very_high", "unknown", None])]:
            for value in values:
                rows.append((f"{field} {value}", "statute.4.risk_beneficiary", "planned",
                             {"assessed": {f"asesmen_lanjutan.0.{field}": value}}, "ordered"))
                rows.append((f"respondent: {field} {value}", "statute.4.risk", "conditioned",
                             {"assessed": {f"asesmen_lanjutan.1.{field}": value}}, "scheduled"))
        self.table(rows)

    def test_consent(self):
        rows = []
        hers = [("none", {"persetujuan": []}), ("refused", {"persetujuan.0.decision": "refused"}),
                ("not for mediation", {"persetujuan.0.purposes": ["service"]}),
                ("given by the child alone", {"persetujuan.0.given_by": "self", "persetujuan.0.relation": "self"}),
                ("child not heard", {"persetujuan.0.child_view": "no"}),
                ("child's view unknown", {"persetujuan.0.child_view": None}),
                ("given by the other side", {"persetujuan.0.given_by": "respondent1", "persetujuan.0.relation": "guardian"})]
        for title, change in hers:
            rows.append((title, "asesmen_lanjutan.consent_given", "found", {"found": change}, "assessed"))
        for value in ("yes", "unknown"):
            rows.append((f"by an alleged offender: {value}", "asesmen_lanjutan.consent_given", "found",
                         {"registered": {"companion.0.alleged_offender": value}}, "assessed"))
        his = [*hers[:-1], ("given by the other side", {"persetujuan.0.given_by": "beneficiary1",
                                                         "persetujuan.0.relation": "guardian"})]
        for title, change in his:
            rows.append((f"respondent: {title}", "statute.4.consent", "conditioned", {"assessed": change}, "scheduled"))
        self.table(rows)

    def test_the_order(self):
        self.table([
            ("no plan", "builtin.order", "assessed", {}, "ordered"),
            ("plan not reported to kasie", "perintah.dilaporkan_kasie", "planned", {"planned": {"to": ["koordinator"]}},
             "ordered"),
            ("plan not reported to the Koordinator", "perintah.dilaporkan_koordinator", "planned",
             {"planned": {"to": ["kasie"]}}, "ordered"),
            ("identity papers missing", "perintah.requirements_complete", "planned",
             {"registered": {"requirement.1": None}}, "ordered"),
            ("no order", "mediator.order_given", "planned", {}, "scheduled"),
            ("order sent back", "mediator.order_given", "ordered", {"ordered": {"decision": "sent_back"}}, "scheduled"),
        ])

    def test_the_invitation(self):
        def without(*rows):
            return {"scheduled": {f"undangan.invitee.{row}": None for row in sorted(rows, reverse=True)}}

        child, special = "statute.4.child_companion", "statute.4.special_companion"
        rows = [
            ("no briefing", "undangan.briefed", {"scheduled": {"pembekalan": []}}),
            ("conditions not met", "undangan.conditions_met", {"conditioned": None}),
            ("assessments older than 30 days", "undangan.assessment_fresh", {"scheduled": {"sesi.at": "2026-04-04T09:00"}}),
            ("her child without companion", child, without(2)),
            ("his child without companion", child, without(5)),
            ("interpreter alone is no companion of a child", child,
             {"registered": {"companion.0.kinds": ["interpreter"]}}),
            ("lawyer is no companion of a child", child, {"registered": {"companion.1.kinds": ["lawyer"]}}),
            ("no special companion", special, without(3)),
            ("interpreter who is not special", special, {"registered": {"companion.2.kinds": ["interpreter"]}}),
            ("special needs unknown", special, {"registered": {"respondent.0.special_needs": None}}),
            ("special needs said unknown", special, {"registered": {"respondent.0.special_needs": "unknown"}}),
            ("companion of both sides", "statute.4.one_side",
             {"registered": {"companion.0.of": ["beneficiary1", "respondent1"]}}),
            ("alleged offender beside her", "statute.4.not_offender", {"registered": {"companion.2.alleged_offender": "yes"}}),
            ("perhaps the alleged offender", "statute.4.not_offender",
             {"registered": {"companion.2.alleged_offender": "unknown"}}),
        ]
        for title, rule, changes in rows:
            self.table([(title, rule, "conditioned", changes, "scheduled")])


if __name__ == "__main__":
    harness.main()
