"""What holds under every office's rules, however much these leave open: a session is fixed before anybody is in it, and
explain proposes what opens and nothing that is not so."""

import harness
from batches import registration
from keeping import Keep
from offices import OtherOffice, labour_office, manual_example
from walk import ROOT, Walk, changed, example, toml

SCREENED = {"alone": "yes", "willing": "yes", "pressure": "no", "threat": "no", "protection_order": "no", "afraid": "no", "violence": "no",
            "risk": "low"}
NEIGHBOURS = {"source": "letter",
              "beneficiary": [{"name": "Contoh Tetangga", "birth": "1980-01", "sex": "male", "special_needs": "no", "may_write": "yes"}],
              "respondent": [{"name": "Contoh Sebelah", "birth": "1981-01", "sex": "male", "special_needs": "no", "may_write": "yes",
                              "relation": "neighbour"}],
              "matter": [{"kind": "safety_arrangement", "police_report": "no"}]}


class Village(OtherOffice):
    """the whole file of mediasi-rules(5), changed here and there"""

    def begun(self, *changes, assessed=True):
        text = manual_example()
        for before, after in changes:
            self.assertIn(before, text)
            text = text.replace(before, after, 1)
        self.founded(text, ("kasi", "camat"), "surat_tugas" if 'credential = "surat_tugas"' in text else "sertifikat")
        self.does("intake", "", NEIGHBOURS, case="")
        if assessed:
            for party in "beneficiary1", "respondent1":
                self.does("assess", "pemeriksaan", {"party": party, **SCREENED})

    def explained(self, step):
        return self.run_("explain", "1", step).exits(0).out

    def test_nobody_is_in_a_session_that_was_never_fixed(self):
        self.begun(('after = ["sesi"]\nrepeat = "many"\nmost = 3', 'after = ["mediator"]\nrepeat = "many"\nmost = 3'),
                   ('id = "tanya"\ntitle = "Pertanyaan pada hari pertemuan"\nact = "day_questions"\nroles = ["kasi"]\nafter = ["sesi"]',
                    'id = "tanya"\ntitle = "Pertanyaan pada hari pertemuan"\nact = "day_questions"\nroles = ["kasi"]\nafter = ["mediator"]'),
                   ('title = "Kehadiran"\nact = "attendance"\nroles = ["kasi"]\nafter = ["sesi"]',
                    'title = "Kehadiran"\nact = "attendance"\nroles = ["kasi"]\nafter = ["mediator"]'))
        self.does("assess", "surat_tugas", {"decision": "ordered"})
        self.does("schedule", "mediator", {"mediator": "med", "conflict": "no"})
        parties = [{"person": who} for who in ("mediator", "beneficiary1", "respondent1")]
        here = [{**row, "status": "present"} for row in parties]
        with self.changing_nothing("mediasi.db"):
            for command, step, form in (("schedule", "undangan", {"invitee": parties}), ("record", "hadir", {"present": here}),
                                        ("record", "hasil", {"outcome": "not_agreed"})):
                self.act("2026-01-06T09:00", command, "1", step, form, "").exits(3).complains("builtin.no_session")
        self.run_("explain", "1", "hadir").exits(0).shows("no session is fixed")
        self.assertIn("--step sesi", self.explained("hasil"))

    def test_a_step_is_proposed_with_what_its_own_guards_ask_for(self):
        guard = '\n[[step.guard]]\nkind = "{}"\nfield = "{}"\n{}because = "x"\nsays = "x"\ninstead = "x"\n'
        field = '[[step.field]]\nname = "patok"'
        for kind, name, more, told in (("field_is", "alone", 'is = "yes"\n', "alone = yes"), ("field_present", "risk", "", "risk = "),
                                       ("field_is", "patok", 'is = "yes"\n', "patok = yes")):
            with self.subTest(kind=kind, name=name):
                self.afresh()
                self.begun((field, guard.format(kind, name, more).strip() + "\n\n" + field), assessed=False)
                shown = self.explained("surat_tugas")
                self.assertIn("--step pemeriksaan", shown)
                self.assertIn(told, shown)

    def test_what_speaks_of_some_acts_only_is_told_with_the_value(self):
        guard = '[[step.guard]]\nkind = "field_present"\nfield = "risk_reasons"\nonly = ["patok:yes"]\nbecause = "x"\nsays = "alasan"\n' \
                'instead = "x"\n\n'
        self.begun(('[[step.field]]\nname = "patok"', guard + '[[step.field]]\nname = "patok"'), assessed=False)
        self.assertIn("patok = yes", self.explained("pemeriksaan"))

    def test_the_words_of_own_fields_stand_in_the_story(self):
        rows = '[[step.field]]\nname = "bukti"\nlabel = "Bukti"\nkind = "choices"\nchoices = [{ id = "pohon", label = "Pohon tua" }, { id = "pagar", label = "Pagar lama" }]\n\n' \
               '[[step.field]]\nname = "hadir_peran"\nlabel = "Dihadiri"\nkind = "roles"\n\n'
        self.begun(('[[step.field]]\nname = "patok"', rows + '[[step.field]]\nname = "patok"'), assessed=False)
        form = {"party": "beneficiary1", **SCREENED, "patok": "no", "bukti": ["pohon", "pagar"], "hadir_peran": ["kasi", "camat"]}
        self.does("assess", "pemeriksaan", form)
        self.environment["MEDIASI_LANG"] = "id"
        self.run_("report", "case", "1").exits(0).shows("Patok batas ditemukan: tidak", "Pohon tua, Pagar lama", "Kepala Seksi, Camat")

    def test_a_minimum_and_a_limit_are_asked_for_by_the_guard_of_their_own(self):
        guard = '\n[[step.guard]]\nkind = "{}"\ndeadline = "penyelesaian"\nbecause = "x"\nsays = "x"\ninstead = "x"\n'
        text = manual_example()
        order = 'id = "sesi"\ntitle = "Penetapan hari pertemuan"\nact = "session"\nroles = ["kasi"]\nafter = ["mediator"]\nrepeat = "many"\n'
        for kind, least, code in (("within", "", 0), ("not_before", "", 4), ("within", "at_least = true\n", 4), ("not_before", "at_least = true\n", 0)):
            changed_text = text.replace(order, order + guard.format(kind)).replace('unit = "day"\nfrom = "received"',
                                                                                f'unit = "day"\n{least}from = "received"')
            self.assertEqual(self.run_("workflow", "check", self.write("k.toml", changed_text)).code, code, (kind, least))

    def test_a_limit_of_the_session_judges_the_session_it_is_of(self):
        limit = '[[deadline]]\nid = "lama"\ntitle = "Lama pertemuan"\nrole = "kasi"\nstep = "hasil"\namount = 90\nunit = "minute"\n' \
                'from = "session_held"\nuntil = ["step:hasil"]\nrepeats = true\npauses = false\nbecause = "x"\n\n[[deadline]]'
        guard = 'id = "hasil"\ntitle = "Hasil pertemuan"\nact = "outcome"\nroles = ["kasi"]\nafter = ["hadir"]\nrepeat = "per_session"\n'
        warn = '\n[[step.guard]]\nkind = "within"\ndeadline = "lama"\nseverity = "warn"\naccept_by = "camat"\nbecause = "x"\nsays = "lama"\n' \
               'instead = "x"\n'
        reason = '[[reason]]\nof = "acceptance"\nid = "lama"\ntitle = "lama"\n\n[[paper]]'
        self.begun(("[[deadline]]", limit), (guard, guard + warn), ("[[paper]]", reason))
        self.does("assess", "surat_tugas", {"decision": "ordered"})
        self.does("schedule", "mediator", {"mediator": "med", "conflict": "no"})
        here = [{"person": who, "status": "present"} for who in ("mediator", "beneficiary1", "respondent1")]
        for day, end, code in (("2026-01-07", "10:45", 3), ("2026-01-07", "10:20", 0), ("2026-01-08", "09:40", 0)):
            if code or day.endswith("08"):
                self.does("schedule", "sesi", {"at": f"{day}T09:00", "room": "r1"}, when="2026-01-06T09:00" if code else "2026-01-07T12:00")
                self.does("record", "hadir", {"on": f"{day}T09:00", "present": here}, f"{day}T16:00")
            outcome = {"on": f"{day}T{end}", "outcome": "not_agreed"}
            self.act(f"{day}T16:30", "record", "1", "hasil", outcome, "").exits(code)

    def test_where_nothing_opens_it_an_unfit_case_may_end(self):
        self.founded(manual_example(), ("kasi", "camat"), "surat_tugas")
        self.does("intake", "", {**NEIGHBOURS, "matter": [{"kind": "physical_harassment", "police_report": "no"}]}, case="")
        shown = self.explained("surat_tugas")
        self.assertIn("reason = unfit", shown)


