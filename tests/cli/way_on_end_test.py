"""The guards of the shipped rules from the outcome to the end, each broken alone, and what is built in: the way on, walked."""

import harness
from way_on_gates_test import violence
from ways import FORMS, KANIA, MEDA, Row, Ways

MONITORED = ("visited1", "visited2", "visited3")
NOT_AGREED = {"held": {"hasil": {"outcome": "not_agreed"}}}
ADDENDUM = {"signed_by": ["beneficiary1", "companion1", "companion2"], "paper_number": "AD-1", "paper_date": "2026-04-01",
            "obligation": [{"replaces": 3, "who": "companion2", "kind": "supervision", "text": "Setiap bulan.",
                            "recurrence": "recurring", "interval_days": 30}]}
EVERYBODY = ["beneficiary1", "companion1", "companion2", "respondent1"]


def monitored(to):
    return {name: {"lapor_monitoring.to": to} for name in MONITORED}


def no_paper(test, walk):
    """the minutes are recorded and no paper of them issued"""
    walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)


def far(test, walk):
    """a session fixed more than thirty days ahead, to which nobody could be invited yet"""
    form = walk.form("scheduled")
    for step in ("mediator", "pembekalan"):
        walk.act("2026-03-05T10:00", "schedule", step, form[step]).exits(0)
    walk.act("2026-03-05T10:00", "schedule", "sesi", {**form["sesi"], "at": "2026-04-07T09:00"}).exits(0)


OUTCOME = [
    Row("an outcome though somebody was not invited", "hasil.invited_all", "delivered", {}, "held",
        prepare=lambda test, walk: walk.act("2026-03-10T09:00", "intake", "orang", {"respondent": [{
            "name": "Contoh Paman", "birth": "1980-05", "sex": "male", "special_needs": "no", "relation": "relative"}]}).exits(0),
        split=True),
    Row("a mediator appointed since, and not briefed", "hasil.briefed", "delivered", {}, "held",
        prepare=lambda test, walk: (test.add("mediator", MEDA), walk.act(
            "2026-03-10T09:00", "schedule", "mediator", {"mediator": "meda", "conflict": "no"}).exits(0)), split=True),
    Row("a condition set since, and not met", "hasil.conditions_met", "delivered", {}, "held",
        prepare=lambda test, walk: walk.act("2026-03-10T09:00", "assess", "kelayakan", walk.form("found")["kelayakan"]).exits(0)),
    Row("held when the assessments were old", "hasil.assessment_fresh", "conditioned",
        {"held": {"hasil.obligation.0.due": "2026-05-04", "hasil.obligation.3.due": "2026-05-04"}}, "held", at="2026-04-07T11:15",
        prepare=far),
    Row("minutes of a session to be continued", "berita_acara.outcome_is", "held",
        {"held": {"hasil": {"outcome": "continued"}}}, "minuted"),
    Row("signatures under minutes nobody issued", "tanda_tangan.minutes_frozen", "held", {}, "signed", prepare=no_paper),
    Row("copies before all have signed", "salinan.minutes_complete", "minuted",
        {"signed": {"tanda_tangan.signature.3": None}}, "signed", split=True),
    Row("a report before the signatures", "builtin.order", "minuted", {}, "reported"),
]

AFTER = [
    Row("an addendum not signed by all", "perubahan_kesepakatan.signed_by_parties", "visited1", {}, "visited2",
        at="2026-04-01T10:00", act=("monitor", "perubahan_kesepakatan", ADDENDUM), then={"signed_by": EVERYBODY}),
    Row("carried out, no visit", "terminasi.obligations_settled", "reported", {}, "closed"),
    Row("carried out, one visit of three", "terminasi.obligations_settled", "visited1", {}, "closed"),
    Row("carried out, one obligation broken", "terminasi.obligations_settled", "visited3",
        {"visited3": {"kunjungan.state.2.state": "broken"}}, "closed"),
    Row("carried out in spite of new violence", "terminasi.obligations_settled", "visited3", {}, "closed",
        prepare=violence("2026-06-01T09:00"), then={"reason": "broken"}),
    Row("monitoring never reported to the Konselor", "terminasi.lapor_konselor", "visited3", monitored(["mk"]), "closed"),
    Row("monitoring reported to the Konselor alone", "terminasi.lapor_koordinator", "visited3", monitored(["konselor"]), "closed"),
    Row("minutes not reported", "terminasi.lapor_berita_acara", "visited3", {"reported": None}, "closed"),
    Row("no copy for one party", "terminasi.copies_to_parties", "visited3", {"signed": {"salinan.copy.1": None}}, "closed"),
    Row("unfit without a referral", "terminasi.happened", "registered", {"closed": {"reason": "unfit", "paper_date": "2026-03-03"}}, "closed",
        at="2026-03-03T09:00"),
    Row("not held after one invitation", "terminasi.invitations_exhausted", "delivered",
        {"held": {"kehadiran.present.4.status": "absent", "hasil": {"outcome": "not_held", "reason": "absent_respondent"}},
         "closed": {"reason": "not_held", "paper_date": "2026-03-13"}}, "closed", at="2026-03-13T10:00",
        prepare=lambda test, walk: walk.attempt("held").exits(0)),
]

