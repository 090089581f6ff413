"""Every paper of a walked case as it comes out of a printer: short and crowded, and with texts that were never meant for it."""

import unittest

import harness
from pages import has_weasyprint, laid_out
from walk import Office, Walk, example

TELLING = ["berita_acara", "kesepakatan", "laporan_asesmen", "case"]  # papers with story, course and obligations
LONG = "Contoh {} Binti Contoh Ayah Yang Namanya Sendiri Sudah Panjang Alias Contoh Panggilan Sehari-hari Di Kampung Sebelah Timur Sungai"
TEXT = "Melaksanakan butir ini sebagaimana dibicarakan, dengan sepengetahuan wali kelas dan kedua ibu, tanpa menyebut peristiwa lama."
HOSTILE = {
    "a word of 2,000 letters": "kata" + "panjang" * 285,
    "markup": "<script>alert(1)</script><b>tebal</b> & \"kutip\" {{stage}} &lt;i&gt; ]]> <!-- ",
    "emoji and joined scripts": "teks 😀 👩‍👩‍👧 \u0627\u0644\u0633\u0644\u0627\u0645 ujung",
    "bidi controls": "kiri \u202e nanak \u2066 balik \u2069 \u200f ujung",
}


def rows(form, path, *more):
    """the rows of a form of the walk, and more of them"""
    at = example(f"first-case/{form}")
    for name in path.split("."):
        at = at[name]
    return {path: [*at, *more]}


def crowded():
    """eight signers with names of three lines, twelve obligations, long texts"""
    kin = {"kinds": ["relative"], "alleged_offender": "no", "may_write": "yes"}
    uncle = {"name": LONG.format("Paman Dua"), "of": "respondent1", **kin}
    aunt = {"name": LONG.format("Bibi Satu"), "of": "beneficiary1", **kin}
    both = [{"person": "companion4"}, {"person": "companion5"}]
    obligation = {"who": "respondent1", "kind": "apology", "text": TEXT, "recurrence": "once", "due": "2026-03-16",
                  "proof": "catatan wali kelas"}
    return {
        "registered": {**rows("01-registrasi", "companion", uncle, aunt), "story": (TEXT + "\n") * 12,
                       "beneficiary.0.name": LONG.format("Anak Satu"), "respondent.0.name": LONG.format("Anak Dua"),
                       "companion.0.name": LONG.format("Ibu Satu"), "companion.1.name": LONG.format("Ibu Dua"),
                       "companion.2.name": LONG.format("Juru Isyarat")},
        "scheduled": rows("07-jadwal", "undangan.invitee", *both),
        "delivered": rows("08-bukti-undangan", "delivery", *({**one, "how": "hand", "received_by": "sendiri"} for one in both)),
        "held": {**rows("09-sidang", "kehadiran.present", *({**one, "status": "present"} for one in both)),
                 "hasil.obligation": [obligation] * 12},
        "minuted": {"course": (TEXT + " ") * 6},
        "signed": rows("11-penutup", "tanda_tangan.signature", *({**one, "state": "signed"} for one in both)),
    }


def single():
    """one obligation"""
    return {"held": {f"hasil.obligation.{number}": None for number in (3, 2, 1)},
            **{f"visited{visit}": {f"kunjungan.state.{number}": None for number in (3, 2, 1)} for visit in (1, 2, 3)}}


@unittest.skipUnless(has_weasyprint(), "WeasyPrint is not installed: no paper was looked at as pages")
class Pages(Office):
    def papers(self, changes, to="closed"):
        """what a case walked with these changes leaves in a folder, laid out"""
        Walk(self, **changes).to(to)
        self.at("2026-06-09T09:00")
        for kind in ("--owed", "case"):
            self.run_("document", "2026-0001", kind, "--into", "letters").exits(0)
        pages = laid_out(self.path("letters"))
        self.assertGreater(len(pages), 7)
        return pages

    def check(self, pages):
        self.assertEqual([fault for page in pages for fault in page.faults()], [])
        self.assertLessEqual({len(page.sheets) for page in pages if "-persetujuan-" in page.path.name}, {1})

    def test_a_small_case(self):
        pages = self.papers(single())
        self.check(pages)
        self.assertEqual({page.signature_count() for page in pages if "undangan" in page.path.name}, {1})
        self.assertGreater(sum(len(page.sheets) for page in pages), len(pages))

    def test_letters_are_one_sheet_each(self):
        for changes in ({}, crowded()):
            self.afresh()
            walk = Walk(self, **changes)
            walk.to("registered")
            for form, by, step in (({"role": "pendamping", "officer": "pita"}, "koko", "penugasan"),
                                   ({"to": "school", "answer": "accepted", "share_consent": "yes", "summary": TEXT,
                                     "to_name": (LONG if changes else "Contoh {}").format("Kepala Sekolah")}, "pita", "rujukan")):
                walk.act("2026-03-02T08:40", "intake", step, form, by).exits(0)
            for state in ("found", "signed", "reported"):
                walk.to(state)
                self.run_("document", "2026-0001", "--owed", "--into", "letters").exits(0)
            walk.act("2026-06-08T10:00", "terminate", "terminasi", {"reason": "other"}, "kania").exits(0)
            self.run_("document", "2026-0001", "--owed", "--into", "letters").exits(0)
            pages = laid_out(self.path("letters"))
            self.check(pages)
            for page in pages:
                if 'class="letter"' in page.html:
                    # the slip of a long referral, which is cut off anyway, may be a sheet of its own
                    most = 2 if changes and "-rujukan-" in page.path.name else 1
                    self.assertLessEqual(len(page.sheets), most, page.path.name)
            kinds = {page.path.name.split("-")[2] for page in pages}
            self.assertLessEqual({"undangan_asesmen", "surat_tugas", "surat_tugas_mediator", "rujukan", "laporan_hasil", "terminasi"}, kinds)

    def test_a_crowded_case(self):
        pages = self.papers(crowded(), to="signed")
        self.check(pages)
        minutes = next(page for page in pages if "berita_acara" in page.path.name)
        self.assertGreaterEqual(minutes.signature_count(), 8)
        self.assertGreater(len(minutes.sheets), 2)

    def test_texts_that_were_never_meant_for_paper(self):
        texts = list(HOSTILE.values())
        changes = {"registered": {"story": "\n".join(texts)}, "minuted": {"course": "\n".join(texts)},
                   "held": {f"hasil.obligation.{at}.{field}": text[:most] for at, text in enumerate(texts)
                            for field, most in (("text", 2100), ("proof", 400))}}
        pages = self.papers(changes, to="minuted")
        self.check(pages)
        for page in pages:
            self.assertNotIn("<script", page.html)
            self.assertEqual([code for code in "\u202e\u2066\u2069\u200f" if code in page.html], [])
            if any(f"-{kind}-" in page.path.name for kind in TELLING):  # the others carry none of these texts
                self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;", page.html)
                self.assertIn("👩‍👩‍👧", page.html)
                self.assertIn("{{stage}}", page.said())


if __name__ == "__main__":
    harness.main()
