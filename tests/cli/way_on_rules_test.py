"""The guards of the shipped rules up to the invitation, each broken alone: the way on, walked."""

import harness
from ways import KOKO, MEDA, Row, Ways
from way_on_gates_test import lapsed, person

UNFIT = {"found": {"kelayakan": {"finding": "unfit", "reasons": "Risiko."}}}
NOBODY = {"respondent.0.name": None, "respondent.0.nik": None, "respondent.0.unknown": "yes",
          "respondent.0.no_nik": "unknown_person"}
SCHOOL = {"name": "Contoh Sekolah", "organisation": "yes", "alleged_offender": "no", "relation": "institution"}


def finding(at, value):
    return lambda test, walk: walk.act(at, "assess", "kelayakan", {"finding": value, "reasons": "Dinilai lagi."}).exits(0)


def meda(**more):
    return lambda test, walk: test.add("mediator", {**MEDA, **more})


def posts(**more):
    """the Koordinator's post as it is changed later; the other one stays"""
    form = {"id": KOKO, "name": "Contoh Koordinator Koko",
            "post": [{"role": "koordinator", "from": "2026-01-01", **more}, {"role": "kasie", "from": "2026-01-01"}]}
    return lambda test, walk: test.add("officer", form)


RULES_FIRST = [
    Row("a NIK of another birth date", "registrasi.nik_agrees", "", {"registered": {"beneficiary.0.birth": "2014-05-16"}},
        "registered"),
    Row("a sub-district nobody knows", "registrasi.district_known", "", {"registered": {"beneficiary.0.district": "999999"}},
        "registered"),
    Row("a NIK that does not agree, later", "orang.nik_agrees", "registered", {}, "found",
        act=("intake", "orang", {"beneficiary": [{"id": "beneficiary1", "birth": "2014-05-16", "nik": "3575015505149991"}]})),
    Row("an unknown sub-district, later", "orang.district_known", "registered", {}, "found",
        act=("intake", "orang", {"beneficiary": [{"id": "beneficiary1", "district": "999999"}]})),
    Row("a case handed to nobody of that role", "penugasan.assignee_holds_role", "registered", {}, "found",
        act=("intake", "penugasan", {"role": "pendamping", "officer": KOKO, "reason": "leave"}), then={"officer": "ganti"}),
    Row("a finding before the assessment", "kelayakan.assessed", "registered", {"found": {"asesmen_awal": []}}, "found",
        split=False),
    Row("a finding more lenient than the table", "kelayakan.finding_within_table", "registered",
        {"found": {"asesmen_awal.risk": "medium", "kelayakan.finding": "fit", "kelayakan.condition": []}}, "found", split=True),
    Row("found unfit", "asesmen_lanjutan.finding_is", "found", UNFIT, "assessed"),
    Row("the guardian's consent is the alleged offender's", "asesmen_lanjutan.consent_given", "found",
        {"registered": {"companion.0.alleged_offender": "yes"}}, "assessed"),
    Row("no consent", "asesmen_lanjutan.consent_given", "found", {"found": {"persetujuan": []}}, "assessed"),
    Row("the child was not heard", "asesmen_lanjutan.consent_given", "found", {"found": {"persetujuan.0.child_view": "no"}},
        "assessed"),
    Row("a condition of a finding without conditions", "syarat_terpenuhi.finding_is", "ordered", {}, "conditioned",
        prepare=finding("2026-03-05T09:10", "postponed")),
    Row("one of the parties not assessed", "rencana.assessed", "assessed", {"assessed": {"asesmen_lanjutan.1": None}}, "planned"),
    Row("a plan for a case found unfit", "rencana.finding_is", "assessed", {}, "planned",
        prepare=finding("2026-03-04T11:00", "unfit")),
    Row("identity papers missing", "perintah.requirements_complete", "planned", {"registered": {"requirement.1": None}}, "ordered"),
    Row("an order for a case found unfit", "perintah.finding_is", "planned", {}, "ordered",
        prepare=finding("2026-03-04T16:00", "unfit")),
    Row("plan not reported to kasie", "perintah.dilaporkan_kasie", "planned", {"planned": {"to": ["koordinator"]}}, "ordered"),
    Row("plan not reported to the Koordinator", "perintah.dilaporkan_koordinator", "planned", {"planned": {"to": ["kasie"]}},
        "ordered"),
    Row("an order by one whose role had ended", "builtin.role", "planned", {}, "ordered", prepare=posts(until="2026-03-04"),
        then_by="ganti"),
    Row("an order by one who never held the role", "builtin.role", "planned", {}, "ordered", by="pita", then_by="ganti"),
    Row("no plan", "builtin.order", "assessed", {}, "ordered"),
    Row("nothing but the registration", "builtin.order", "registered", {}, "planned", at="2026-03-04T15:00"),
    Row("no order", "mediator.order_given", "planned", {}, "scheduled"),
    Row("the order sent back", "mediator.order_given", "ordered", {"ordered": {"decision": "sent_back"}}, "scheduled"),
]

