"""A case as short as the law allows, of any people, walked from its registration to its proper end.

The forms follow from who is in it: everybody is assessed well, whoever is named to consent consents, all are invited,
come, sign, and get copies. What a test wants otherwise it says in `changes`, as in walk.py.
"""

from walk import Office, changed

SCREENED = {"alone": "yes", "willing": "yes", "pressure": "no", "threat": "no", "protection_order": "no", "afraid": "no",
            "violence": "yes", "risk": "low", "summary": "Catatan contoh."}
ORDER = {"decision": "ordered", "paper_number": "000/CONTOH/III/2026", "paper_date": "2026-03-05"}
TASK = {"who": "respondent1", "kind": "apology", "text": "Meminta maaf.", "recurrence": "once", "due": "2026-03-16",
        "proof": "keterangan"}
PITA, KOKO, KANIA = "pita", "koko", "kania"


def adult(name, sex="female", **more):
    return {"name": f"Contoh {name}", "birth": "1990-05", "sex": sex, "special_needs": "no", "may_write": "yes", **more}


def child(name, sex="female", birth="2014-05", **more):
    return adult(name, sex, birth=birth, **more)


def companion(name, *of, kinds=("parent",)):
    return {"name": f"Contoh {name}", "of": list(of), "kinds": list(kinds), "alleged_offender": "no", "may_write": "yes"}


def matter(kind="household_quarrel", **more):
    return {"kind": kind, "mediate": "yes", "incident_on": "2026-02-20", "police_report": "no", "serious_harm": "no", **more}


def registration(beneficiaries, respondents=(), companions=(), matters=(), **more):
    return {"source": "walk_in", "assigned_pendamping": PITA, "assigned_mk": KANIA, "beneficiary": list(beneficiaries),
            "respondent": list(respondents), "companion": list(companions), "matter": list(matters) or [matter()],
            "requirement": [{"requirement": "identitas"}], **more}


class Lawful(Office):
    def begin(self, form, **changes):
        return Course(self, form, changes)


