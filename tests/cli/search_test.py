"""Looking for people: the blind index, what waits for the key, records like others at intake, and --find."""

import contextlib
import shutil
import sqlite3

import harness
import walk
from walk import Office, toml

NIK = "3575015505149991"
OTHER_NIK = "3575021103149992"


class Searching(Office):
    """An office that registers people and looks for them."""

    def keyless(self):
        self.environment["MEDIASI_KEY"] = self.path("no", "key")

    def with_key(self):
        self.environment["MEDIASI_KEY"] = self.path("safe", "key")

    def register(self, *people, side="beneficiary", extra=(), **person):
        form = {"source": "school", side: [*people, *([person] if person else [])]}
        return self.act("2026-03-02T08:30", "intake", "", "", form, "", ("--format", "json", *extra))

    def person(self, case, when="2026-03-02T09:00", extra=(), **rows):
        return self.act(when, "intake", case, "orang", rows, "pita", ("--format", "json", *extra))

    def find(self, *extra, report="register", **asked):
        return self.run_("report", report, "--find", "-", "--format", "json", *extra, stdin=toml(asked))

    def found(self, **asked):
        return [row["case"] for row in self.find(**asked).exits(0).json()["rows"]]

    def warned(self, done, code="M5080"):
        return [w["message"] for w in done.exits(0).json()["warnings"] if w["code"] == code]

    def pending(self):
        return [row[0] for row in self.rows("SELECT case_number FROM search_pending ORDER BY 1")]

    def tokens(self):
        return self.rows("SELECT case_number, person, kind, token FROM search ORDER BY 1, 2, 3, 4")

    def change(self, *statements):
        """behind the program's back"""
        with contextlib.closing(sqlite3.connect(self.path("mediasi.db"))) as store:
            for statement in statements:
                store.execute(statement)
            store.commit()


