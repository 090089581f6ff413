"""What a session was is what counts, and not the order in which it was typed: who really came, what was known when
something was agreed, and what an office believes that an old register tells in breach."""

import harness
from refusing import Refusing
from walk import Walk

WITHDRAWN = {"party": "beneficiary1", "given_by": "companion1", "relation": "mother", "purposes": ["mediation"],
             "decision": "withdrawn", "child_view": "yes"}
HELD = "2026-03-12T11:15"


class Standing(Refusing):
    def at_the_session(self):
        walk = Walk(self)
        walk.to("delivered")
        return walk, walk.form("held")

    def attendance(self, held, changes):
        rows = [{**row, **changes.get(row["person"], {})} for row in held["kehadiran"]["present"]]
        return {**held["kehadiran"], "present": rows}

    def test_nobody_stands_in_for_a_companion_or_the_mediator_nor_from_the_other_side(self):
        nobody = {"status": "represented"}
        for person, who in (("companion1", "companion2"), ("companion1", "companion1"), ("companion1", ""),
                            ("mediator", "companion2"), ("beneficiary1", "respondent1"), ("beneficiary1", "companion2"),
                            ("beneficiary1", "beneficiary1"), ("respondent1", "beneficiary1"), ("respondent1", "")):
            with self.subTest(person, by=who):
                self.afresh()
                walk, held = self.at_the_session()
                row = {**nobody, "represented_by": who} if who else nobody
                walk.act(HELD, "record", "pertanyaan_hari_ini", held["pertanyaan_hari_ini"]).exits(0)
                walk.act(HELD, "record", "kehadiran", self.attendance(held, {person: row})).exits(0)
                walk.act(HELD, "record", "hasil", held["hasil"]).exits(3).complains("M3")

    def test_what_becomes_known_after_they_sat_down_is_known_when_they_agree(self):
        facts = {
            "statute.4.consent": ("intake", "persetujuan", WITHDRAWN),
            "statute.4.violence_since": ("record", "kekerasan_baru", {"party": "beneficiary1"}),
        }
        for rule, (command, step, form) in facts.items():
            with self.subTest(rule):
                self.afresh()
                walk, held = self.at_the_session()
                walk.act("2026-03-12T09:10", "record", "pertanyaan_hari_ini", held["pertanyaan_hari_ini"]).exits(0)
                walk.act("2026-03-12T09:20", "record", "kehadiran", held["kehadiran"]).exits(0)
                walk.act("2026-03-12T10:00", command, step, form).exits(0)
                self.refused(rule, lambda *extra: walk.act(HELD, "record", "hasil", held["hasil"], extra=extra))
                walk.act(HELD, "record", "hasil", {"outcome": "stopped", "reason": "unsafe"}).exits(0)

    def test_who_waits_for_a_day_that_was_moved_is_told_that_it_is_off(self):
        walk = Walk(self)
        walk.to("scheduled")  # and invited
        walk.act("2026-03-06T09:00", "schedule", "sesi_pindah", {"at": "2026-03-13T09:00", "reason": "party_asks"}).exits(0)
        walk.act("2026-03-06T09:10", "schedule", "sesi_batal", {"reason": "room"}).exits(0)
        owed = self.run_("document", walk.case(), "--list").exits(0).out
        self.assertEqual(owed.count("pembatalan"), 6, owed)
        self.assertNotRegex(owed, r"daftar_hadir +owed")
        self.run_("document", walk.case(), "--owed", "--into", self.path("off")).exits(0)
        pages = [page.read_text() for page in (self.folder / "off").glob("*pembatalan*.html")]
        self.assertEqual(len(pages), 6)
        for page in pages:
            self.assertIn("12 Maret 2026", page)

    def test_no_invitation_is_owed_to_a_session_that_is_over(self):
        walk = Walk(self)
        walk.to("conditioned")
        walk.act("2026-03-05T10:00", "schedule", "jadwal", walk.form("scheduled")).exits(0)
        self.assertIn("undangan", self.run_("document", walk.case(), "--list").exits(0).out)
        held = walk.form("held")
        walk.act(HELD, "record", "kehadiran", held["kehadiran"]).exits(0)
        walk.act(HELD, "record", "hasil", {"outcome": "not_agreed"}).exits(0)
        self.assertNotIn("undangan", self.run_("document", walk.case(), "--list").exits(0).out)

    def test_who_signed_does_not_refuse_by_another_row(self):
        walk = Walk(self)
        walk.to("signed")
        refusal = {"signature": [{"person": "respondent1", "state": "refused", "reason": "berubah"}]}
        walk.act("2026-03-20T12:00", "record", "tanda_tangan", refusal).exits(4).complains("respondent1", "--amend")

    def test_no_minutes_are_proposed_of_a_session_that_was_continued(self):
        walk, held = self.at_the_session()
        walk.act(HELD, "record", "pertanyaan_hari_ini", held["pertanyaan_hari_ini"]).exits(0)
        walk.act(HELD, "record", "kehadiran", held["kehadiran"]).exits(0)
        done = walk.act(HELD, "record", "hasil", {"outcome": "continued"}).exits(0)
        self.assertNotIn("berita_acara", done.out)

    def test_minutes_that_the_law_refuses_are_not_proposed(self):
        walk = Walk(self)
        walk.to("held")
        rape = {"matter": [{"number": 1, "kind": "physical_harassment"}]}
        done = walk.act("2026-03-12T11:20", "intake", "orang", rape).exits(0)
        self.assertNotIn("--step berita_acara", done.out)

    def test_a_case_that_is_worked_on_did_not_end_in_breach(self):
        self.at("2026-03-05T09:30")
        self.write("old.jsonl", '{"do":"intake","ref":"7","on":"2026-01-04","source":"school",'
                                '"beneficiary":[{"name":"Contoh Lama","birth":"2015-02"}],"matter":[{"kind":"custody"}]}\n'
                                '{"do":"terminate","case":"7","step":"terminasi","on":"2026-01-20","reason":"no_contact"}\n')
        self.run_("import", "old.jsonl", "--source", "buku").exits(0)
        stage = lambda: self.run_("report", "case", "2026-0001", "--format", "json").exits(0).out
        self.assertIn("closed", stage())
        self.at("2031-03-05T09:00").run_("assess", "2026-0001", "--by", "pita", "--step", "asesmen_awal", "--set",
                                         "party=beneficiary1").exits(0)
        self.write("safe/musnah.html", "<p>Contoh</p>")
        self.run_("store", "erase", "2026-0001", "--because", "habis_retensi", "--minutes", "safe/musnah.html", "--by",
                  "kania").exits(3)
        self.assertIn("2026-0001", self.run_("report", "register", "--open").exits(0).out)


if __name__ == "__main__":
    harness.main()
