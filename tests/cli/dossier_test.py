"""The whole case file as one paper: nothing of the case is missing, and reading it is recorded before it is shown."""

import hashlib
import html
import pathlib
import re

import harness
from amend_test import Correcting
from canaries import FORMS, SECRETS
from keeping import Keep
from walk import ROOT, Office, Walk

SAID = set(SECRETS) - {"log"}  # the case log has no act on this walk


def words_of(page):
    """what a reader sees, blanks made one"""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


class Dossier(Office):
    def given(self, *more, folder="berkas", code=0, **options):
        done = self.run_("document", "2026-0001", "case", "--into", folder, "--format", "json", *more, **options).exits(code)
        if code == 0:
            self.path_of = self.folder / folder / done.json()["file"]
            return self.path_of.read_text()
        return done

    def last_entry(self):
        return self.rows("SELECT max(seq) FROM entry WHERE case_number = '2026-0001'")[0][0]


class Whole(Dossier):
    def setUp(self):
        super().setUp()
        Walk(self, **FORMS).to("closed")
        self.at("2026-06-09T09:00")

    def test_nothing_of_the_case_is_missing(self):
        scan = self.write("scan.pdf", b"%PDF-1.4 isi pindaian")
        order = self.rows("SELECT seq FROM entry WHERE step = 'perintah'")[0][0]
        self.run_("record", "2026-0001", "--by", "pita", "--step", "pindaian", "--form", "-", "--attach",
                  f"perintah={scan}", stdin=f"entry = {order}\n").exits(0)
        self.run_("document", "2026-0001", "--owed", "--into", "surat").exits(0)
        page = self.given()
        words = words_of(page)
        self.assertEqual([name for name in SAID if SECRETS[name] not in words], [])
        entries = self.rows("SELECT seq FROM entry WHERE case_number = '2026-0001' ORDER BY seq")
        self.assertEqual([int(n) for n in re.findall(r'<span class="no">(\d+)</span>', page)], [seq for seq, in entries])
        papers = self.run_("document", "2026-0001", "--list", "--format", "json").exits(0).json()["rows"]
        self.assertGreater(len(papers), 5)
        for paper in papers:
            content = (self.folder / "surat" / paper["file"]).read_bytes()
            self.assertIn(paper["number"] or "", words)
            self.assertIn(hashlib.blake2b(content, digest_size=32).hexdigest(), words)
        content = pathlib.Path(scan).read_bytes()
        self.assertIn(hashlib.blake2b(content, digest_size=32).hexdigest(), words)
        self.assertIn(f"perintah {hashlib.blake2b(content, digest_size=32).hexdigest()} {len(content)}", words)
        [[head]] = self.rows(f"SELECT lower(hex(hash)) FROM entry WHERE seq = {self.last_entry()}")
        self.assertIn(f"{self.last_entry()}-{head[:20]}", words)
        self.assertNotRegex(words, r"\bpid\b")  # that records belong together is nothing a reader could use

    def test_it_is_the_same_bytes_on_another_day_and_in_another_language_until_something_is_recorded(self):
        first = self.given()
        self.assertEqual(self.path_of.name, f"2026-0001-case-{self.last_entry()}.html")
        self.assertEqual(self.path_of.stat().st_mode & 0o777, 0o600)
        self.at("2026-07-09T09:00")
        self.assertEqual(self.given("--lang", "id"), first)  # in the same place: nothing is written over
        self.assertEqual(self.given("--lang", "en", folder="lain"), first)
        self.assertIn("Penerima manfaat", words_of(first))
        self.assertNotIn("beneficiary of", words_of(first).lower())

    def test_the_reading_is_recorded_with_what_it_is_for(self):
        self.given("--for", "complaint")
        rows = self.run_("report", "journal", "--reads", "--format", "json").exits(0).json()["rows"]
        self.assertIn("complaint", str(rows[-1]))
        self.assertIn("case", str(rows[-1]))
        self.assertIn("2026-0001", str(rows[-1]))
        self.run_("store", "verify").exits(0)

    def test_what_fails_to_be_written_was_read_all_the_same(self):
        self.given()
        self.path_of.write_text("mine")
        before = self.rows("SELECT count(*) FROM entry WHERE act = 'read'")[0][0]
        done = self.given(code=1)
        self.assertIn("M1002", done.codes())
        self.assertEqual(self.path_of.read_text(), "mine")
        self.assertEqual(self.rows("SELECT count(*) FROM entry WHERE act = 'read'")[0][0], before + 1)

    def test_without_the_key_nothing_is_shown_nor_recorded(self):
        with self.changing_nothing():
            done = self.given("--key", self.path("missing"), code=7)
            self.assertEqual(done.codes(), ["M7003"])

    def test_nobody_is_owed_it(self):
        for more in (["--owed"], ["--to", "beneficiary1"]):
            with self.changing_nothing():
                self.assertEqual(self.given(*more, code=2).codes(), ["M2001"])
        self.assertNotIn("case", [row["kind"] for row in self.run_("document", "2026-0001", "--list", "--format", "json").json()["rows"]])
        listed = self.run_("--list", "papers", "--format", "json").exits(0).json()["rows"]
        self.assertEqual([row["to"] for row in listed if row["paper"] == "case"], ["office"])