NOTHING_AGREED = [
    Row("a visit where nothing was agreed", "kunjungan.outcome_is", "signed", NOT_AGREED, "visited1",
        act=("monitor", "kunjungan", {"new_violence": "no", "risk": "low"})),
    Row("an addendum where nothing was agreed", "perubahan_kesepakatan.outcome_is", "signed", NOT_AGREED, "visited1",
        act=("monitor", "perubahan_kesepakatan", {**ADDENDUM, "signed_by": EVERYBODY, "obligation": [
            {key: value for key, value in ADDENDUM["obligation"][0].items() if key != "replaces"}]})),
]

BUILT_IN = [
    Row("a visit on a closed case", "builtin.closed", "closed", {}, "visited3", at="2026-06-10T09:00",
        act=("monitor", "kunjungan", FORMS["kunjungan"])),
    Row("a requirement on a closed case", "builtin.closed", "closed", {}, "closed", at="2026-06-10T09:00",
        act=("intake", "syarat", {"requirement": "identitas"})),
    Row("closed twice", "builtin.closed", "closed", {}, "closed", at="2026-06-10T09:00", then={"reason": "moved"}),
    Row("a role not held", "builtin.role", "visited3", {}, "closed", by="pita", then_by=KANIA),
    Row("an act of tomorrow", "builtin.future", "registered", {"found": {}}, "found",
        act=("record", "catatan", {"on": "2026-03-05", "words": "Kelak."})),
    Row("an act before the case came", "builtin.before_intake", "registered", {}, "found",
        act=("record", "catatan", {"on": "2026-03-01", "words": "Dahulu."}), then={"on": "2026-03-02"}),
    Row("a session in the past", "builtin.session_past", "conditioned", {"scheduled": {"sesi.at": "2026-03-04T09:00"}},
        "scheduled", then={"sesi.at": "2026-03-12T09:00"}),
    Row("as found, in a case that is not old", "builtin.as_found", "assessed", {"planned": {"as_found": "yes"}}, "planned",
        then={"as_found": None}),
    Row("a second attendance of one session", "builtin.repeat", "held", {}, "held",
        act=("record", "kehadiran", {"present": [{"person": "mediator", "status": "present"}]})),
]


class Rules(Ways):
    def test_from_the_outcome_to_the_signatures(self):
        self.table_of_ways(OUTCOME)

    def test_monitoring_and_end(self):
        self.table_of_ways(AFTER)

    def test_where_nothing_was_agreed_the_case_ends_or_is_mediated_anew(self):
        for row in NOTHING_AGREED:
            with self.subTest(row.title):
                walk, attempt = self.start(row)
                self.refused(row.rule, attempt)
                ways = {way["step"]: way["command"].split()[1] for way in next(one for one in self.explanation if one["rule"] == row.rule)["lawful"]}
                self.assertEqual(set(ways), {"sesi", "terminasi"})
                self.record(walk, ways["sesi"], "sesi", {"room": "ruang-1"})
                ended = walk.act(self.tick(), ways["terminasi"], "terminasi", {"reason": "not_agreed"}, KANIA, ("--format", "json"))
                self.assertEqual(ended.exits(0).json()["stage"], "closed")

    def test_built_in(self):
        self.table_of_ways(BUILT_IN)


if __name__ == "__main__":
    harness.main()
