"""An entry is amended or voided by another entry. Nothing is edited, nothing disappears, and no later act is left without
what it rested on."""

import harness
from walk import Office, Walk, toml

class Correcting(Office):
    def walked(self, to, **changes):
        walk = Walk(self, **changes)
        walk.to(to)
        return walk

    def entry(self, step, nth=-1):
        return [row[0] for row in self.rows(f"SELECT seq FROM entry WHERE step = '{step}' AND correction = 'none'")][nth]

    def correct(self, how, entry, command, *more, form="", by="pita", because="salah_ketik", at=None):
        words = [command, "2026-0001", f"--{how}", entry, "--because", because, "--by", by, *more]
        if at:
            self.at(at)
        text = toml(form) if isinstance(form, dict) else form
        return self.run_(*words, *(["--form", "-"] if text else []), stdin=text or None)

    def story(self):
        return self.run_("report", "case", "2026-0001", "--format", "json").exits(0).json()

    def row(self, entry):
        return next(row for row in self.story()["rows"] if row["entry"] == entry)

    def projections(self):
        return [self.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4") for table in ("case_index", "due", "booking")]

    def sound(self):
        """a rebuild changes nothing, and the journal is whole"""
        before = self.projections()
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(before, self.projections())
        self.run_("store", "verify").exits(0).shows("sound")


class Amending(Correcting):
    def test_what_is_given_replaces_and_the_rest_stays(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", "--set", "violence_items=insult").exits(0).shows(f"entry {entry} amended")
        row = self.row(entry)
        self.assertIn("insult", row["facts"])
        self.assertNotIn("hit", row["facts"])
        self.assertIn("risk: low", row["facts"])
        self.assertIn("amended by entry", row["remarks"])
        self.assertIn("salah ketik", row["remarks"])
        self.sound()

    def test_the_correction_stands_in_the_story_with_who_when_and_why(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", "--set", "violence_items=insult", at="2026-03-03T09:00").exits(0)
        row = self.story()["rows"][-1]
        self.assertEqual((row["title"], row["by"], row["typed"]), (f"amends entry {entry}", "pita", "admin"))
        self.assertEqual(row["recorded"], "2026-03-03T09:00")
        self.assertIn("insult", row["facts"])
        self.assertEqual(row["remarks"], "salah ketik")

    def test_a_field_is_taken_away(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", form='remove = ["violence_items", "summary"]\n').exits(0)
        self.assertNotIn("insult", self.row(entry)["facts"])

    def test_a_needed_field_and_an_unknown_one_cannot_be_taken_away(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        done = self.correct("amend", entry, "assess", form='remove = ["party", "risk_reason"]\n').exits(4)
        done.complains("M4009", "'party' is needed", "M4002", "did you mean 'risk_reasons'?")

    def test_the_day_and_who_did_it_can_be_amended(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", "--on", "2026-03-02T10:30").exits(0)
        self.assertEqual(self.row(entry)["on"], "2026-03-02T10:30")
        self.correct("amend", entry, "assess", form='by = "kania"\n').exits(3).complains("builtin.role")

    def test_an_amendment_is_checked_and_judged_as_any_act(self):
        self.walked("found")
        entry = self.entry("kelayakan")
        self.correct("amend", entry, "assess", "--set", "finding=perhaps").exits(4).complains("M4007")
        self.correct("amend", entry, "assess", form='finding = "fit"\nremove = ["condition"]\n').exits(3).complains(
            "finding_within_table")
        self.correct("amend", entry, "assess", "--on", "2026-03-09").exits(3).complains("builtin.future")

    def test_rows_that_name_their_number_keep_it(self):
        walk = self.walked("held")
        entry = self.entry("hasil")
        obligations = walk.form("held")["hasil"]["obligation"]
        rows = [{"number": "2", **obligations[1]}, {"number": "4", **obligations[3]}, obligations[0]]
        self.correct("amend", entry, "record", form={"obligation": rows}).exits(0)
        notes = "\n".join(self.story()["notes"])
        for number in (2, 4, 5):
            self.assertIn(f"obligation {number}:", notes)
        for number in (1, 3):
            self.assertNotIn(f"obligation {number}:", notes)
        self.sound()

    def test_a_number_that_is_none_is_refused(self):
        walk = self.walked("held")
        rows = [{"number": "9", **walk.form("held")["hasil"]["obligation"][0]}]
        self.correct("amend", self.entry("hasil"), "record", form={"obligation": rows}).exits(4).complains("M4008")

    def test_sealed_text_that_is_not_given_again_keeps_its_words(self):
        walk = self.walked("held")
        obligations = walk.form("held")["hasil"]["obligation"]
        rows = [{"number": str(i + 1), **row} for i, row in enumerate(obligations)]
        rows[0]["text"] = "Meminta maaf di rumah Contoh."
        self.correct("amend", self.entry("hasil"), "record", form={"obligation": rows}).exits(0)
        walk.to("minuted")
        self.correct("amend", self.entry("berita_acara"), "record", "--set", "signers=mediator,beneficiary1,companion1,companion3,respondent1,companion2,pendamping").exits(0)
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        page = max((self.folder / "letters").glob("*berita_acara*"), key=lambda p: p.name).read_text()
        self.assertIn("Meminta maaf di rumah Contoh.", page)
        self.assertNotIn("di hadapan wali kelas", page)
        self.assertIn("menjelaskan kesukarelaan", page)

    def test_nothing_to_change_is_said(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", "--set", "risk=low").exits(4).complains("M4031")

    def test_a_correction_needs_a_reason_of_the_rules(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", "--set", "risk=medium", because="salah").exits(4).complains("M4008")
        self.run_("assess", "1", "--amend", entry, "--set", "risk=low").exits(2).complains("--because salah_ketik")
        self.run_("assess", "1", "--set", "risk=low", "--because", "salah_ketik").exits(2)
        self.run_("assess", "1", "--amend", entry, "--void", entry, "--because", "salah_ketik").exits(2)

    def test_the_words_of_a_correction_are_sealed(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        form = 'violence_items = ["insult"]\nnote = "Contoh Canary salah dengar"\n'
        self.correct("amend", entry, "assess", form=form).exits(0).hides("Canary")
        self.assertEqual(self.found_in("Canary"), [])
        self.assertEqual(self.rows("SELECT count(*) FROM sealed WHERE path = 'correction_note'"), [(1,)])

    def test_the_command_must_be_the_one_of_the_step(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "record", "--set", "risk=low").exits(2).complains(f"mediasi assess 2026-0001 --amend {entry}")
        self.correct("amend", 9999, "assess", "--set", "risk=low").exits(2).complains("M2020")
        self.correct("amend", "x", "assess", "--set", "risk=low").exits(2).complains("M2004")

    def test_who_corrects_must_hold_the_role_today(self):
        self.walked("ordered")
        entry = self.entry("perintah")
        self.correct("amend", entry, "assess", "--set", "paper_number=1/X", by="pita").exits(3).complains("builtin.role")
        self.correct("amend", entry, "assess", "--set", "paper_number=1/X", by="koko").exits(0)

    def test_a_later_act_that_rests_on_it_is_named(self):
        self.walked("scheduled")
        entry = self.entry("asesmen_lanjutan")
        with self.changing_nothing():
            done = self.correct("amend", entry, "assess", "--set", "willing=no").exits(3).says_nothing()
        done.complains("builtin.replay", f"{self.entry('undangan')} ('undangan')", "statute.4.risk")

    def test_a_person_somebody_names_cannot_be_taken_away(self):
        walk = self.walked("found")
        rows = [{"id": "companion2", **walk.form("registered")["companion"][1]}]
        done = self.correct("amend", self.entry("registrasi"), "intake", form={"companion": rows}, by="admin").exits(3)
        done.complains("builtin.replay", "('persetujuan')")

    def test_a_dry_run_changes_no_byte(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        with self.changing_nothing():
            self.correct("amend", entry, "assess", "--set", "violence_items=insult", "--dry-run").exits(0)
            self.correct("void", self.entry("kelayakan"), "assess", "--dry-run").exits(0)

    def test_an_amended_amendment_counts_with_the_first(self):
        self.walked("found")
        entry = self.entry("asesmen_awal")
        self.correct("amend", entry, "assess", "--set", "violence_items=insult").exits(0)
        self.correct("amend", entry, "assess", "--set", "alone=no").exits(0)
        self.assertIn("insult", self.row(entry)["facts"])
        first, second = [row[0] for row in self.rows("SELECT seq FROM entry WHERE correction = 'amends'")]
        self.correct("amend", first, "assess", "--set", "alone=no").exits(3).complains("M3020", f"amend {entry}")
        self.correct("void", second, "assess").exits(0)
        facts = self.row(entry)["facts"]
        self.assertIn("asked alone: yes", facts)
        self.assertNotIn("hit", facts)
        self.sound()


class Voiding(Correcting):
    def test_a_void_entry_counts_no_more_and_stays_in_sight(self):
        self.walked("conditioned")
        entry = self.entry("syarat_terpenuhi")
        self.correct("void", entry, "assess", form='note = "Contoh: kasus lain"\n').exits(0).shows(f"entry {entry} void")
        self.assertIn("void by entry", self.row(entry)["remarks"])
        self.correct("void", entry, "assess").exits(3).complains("M3020", "void already")
        self.sound()

    def test_a_later_act_is_named(self):
        self.walked("scheduled")
        with self.changing_nothing():
            self.correct("void", self.entry("mediator"), "schedule").exits(3).complains("builtin.replay", "('pembekalan')")
            told = self.correct("void", self.entry("mediator"), "schedule", "--lang", "id").exits(3)
            told.complains("builtin.order: mediator = belum dilakukan").hides("not done")

    def test_amended_and_taken_back_is_never_amended(self):
        self.walked("found")
        before, table = self.story(), self.projections()
        entry = self.entry("registrasi")
        self.correct("amend", entry, "intake", "--set", "source=walk_in", "--on", "2026-03-01T08:00", by="admin").exits(0)
        self.assertNotEqual(table, self.projections())
        self.correct("void", self.rows("SELECT max(seq) FROM entry")[0][0], "intake", by="admin").exits(0)
        after = self.story()
        self.assertEqual((before["notes"], table), (after["notes"], self.projections()))
        self.assertEqual(before["rows"], [row for row in after["rows"] if "entry" not in row["title"]])
        self.sound()

    def test_the_registration_cannot_be_voided(self):
        self.walked("registered")
        self.correct("void", self.entry("registrasi"), "intake", by="admin").exits(3).complains("M3020")

    def test_a_void_takes_a_note_and_nothing_else(self):
        self.walked("conditioned")
        entry = self.entry("syarat_terpenuhi")
        self.correct("void", entry, "assess", form='how = "x"\n').exits(4).complains("M4002")
        self.correct("void", entry, "assess", "--set", "condition=1").exits(2)

    def test_a_void_can_be_taken_back(self):
        self.walked("conditioned")
        before = self.story()["notes"]
        self.correct("void", self.entry("syarat_terpenuhi"), "assess").exits(0)
        self.correct("void", self.rows("SELECT max(seq) FROM entry")[0][0], "assess").exits(0)
        self.assertEqual(before, self.story()["notes"])
        self.sound()


class Minutes(Correcting):
    def pages(self):
        done = self.run_("document", "1", "--list", "--format", "json").exits(0).json()
        return [(row["state"], row["number"]) for row in done["rows"] if row["kind"] == "berita_acara"]

    def test_before_any_signature_the_paper_is_owed_anew(self):
        walk = self.walked("minuted")
        self.assertEqual([state for state, _ in self.pages()], ["issued"])
        first = self.pages()[0][1]
        self.correct("amend", self.entry("berita_acara"), "record", form='course = "Contoh jalannya sesi."\n').exits(0)
        self.assertEqual(self.pages(), [("owed", None), ("outdated", first)])
        walk.attempt("signed").exits(3).complains("minutes_frozen")
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        self.assertNotEqual(self.pages()[0][1], first)
        walk.to("signed")
        self.sound()

    def test_taken_back_before_any_signature_the_paper_is_the_old_one(self):
        self.walked("minuted")
        before = self.pages()
        self.correct("amend", self.entry("berita_acara"), "record", form='course = "Contoh."\n').exits(0)
        self.correct("void", self.rows("SELECT max(seq) FROM entry")[0][0], "record").exits(0)
        self.assertEqual(before, self.pages())

    def test_a_paper_issued_over_an_amendment_is_not_that_of_the_text_without_it(self):
        self.walked("minuted")
        self.correct("amend", self.entry("berita_acara"), "record", form='course = "Contoh."\n').exits(0)
        amendment = self.rows("SELECT max(seq) FROM entry")[0][0]
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        self.correct("void", amendment, "record").exits(0)
        self.assertEqual([state for state, _ in self.pages()][0], "issued")  # the first page is that text again

    def test_signed_it_is_refused_and_the_first_signature_named(self):
        walk = self.walked("signed")
        named = f"{self.entry('tanda_tangan')} ('tanda_tangan')"
        rows = [{"number": str(i + 1), **row} for i, row in enumerate(walk.form("held")["hasil"]["obligation"])]
        rows[0]["text"] = "Contoh lain"
        for step, form in (("hasil", {"obligation": rows}), ("berita_acara", {"course": "Contoh lain"}),
                           ("kehadiran", {"present": walk.form("held")["kehadiran"]["present"][:-1]})):
            with self.subTest(step), self.changing_nothing():
                self.correct("amend", self.entry(step), "record", form=form).exits(3).complains("minutes_frozen", named)
        self.correct("void", self.entry("berita_acara"), "record").exits(3).complains("builtin.replay")

    def test_a_voided_paper_keeps_its_number_in_sight(self):
        self.walked("minuted")
        number = self.pages()[0][1]
        paper = self.rows("SELECT max(seq) FROM entry WHERE act = 'paper' AND facts ->> 'kind' = 'berita_acara'")[0][0]
        self.correct("amend", paper, "record", form='note = "x"\n').exits(3).complains("M3020")
        self.correct("void", paper, "record").exits(0)
        self.assertEqual(sorted(self.pages(), key=str), sorted([("owed", None), ("void", number)], key=str))
        self.assertIn(f"number {number}, void", "\n".join(self.story()["notes"]))
        self.run_("document", "1", "--owed", "--into", "letters").exits(0)
        self.assertNotIn(("issued", number), self.pages())
        self.assertTrue((self.folder / "letters" / "2026-0001-berita_acara-2.html").exists())
        self.sound()


if __name__ == "__main__":
    harness.main()
