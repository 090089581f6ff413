"""The whole file of a case, with everything that is sealed, for whoever has the key."""

import harness
from canaries import FORMS, SECRETS, clear_in
from reading import Reads

S = SECRETS


class OneCase(Reads):
    def test_the_whole_case_shows_all_that_was_sealed(self):
        self.walk.to("closed")
        self.walk.act("2026-06-09T08:00", "record", "catatan", {"words": S["log"]}).exits(0)
        for form in ("text", "csv", "json"):
            with self.subTest(form):
                done = self.named("case", "2026-0001", "--format", form).exits(0)
                missing = set(SECRETS) - set(clear_in(done.out.encode(), list(SECRETS)))
                self.assertEqual(missing, set())
                self.assertIn("2014-05-15", done.out)
                self.assertEqual((self.last()["what"], self.last()["case"]), ("case", "2026-0001"))
        self.run_("report", "case", "2026-0001").exits(0).hides(*SECRETS.values())

    def test_each_text_stands_at_its_entry(self):
        self.walk.to("minuted")
        rows = self.rows_of("case", "2026-0001", "--names")
        at = {row["step"]: row["sealed"] for row in rows}
        for step, secret in (("registrasi", "story"), ("rencana", "plan"), ("kelayakan", "interest"), ("berita_acara", "course"),
                             ("hasil", "obligation"), ("syarat_terpenuhi", "how"), ("pembekalan", "note")):
            self.assertIn(S[secret], at[step], step)
        self.assertIsNone(at["perintah"])
        self.assertTrue(all("<html" not in (row["sealed"] or "") for row in rows), "pages are no facts")

    def test_what_was_amended_stands_as_it_is_and_nothing_disappears(self):
        self.walk.to("planned")
        entry = self.rows("SELECT seq FROM entry WHERE step = 'rencana'")[0][0]
        self.walk.act("2026-03-04T16:00", "assess", "rencana", {"plan": "rencana yang benar", "note": "salah ketik"},
                      extra=("--amend", str(entry), "--because", "salah_ketik")).exits(0)
        rows = {row["entry"]: row["sealed"] for row in self.rows_of("case", "2026-0001", "--names")}
        self.assertIn("rencana yang benar", rows[entry])
        self.assertIn(S["report"], rows[entry])
        self.assertNotIn(S["plan"], rows[entry])
        self.assertIn("salah ketik", rows[max(rows)])
        self.at("2026-03-04T16:30").run_("assess", "1", "--by", "pita", "--void", str(max(rows)), "--because", "salah_ketik").exits(0)
        rows = {row["entry"]: row["sealed"] for row in self.rows_of("case", "2026-0001", "--names")}
        self.assertIn(S["plan"], rows[entry])
        self.assertTrue(any("rencana yang benar" in (text or "") for seq, text in rows.items() if seq != entry))

    def test_attached_files_come_out_again(self):
        files = {"a.pdf": b"%PDF-1.4 " + S["story"].encode(), "b.jpg": b"\xff\xd8\xff" + bytes(range(256)) * 300, "c": b""}
        for name, content in files.items():
            self.folder.joinpath(name).write_bytes(content)
        self.walk.attempt("registered", "--attach", "identitas=a.pdf", "--attach", "foto=b.jpg", "--attach", "lain=c").exits(0)
        entry = self.entries()
        listed = self.named("case", "1").exits(0)
        for kind in ("identitas", "foto", "lain"):
            self.assertRegex(listed.out, rf"entry {entry}: attached file \d \({kind}\)")
        names = [f"2026-0001-{entry}-{number}.{ending}" for number, ending in ((1, "pdf"), (2, "jpg"), (3, "bin"))]
        self.named("case", "1", "--attachments", "out").exits(0).shows(*names)
        out = self.folder / "out"
        self.assertEqual(sorted(path.name for path in out.iterdir()), names)
        self.assertEqual([out.joinpath(name).read_bytes() for name in names], list(files.values()))
        self.assertEqual({out.joinpath(name).stat().st_mode & 0o777 for name in names}, {0o600})
        out.joinpath(names[0]).write_bytes(b"another file")
        self.named("case", "1", "--attachments", "out").exits(1).says_nothing().complains("M1002")
        self.assertEqual(out.joinpath(names[0]).read_bytes(), b"another file")
        with self.changing_nothing():
            self.named("case", "1", "--attachments", "elsewhere", env={"MEDIASI_KEY": "/nowhere"}).exits(7)
        self.assertFalse((self.folder / "elsewhere").exists())

    def test_a_story_of_several_lines_keeps_the_shape_of_the_page(self):
        self.walk.changes = {**FORMS, "registered": {"story": "baris satu\nbaris dua\n\nbaris tiga"}}
        self.walk.to("registered")
        done = self.named("case", "1").exits(0).hides("\\u{a}")
        (line,) = [line for line in done.out.splitlines() if "baris satu" in line]
        self.assertIn("baris tiga", line)
        (row,) = self.rows_of("case", "1", "--names")
        self.assertIn("baris satu\nbaris dua\n\nbaris tiga", row["sealed"])


if __name__ == "__main__":
    harness.main()