class Corrected(Correcting, Dossier):
    def test_what_was_taken_back_stands_marked_and_the_correction_beside_it(self):
        self.walked("reported")
        visit = self.entry("lapor_hasil")
        self.correct("amend", visit, "record", form={"words": "kata yang lebih baik"}).exits(0)
        page = self.given()
        self.assertIn("kata yang lebih baik", words_of(page))
        amendment = self.last_entry()
        self.assertIn(f"Dibetulkan oleh entri {amendment}", words_of(page))
        self.assertIn(f"Membetulkan entri {visit}", words_of(page))
        self.correct("void", amendment, "record").exits(0)
        again = self.given()
        self.assertEqual(again.count('<p class="gone">'), 1)
        self.assertEqual(again.count('<span class="struck">'), 1)
        self.assertIn(f"Batal oleh entri {self.last_entry()}", words_of(again))
        self.assertNotIn("Dibetulkan oleh", words_of(again))


class Gone(Keep, Dossier):
    def test_of_an_erased_case_the_clear_facts_are_left_and_it_says_so(self):
        self.closed()
        self.at("2031-06-08T09:00")
        self.assertIn("Contoh Anak Satu", self.given())
        self.erase().exits(0)
        page = self.given(folder="sesudah")
        words = words_of(page)
        self.assertIn("Dimusnahkan", words)
        self.assertIn("9 Juni 2031", words)
        for gone in ("Contoh Anak", "Contoh Ibu", "C.A.S.", "357501"):
            self.assertNotIn(gone, words)
        self.assertIn("400.2.4.2/BA-001/423.115/2026", words)


class Rules(Office):
    def complaints(self, rules=None, template=None):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        self.write("kantor.toml", (rules or (lambda same: same))(text))
        if template is not None:
            self.write("templates/berkas.html", template)
        done = self.run_("workflow", "check", self.path("kantor.toml"), "--format", "json")
        return done.code, [problem["message"] for problem in done.problems()] if done.code == 4 else []

    def test_no_office_calls_a_paper_of_its_own_case(self):
        code, said = self.complaints(rules=lambda text: text + '\n[[paper]]\nid = "case"\ntitle = "Kasus"\ntemplate = "undangan"\nto = "invitee"\n')
        self.assertEqual(code, 4)
        self.assertIn("every office has the paper 'case' already", said)

    def test_an_offices_own_template_is_checked_when_the_rules_are(self):
        shipped = (ROOT / "share/templates/berkas.html").read_text()
        for change, complaint in {
            ("{{stage}}", "{{stagee}}"): "unknown field 'stagee'",
            ("{{stage}}", "{{{stage}}}"): "a template may not use '{' tags",
            ("{{stage}}", "{{person_name}}"): "field 'person_name' stands outside its list 'people'",
            ("{{stage}}", "{{people}}"): "'people' is not a text",
            ("{{/people}}", ""): "section 'people' is never closed",
            ("<h1>", "<h1 title='{{stage}}'>"): "field 'stage' stands inside markup",
            ("</head>", "<link rel='stylesheet'></head>"): "'<link' would point outside the page",
        }.items():
            with self.subTest(change=change):
                code, said = self.complaints(template=shipped.replace(*change))
                self.assertEqual(code, 4)
                self.assertIn(complaint, said)
        self.assertNotEqual(self.complaints(template=shipped.replace("RAHASIA", "SANGAT RAHASIA"))[0], 4)


if __name__ == "__main__":
    harness.main()
