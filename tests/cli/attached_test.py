"""Files to be sealed beside an act: plain ones that are there. Of what is none nothing is recorded."""

import json
import os
import pathlib

import harness
import rows
from batches import NOW, Batches


class Attached(Batches):
    def setUp(self):
        super().setUp()
        self.write("scan/a.pdf", "%PDF contoh")
        os.mkfifo(self.path("scan/pipe"))
        os.mkdir(self.path("scan/folder"))
        os.symlink("a.pdf", self.path("scan/near"))
        os.symlink("/etc/hostname", self.path("scan/far"))
        os.symlink("none", self.path("scan/nothing"))

    def row(self, name, folder=""):
        sheet = self.write("in/rows.csv" if folder else "rows.csv", rows.sheet([{"on": "2026-03-01", "source": "walk_in", "attach": f"identitas={name}"}]))
        return self.run_("--format", "json", "intake", "--batch", sheet if folder else "rows.csv")

    def test_rows_name_ordinary_files_below_the_sheet(self):
        for name in "scan/a.pdf", "scan/near", "scan//a.pdf":
            self.row(name).exits(0)
        for name, said in (("none.pdf", "no such file"), ("scan/none.pdf", "no such file"), ("none/none.pdf", "no such file"),
                           ("scan/nothing", "no such file"), ("scan/pipe", "no ordinary file"), ("scan/folder", "a folder"),
                           ("scan/far", "outside"), ("scan/far/x", "outside"), ("../none.pdf", "below the folder"), ("/etc/hostname", "below the folder")):
            for folder in ("", "in"):
                if folder and name.startswith("scan"):
                    continue
                with self.subTest(name, folder=folder), self.changing_nothing("mediasi.db"):
                    (problem,) = self.row(name, folder).exits(4).problems()
                    self.assertEqual((problem["code"], problem["row"]), ("M4022", 2))
                    self.assertIn(said, problem["message"])

    def test_forms_and_attach_take_ordinary_files_alone(self):
        self.run_("intake", "--set", "source=walk_in", "--attach", "identitas=scan/a.pdf").exits(0)
        reading, writing = os.pipe()
        os.write(writing, b"isi")
        os.close(writing)
        self.addCleanup(os.close, reading)
        for name in ("scan/pipe", "/dev/null", "/dev/zero", "scan/folder", "none", "-", f"/dev/fd/{reading}"):
            with self.subTest(name), self.changing_nothing("mediasi.db"):
                self.run_("intake", "--set", "source=walk_in", "--attach", f"identitas={name}", pass_fds=[reading], stdin="isi").exits(1)
                form = self.write("form.toml", f'source = "walk_in"\nattach = ["identitas={name}"]\n')
                self.run_("intake", "--form", form, pass_fds=[reading]).exits(1)

    def test_no_number_of_a_person_stands_as_a_kind(self):
        self.run_("intake", "--set", "source=walk_in").exits(0)
        entry = self.entries()[-1][0]
        words = self.write("words.toml", 'words = "x"\n')
        for kind in "3575010303129999", "k3575010303129999", "35.7501.0303.129999", "081234567890", "ktp-357501", "08-12-34-56-78-90":
            attach = f"{kind}=scan/a.pdf"
            ways = {"option": lambda: self.run_("record", "1", "--step", "catatan", "--form", words, "--attach", attach),
                    "form": lambda: self.run_("record", "1", "--step", "catatan", "--form", "-", stdin=f'words = "x"\nattach = ["{attach}"]\n'),
                    "row": lambda: self.batch("intake", rows.sheet([{"on": "2026-03-01", "source": "walk_in", "attach": attach}])),
                    "line": lambda: self.run_("import", "-", stdin=json.dumps({"do": "intake", "on": "2026-03-01", "source": "walk_in",
                                                                               "attach": [attach]}) + "\n"),
                    "amendment": lambda: self.run_("intake", "1", "--amend", str(entry), "--because", "salah_ketik", "--attach", attach)}
            for name, way in ways.items():
                with self.subTest(kind, way=name), self.changing_nothing("mediasi.db"):
                    refused = way().exits(4).complains("M4022", "KIND")
                    self.assertNotIn(kind, refused.err + refused.out)
        for kind in "surat-2026", "scan.2", "ktp_2026-03-05":
            self.run_("record", "1", "--step", "catatan", "--form", words, "--attach", f"{kind}=scan/a.pdf").exits(0)
        self.assertNotIn(b"357501", pathlib.Path(self.path("mediasi.db")).read_bytes())


if __name__ == "__main__":
    harness.main()