SESSIONS = [
    Row("an assessment of nobody knows whom", "asesmen_lanjutan.identity_known", "found", {"registered": NOBODY}, "assessed"),
    Row("a consent of nobody knows whom", "persetujuan.identity_known", "found", {"registered": NOBODY}, "assessed"),
    Row("an invitation to nobody knows whom", "undangan.identity_known", "conditioned", {}, "scheduled",
        prepare=person("2026-03-05T09:40", respondent={"id": "respondent1", "unknown": "yes"})),
    Row("a school nobody speaks for", "undangan.representative_named", "conditioned", {"registered": {"respondent.0": SCHOOL}},
        "scheduled"),
    Row("the mediator's certificate has ended", "mediator.mediator_valid", "conditioned", {}, "scheduled",
        prepare=meda(id="medi", until="2026-03-01"), then={"mediator.mediator": "meda"}),
    Row("whether the mediator knows a party was not asked", "mediator.no_conflict", "conditioned",
        {"scheduled": {"mediator.conflict": None}}, "scheduled", then={"mediator.conflict": "no"}),
    Row("the mediator knows a party", "mediator.no_conflict", "conditioned", {"scheduled": {"mediator.conflict": "yes"}},
        "scheduled", prepare=meda(), then={"mediator.mediator": "meda", "mediator.conflict": "no"}),
    Row("a session under an order sent back", "sesi.order_given", "conditioned", {}, "scheduled", split=False,
        prepare=lambda test, walk: (
            walk.act("2026-03-05T09:40", "schedule", "mediator", {"mediator": "medi", "conflict": "no"}).exits(0),
            walk.act("2026-03-05T09:50", "assess", "perintah", {"decision": "sent_back", "reason": "Lengkapi."}, KOKO).exits(0)),
        act=("schedule", "sesi", {"at": "2026-03-12T09:00", "room": "ruang-1"})),
    Row("the certificate ends before the session", "sesi.mediator_valid", "conditioned", {}, "scheduled", prepare=lapsed,
        then={"mediator.mediator": "meda"}),
    Row("moved beyond the certificate", "sesi_pindah.mediator_valid", "scheduled", {}, "delivered",
        prepare=meda(id="medi", until="2026-03-15"), then={"at": "2026-03-13T09:00"},
        act=("schedule", "sesi_pindah", {"at": "2026-03-20T09:00", "room": "ruang-1", "reason": "other"})),
    Row("moved to a day when assessments are old", "sesi_pindah.assessment_fresh", "scheduled", {}, "delivered",
        act=("schedule", "sesi_pindah", {"at": "2026-04-06T09:00", "room": "ruang-1", "reason": "other"})),
    Row("no briefing", "undangan.briefed", "conditioned", {"scheduled": {"pembekalan": []}}, "scheduled", split=True),
    Row("the condition is not met", "undangan.conditions_met", "conditioned", {"conditioned": None}, "scheduled"),
    Row("assessments older than thirty days", "undangan.assessment_fresh", "conditioned",
        {"scheduled": {"sesi.at": "2026-04-06T09:00"}}, "scheduled", split=True),
    Row("afraid in one room", "undangan.separate_when_afraid", "conditioned",
        {"assessed": {"asesmen_lanjutan.0.afraid": "yes", "asesmen_lanjutan.0.separate_arrangements": "yes"}}, "scheduled",
        split=True),
]


class Rules(Ways):
    def test_up_to_the_order(self):
        self.table_of_ways(RULES_FIRST)

    def test_up_to_the_invitation(self):
        self.table_of_ways(SESSIONS)


if __name__ == "__main__":
    harness.main()
