"""What an office writes into its rules stands on its papers: titles, signers, roles; and what it leaves out is told it."""

import html
import re

import harness
from letters_test import words_of
from offices import CASE, OtherOffice, labour_office, manual_example

IDS = re.compile(r"\b[a-z]+[0-9]*_[a-z_]+\b")  # what the program calls a thing
PAYS = {"who": "respondent1", "kind": "payment", "text": "Membayar upah.", "recurrence": "once", "due": "2026-01-20", "amount": 5000000}


def heading(page):
    return html.unescape(re.search(r"<h1>(.*?)</h1>", page).group(1))


def title(page):
    return html.unescape(re.search(r"<title>(.*?)</title>", page).group(1))


def hands(page):
    """who signs, in order: the capacity above each line"""
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in re.findall(r'<p class="capacity">(.*?)</p>', page)]


class Papers(OtherOffice):
    def keeps_to_the_rules(self, page):
        words = words_of(page)
        for word in ("Pendamping PPA", "Manajer Kasus", "Kepala UPT"):
            self.assertNotIn(word, words)
        self.assertEqual(IDS.findall(words), [])

    def test_an_advice_is_headed_and_signed_as_the_rules_say(self):
        self.disputes()
        self.heard("not_agreed")
        page = self.paper("anjuran")
        self.assertEqual((heading(page), title(page)), ("Anjuran", "Anjuran"))
        self.assertEqual(hands(page), ["Mediator", "Mengetahui, Kepala Dinas"])
        self.assertIn("Mediator Hubungan Industrial Contoh Petugas penyusun berita acara", words_of(page))
        self.assertIn("Legitimasi mediator Nomor 1", words_of(page))
        self.keeps_to_the_rules(page)

    def test_an_agreement_is_signed_by_the_sides_where_the_rules_name_them(self):
        self.disputes(('credential = "legitimasi_mediator"', 'credential = "legitimasi_mediator"\ncredential_title = "Surat Legitimasi"'),
                      ('template = "kesepakatan"', 'template = "berita_acara"'))
        self.heard("agreed", [PAYS])
        page = self.paper("pb")
        self.assertEqual(heading(page), "Persetujuan Bersama")
        self.assertEqual(sorted(hands(page)), ["Mediator", "Mengetahui, Kepala Dinas", "Pihak I", "Pihak II"])
        self.assertIn("Surat Legitimasi Nomor 1", words_of(page))
        self.assertIn("dipantau oleh Mediator Hubungan Industrial", words_of(page))
        self.keeps_to_the_rules(page)

    def test_the_writer_of_the_minutes_signs_at_the_table_where_the_rules_name_its_role(self):
        self.disputes(('signers = ["parties", "mediator", "kadis"]', 'signers = ["mediator_hi", "companions"]'))
        self.heard("agreed", [PAYS])
        self.assertEqual(hands(self.paper("pb")), ["Mediator Hubungan Industrial"])

    def test_a_letter_has_the_subject_and_all_the_signers_of_the_rules(self):
        self.disputes(('signers = ["kadis"]\nnumber = "{kode}/{nomor}', 'signers = ["kabid", "mediator", "kadis"]\nnumber = "{kode}/{nomor}'),
                      ('title = "Pemberitahuan"', 'title = "Pemberitahuan"\nheading = "Akhir Layanan"'))
        page = self.paper("panggilan")
        self.assertIn("Hal Panggilan", words_of(page))
        self.assertEqual(hands(page), ["Kepala Bidang,", "Mengetahui, Mediator", "Mengetahui, Kepala Dinas"])
        self.assertIn("silakan menghubungi Contoh Petugas", words_of(page))
        self.keeps_to_the_rules(page)
        self.does("terminate", "arsip", {"reason": "carried_out"}, "2026-01-08T09:00", extra=("--papers", "letters"))
        self.assertIn("Hal Akhir Layanan", words_of(self.paper("selesai")))

    def test_what_is_issued_is_given_again_as_it_was(self):
        self.disputes()
        self.heard("not_agreed")
        before = self.paper("anjuran")
        self.run_("document", CASE, "anjuran", "--into", "again").exits(0)
        self.assertEqual((self.folder / "again" / f"{CASE}-anjuran-1.html").read_text(), before)


class Check(OtherOffice):
    def problems_of(self, rules):
        done = self.run_("workflow", "check", self.write("kantor.toml", rules), "--format", "json")
        return done.exits(4).problems()

    def test_the_example_of_the_manual_is_complete(self):
        self.run_("workflow", "check", self.write("sambas.toml", manual_example())).exits(0).quiet_errors()

    def test_what_a_template_needs_of_the_file_is_asked_for_when_it_is_checked(self):
        for gone, field, papers in (('address = "Jl. Contoh 2"\n', "office_address", {"panggilan", "anjuran", "pb", "selesai"}),
                                    ('phone = "0343-000001"\n', "office_phone", {"panggilan", "anjuran", "pb", "selesai"}),
                                    ('number = "{kode}/A-{nomor}/{tahun}"\n', "letter_number", {"anjuran"}),
                                    ('signers = ["mediator", "kadis"]\n', "signers", {"anjuran"})):
            with self.subTest(field):
                rules = labour_office((gone, ""))
                found = self.problems_of(rules)
                self.assertEqual({problem["code"] for problem in found}, {"M4009"})
                lines = rules.splitlines()
                told = {lines[problem["line"]].split('"')[1] for problem in found}
                self.assertEqual(told, papers)
                for problem in found:
                    self.assertIn(f"'{field}', and the rules do not hold it", problem["message"])
                    self.assertEqual((problem["file"], bool(problem["hint"])), ("kantor.toml", True))
        text = self.run_("workflow", "check", "kantor.toml").exits(4)
        text.complains("kantor.toml:", "[[paper]]", "hint: write it in the rules: [[paper]] signers")

    def test_a_store_takes_in_no_such_file(self):
        for path in ("mediasi.db", "safe/key", "safe/recovery"):
            self.folder.joinpath(path).unlink()
        file = self.write("kantor.toml", labour_office(('phone = "0343-000001"\n', "")))
        self.run_("init", "--practice", "--rules", file, "--officer", "-", "--recovery", self.path("safe", "recovery"),
                  stdin="").exits(4).complains("office_phone")
        self.assertFalse(self.folder.joinpath("mediasi.db").exists())

    def test_a_heading_does_not_name_the_violence(self):
        for key in ("title", "heading"):
            words = 'title = "Panggilan"' + ('\nheading = "Perkara kekerasan"' if key == "heading" else "")
            words = words.replace("Panggilan", "Panggilan perkara kekerasan") if key == "title" else words
            (problem,) = self.problems_of(labour_office(('title = "Panggilan"', words)))
            self.assertEqual(problem["code"], "M4018")
            self.assertIn("'kekerasan' in the heading of the paper 'panggilan'", problem["message"])


