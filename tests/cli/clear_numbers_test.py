"""Numbers of papers stand in the clear in the journal for good: no name, no NIK and no telephone stands in their place."""

import pathlib

import harness
from walk import Office, Walk

CANARY = "Contoh Kenari"
WRONG = (f"{CANARY} lawan Rekaan", f"12/{CANARY}/2026", "3575010303129999", "tanpa nomor")
PLACES = [  # to, command, step, form, field, by
    ("registered", "intake", "persetujuan", {"party": "respondent1", "given_by": "companion2", "relation": "mother",
                                             "purposes": ["mediation"], "decision": "given"}, "text_version", "pita"),
    ("registered", "record", "penahanan_hukum", {"hold": "placed", "reason": "court", "paper_date": "2026-03-02"},
     "paper_number", "kania"),
    ("planned", "assess", "perintah", {"decision": "ordered", "paper_date": "2026-03-05"}, "paper_number", "koko"),
    ("visited3", "terminate", "terminasi", {"reason": "carried_out", "paper_date": "2026-06-08"}, "paper_number", "kania"),
    ("planned", "assess", "perintah", {"decision": "ordered", "paper_number": "12/2026", "paper_date": "2026-03-05",
                                       "accept_paper_date": "2026-03-05"}, "accept_paper", "koko"),
]


class ClearNumbers(Office):
    def test_each_takes_a_number_and_nothing_else(self):
        for state, command, step, form, field, by in PLACES:
            self.afresh()
            walk = Walk(self)
            walk.to(state)
            for wrong in WRONG:
                with self.subTest(step=step, field=field, text=wrong):
                    refused = walk.act("2026-06-08T10:00", command, step, {**form, field: wrong}, by=by, extra=("--dry-run",))
                    refused.exits(4).complains(f"field '{field}' is no number")
                    self.assertNotIn(CANARY, refused.err)
            for right in ("12/CONTOH/2026", "Nota Dinas 7/UPTD/III/2026", "2026-1"):
                with self.subTest(step=step, field=field, text=right):
                    done = walk.act("2026-06-08T10:00", command, step, {**form, field: right}, by=by, extra=("--dry-run",))
                    self.assertNotIn("is no number", done.err)
            self.assertNotIn(CANARY.encode(), pathlib.Path(self.path("mediasi.db")).read_bytes())


if __name__ == "__main__":
    harness.main()
