"""What the desk reads is in its language, and what a hint says can be typed as it stands."""

import json
import re
import shlex

import harness
from batches import Batches
from reports import Reports
from walk import ROOT, Office, Walk

RULES = ROOT / "share/rules/pasuruan.toml"
INDONESIAN = ("--lang", "id")


class Headings(Reports):
    def headings(self, *words):
        answer = self.run_(*words, "--format", "json").exits(0).json()
        return {column["key"]: column["heading"] for column in answer["columns"]}

    def test_who_was_invited_to_a_session_that_is_off_does_not_come(self):
        Walk(self).to("scheduled")
        for words, heading in (((), "invited"), (INDONESIAN, "yang diundang")):
            self.assertEqual(self.headings("report", "agenda", *words)["invited"], heading)

    def test_lists_are_headed_in_the_language_that_is_spoken(self):
        for what in ("commands", "steps", "fields", "codes", "guards", "reports", "papers"):
            english, spoken = self.headings("--list", what), self.headings("--list", what, *INDONESIAN)
            self.assertEqual(list(english), list(spoken))
            self.assertEqual([key for key in spoken if spoken[key] == english[key] and key != "label"], [], what)

    def test_a_post_that_is_only_acted_for_is_not_shown_as_held(self):
        posts = [{"role": "koordinator", "from": "2026-02-01", "until": "2026-02-27"},
                 {"role": "koordinator", "from": "2026-03-01", "acting": "plt"},
                 {"role": "kasie", "from": "2026-03-01", "until": "2026-03-01", "acting": "plh"}]
        self.add("officer", {"id": "wakil", "name": "Contoh Wakil", "post": posts})
        rows = self.run_("roster", "list", "--format", "json").exits(0).json()["rows"]
        self.assertEqual(list(rows[0])[-1], "acting")
        self.assertEqual([row["acting"] for row in rows if row["id"] == "wakil"], [None, "plt", "plh"])
        self.assertEqual({row["kind"] for row in rows}, {"officer", "mediator", "room"})
        self.run_("roster", "list", "--format", "csv", *INDONESIAN).exits(0).shows("officer,wakil,", ",plt")
        self.run_("roster", "list", *INDONESIAN).exits(0).shows("petugas", "ruang", "pelaksana tugas (Plt.)").hides("officer", "room ")
        self.run_("roster", "list").exits(0).shows("officer", "acting (Plt.)")


class Hints(Office):
    def typed(self, hint, *more):
        """the command a hint names, typed as it stands"""
        command = hint[hint.index("mediasi "):]
        self.assertNotIn("CASE", command)
        return self.run_(*shlex.split(command)[1:], *more)

    def hint(self, done):
        return done.problems()[0]["hint"]

    def test_an_entry_of_another_command_is_corrected_there(self):
        walk = Walk(self)
        walk.to("found")
        for way in ("--void", "--amend"):
            more = ("--form", "-") if way == "--amend" else ()
            entry = self.rows("SELECT max(seq) FROM entry WHERE step = 'kelayakan'")[0][0]
            done = self.run_("--format", "json", "intake", "1", way, entry, "--because", "salah_ketik", *more,
                             stdin='words = "x"\n')
            self.assertEqual(self.hint(done.exits(2)), f"mediasi assess 2026-0001 {way} {entry} --because salah_ketik")
        self.typed(self.hint(self.run_("--format", "json", "intake", "1", "--void", entry, "--because", "salah_ketik")),
                   "--by", "pita").exits(0)

    def test_a_step_of_another_command_is_recorded_there(self):
        Walk(self).to("registered")
        done = self.run_("--format", "json", "intake", "1", "--step", "kelayakan", "--set", "finding=fit").exits(2)
        self.assertEqual(self.hint(done), "mediasi assess 2026-0001 --step kelayakan")

    def test_what_the_rules_tell_to_do_instead_names_the_case(self):
        walk = Walk(self)
        walk.to("held")
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)  # not issued
        done = walk.act("2026-03-12T12:00", "record", "tanda_tangan", {"signature": [{"person": "mediator", "state": "signed"}]},
                        extra=("--format", "json"))
        told = next(problem["hint"] for problem in done.exits(3).problems() if problem["rule"].endswith("minutes_frozen"))
        self.assertTrue(told.endswith("mediasi document 2026-0001 --owed"), told)
        explained = self.run_("--format", "json", "explain", "1", "tanda_tangan").exits(0).json()["steps"][0]
        self.assertEqual([failed["instead"] for failed in explained["failed"]], [told])
        self.run_("record", "1", "--step", "catatan", "--by", "pita", "--form", "-", stdin='words = "x"\n').exits(0).hides("KASUS")

    def test_a_field_of_an_argument_is_named_once(self):
        Walk(self).to("registered")
        done = self.run_("assess", "1", "--step", "kelayakan", "--by", "pita", "--set", "finding=baik").exits(4)
        self.assertEqual(len(re.findall("field 'finding'", done.err)), 1, done.err)
        done.complains("--set: field 'finding'")


