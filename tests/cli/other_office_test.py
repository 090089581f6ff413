"""What an office writes into its rules stands on its papers: titles, signers, roles; and what it leaves out is told it."""

import html
import re

import harness
from letters_test import words_of
from offices import CASE, OtherOffice

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


if __name__ == "__main__":
    harness.main()
