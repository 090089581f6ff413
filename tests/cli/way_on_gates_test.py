"""The fourth gate of the law, at the order, the invitation, the start of a session and its outcome: the way on, walked."""

import harness
from ways import MEDA, Row, Ways

AUNT = {"name": "Contoh Tante", "birth": "1980-05", "sex": "female", "special_needs": "no", "alleged_offender": "no",
        "relation": "relative"}


def violence(at):
    return lambda test, walk: walk.act(at, "record", "kekerasan_baru", {"party": "beneficiary1"}, "admin").exits(0)


def withdrawn(at):
    form = {"party": "beneficiary1", "given_by": "companion1", "relation": "mother", "purposes": ["mediation"],
            "decision": "withdrawn"}
    return lambda test, walk: walk.act(at, "intake", "persetujuan", form).exits(0)


def person(at, **groups):
    return lambda test, walk: walk.act(at, "intake", "orang", {name: [row] for name, row in groups.items()}).exits(0)


def lapsed(test, walk):
    """the only mediator's certificate ends the day before the session"""
    test.add("mediator", {**MEDA, "id": "medi", "until": "2026-03-11"})


def without(*rows):
    return {"scheduled": {f"undangan.invitee.{row}": None for row in sorted(rows, reverse=True)}}


ORDER = [
    Row("consent withdrawn before the order", "statute.4.consent_beneficiary", "planned", {}, "ordered",
        prepare=withdrawn("2026-03-05T08:50")),
    Row("high risk before the order", "statute.4.risk_beneficiary", "planned",
        {"assessed": {"asesmen_lanjutan.0.risk": "high"}}, "ordered"),
    Row("violence never asked about", "statute.4.risk_beneficiary", "planned",
        {"assessed": {"asesmen_lanjutan.0.violence": "unknown"}}, "ordered"),
    Row("new violence before the order", "statute.4.violence_since_beneficiary", "planned", {}, "ordered",
        prepare=violence("2026-03-04T16:00")),
]

INVITATION = [
    Row("a party that came later is not assessed", "statute.4.assessed", "conditioned", {}, "scheduled",
        prepare=person("2026-03-05T09:40", respondent=AUNT), split=True),
    Row("the respondent's consent refused", "statute.4.consent", "conditioned",
        {"assessed": {"persetujuan.0.decision": "refused"}}, "scheduled"),
    Row("the respondent's risk is high", "statute.4.risk", "conditioned",
        {"assessed": {"asesmen_lanjutan.1.risk": "very_high"}}, "scheduled"),
    Row("consent withdrawn before a session is fixed", "sesi.consent_given", "conditioned", {}, "scheduled",
        prepare=withdrawn("2026-03-05T09:45")),
    Row("new violence before a session is fixed", "sesi.no_violence_since", "conditioned", {}, "scheduled",
        prepare=violence("2026-03-05T09:45")),
    Row("new violence before the invitation", "statute.4.violence_since", "conditioned", {}, "scheduled",
        prepare=violence("2026-03-05T09:45")),
    Row("the certificate ends before the session", "statute.4.mediator", "conditioned", {}, "scheduled", prepare=lapsed,
        then={"mediator.mediator": "meda"}),
    Row("a child invited without companion", "statute.4.child_companion", "conditioned", without(2), "scheduled",
        then={"undangan.invitee.+": {"person": "companion1"}}),
    Row("nobody beside the other child", "statute.4.child_companion", "conditioned",
        {"registered": {"companion.1.of": "beneficiary1"}}, "scheduled", then={"undangan.invitee.5.person": "companion4"}),
    Row("no special companion", "statute.4.special_companion", "conditioned",
        {"registered": {"companion.2.kinds": ["interpreter"]}}, "scheduled", then={"undangan.invitee.3.person": "companion4"}),
    Row("special needs of the beneficiary unknown", "statute.4.special_companion", "conditioned",
        {"registered": {"beneficiary.0.special_needs": "unknown", "companion.2.kinds": ["interpreter"]}}, "scheduled"),
    Row("special needs of the respondent unknown", "statute.4.special_companion", "conditioned",
        {"registered": {"respondent.0.special_needs": None}}, "scheduled"),
    Row("one companion for both sides", "statute.4.one_side", "conditioned",
        {"registered": {"companion.0.of": ["beneficiary1", "respondent1"]}}, "scheduled"),
    Row("the offender beside the victim", "statute.4.not_offender", "conditioned",
        {"registered": {"companion.2.alleged_offender": "yes"}}, "scheduled", then={"undangan.invitee.3.person": "companion4"}),
    Row("perhaps the offender beside the victim", "statute.4.not_offender", "conditioned",
        {"registered": {"companion.2.alleged_offender": "unknown"}}, "scheduled"),
]

PEOPLE = ("mediator", "beneficiary1", "companion1", "companion3", "respondent1", "companion2", "pendamping")


def absent(who):
    return {"held": {f"kehadiran.present.{PEOPLE.index(who)}.status": "absent"}}


def irregular(title, gate, changes, **more):
    return Row(title, "statute.4.session_regular", "delivered", changes, "held", split=True, seen=gate, **more)


REPLACED = {"undangan": {"invitee.3.person": "companion4"}, "kehadiran": {"present.3.person": "companion4"}}
BOTH = {"id": "companion1", "of": ["beneficiary1", "respondent1"], "kinds": ["parent"]}
OFFENDER = {"id": "companion3", "of": ["beneficiary1"], "kinds": ["special", "interpreter"], "alleged_offender": "yes"}

SESSION = [
    irregular("the mediator did not come", "statute.4.mediator_came", absent("mediator")),
    irregular("her mother did not come", "statute.4.child_companion_came", absent("companion1")),
    irregular("the interpreter did not come", "statute.4.special_companion_came", absent("companion3")),
    irregular("the mother stands on both sides", "statute.4.one_side_came", {},
              prepare=person("2026-03-10T09:00", companion=BOTH)),
    irregular("the interpreter is said to be the offender", "statute.4.not_offender_came", {},
              prepare=person("2026-03-10T09:00", companion=OFFENDER), forms=REPLACED),
    irregular("afraid on the day", "statute.4.day_answers", {"held": {"pertanyaan_hari_ini.answer.0.afraid": "yes"}}),
    irregular("one party was not asked", "statute.4.day_answers", {"held": {"pertanyaan_hari_ini.answer.1": None}}),
    irregular("the respondent did not come", "did not come", absent("respondent1")),
]


class Gates(Ways):
    def test_at_the_order(self):
        self.table_of_ways(ORDER)

    def test_at_the_invitation(self):
        self.table_of_ways(INVITATION)

    def test_at_the_session_and_its_outcome(self):
        """attendance is always taken; another, regular session bears the agreement"""
        self.table_of_ways(SESSION)


if __name__ == "__main__":
    harness.main()
