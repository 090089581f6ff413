"""What is taken down all the same, and said aloud: a session that may not be held any more, a child's word alone, a promise under
another name, an hour when nobody works, a payment of too much. And what two answers cannot both be."""

import json
import pathlib

import harness
from lawful import matter
from walk import LOGIN, ROOT, Office, Walk, toml


def rules_of(done):
    return [warning["rule"] for warning in done.json()["warnings"]]


class SecondLook(Office):
    def recorded(self, walk, when, command, step, form, **more):
        return walk.act(when, command, step, form, extra=("--format", "json"), **more).exits(0)

    def test_a_session_that_may_not_be_held_any_more(self):
        walk = Walk(self)
        walk.to("delivered")
        for kind, rule in [("household_sexual", "statute.1.sexual_child"), ("household_quarrel", None)]:
            with self.subTest(kind):
                done = self.recorded(walk, "2026-03-10T09:00", "intake", "orang", {"matter": [
                    matter(kind, beneficiary="beneficiary1", respondent="respondent1")]})
                self.assertEqual([one for one in rules_of(done) if one.startswith("statute.")], [rule] if rule else [])
                if rule:
                    warning = next(one for one in done.json()["warnings"] if one["rule"] == rule)
                    self.assertIn("--step sesi_batal", warning["hint"])
                    self.assertTrue(warning["basis"])
        again = self.recorded(walk, "2026-03-10T10:00", "intake", "orang", {"matter": [
            matter("rape", beneficiary="beneficiary1", respondent="respondent1")]})
        self.assertFalse([one for one in rules_of(again) if one == rule], "it was said when it became known")

    def test_what_an_old_register_tells_calls_nobody(self):
        line = {"do": "intake", "ref": "1", "on": "2019-05-04", "source": "school"}
        session = {"do": "schedule", "case": "1", "step": "sesi", "on": "2019-05-05", "at": "2019-05-12T21:00", "room": "ruang-1"}
        later = {"do": "intake", "case": "1", "step": "orang", "on": "2019-05-06", "matter": [matter("rape")]}
        self.write("r.jsonl", "".join(json.dumps(one) + "\n" for one in (line, session, later)))
        done = self.run_("import", "r.jsonl", "--format", "json").exits(0)
        self.assertEqual(done.json()["taken"], 3)
        told = [problem["rule"] for problem in done.problems()]
        self.assertNotIn("builtin.office_hours", told)
        self.assertNotIn("sesi_batal", done.err)

    def test_a_childs_word_alone(self):
        walk = Walk(self)
        walk.to("registered")
        self.recorded(walk, "2026-03-02T13:00", "assess", "asesmen_awal", walk.form("found")["asesmen_awal"])
        for change, counts in [({"given_by": "self", "relation": "self"}, False), ({"child_view": "no"}, False), ({}, True)]:
            with self.subTest(change):
                form = {**walk.form("found")["persetujuan"][0], **change}
                done = self.recorded(walk, "2026-03-02T13:10", "intake", "persetujuan", form)
                self.assertEqual("builtin.child_consent" not in rules_of(done), counts)

    def test_a_promise_under_another_name(self):
        for text, kind, warned in [("Tidak akan melapor ke polisi tentang hal ini.", "other", True),
                                   ("Kedua pihak TUTUP MULUT.", "stop_conduct", True),
                                   ("Melapor ke petugas setiap bulan.", "other", False)]:
            with self.subTest(text):
                self.afresh()
                walk = Walk(self)
                walk.to("delivered")
                form = walk.form("held")
                form["hasil"]["obligation"][0] |= {"text": text, "kind": kind}
                done = walk.act("2026-03-12T11:15", "record", "sidang", form, extra=("--format", "json")).exits(0)
                self.assertEqual("builtin.promise" in rules_of(done), warned)
                self.assertNotIn(text, done.err + done.out)

    def test_an_hour_when_nobody_works(self):
        for at, warned in [("2026-03-12T09:00", False), ("2026-03-15T09:00", True), ("2026-03-12T02:00", True), ("2026-03-12T21:00", True)]:
            with self.subTest(at):
                self.afresh()
                walk = Walk(self, scheduled={"sesi.at": at})
                walk.to("conditioned")
                done = walk.attempt("scheduled", "--format", "json").exits(0)
                self.assertEqual("builtin.office_hours" in rules_of(done), warned)

    def test_the_minutes_claim_no_consent_that_was_refused(self):
        walk = Walk(self)
        walk.to("held")
        form = {**walk.form("assessed")["persetujuan"][0], "decision": "withdrawn"}
        self.recorded(walk, "2026-03-12T11:20", "intake", "persetujuan", form)
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted"), extra=("--papers", "letters"))
        page = lambda: "".join(one.read_text() for one in self.pages("berita_acara"))
        self.assertTrue(page())
        self.assertNotIn("Persetujuan para pihak", page())
        self.afresh()
        Walk(self).to("minuted")
        self.assertIn("Persetujuan para pihak", page())

    def pages(self, kind):
        return list(pathlib.Path(self.path("letters")).glob(f"*{kind}*.html"))

    def session_only(self):
        """a session nobody is invited to yet, and the form of the invitations"""
        walk = Walk(self)
        walk.to("conditioned")
        form = walk.form("scheduled")
        invited = form.pop("undangan")
        self.recorded(walk, "2026-03-05T10:00", "schedule", "jadwal", form)
        return walk, invited

    def invite(self, walk, when, invited):
        return walk.act(when, "schedule", "undangan", invited, extra=("--papers", "letters", "--format", "json")).exits(0)

    def test_letters_of_a_session_moved_before_anybody_was_invited(self):
        walk, invited = self.session_only()
        self.recorded(walk, "2026-03-05T10:10", "schedule", "sesi_pindah", {"at": "2026-03-13T09:00", "reason": "room"})
        done = self.invite(walk, "2026-03-05T10:20", invited)
        letters = [paper for paper in done.json()["papers"] if paper["kind"] == "undangan"]
        self.assertEqual(len(letters), len(invited["invitee"]), letters)
        for page in self.pages("undangan"):
            self.assertNotIn("menggantikan undangan", page.read_text())
            page.unlink()
        walk.act("2026-03-05T10:30", "schedule", "sesi_pindah", {"at": "2026-03-13T13:00", "reason": "room"},
                 extra=("--papers", "letters")).exits(0)
        pages = [page.read_text() for page in self.pages("undangan")]
        self.assertEqual(len(pages), len(invited["invitee"]))
        for page in pages:
            self.assertIn("13 Maret 2026 pukul 09.00", page)

    def test_the_letters_of_the_one_that_stands(self):
        walk, first = self.session_only()
        self.recorded(walk, "2026-03-05T10:01", "schedule", "undangan", first)
        twice = self.invite(walk, "2026-03-05T10:02", first)
        self.assertIn("builtin.twice", rules_of(twice))
        listed = lambda: {row["to"]: row["state"] for row in self.run_("--format", "json", "document", walk.case(), "--list").exits(0).json()["rows"]
                          if row["kind"] == "undangan"}
        self.run_("schedule", walk.case(), "--void", str(twice.json()["entry"]), "--because", "salah_ketik").exits(0)
        self.assertEqual(set(listed().values()), {"issued"}, "the letters that went out are those of the act that stands")

    def test_an_amendment_is_looked_at_too(self):
        walk = Walk(self)
        walk.to("held")
        [(entry,)] = self.rows("SELECT seq FROM entry WHERE act = 'outcome'")
        form = walk.form("held")["hasil"]
        form["obligation"][0]["text"] = "Tidak akan melapor ke polisi."
        done = walk.act("2026-03-12T11:20", "record", "", {"obligation": form["obligation"]},
                        extra=("--amend", str(entry), "--because", "salah_ketik", "--format", "json")).exits(0)
        self.assertIn("builtin.promise", rules_of(done))

    def test_who_is_entered(self):
        valid = {"id": "m2", "name": "Contoh Mediator Dua", "number": "1", "issuer": "Contoh", "from": "2026-01-01", "until": "2027-01-01"}
        def entered(kind, form, code=0):
            return self.run_("roster", "add", kind, "--form", "-", stdin=toml(form)).exits(code)
        entered("mediator", {**valid, "credential": "sertifikat", "until": "2025-01-01"}, 4).complains("before 'from'")
        self.assertIn("M5082", entered("mediator", {**valid, "credential": "setifikat"}).err)
        self.assertNotIn("M5082", entered("mediator", {**valid, "credential": "sertifikat"}).err)
        post = [{"role": "pendamping", "from": "2026-01-01"}]
        officer = {"id": "dua", "name": "Contoh Petugas Dua", "login": LOGIN, "post": post}
        self.assertIn("M5082", entered("officer", officer).err)
        self.assertNotIn("M5082", entered("officer", {**officer, "login": "lain"}).err)
        post[0]["until"] = "2025-12-31"
        entered("officer", {**officer, "login": "lain"}, 4).complains("before 'from'")

    def test_rules_that_forget_somebody(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        self.run_("workflow", "check", self.write("a.toml", text)).exits(0)
        self.run_("workflow", "check", self.write("a.toml", text.replace('about = "cancelled"', '#'))).exits(5).shows("is cancelled")
        again = '\n[[step]]\nid = "lagi"\ntitle = "Lagi"\nact = "register"\nroles = ["admin"]\n'
        self.run_("workflow", "check", self.write("a.toml", text + again)).exits(5).shows("registers a case", "line ")

    def test_two_answers_that_cannot_both_be(self):
        for change in [{"violence": "no", "violence_items": ["hit"]}, {"violence": "yes", "violence_items": ["none", "hit"]}]:
            with self.subTest(change):
                self.afresh()
                walk = Walk(self, found={f"asesmen_awal.{field}": value for field, value in change.items()})
                walk.to("registered")
                walk.attempt("found").exits(4).complains("violence_items")


if __name__ == "__main__":
    harness.main()