class Sambas(OtherOffice):
    """the office of the manual, from the invitation to the minutes"""

    def test_its_papers_can_be_issued(self):
        self.founded(manual_example(), ("kasi", "camat"), "surat_tugas", "2026-07-06T07:45")
        person = {"birth": "1980-01", "sex": "male", "special_needs": "no", "may_write": "yes"}
        at = "2026-07-06T08:00"
        form = {"source": "letter", "beneficiary": [{"name": "Contoh Warga", **person}],
                "respondent": [{"name": "Contoh Tetangga", "relation": "neighbour", **person}],
                "matter": [{"kind": "neighbour_dispute", "police_report": "no"}]}
        self.does("intake", "", form, at, case="")
        calm = {"violence": "no", "willing": "yes", "risk": "low", "pressure": "no", "threat": "no", "protection_order": "no", "afraid": "no"}
        for party in ("beneficiary1", "respondent1"):
            self.does("assess", "pemeriksaan", {"party": party, **calm}, at)
            self.does("intake", "persetujuan", {"party": party, "given_by": "self", "relation": "self", "purposes": ["mediation"], "decision": "given"}, at)
        self.does("assess", "surat_tugas", {"decision": "ordered"}, at)
        self.does("schedule", "mediator", {"mediator": "med", "conflict": "no"}, at)
        self.does("schedule", "sesi", {"at": "2026-07-08T09:00", "room": "r1"}, at)
        invitees = [{"person": who} for who in ("mediator", "beneficiary1", "respondent1")]
        self.does("schedule", "undangan", {"invitee": invitees}, at, extra=("--papers", "letters"))
        self.assertIn("Hal Surat Undangan", words_of(self.paper("undangan")))
        self.assertIn("Jl. Contoh No. 1 · Telepon 0562-000000", words_of(self.paper("undangan")))
        present = [{"person": who, "status": "present"} for who in ("mediator", "beneficiary1", "respondent1")]
        self.does("record", "hadir", {"on": "2026-07-08T09:00", "present": present}, "2026-07-08T11:00")
        self.does("record", "hasil", {"outcome": "not_agreed"}, "2026-07-08T11:00")
        self.does("record", "berita_acara", {"course": "Para pihak didengar."}, "2026-07-08T12:00", extra=("--papers", "letters"))
        page = self.paper("berita_acara")
        self.assertEqual(heading(page), "Berita Acara")
        self.assertEqual(sorted(hands(page)), ["Mediator", "Mengetahui, Camat", "Pihak I", "Pihak II"])
        self.assertIn("Surat Tugas Camat Nomor 1", words_of(page))
        self.assertIn("Kepala Seksi Contoh Petugas", words_of(page))


class Watch(OtherOffice):
    def test_who_keeps_watch_over_what_was_agreed_is_named(self):
        self.disputes()
        self.heard("agreed", [PAYS])
        self.at("2026-01-25T09:00")
        rows = self.run_("report", "overdue", "--format", "json").exits(5).json()["rows"]
        (late,) = [row for row in rows if row["what"] == "obligation.1"]
        self.assertEqual((late["since"], late["role"], late["officer"]), ("2026-01-21", "mediator_hi", "admin"))

    def test_no_fact_is_told_by_a_name_of_the_program(self):
        self.disputes()
        self.heard("agreed", [PAYS])
        rows = self.run_("report", "case", CASE, "--format", "json").exits(0).json()["rows"]
        told = "; ".join(row["facts"] or "" for row in rows)
        self.assertIn("has a representative: yes", told)
        self.assertNotRegex(told, r"(?:^|[;(] ?)(?:represented|[a-z]+_[a-z_]+): ")

    def test_the_days_of_the_register_are_those_that_explain_counts(self):
        """a promise in working days: neither weekend nor holiday is a day of service"""
        self.disputes()
        for day, days in (("2026-01-05", 0), ("2026-01-06", 1), ("2026-01-12", 5), ("2026-01-19", None)):
            self.at(f"{day}T09:00")
            (row,) = self.run_("report", "register", "--format", "json").exits(0).json()["rows"]
            deadlines = self.run_("explain", CASE, "--format", "json").exits(0).json()["deadlines"]
            counted = next(one for one in deadlines if one["id"] == "mediasi")["net"]
            self.assertEqual((row["days"], counted), (counted if days is None else days,) * 2, day)
        self.heard("not_agreed")
        (row,) = self.at("2026-02-16T09:00").run_("report", "register", "--format", "json").exits(0).json()["rows"]
        self.assertEqual(row["days"], 2, "stopped on 7 January")


if __name__ == "__main__":
    harness.main()
