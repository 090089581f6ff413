"""Complaints about the service: under the house, sealed, answered in time."""

import harness
from reports import CANARIES, Reports, Walk

COMPLAINT = {"channel": "whatsapp", "about": "delay", "name": "Contoh Pengadu Pura", "phone": "081200000001",
             "story": "Sudah menunggu lama di Jl. Melati."}


class Complaints(Reports):
    def complain(self, when="2026-03-02T09:00", extra=(), **changes):
        form = {key: value for key, value in (COMPLAINT | changes).items() if value is not None}
        return self.act(when, "record", "", "pengaduan", form, by="pita", extra=extra)

    def answer(self, when, which, kind, by="kania", **more):
        form = {"complaint": which, "kind": kind, "words": "Sudah dibalas kepada Contoh Pengadu Pura."} | more
        return self.act(when, "record", "", "jawab_pengaduan", form, by=by)

    def number(self):
        return self.rows("SELECT max(seq) FROM entry WHERE act = 'complaint'")[0][0]

    def dues(self):
        return sorted((what, due) for what, due in self.rows("SELECT deadline, due FROM due WHERE case_number = '0'"))

    def test_it_needs_no_case_and_lies_under_the_house(self):
        done = self.complain().exits(0)
        done.hides(*CANARIES)
        self.assertEqual(self.rows("SELECT case_number, act FROM entry ORDER BY seq DESC LIMIT 1"), [("0", "complaint")])
        self.assertEqual(self.rows("SELECT count(*) FROM case_index"), [(0,)])
        self.assertEqual(self.found_in("Contoh Pengadu Pura"), [])
        self.assertEqual(self.found_in("081200000001"), [])
        self.run_("store", "verify").exits(0)

    def test_the_days_by_which_it_is_answered(self):
        self.complain().exits(0)
        number = self.number()
        self.assertEqual(self.dues(), [(f"balas_pengaduan.{number}", "2026-03-16"), (f"putus_pengaduan.{number}", "2026-05-01")])
        for day, late in (("2026-03-16", 0), ("2026-03-17", 1), ("2026-05-01", 1), ("2026-05-02", 2)):
            rows = self.at(f"{day}T08:00").run_("report", "overdue", "--format", "json").exits(5 if late else 0).json()["rows"]
            self.assertEqual([row["case"] for row in rows], ["0"] * late, day)
            due = [row for row in self.rows_of("due") if row["state"] == "late"]
            self.assertEqual(len(due), late)
        self.at("2026-03-10T08:00")
        (row,) = self.rows_of("due")
        self.assertEqual((row["case"], row["what"], row["state"], row["officer"]), ("0", "jawab_pengaduan", "coming", "kania"))

    def test_a_reply_leaves_the_decision_and_a_decision_leaves_nothing(self):
        self.complain().exits(0)
        number = self.number()
        self.answer("2026-03-05T09:00", number, "reply").exits(0).hides(*CANARIES)
        self.assertEqual(self.dues(), [(f"putus_pengaduan.{number}", "2026-05-01")])
        self.answer("2026-03-06T09:00", number, "decision", result="upheld", number="470/1").exits(0)
        self.assertEqual(self.dues(), [])
        (row,) = self.rows_of("complaints")
        self.assertEqual((row["state"], row["replied"], row["decided"], row["late"]), ("decided", "2026-03-05", "2026-03-06", False))

    def test_two_at_once_are_told_apart(self):
        self.complain().exits(0)
        first = self.number()
        self.complain("2026-03-04T09:00", about="fee_asked").exits(0)
        self.answer("2026-03-05T09:00", first, "decision").exits(0)
        self.assertEqual({what.split(".")[1] for what, _ in self.dues()}, {str(self.number())})
        self.assertEqual([row["complaint"] for row in self.rows_of("complaints", "--open")], [self.number()])
        self.assertEqual([row["about"] for row in self.rows_of("complaints")], ["delay", "fee_asked"])
        self.assertEqual(len(self.rows_of("complaints", "--from", "2026-03-03")), 1)

    def test_an_answer_too_late_stays_late(self):
        self.complain().exits(0)
        for day, late in (("2026-03-16", False), ("2026-03-17", True)):
            self.at(f"{day}T10:00")
            self.assertEqual(self.rows_of("complaints")[0]["late"], late)
        self.answer("2026-03-17T11:00", self.number(), "decision").exits(0)
        self.assertTrue(self.at("2026-09-01T10:00").rows_of("complaints")[0]["late"])

    def test_it_is_told_as_the_offices_own(self):
        self.complain().exits(0).shows("of the office, not of a case").hides("0  ?")

    def test_explain_offers_it_for_no_case(self):
        walk = Walk(self)
        walk.to("registered")
        for words in ((), ("pengaduan",), ("jawab_pengaduan",)):
            steps = self.run_("--format", "json", "explain", walk.case(), *words).exits(0).json()["steps"]
            for row in steps:
                if row["step"] in ("pengaduan", "jawab_pengaduan"):
                    self.assertFalse(row["open"])
                    self.assertEqual([failed["rule"] for failed in row["failed"]], ["builtin.house"])
                    self.assertIn(f"mediasi record --step {row['step']}", row["failed"][0]["instead"])
        self.assertEqual(len(steps), 1)

    def test_a_rebuild_makes_the_same_days_again(self):
        Walk(self).to("found")
        self.complain("2026-03-03T09:00").exits(0)
        before = self.rows("SELECT * FROM due ORDER BY case_number, deadline")
        self.run_("store", "rebuild").exits(0)
        self.assertEqual(self.rows("SELECT * FROM due ORDER BY case_number, deadline"), before)
        self.run_("store", "verify").exits(0)

    def test_what_is_no_complaint(self):
        Walk(self).to("registered")
        with self.changing_nothing("mediasi.db"):
            for changes, code in (({"channel": "smoke"}, "M4007"), ({"about": None}, "M4009"), ({"story": None}, "M4009"),
                                  ({"concerns": "Contoh Pengadu"}, "M4020"), ({"concerns": "2026-12"}, "M4020"), ({"concerns": "0"}, "M4020"),
                                  ({"concerns": "2026-0099"}, "M4008"), ({"fee": "5000"}, "M4002")):
                with self.subTest(changes):
                    done = self.complain(extra=("--format", "json"), **changes).exits(4).hides("Contoh Pengadu")
                    self.assertIn(code, done.codes())
            self.complain(extra=("--dry-run",)).exits(0)
        self.complain(concerns="2026-0001").exits(0)
        self.assertEqual(self.rows_of("complaints")[0]["case"], "2026-0001")

    def test_an_answer_to_nothing_or_by_the_wrong_officer(self):
        self.complain().exits(0)
        number = self.number()
        with self.changing_nothing("mediasi.db"):
            for wrong in (1, number + 1, 0):
                self.answer("2026-03-03T09:00", wrong, "reply").exits(4)
            self.answer("2026-03-03T09:00", number, "reply", by="pita").exits(3).complains("M3003")
            self.answer("2026-03-03T09:00", number, "perhaps").exits(4)
            self.answer("2026-03-03T09:00", number, "reply", on="2026-03-09").exits(3).complains("M3004")

    def test_the_house_takes_nothing_else_and_a_case_takes_no_complaint(self):
        Walk(self).to("registered")
        with self.changing_nothing("mediasi.db"):
            for case in ("0", "0000-0000", "0-0"):
                self.act("2026-03-02T09:00", "record", case, "pengaduan", COMPLAINT).exits(2)
                self.act("2026-03-02T09:00", "record", case, "catatan", {"words": "x"}).exits(2)
            self.act("2026-03-02T09:00", "record", "", "catatan", {"words": "x"}).exits(2)
            self.act("2026-03-02T09:00", "record", "2026-0001", "pengaduan", COMPLAINT).exits(3).complains("M3040", "builtin.house")
            self.run_("record", "--step", "pengaduan", "--form", "-", "--papers", "letters", stdin="").exits(2)
            self.run_("report", "case", "0").exits(2)
        next_steps = Walk(self).attempt("found", "--dry-run", "--format", "json").exits(0).json()["next"]
        self.assertNotIn("jawab_pengaduan", [step["step"] for step in next_steps])

    def test_its_blank_form(self):
        self.run_("record", "--step", "pengaduan", "--blank").exits(0).shows("channel", "story", "whatsapp")

    def test_the_register_tells_no_word_and_nobody(self):
        self.complain().exits(0)
        self.agrees_in_every_format("complaints")
        self.only_reads("complaints")
        self.run_("report", "journal", "--format", "json").exits(0).shows("complaint").hides(*CANARIES)
        self.assertEqual(self.rows_of("register"), [])

    def test_as_it_was_on_a_day_that_is_over(self):
        self.complain("2026-03-02T10:00").exits(0)
        self.at("2026-03-20T23:59")
        told = self.rows_of("complaints")
        due = self.rows_of("due")
        self.answer("2026-03-21T09:00", self.number(), "decision").exits(0)
        self.assertNotEqual(self.rows_of("complaints"), told)
        self.assertEqual(self.rows_of("complaints", "--as-of", "2026-03-20"), told)
        self.assertEqual(self.rows_of("due", "--as-of", "2026-03-20"), due)
        self.assertEqual(self.rows_of("complaints", "--as-of", "2026-03-01"), [])

    def test_options_of_other_reports(self):
        self.refuses("complaints", "--role mk", "--officer pita", "--case 1", "--stage closed", "--all", "--by-date held")


if __name__ == "__main__":
    harness.main()