class Course:
    """consents: party -> (given_by, relation); a party left out consents for itself. apart: who is not asked to take part;
    absent: who is invited and stays away. hands: officer -> who acts instead."""

    def __init__(self, office, form, changes):
        self.office, self.registered = office, form
        self.consents, self.hands = changes.pop("consents", {}), changes.pop("hands", {})
        self.apart, self.absent = changes.pop("apart", ()), changes.pop("absent", ())
        self.changes = changes
        self.case = None

    def ids(self, *sides):
        return [f"{side}{n}" for side in sides for n in range(1, len(self.registered.get(side, ())) + 1)
                if f"{side}{n}" not in self.apart]

    def parties(self):
        return self.ids("beneficiary", "respondent")

    def everybody(self):
        return ["mediator", *self.ids("beneficiary", "respondent", "companion")]

    def take(self, when, command, step, form, by=PITA, extra=()):
        """one act that must be taken"""
        form = changed(form, self.changes.get(step))
        by = self.hands.get(by, by)
        done = self.office.act(when, command, self.case, step, form, by, (*extra, "--format", "json")).exits(0).json()
        self.case = done["case"]
        return done

    def consent(self, party, **more):
        giver, relation = self.consents.get(party, ("self", "self"))
        return {"party": party, "given_by": giver, "relation": relation, "purposes": ["service", "assessment", "mediation"],
                "decision": "given", "child_view": "yes", **more}

    def register(self):
        return self.take("2026-03-02T08:30", "intake", "", changed(self.registered, self.changes.get("registrasi")), "")

    def assess(self):
        """up to the order"""
        hers, all_ = self.ids("beneficiary"), self.parties()
        self.take("2026-03-02T13:00", "assess", "asesmen_pertama", {
            "asesmen_awal": [{"party": party, **SCREENED} for party in hers],
            "persetujuan": [self.consent(party) for party in hers],
            "kelayakan": {"finding": "fit", "reasons": "Ringan, semua bersedia.", "best_interest": "Baik bagi anak."}})
        self.take("2026-03-04T10:00", "assess", "asesmen_kedua", {
            "asesmen_lanjutan": [{"party": party, **SCREENED} for party in all_],
            "persetujuan": [self.consent(party) for party in all_ if party not in hers]})
        self.order()

    def order(self):
        self.take("2026-03-04T15:00", "assess", "rencana", {"to": ["kasie", "koordinator"], "report": "Laporan.", "plan": "Satu sesi."})
        self.take("2026-03-05T09:00", "assess", "perintah", dict(ORDER), KOKO)

    def meet(self):
        """a mediator, invitations, a session held and agreed, its minutes signed and copied"""
        self.take("2026-03-05T10:00", "schedule", "jadwal", {
            "mediator": {"mediator": "medi", "conflict": "no"}, "pembekalan": {"passed_on": ["assessment", "plan", "safety"]},
            "sesi": {"at": "2026-03-12T09:00", "room": "ruang-1"},
            "undangan": {"invitee": [{"person": person} for person in self.everybody()]}}, extra=("--papers", "letters"))
        self.take("2026-03-09T11:00", "schedule", "bukti_undangan",
                  {"delivery": [{"person": person, "how": "hand"} for person in self.everybody()]})
        self.take("2026-03-12T11:15", "record", "sidang", {
            "pertanyaan_hari_ini": {"answer": [{"party": party, "willing": "yes", "safe": "yes", "afraid": "no"}
                                               for party in self.parties() if party not in self.absent]},
            "kehadiran": {"present": [{"person": person, "status": "present"} for person in self.came()] +
                                     [{"person": person, "status": "absent"} for person in self.absent]},
            "hasil": {"outcome": "agreed", "obligation": [dict(TASK)], "waiver": self.waivers()}})
        self.take("2026-03-12T11:30", "record", "berita_acara", {"course": "Sesi berjalan tertib."}, extra=("--papers", "letters"))
        return self.take("2026-03-12T12:00", "record", "penutup", {
            "tanda_tangan": {"signature": [{"person": person, "state": "signed"} for person in self.came()]},
            "salinan": {"copy": [{"person": party, "how": "hand"} for party in self.parties() if party not in self.absent]}})

    def came(self):
        return [person for person in (*self.everybody(), "pendamping") if person not in self.absent]

    def waivers(self):
        civil = ("maintenance", "household_quarrel", "institution_duty", "neighbour_dispute", "custody")
        return [{"matter": n, "marries": "no", "silence": "no", "no_report": "no"}
                for n, row in enumerate(self.registered["matter"], 1) if row["kind"] not in civil]

    def finish(self):
        self.take("2026-03-13T08:15", "record", "lapor_hasil", {"to": ["kepala_upt", "mk"]})
        self.take("2026-03-26T10:00", "monitor", "monitoring", {
            "kunjungan": {"new_violence": "no", "risk": "low",
                          "state": [{"obligation": 1, "state": "kept", "evidence_kind": "statement"}]},
            "lapor_monitoring": {"to": ["konselor", "koordinator", "mk"]}})
        ended = self.take("2026-03-27T10:00", "terminate", "terminasi", {"reason": "carried_out"}, KANIA)
        self.office.assertEqual(ended["stage"], "closed")
        self.office.at("2026-12-01T08:00").run_("report", "overdue").exits(0).says_nothing()
        return self.story()

    def walk(self):
        """all of it; answers what `report case` tells"""
        self.register()
        self.assess()
        self.meet()
        return self.finish()

    def end(self, when, reason, **more):
        ended = self.take(when, "terminate", "terminasi", {"reason": reason, **more}, KANIA)
        self.office.assertEqual(ended["stage"], "closed")
        return self.story()

    def story(self):
        done = self.office.at("2026-12-01T08:00").run_("report", "case", self.case, "--format", "json").exits(0).json()
        return "\n".join(done["notes"])

    def minutes(self):
        """the text of the Berita Acara"""
        return next(self.office.folder.glob("letters/*berita*")).read_text()
