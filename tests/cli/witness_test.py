"""What others hold: checkpoints, printed codes, and the chain counted again without the program."""

import base64
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys

import harness
from walk import Office, Walk

CHECKER = pathlib.Path(__file__).resolve().parents[2] / "examples/witness/check_chain.py"


class Witness(Office):
    def setUp(self):
        super().setUp()
        self.walk = Walk(self)
        self.walk.to("found")

    def store(self):
        return self.folder / "mediasi.db"

    def checkpoint(self, name="titipan/2026-03"):
        return self.run_("store", "checkpoint", self.path(name), "--format", "json").exits(0).json()

    def verify(self, *words):
        return self.run_("store", "verify", "--format", "json", *words)

    def chain(self, *words):
        return subprocess.run([sys.executable, "-B", CHECKER, *map(str, words)], capture_output=True, text=True)

    def test_minisign_checks_what_the_store_signed(self):
        told = self.checkpoint()
        key = self.run_("store", "head", "--format", "json").json()["public_key"]
        self.assertEqual(told["public_key"], key)
        ask = ["minisign", "-V", "-P", key, "-m", self.path("titipan/2026-03")]
        done = subprocess.run(ask, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"entry {told['entries']}", done.stdout)
        for name, old, new in [("2026-03", b"made 2026", b"made 2025"), ("2026-03.minisig", b"entry ", b"entry 9")]:
            text = (self.folder / "titipan" / name).read_bytes()
            (self.folder / "titipan" / name).write_bytes(text.replace(old, new, 1))
            self.assertNotEqual(subprocess.run(ask, capture_output=True).returncode, 0, name)
            self.verify("--checkpoint", self.path("titipan/2026-03")).exits(8)
            (self.folder / "titipan" / name).write_bytes(text)
        self.verify("--checkpoint", self.path("titipan/2026-03")).exits(0)

    def test_a_checkpoint_stays_true_however_much_follows(self):
        self.checkpoint()
        self.walk.to("ordered")
        answer = self.verify("--checkpoint", self.path("titipan/2026-03")).exits(0).json()
        self.assertEqual((answer["sound"], answer["problems"]), (True, []))

    def test_it_is_an_entry_of_its_own_and_needs_the_key(self):
        told = self.checkpoint()
        journal = self.run_("report", "journal", "--format", "csv").exits(0)
        self.assertIn(",checkpoint,", journal.out.splitlines()[int(told["entries"])])
        with self.changing_nothing():
            self.run_("store", "checkpoint", self.path("titipan/2026-03")).exits(2)
            self.run_("store", "checkpoint", self.path("titipan/other"), "--key", self.path("none")).exits(7)
            self.run_("store", "checkpoint").exits(2)

    def test_what_is_no_checkpoint_of_this_store_is_told(self):
        self.checkpoint()
        text = (self.folder / "titipan/2026-03").read_text()
        lines = text.splitlines(keepends=True)
        for bad in ["", "\n", text[:-40], text.replace("checkpoint-1", "checkpoint-2"), "".join(lines[:3]), text + "\n\n",
                    text.replace("entry ", "entry -"), text + lines[-1], "\0" * 100, text.replace("made ", "made x"),
                    text + "entry 1 00\n" * 200]:
            self.write("titipan/bad", bad)
            shutil.copy(self.path("titipan/2026-03.minisig"), self.path("titipan/bad.minisig"))
            self.verify("--checkpoint", self.path("titipan/bad")).exits(4)
        self.write("titipan/bad", text)
        for bad in ["", "untrusted comment: x\n", "x" * 70000, "untrusted comment: a\nRUQ=\ntrusted comment: b\nAAAA\n"]:
            self.write("titipan/bad.minisig", bad)
            self.assertIn(self.verify("--checkpoint", self.path("titipan/bad")).code, (4, 8))
        (self.folder / "titipan/bad.minisig").unlink()
        self.verify("--checkpoint", self.path("titipan/bad")).exits(1)
        self.write("titipan/bad", text.replace(text.split()[2], "0" * 32))
        self.verify("--checkpoint", self.path("titipan/bad")).exits(1)

    def test_the_chain_is_the_same_without_the_program(self):
        self.walk.to("minuted")
        head = self.run_("store", "head", "--format", "json").json()
        done = self.chain(self.store())
        self.assertEqual(done.stdout.strip(), f"sound: {head['entries']} entries, head {head['head']}")
        self.assertEqual(head["code"], f"{head['entries']}-{head['head'][:20]}")

    def test_the_code_on_the_minutes_is_checked_by_hand(self):
        self.walk.to("minuted")
        self.run_("document", "2026-0001", "berita_acara", "--into", self.path("again")).exits(0)
        page = next(self.folder.rglob("*berita_acara-1.html")).read_text()
        code = re.search(r"\b(\d+-[0-9a-f]{20})\b", page)[1]
        self.assertEqual(self.chain(self.store(), code).returncode, 0)
        seq, digits = code.split("-")
        with sqlite3.connect(self.store()) as store:  # the steps of the manual
            self.assertTrue(store.execute("SELECT lower(hex(hash)) FROM entry WHERE seq = ?", (seq,)).fetchone()[0].startswith(digits))
        wrong = f"{seq}-{'0' * 20}"
        self.assertEqual(self.chain(self.store(), wrong).returncode, 8)
        self.assertEqual(self.chain(self.store(), f"9999-{digits}").returncode, 8)
        with sqlite3.connect(self.store()) as store:
            store.execute("DROP TRIGGER entry_update")
            store.execute("UPDATE entry SET by_officer = 'lain' WHERE seq = 5")
        self.assertIn("entry 5 is not", self.chain(self.store()).stdout)


if __name__ == "__main__":
    harness.main()
