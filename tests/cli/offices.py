"""Other offices than the one of the shipped rules: founded on a rules file, staffed by its roles, one case walked.

    class Something(OtherOffice):
        def test_it(self):
            self.disputes(); self.heard("agreed")
"""

import pathlib

from walk import LOGIN, ROOT, Office, toml

HERE = pathlib.Path(__file__).parent
CASE = "2026-0001"


def manual_example():
    """the whole file that mediasi-rules(5) shows"""
    page = (ROOT / "man/mediasi-rules.5").read_text()
    return page.split(".Bd -literal\n", 1)[1].split(".Ed", 1)[0]


def labour_office(*changes):
    text = (HERE / "offices/hubungan_industrial.toml").read_text()
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return text


class OtherOffice(Office):
    kept = False

    def founded(self, rules, roles, credential, at="2026-01-05T07:45"):
        """a new store; one officer a role, who also holds the admin's login"""
        for path in ("mediasi.db", "safe/key", "safe/recovery"):
            self.folder.joinpath(path).unlink()
        posts = [{"role": role, "from": "2026-01-01"} for role in ("admin", *roles)]
        admin = toml({"id": "admin", "name": "Contoh Petugas", "login": LOGIN, "post": posts})
        file = self.write("kantor.toml", rules)
        self.at(at).run_("init", "--practice", "--rules", file, "--officer", "-", "--recovery", self.path("safe", "recovery"),
                         stdin=admin).exits(0)
        mediator = {"id": "med", "name": "Contoh Mediator", "credential": credential, "number": "1", "issuer": "Contoh", "from": "2026-01-01"}
        self.run_("roster", "add", "mediator", "--form", "-", stdin=toml(mediator)).exits(0)
        self.run_("roster", "add", "room", "--form", "-", stdin=toml({"id": "r1", "name": "Ruang Sidang"})).exits(0)

    def does(self, command, step, form=None, when="2026-01-05T08:00", case=CASE, extra=()):
        return self.act(when, command, case, step, form or {}, "", extra).exits(0)

    def disputes(self, *changes, extra=(), **people):
        """the labour office with a case at the invitation; `extra`: more beneficiaries; `people`: other groups of persons"""
        self.founded(labour_office(*changes), ("mediator_hi", "kabid", "kadis"), "legitimasi_mediator")
        one = {"source": "letter", "buku": 17,
               "beneficiary": [{"name": "Contoh Pekerja", "birth": "1990-01", "sex": "male", "special_needs": "no", "may_write": "yes"}],
               "respondent": [{"name": "PT Contoh Usaha", "organisation": "yes", "representative": "Contoh Kuasa", "may_write": "yes",
                               "relation": "employer"}],
               "matter": [{"kind": "wages", "police_report": "no"}], "requirement": [{"requirement": "risalah", "copies": 3}], **people}
        one["beneficiary"].extend(extra)
        self.does("intake", "", one, case="")
        self.does("record", "bipartit", {"for": "respondent"})
        self.does("record", "bipartit_selesai", {"for": "respondent"})
        self.does("schedule", "tunjuk", {"mediator": "med", "conflict": "no"})
        self.does("schedule", "sidang", {"at": "2026-01-07T09:00", "room": "r1"})
        for party in (*(f"beneficiary{n + 1}" for n in range(1 + len(extra))), "respondent1"):
            self.does("intake", "sedia", {"party": party, "given_by": "self", "relation": "self", "purposes": ["mediation"], "decision": "given"})
            self.does("assess", "klarifikasi", {"party": party, "violence": "no"})
        invitees = [{"person": who} for who in ("mediator", "beneficiary1", "respondent1")]
        self.does("schedule", "panggil", {"invitee": invitees}, extra=("--papers", "letters"))

    def heard(self, outcome, obligations=(), present=()):
        """the session, and the paper of its outcome"""
        rows = present or [{"person": who, "status": "present"} for who in ("mediator", "beneficiary1", "respondent1")]
        self.does("record", "hadir", {"on": "2026-01-07T09:00", "present": rows}, "2026-01-07T11:00")
        told = {"outcome": outcome, "obligation": list(obligations)}
        self.does("record", "hasil", told, "2026-01-07T11:00")
        return self.does("record", "naskah", {"course": "Para pihak didengar."}, "2026-01-07T12:00", extra=("--papers", "letters"))

    def paper(self, kind, serial=1):
        return (self.folder / "letters" / f"{CASE}-{kind}-{serial}.html").read_text()
