"""The blind index and what waits for the key."""

import shutil

import harness
import walk
from searching import Searching, NIK, OTHER_NIK


class Index(Searching):
    def test_a_row_shows_nothing_but_that_it_equals_another(self):
        self.register(name="Contoh Satu", nik=NIK, birth="2014-05-15").exits(0)
        self.register(name="Satu Contoh", nik=NIK).exits(0)
        mine = self.tokens()
        self.assertTrue(all(len(token) == 16 for *_, token in mine))
        niks = [token for *_, kind, token in mine if kind == "nik"]
        self.assertEqual(len(niks), 2)
        self.assertEqual(len(set(niks)), 1)
        other = walk._office.__wrapped__()
        shutil.copy(other / "mediasi.db", self.path("mediasi.db"))
        shutil.copytree(other / "safe", self.path("other"))
        self.environment["MEDIASI_KEY"] = self.path("other", "key")
        self.register(name="Contoh Satu", nik=NIK, birth="2014-05-15").exits(0)
        theirs = self.tokens()
        self.assertTrue(theirs)
        self.assertEqual({token for *_, token in mine} & {token for *_, token in theirs}, set())

    def test_without_the_key_a_case_waits_and_the_next_with_it_takes_it_in(self):
        self.keyless()
        (message,) = self.warned(self.register(name="Contoh Satu", nik=NIK), "M5081")
        self.assertIn("nobody was looked for", message)
        self.assertEqual((self.pending(), self.tokens()), (["2026-0001"], []))
        self.run_("store", "verify").exits(0)
        self.with_key()
        self.assertEqual(self.found(name="Satu"), ["2026-0001"])
        self.assertEqual(self.pending(), [])
        self.run_("store", "verify").exits(0)

    def test_an_intake_with_the_key_takes_in_what_waits_before_it_looks(self):
        self.keyless()
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.with_key()
        done = self.register(name="Contoh Lain", nik=NIK)
        self.assertEqual(self.warned(done), ["'beneficiary1' may be 'beneficiary1' (C.S.) of case 2026-0001: the same NIK"])
        self.assertEqual(self.warned(done, "M5081"), [])
        self.assertEqual(self.pending(), [])

    def test_a_key_that_does_not_fit_stops_nothing_unless_it_was_named(self):
        wrong = self.write("wrong", "mediasi-key-1 00000000000000000000000000000000 AAAA\n")
        self.environment["MEDIASI_KEY"] = wrong
        self.assertEqual(len(self.warned(self.register(name="Contoh Satu"), "M5081")), 1)
        self.environment["MEDIASI_KEY"] = self.write("open", "x", mode=0o644)
        self.assertEqual(len(self.warned(self.register(name="Contoh Satu"), "M5081")), 1)
        self.assertEqual(self.pending(), ["2026-0001", "2026-0002"])
        with self.changing_nothing():
            self.register(name="Contoh Satu", extra=("--key", wrong)).exits(7).says_nothing()
            self.register(name="Contoh Satu", extra=("--key", self.path("nowhere"))).exits(7).says_nothing()

    def test_a_corrected_name_is_found_by_the_new_one_alone(self):
        self.register(name="Contoh Lama", nik=NIK).exits(0)
        self.person("1", beneficiary=[{"id": "beneficiary1", "name": "Contoh Baru"}]).exits(0)
        self.assertEqual((self.found(name="Lama"), self.found(name="Baru")), ([], ["2026-0001"]))
        self.assertEqual(self.found(nik=NIK), ["2026-0001"])
        self.keyless()
        self.person("1", beneficiary=[{"id": "beneficiary1", "nik": OTHER_NIK}]).exits(0)
        self.assertEqual(self.pending(), ["2026-0001"])
        self.with_key()
        self.assertEqual((self.found(nik=NIK), self.found(nik=OTHER_NIK)), ([], ["2026-0001"]))

    def test_an_amended_entry_counts_as_it_stands(self):
        entry = self.register(name="Contoh Lama", nik=NIK).exits(0).json()["entry"]
        form = {"beneficiary": [{"name": "Contoh Baru"}]}
        self.act("2026-03-02T09:00", "intake", "1", "", form, "pita",
                 ("--amend", str(entry), "--because", "salah_ketik")).exits(0)
        self.assertEqual((self.found(name="Lama"), self.found(nik=NIK), self.found(name="Baru")), ([], [], ["2026-0001"]))

    def test_a_person_taken_back_is_found_no_more(self):
        for key in (self.with_key, self.keyless):
            self.afresh()
            self.register(name="Contoh Satu").exits(0)
            entry = self.person("1", respondent=[{"name": "Contoh Keliru", "nik": NIK}]).exits(0).json()["entry"]
            self.assertEqual(self.found(nik=NIK), ["2026-0001"])
            key()
            self.act("2026-03-02T09:30", "intake", "1", "", "", "pita",
                     ("--void", str(entry), "--because", "salah_kasus")).exits(0)
            self.with_key()
            self.assertEqual((self.found(nik=NIK), self.found(name="Keliru")), ([], []))
            self.assertEqual(self.found(name="Satu"), ["2026-0001"])

    def test_acts_that_say_nothing_of_people_leave_the_index_alone(self):
        self.register(name="Contoh Satu").exits(0)
        before = self.tokens()
        self.keyless()
        done = self.act("2026-03-02T09:30", "record", "1", "catatan", {"words": "satu kata"}, "pita", ("--format", "json"))
        self.assertEqual(self.warned(done, "M5081"), [])
        self.assertEqual((self.tokens(), self.pending()), (before, []))

    def test_a_rebuild_changes_nothing_of_it(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.keyless()
        self.register(name="Contoh Dua").exits(0)
        before = (self.tokens(), self.pending())
        self.run_("store", "rebuild").exits(0).shows("no")
        self.assertEqual((self.tokens(), self.pending()), before)
        self.run_("store", "verify").exits(0)

    def test_an_index_somebody_tampered_with_is_seen_and_begun_anew(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.register(name="Contoh Dua", nik=OTHER_NIK).exits(0)
        for statement in ("DELETE FROM search WHERE case_number = '2026-0001'",
                          "UPDATE search SET token = randomblob(16) WHERE kind = 'nik'",
                          "INSERT INTO search VALUES ('2026-0009', 'beneficiary1', 'nik', randomblob(16))"):
            with self.subTest(statement):
                self.change(statement)
                self.run_("store", "verify").exits(8)
                self.run_("store", "rebuild").exits(0)
                self.assertEqual((self.tokens(), self.pending()), ([], ["2026-0001", "2026-0002"]))
                self.run_("store", "verify").exits(0)
                self.assertEqual((self.found(nik=NIK), self.found(nik=OTHER_NIK)), (["2026-0001"], ["2026-0002"]))

    def test_renewed_keys_begin_it_anew_under_a_key_of_its_own(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        before = {row[3] for row in self.tokens()}
        self.run_("store", "key", "renew").exits(0)
        self.assertEqual((self.tokens(), self.pending()), ([], ["2026-0001"]))
        self.run_("store", "verify").exits(0)
        self.assertEqual(self.found(nik=NIK), ["2026-0001"])
        self.assertEqual({row[3] for row in self.tokens()} & before, set(), "found by the key of before the renewal")

    def test_a_case_that_cannot_be_opened_is_told_and_the_search_is_no_success(self):
        self.keyless()
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.register(name="Contoh Dua").exits(0)
        self.with_key()
        seq = self.rows("SELECT seq FROM entry WHERE case_number = '2026-0001'")[0][0]
        self.change(f"UPDATE sealed SET blob = randomblob(length(blob)) WHERE seq = {seq}")
        self.find(name="Dua").exits(8).shows("2026-0002", "1 cases cannot be opened")
        self.assertEqual(self.pending(), ["2026-0001"])


if __name__ == "__main__":
    harness.main()
