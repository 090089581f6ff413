"""An agreement has two hands: nobody is bound who did not stay or did not sign, an invitation counts that was there before
its session, and who is put in charge holds the role."""

import harness
from walk import Office, Walk, example


def without(form, person, status):
    """the form of the session's day with one of those who came seen otherwise"""
    rows = form["kehadiran"]["present"]
    return {**form, "kehadiran": {"present": [{**row, "status": status} if row["person"] == person else row for row in rows]}}


class TwoHands(Office):
    def obligations(self):
        return {row["obligation"]: row["state"] for row in
                self.run_("--format", "json", "report", "obligations").exits(0).json()["rows"]}

    def test_nothing_is_agreed_with_a_side_that_left(self):
        walk = Walk(self)
        walk.to("delivered")
        form = without(without(walk.form("held"), "respondent1", "left_early"), "companion2", "left_early")
        when = "2026-03-12T11:15"
        for outcome in ("agreed", "partly"):
            refused = walk.act(when, "record", "sidang", {**form, "hasil": {**form["hasil"], "outcome": outcome}},
                               extra=("--dry-run",))
            refused.exits(3).complains("builtin.both_sides")
        walk.act(when, "record", "sidang", {**form, "hasil": {"outcome": "not_agreed"}}).exits(0)

    def test_a_child_who_left_is_there_in_who_signs_for_it(self):
        walk = Walk(self)
        walk.to("delivered")
        walk.act("2026-03-12T11:15", "record", "sidang", without(walk.form("held"), "respondent1", "left_early"),
                 extra=("--dry-run",)).exits(0)

    def test_what_a_side_refused_to_sign_binds_nobody(self):
        walk = Walk(self)
        walk.to("minuted")
        self.assertNotIn("lapsed", self.obligations().values())
        form = walk.form("signed")
        for row in form["tanda_tangan"]["signature"]:
            if row["person"] in ("respondent1", "companion2"):
                row.update(state="refused", reason="Contoh alasan")
        form.pop("salinan")
        walk.act("2026-03-12T12:20", "record", "penutup", form).exits(0)
        self.assertEqual(set(self.obligations().values()), {"lapsed"})
        self.at("2026-05-01T08:00")
        self.assertEqual(self.run_("--format", "json", "report", "obligations", "--open").exits(0).json()["rows"], [])
        self.assertNotIn("kunjungan", self.run_("report", "overdue").out)
        self.run_("report", "case", "2026-0001").exits(0).shows("lapsed")
        self.run_("terminate", "2026-0001", "--by", "kania", "--set", "reason=carried_out", "--step", "terminasi",
                  "--dry-run").exits(3)

    def test_an_invitation_counts_that_was_there_before_its_session(self):
        walk = Walk(self)
        walk.to("scheduled")
        form = {"delivery": [{"person": "respondent1", "how": "hand", "on": "2026-03-01T09:00"}]}
        walk.act("2026-03-09T11:00", "schedule", "bukti_undangan", form, extra=("--dry-run",)).exits(4).complains("[M40")
        form["delivery"][0]["on"] = "2026-03-13T09:00"
        walk.act("2026-03-13T11:00", "schedule", "bukti_undangan", form).exits(0)
        said = walk.act("2026-03-13T11:05", "schedule", "bukti_undangan", form, extra=("--dry-run", "--format", "json")).exits(0)
        self.assertIn("builtin.delivered_late", said.out + said.err)
        form["delivery"][0].pop("on")  # the slip alone, filed later: when it was received is not said
        said = walk.act("2026-03-13T11:06", "schedule", "bukti_undangan", form, extra=("--dry-run", "--format", "json")).exits(0)
        self.assertNotIn("builtin.delivered_late", said.out + said.err)

    def test_a_letter_that_came_late_does_not_bar_the_next(self):
        walk = Walk(self)
        walk.to("scheduled")
        walk.act("2026-03-12T10:00", "record", "kehadiran", {"present": [{"person": "respondent1", "status": "absent"}]}).exits(0)
        walk.act("2026-03-12T10:05", "record", "hasil", {"outcome": "not_held"}).exits(0)
        again = walk.form("scheduled")
        walk.act("2026-03-12T10:10", "schedule", "sesi", {**again["sesi"], "at": "2026-03-18T09:00"}).exits(0)
        walk.act("2026-03-13T09:00", "schedule", "undangan", again["undangan"], extra=("--dry-run",)).exits(3)
        late = {"session": 1, "delivery": [{"person": "respondent1", "how": "hand", "on": "2026-03-13T08:00"}]}
        walk.act("2026-03-13T09:05", "schedule", "bukti_undangan", late).exits(0)
        walk.act("2026-03-13T09:10", "schedule", "undangan", again["undangan"]).exits(0)

    def test_who_is_put_in_charge_holds_the_role(self):
        form = {**example("first-case/kasus-kedua"), "assigned_pendamping": "kori", "assigned_mk": "kania"}
        refused = self.act("2026-03-02T08:30", "intake", "", "", form, by="")
        refused.exits(3).complains("builtin.assigned", "assigned_pendamping")
        self.act("2026-03-02T08:30", "intake", "", "", {**form, "assigned_pendamping": "pita"}, by="").exits(0)

    def test_a_correction_issues_no_paper(self):
        walk = Walk(self)
        walk.to("minuted")
        entry = self.rows("SELECT seq FROM entry WHERE act = 'minutes'")[-1][0]
        self.run_("record", "2026-0001", "--amend", str(entry), "--because", "salah_ketik", "--set", "course=Contoh lain",
                  "--papers", "letters").exits(2).complains("--owed")


if __name__ == "__main__":
    harness.main()
