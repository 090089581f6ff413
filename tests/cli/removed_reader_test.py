"""A reader who was removed keeps the key that signed until then, and an old copy of the store. What he signs with it counts
for what is older than his removal, and for nothing else."""

import json
import pathlib
import shutil
import sqlite3

import attack
import harness
import own_sums
from thief_keys import Master
from walk import EXAMPLES, Office, Walk

CASE = "2026-0001"


class Removed(Office):
    def setUp(self):
        super().setUp()
        Walk(self).to("ordered")
        self.key_file = self.path("safe", "pita")
        self.run_("store", "key", "add", "--officer", "pita", "--file", self.key_file).exits(0)
        self.run_("store", "checkpoint", self.path("before")).exits(0)
        shutil.copy(self.path("mediasi.db"), self.path("old.db"))
        reader = self.rows("SELECT MAX(id) FROM reader")[0][0]
        self.run_("store", "key", "remove", str(reader)).exits(0)
        self.run_("store", "checkpoint", self.path("after")).exits(0)
        self.master = Master(self.path("old.db"), self.key_file)

    def first(self):
        return self.rows(f"SELECT hash FROM entry WHERE case_number = '{CASE}' ORDER BY seq LIMIT 1")[0][0].hex()

    def verify(self, name):
        return self.run_("store", "verify", "--checkpoint", self.path(name))

    def test_the_old_and_the_new_key_hold_each_in_their_time(self):
        self.verify("before").exits(0)
        self.verify("after").exits(0)

    def test_a_checkpoint_of_today_by_the_old_key_is_refused(self):
        seq, head = self.rows("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")[0]
        text, signature = self.master.checkpoint(seq, head)
        self.write("forged", text)
        self.write("forged.minisig", signature)
        self.verify("forged").exits(8).complains("[M80")
        old = self.rows("SELECT seq, hash FROM entry WHERE seq = 5")[0]
        text, signature = self.master.checkpoint(*old)  # what he might have made then
        self.write("then", text)
        self.write("then.minisig", signature)
        self.verify("then").exits(0)

    def test_an_erasure_by_the_old_key_is_found(self):
        line, signature = self.master.erasure(CASE, self.first())
        words = dict(zip(("case", "first", "day", "reason", "minutes"), line.split()))
        with attack.Open(self.path("mediasi.db")) as store:
            store.execute("UPDATE case_key SET wrapped = x'' WHERE case_number = ?", (CASE,))
            for table in ("due", "booking", "person_link", "search", "search_pending"):
                store.execute(f"DELETE FROM {table} WHERE case_number = ?", (CASE,))
            attack.add_entry(store, own_sums.make_good(store), act="erase",
                             facts=json.dumps({**words, "signature": signature, "keys": "1"}, sort_keys=True, separators=(",", ":")))
        self.run_("store", "verify").exits(8).shows(CASE)
        self.verify("after").exits(8)

    def test_an_index_that_hides_the_removal_seals_nothing_to_him(self):
        renewed = self.rows("SELECT MAX(seq) FROM entry WHERE act = 'reader'")[0][0]
        attack.hide_from_index(self.path("mediasi.db"), "entry_reader", f"seq < {renewed}")
        before = pathlib.Path(self.path("mediasi.db")).read_bytes()
        form = (EXAMPLES / "first-case/kasus-kedua.toml").read_text()
        pathlib.Path(self.path("safe", "key")).rename(self.path("safe", "aside"))  # to write needs no key
        refused = self.run_("intake", "--form", "-", stdin=form)
        refused.exits(8).complains("[M8002")
        self.assertEqual(pathlib.Path(self.path("mediasi.db")).read_bytes(), before)
        self.run_("store", "verify").exits(8)

    def test_a_list_by_the_old_key_erases_nothing_at_a_restore(self):
        self.run_("store", "backup", self.path("copies")).exits(0)
        (backup,) = pathlib.Path(self.path("copies")).glob("*.db")
        line, signature = self.master.erasure(CASE, self.first())
        self.write("copies/own.erasures", f"mediasi-erasures-1 {self.master.store}\n{line} {signature}\n")
        self.run_("--store", self.path("new", "mediasi.db"), "store", "restore", str(backup)).exits(4).complains("[M40")
        self.assertFalse(pathlib.Path(self.path("new", "mediasi.db")).exists())


if __name__ == "__main__":
    harness.main()
