"""Files to be sealed beside an act: plain ones that are there. Of what is none nothing is recorded."""

import os

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


if __name__ == "__main__":
    harness.main()