class Shipped(Keep):
    kept = False

    def test_explain_says_of_no_answer_what_it_has_to_be_where_both_open(self):
        self.at("2026-03-02T08:30").run_("intake", "--form", "-", stdin=toml({**registration(1), "matter": [{"kind": "custody"}]})).exits(0)
        shown = self.run_("explain", "1", "kelayakan").exits(0).out
        self.assertIn("violence = …", shown)
        self.assertNotIn("violence = yes", shown)
        self.assertIn("willing = yes", shown)

    def test_the_duty_of_a_school_is_asked_nothing_that_an_offence_is(self):
        school = {"kind": "institution_duty", "mediate": "yes"}
        walk = Walk(self, registered={"matter.+": school})
        walk.to("found")
        for field in "serious_harm", "police_report":
            with self.subTest(field):
                self.afresh()
                Walk(self, registered={"matter.+": school, f"matter.0.{field}": None}).to("registered")
                done = Walk(self)
                done.done = 1
                done.attempt("found").exits(3).complains("fitness table")

    def test_a_special_companion_is_enough_where_the_need_is_unknown(self):
        for companion, code in ((True, 0), (False, 3)):
            self.afresh()
            walk = Walk(self, registered={"beneficiary.0.special_needs": "unknown"})
            walk.to("conditioned")
            form = walk.form("scheduled")
            if not companion:
                form["undangan"]["invitee"] = [row for row in form["undangan"]["invitee"] if row["person"] != "companion3"]
            done = self.act("2026-03-05T10:00", "schedule", "1", "jadwal", form)
            done.exits(code) if code == 0 else done.exits(code).complains("special_companion")

    def test_nobody_is_invited_to_a_session_that_was(self):
        walk = Walk(self)
        walk.to("scheduled")
        invited = {"invitee": [{"person": "respondent1"}]}
        with self.changing_nothing("mediasi.db"):
            walk.act("2026-03-13T09:00", "schedule", "undangan", invited).exits(3).complains("M3012")
        walk.act("2026-03-13T09:00", "schedule", "undangan", {"on": "2026-03-10T09:00", **invited}).exits(0)
        issued = len(self.rows("SELECT seq FROM entry WHERE act = 'paper'"))
        self.run_("document", "1", "undangan", "--into", "letters").exits(0).complains("M3012")  # gives the others again
        self.assertEqual(len(self.rows("SELECT seq FROM entry WHERE act = 'paper'")), issued)

    def test_no_slot_is_proposed_that_the_law_refuses(self):
        Walk(self).to("ordered")
        self.act("2026-03-05T09:10", "intake", "1", "orang", {"matter": [{"kind": "physical_harassment", "mediate": "yes", "police_report": "no"}]})
        self.at("2026-03-05T10:00").run_("schedule", "1", "--find", "--mediator", "medi").exits(3).complains("M3050", "statute.1")

    def test_the_letter_of_diversion_names_the_child_it_is_said_of(self):
        for person, named, not_named in ((None, "Contoh Anak Dua", "Contoh Anak Satu"), ("beneficiary1", "Contoh Anak Satu", "Contoh Anak Dua")):
            self.afresh()
            Walk(self).to("registered")
            form = {"to": "diversi", "answer": "accepted", "share_consent": "yes", "to_name": "Penyidik Anak", "summary": "Contoh.",
                    **({"person": person} if person else {})}
            self.act("2026-03-03T09:00", "intake", "1", "rujukan", form, extra=("--papers", self.path("letters"))).exits(0)
            (page,) = self.folder.glob("letters/*rujukan*.html")
            self.assertIn(named, page.read_text())
            self.assertNotIn(f"<td>{not_named}", page.read_text())
            page.unlink()

    def letter_of(self, *forms, **changes):
        self.afresh()
        Walk(self, registered=changes).to("registered")
        for minute, form in enumerate(forms):
            self.act(f"2026-03-03T09:0{minute}", "intake", "1", "rujukan", form, extra=("--papers", self.path("letters"))).exits(0)
        pages = sorted(self.folder.glob("letters/*rujukan*.html"))
        return pages[-1].read_text()

    def test_diversion_is_never_the_victims_also_when_the_child_has_grown_up(self):
        form = {"to": "diversi", "answer": "accepted", "share_consent": "yes", "to_name": "Penyidik Anak", "summary": "Contoh."}
        grown = {"respondent.0.birth": "2008-02-25", "respondent.0.nik": None, "respondent.0.no_nik": "unregistered"}
        page = self.letter_of(form, **grown)
        self.assertIn("<td>Contoh Anak Dua", page)
        self.assertNotIn("<td>Contoh Anak Satu", page)

    def test_the_answer_to_a_referral_is_of_whom_it_was(self):
        asked = {"to": "psychologist", "person": "respondent1", "answer": "offered", "share_consent": "yes", "to_name": "Contoh Psikolog",
                 "summary": "Contoh."}
        page = self.letter_of(asked, {"to": "psychologist", "number": 1, "answer": "accepted"})
        self.assertIn("<td>Contoh Anak Dua", page)
        self.assertNotIn("<td>Contoh Anak Satu", page)

    def test_a_template_of_ones_own_says_that_it_is_practice(self):
        kit = self.folder / "kantor"
        (kit / "templates").mkdir(parents=True)
        text = (ROOT / "share/templates/kop.html").read_text()
        start, end = text.index("{{#practice}}"), text.index("{{/practice}}") + len("{{/practice}}")
        (kit / "templates/kop.html").write_text(text[:start].replace(" practice ", " ") + text[end:])
        (kit / "kantor.toml").write_text((ROOT / "share/rules/pasuruan.toml").read_text())
        self.founded_on(kit / "kantor.toml")
        Walk(self).to("scheduled")
        pages = [page.read_text() for page in self.folder.glob("letters/*undangan*.html")]
        self.assertTrue(pages)
        for page in pages:
            self.assertEqual(page.count(">LATIHAN<"), 1)


if __name__ == "__main__":
    harness.main()
