"""The statutory gates are judged when an act is recorded, by all that is known then: no earlier day, no amendment and no
letter still to be sent gets round what is on file."""

import harness
from refusing import Refusing
from walk import Walk

RAPE = {"matter": [{"kind": "rape", "mediate": "yes", "police_report": "no", "incident_on": "2026-02-21"}]}
OFFENDER = {"companion": [{"id": "companion1", "of": ["beneficiary1"], "kinds": ["parent"], "alleged_offender": "yes"}]}
CHILD, ISSUED = "statute.1.sexual_child", "undangan"


class Late(Refusing):
    def known(self, walk, when, form):
        walk.act(when, "intake", "orang", form).exits(0)

    def late(self, rule, walk, now, on, command, step, form):
        self.refused(rule, lambda *extra: walk.act(now, command, step, form, extra=("--on", on, *extra)))

    def test_an_earlier_day_does_not_hide_what_is_known(self):
        walk = Walk(self)
        walk.to("found")
        self.known(walk, "2026-03-03T08:00", RAPE)
        form = walk.form("found")["kelayakan"]
        self.late(CHILD, walk, "2026-03-03T09:00", "2026-03-02T14:00", "assess", "kelayakan", form)
        for fact, rules in ((RAPE, [CHILD]), (OFFENDER, ["statute.4.not_offender", "statute.4.consent"])):
            for rule in rules:
                self.afresh()
                walk = Walk(self)
                walk.to("conditioned")
                self.known(walk, "2026-03-05T12:00", fact)
                self.late(rule, walk, "2026-03-05T12:10", "2026-03-05T10:00", "schedule", "jadwal", walk.form("scheduled"))

    def test_a_session_moved_on_an_earlier_day(self):
        walk = Walk(self)
        walk.to("delivered")
        self.known(walk, "2026-03-10T11:20", RAPE)
        move = {"at": "2026-03-13T09:00", "reason": "office"}
        self.late(CHILD, walk, "2026-03-10T11:30", "2026-03-10T10:00", "schedule", "sesi_pindah", move)

    def test_a_session_put_in_late_is_marked_for_what_it_was_about(self):
        walk = Walk(self)
        walk.to("delivered")
        self.known(walk, "2026-03-13T08:00", RAPE)
        held = walk.form("held")
        extra = ("--on", "2026-03-12T11:15", "--format", "json")
        done = walk.act("2026-03-13T09:00", "record", "kehadiran", held["kehadiran"], extra=extra).exits(0).json()
        self.assertIn(CHILD, [warning["rule"] for warning in done["warnings"]])
        self.late(CHILD, walk, "2026-03-13T09:10", "2026-03-12T11:20", "record", "hasil", held["hasil"])

    def test_minutes_and_their_paper_are_asked_too(self):
        walk = Walk(self)
        walk.to("held")
        self.known(walk, "2026-03-12T11:20", RAPE)
        self.refused(CHILD, lambda *extra: walk.attempt("minuted", *extra))
        self.afresh()
        walk = Walk(self)
        walk.to("held")
        walk.act("2026-03-12T11:30", "record", "berita_acara", walk.form("minuted")).exits(0)  # and no paper issued
        self.known(walk, "2026-03-12T11:40", RAPE)
        waivers = [{"matter": n, "marries": "no", "silence": "no", "no_report": "no"} for n in (1, 2)]
        outcome = self.rows("SELECT seq FROM entry WHERE step = 'hasil'")[0][0]
        self.at("2026-03-12T11:41")
        form = "\n".join(f"[[waiver]]\nmatter = {w['matter']}\nmarries = \"no\"\nsilence = \"no\"\nno_report = \"no\"" for w in waivers)
        amend = ("record", "1", "--by", "pita", "--amend", outcome, "--because", "salah_ketik", "--form", "-")
        self.run_(*amend, stdin=form).exits(3).complains(CHILD)
        self.at("2026-03-12T11:42").run_("document", "1", "berita_acara", "--into", "letters").exits(3).complains(CHILD)

    def test_a_letter_is_asked_about_on_the_day_it_leaves(self):
        for fact, rule in ((RAPE, CHILD), (OFFENDER, "statute.4.not_offender")):
            with self.subTest(rule):
                self.afresh()
                walk = Walk(self)
                walk.to("conditioned")
                walk.act("2026-03-05T10:00", "schedule", "jadwal", walk.form("scheduled")).exits(0)  # no letter yet
                self.known(walk, "2026-03-05T12:00", fact)
                before = sorted(path.name for path in self.folder.glob("letters/*"))
                self.at("2026-03-05T12:20").run_("document", "1", "--owed", "--into", "letters").exits(3).complains(rule)
                self.assertEqual(sorted(path.name for path in self.folder.glob("letters/*")), before)


if __name__ == "__main__":
    harness.main()
