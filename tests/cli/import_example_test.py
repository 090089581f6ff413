"""The register of examples/import, loaded by its own commands."""

import os
import subprocess

import harness
from walk import EXAMPLES


class Example(harness.Case):
    def test_the_sheet_of_an_office_is_loaded_mended_and_taken_back(self):
        done = subprocess.run([EXAMPLES / "import/load.sh", self.path("import")], capture_output=True, text=True, timeout=120,
                              env={"PATH": "/usr/bin:/bin", "MEDIASI": os.environ["MEDIASI"]})
        self.assertEqual(done.returncode, 0, done.stderr)
        told = done.stdout
        self.assertIn("exit code 4", told)
        self.assertIn("exit code 6", told)
        for counts in ("3 baris diterima, 0 tetap, 3 ditolak", "3 baris diterima, 0 tetap, 0 ditolak",
                       "0 baris diterima, 6 tetap, 0 ditolak"):
            self.assertIn(counts, told)
        self.assertIn("kasus: 3", told)
        self.assertEqual(sorted(path.name for path in self.folder.joinpath("import").iterdir()), ["mediasi.db", "safe"])
        self.assertNotIn("Contoh", told + done.stderr)  # nobody is named


if __name__ == "__main__":
    harness.main()