class Words(Office):
    def seen(self, done, rule):
        """what a refusal saw, in the text for people"""
        at = done.err.index(rule)
        return re.search(r"temuan: (.*)", done.err[at:]).group(1)

    def test_an_event_that_is_waited_for_is_told_in_words(self):
        walk = Walk(self)
        walk.to("minuted")
        form = walk.form("reported")
        done = walk.act("2026-03-12T12:00", "record", "lapor_hasil", form).exits(3)
        done.complains("builtin.order", "what is missing: the signature, or the refusal, of everybody",
                       "hint: see what opens it: mediasi explain 2026-0001 lapor_hasil", "minutes_complete = not done")
        walk.act("2026-03-12T12:00", "record", "lapor_hasil", form, extra=INDONESIAN).exits(3).complains(
            "yang belum ada: tanda tangan atau penolakan").hides("catat 'minutes_complete'")

    def test_what_was_seen_is_told_in_indonesian_words(self):
        walk = Walk(self, registered={"matter.0.police_report": "yes", "matter.0.police_stage": "report",
                                      "matter.0.police_number": None})
        walk.to("registered")
        done = walk.attempt("found", *INDONESIAN).exits(3)
        self.assertEqual(self.seen(done, "statute.2.police_on_file"), "nomor laporan polisi pokok perkara 1 = kosong")
        self.afresh()
        walk = Walk(self)
        walk.to("assessed")
        for given in walk.form("assessed")["persetujuan"]:
            walk.act("2026-03-04T11:00", "intake", "persetujuan", {**given, "decision": "withdrawn"}).exits(0)
        walk.to("conditioned")
        walk.attempt("scheduled", *INDONESIAN).exits(3).complains("= ditarik kembali")

    def test_a_voided_paper_is_called_as_it_was_issued(self):
        Walk(self).to("minuted")
        (entry,) = self.rows("SELECT max(seq) FROM entry WHERE act = 'paper'")[0]
        done = self.at("2026-03-12T12:00").run_("record", "1", "--void", entry, "--because", "salah_ketik", "--by", "pita")
        done.exits(0).shows(f"entry {entry} void: ").hides("paper (", "()")


class Signatures(Office):
    def test_who_has_not_signed_yet_is_said_until_nobody_is_missing(self):
        walk = Walk(self)
        walk.to("minuted")

        def sign(when, *people):
            rows = [{"person": person, "state": "signed"} for person in people]
            return walk.act(f"2026-03-12T{when}", "record", "tanda_tangan", {"signature": rows}, extra=("--format", "json")).exits(0)

        missing = sign("12:00", "mediator").json()["missing"]
        self.assertEqual(missing[0], "signatures on the minutes of session 1: companion1, companion3, companion2, pendamping")
        self.run_("report", "case", "1").exits(0).shows("companion2, pendamping")
        self.assertEqual(sign("12:10", "companion1", "companion2", "companion3").json()["missing"][0],
                         "signatures on the minutes of session 1: pendamping")
        self.assertEqual(sign("12:20", "pendamping").json()["missing"], [])


class Undone(Batches):
    def test_a_try_says_that_it_is_one_and_names_no_entry(self):
        self.batch("intake", json.dumps({"source": "walk_in"}) + "\n").exits(0)
        with self.changing_nothing("mediasi.db"):
            told = self.run_("--format", "json", "store", "undo-batch", "1", "--dry-run").exits(0).json()
            text = self.run_("store", "undo-batch", "1", "--dry-run").exits(0)
        self.assertEqual(told["dry_run"], "yes")
        self.assertNotIn("entry", told)
        self.assertEqual([line for line in text.out.splitlines() if len(line.split()) < 2], [])
        self.run_("store", "undo-batch", "1", "--because", "salah_ketik").exits(0)
        self.run_("store", "batches", "--format", "csv").exits(0).shows("salah_ketik")
        title = re.search(r'id = "salah_ketik"\ntitle = "([^"]+)"', RULES.read_text()).group(1)
        self.run_("store", "batches").exits(0).shows(title).hides("salah_ketik")


if __name__ == "__main__":
    harness.main()