class Find(Searching):
    def test_every_spelling_finds(self):
        self.register(name="Drs. H. Achmad Soekarjo, M.Si.").exits(0)
        self.register(name="Siti Noerhajati binti Djoko").exits(0)
        self.register(name="Moch. Abdurrochman Tjahjono").exits(0)
        for name, case in [("Ahmad Sukaryo", 1), ("akhmat soekarjo", 1), ("Sukaryo", 1), ("SUKARJO AHMAD", 1),
                           ("Siti Nurhayati", 2), ("Nur Hayati", 2), ("Hj. Siti Nurhayati", 2), ("Joko", 2),
                           ("Abdul Rahman Cahyono", 3), ("Muhammad Abdurrahman Cahyono", 3), ("Rachman", 3)]:
            with self.subTest(name):
                self.assertEqual(self.found(name=name), [f"2026-000{case}"])
        for name in ("Achmad Soekarno", "Siti Aminah", "Tjahjo", "Sukaryono"):
            with self.subTest(name):
                self.assertEqual(self.found(name=name), [])

    def test_number_month_and_name_each_find_and_the_notes_say_how(self):
        self.register(name="Contoh Satu", nik=NIK, birth="2014-05-15").exits(0)
        self.register(name="Contoh Satu", birth="2014-05-20").exits(0)
        self.register(name="Contoh Satu", birth="2010-01-02").exits(0)
        self.register(name="Contoh Lain", birth="2014-05-01").exits(0)
        self.assertEqual(self.found(nik=NIK), ["2026-0001"])
        self.assertEqual(self.found(nik=OTHER_NIK), [])
        self.assertEqual(self.found(born="2014-05"), ["2026-0001", "2026-0002", "2026-0004"])
        self.assertEqual(self.found(name="Lain"), ["2026-0004"])
        notes = self.find(nik=NIK, name="Contoh Satu", born="2014-05").exits(0).json()["notes"]
        self.assertEqual(notes, ["case 2026-0001: 'beneficiary1' (C.S.): the same NIK",
                                 "case 2026-0002: 'beneficiary1' (C.S.): the same name and month of birth",
                                 "case 2026-0003: 'beneficiary1' (C.S.): the same name"])

    def test_every_person_of_a_case_is_found_and_representatives_are(self):
        self.act("2026-03-02T08:30", "intake", "", "", {
            "source": "school", "beneficiary": [{"name": "Contoh Anak"}],
            "respondent": [{"name": "Contoh Perkumpulan", "organisation": "yes", "representative": "Contoh Wakil"}],
            "companion": [{"name": "Contoh Ibunda", "of": "beneficiary1", "kinds": ["parent"]}],
            "other": [{"name": "Contoh Paman", "role": "witness"}]}, "").exits(0)
        for name in ("Anak", "Perkumpulan", "Wakil", "Ibunda", "Paman"):
            with self.subTest(name):
                self.assertEqual(self.found(name=name), ["2026-0001"])

    def test_one_case_can_be_shown_by_its_person(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.register(name="Contoh Satu", nik=OTHER_NIK).exits(0)
        self.find(report="case", nik=NIK).exits(0).shows("2026-0001", "the same NIK").hides("2026-0002")
        self.find(report="case", name="Contoh Satu").exits(2).says_nothing().complains("2026-0001, 2026-0002")
        self.find(report="case", name="Nobody").exits(2).says_nothing().complains("M2006")
        for report in ("due", "agenda", "obligations"):
            self.find(report=report, nik=NIK).exits(0).shows("the same NIK").hides("2026-0002")

    def test_what_takes_no_search_says_so(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        with self.changing_nothing():
            for report, code in (("overdue", "M2040"), ("journal", "M2040"), ("complaints", "M2040"), ("nothing", "M2014")):
                self.assertEqual(self.find(report=report, nik=NIK).exits(2).codes(), [code])
            self.run_("report", "case", "1", "--find", "-", stdin=f'nik = "{NIK}"').exits(2)
            self.run_("report", "case").exits(2)
            self.run_("report", "agenda", "--find", "-", "--format", "ics", stdin=f'nik = "{NIK}"').exits(2)
            self.run_("report", "register", "--find", self.path("nowhere")).exits(1).says_nothing()
            self.run_("report", "register", "--for", "casework").exits(2)

    def test_a_bad_form_is_told_whole_and_says_no_word_of_it_again(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        secret = "Rahasiawati"
        for title, text, codes in [
            ("nothing asked", "", ["M4009"]), ("blanks", 'name = "  "\nnik = ""', ["M4009"]),
            ("a short NIK", 'nik = "35750155"', ["M4010"]), ("a NIK as a number", f"nik = {NIK}", ["M4004"]),
            ("a year alone", 'born = "2014"', ["M4005"]), ("no day", f'born = "{secret}"', ["M4005"]),
            ("a name as a list", f'name = ["{secret}"]', ["M4004"]), ("a name without a word", 'name = "..."', ["M4011"]),
            ("a field too many", f'naem = "{secret}"', ["M4002"]), ("a table", f'[name]\nx = "{secret}"', ["M4004"]),
            ("rows", f'[[name]]\nx = "{secret}"', ["M4002"]), ("a file", f'attach = ["a={secret}"]', ["M4002"]),
            ("no TOML", f"name = {secret}", ["M4001"]), ("a NUL", b'name = "a\x00b"', ["M4023"]),
            ("no UTF-8", b'name = "\xff"', ["M4023"]),
            ("two faults", 'nik = "1"\nborn = "x"', ["M4010", "M4005"]),
        ]:
            with self.subTest(title), self.changing_nothing():
                done = self.run_("report", "register", "--find", "-", "--format", "json", stdin=text).exits(4)
                self.assertEqual(done.codes(), codes, done.err)
                done.says_nothing().hides(secret, "35750155")
        self.run_("report", "register", "--find", "-", stdin="#" * 70_000).exits(4).says_nothing()

    def test_without_the_key_nothing_is_looked_for_and_nothing_changes(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.keyless()
        with self.changing_nothing():
            self.assertEqual(self.find(nik=NIK).exits(7).says_nothing().codes(), ["M7003"])

    def test_the_search_is_recorded_and_the_question_is_not(self):
        self.register(name="Kenarisatu Melatiwangi", nik=NIK, birth="2014-05-15").exits(0)
        self.find("--for", "audit", name="Kenarisatu", nik=NIK, born="2014-05").exits(0).hides(
            "Kenarisatu", "kenari", "Melati", NIK, "2014-05")
        ((facts, case),) = self.rows("SELECT facts, case_number FROM entry WHERE act = 'read'")
        self.assertEqual(case, "0")
        for part in ('"for":"audit"', '"2026-0001"', '"register --find"'):
            self.assertIn(part, facts.replace(": ", ":"))
        for word in ("Kenarisatu", "kenarisatu", "Melatiwangi", "melatiwangi", NIK, "2014-05-15"):
            self.assertEqual(self.found_in(word), [])
        self.run_("report", "journal", "--reads").exits(0).shows("register --find")
        self.run_("store", "verify").exits(0)

    def test_whoever_is_no_officer_looks_for_nobody(self):
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        with self.changing_nothing():
            self.find("--by", "nobody", nik=NIK).exits(2).says_nothing()


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

    def test_a_case_that_cannot_be_opened_is_told_and_the_search_is_no_success(self):
        self.keyless()
        self.register(name="Contoh Satu", nik=NIK).exits(0)
        self.register(name="Contoh Dua").exits(0)
        self.with_key()
        seq = self.rows("SELECT seq FROM entry WHERE case_number = '2026-0001'")[0][0]
        self.change("DROP TRIGGER sealed_update", f"UPDATE sealed SET blob = randomblob(length(blob)) WHERE seq = {seq}")
        self.find(name="Dua").exits(8).shows("2026-0002", "1 cases cannot be opened")
        self.assertEqual(self.pending(), ["2026-0001"])


class Likenesses(Searching):
    def afresh(self):
        super().afresh()
        self.register(name="Contoh Satu", nik=NIK, birth="2014-05-15").exits(0)

    def told(self, side="beneficiary", **person):
        done = self.register(side=side, **person)
        done.hides("Contoh", NIK, OTHER_NIK)
        return self.warned(done)

    def test_the_strength_of_a_likeness_is_said(self):
        line = "'beneficiary1' may be 'beneficiary1' (C.S.) of case 2026-0001: "
        self.assertEqual(self.told(name="Nama Lain", nik=NIK), [line + "the same NIK"])
        self.afresh()
        self.assertEqual(self.told(name="Tjontoh Satoe", birth="2014-05-02"), [line + "the same name and month of birth"])
        self.afresh()
        self.assertEqual(self.told(name="Contoh Satu"), [line + "the same name"])
        self.afresh()
        self.assertEqual(self.told(name="Satu", birth="2014-05-01"), [line + "the same name and month of birth"])

    def test_who_is_somebody_else_is_not_told(self):
        self.assertEqual(self.told(name="Contoh Dua", birth="2014-05-15"), [])
        self.assertEqual(self.told(name="Satu"), [])
        self.assertEqual(self.told(name="Contoh Satu", nik=OTHER_NIK, birth="1990-03-11"), [])

    def test_the_other_side_of_an_open_case_is_said(self):
        (message,) = self.told(side="respondent", name="Contoh Satu", nik=NIK)
        self.assertIn("there on the other side, and that case is open", message)
        (message,) = self.told(name="Lain", nik=NIK)[:1]
        self.assertTrue("respondent" in message or "other side" not in message)

    def test_two_records_of_one_case_are_told_too(self):
        done = self.person("1", companion=[{"name": "Contoh Satu", "of": "beneficiary1", "kinds": ["relative"]}])
        self.assertEqual(self.warned(done), ["'companion1' may be 'beneficiary1' (C.S.) of the same case: the same name"])

    def test_a_dry_run_tells_and_changes_nothing(self):
        with self.changing_nothing():
            done = self.register(name="Lain", nik=NIK, extra=("--dry-run",))
            self.assertEqual(len(self.warned(done)), 1)
            self.keyless()
            self.assertEqual(len(self.warned(self.register(name="Lain", nik=NIK, extra=("--dry-run",)), "M5081")), 1)

    def test_the_hint_confirms_and_what_is_confirmed_is_told_no_more(self):
        done = self.register(name="Lain", nik=NIK).exits(0).json()
        hint = next(w["hint"] for w in done["warnings"] if w["code"] == "M5080")
        words = hint.split("mediasi ")[1].split(";")[0].split()
        self.at("2026-03-02T09:00").run_(*words, "--by", "pita").exits(0)
        (pid,) = {row[0] for row in self.rows("SELECT pid FROM person_link")}
        self.assertTrue(pid)
        again = self.person("2", when="2026-03-02T09:30", beneficiary=[{"id": "beneficiary1", "name": "Lainnya"}])
        self.assertEqual(self.warned(again), [])

    def test_many_likenesses_are_counted(self):
        for _ in range(14):
            self.register(name="Contoh Satu").exits(0)
        told = self.told(name="Contoh Satu")
        self.assertEqual(len(told), 13)
        self.assertEqual(told[-1], "and 3 more records like these")


if __name__ == "__main__":
    harness.main()
