"""Who was taken away reads nothing new, and nobody lets himself in."""

import gzip
import json
import os
import pathlib
import shutil
import sqlite3

import attack
import harness
from keyed import KeyOffice, PHRASE, READERS
from walk import LOGIN, Walk

STORES = pathlib.Path(__file__).parent / "stores"


class Removing(KeyOffice):
    def test_who_is_taken_away_reads_nothing_any_more(self):
        self.phrased()
        self.keys("add", "--officer", "koko", "--file", self.path("koko", "key")).exits(0)
        self.keys("remove", "4").exits(0)
        self.shut("--key", self.path("koko", "key"))
        self.keys("remove", "3").exits(0)
        self.shut("--key-fd", "7", given={7: PHRASE})
        self.assertEqual(self.listed(), [(1, "admin", "file"), (2, "admin", "recovery")])
        self.reads()
        self.sound()
        self.keys("add", "--officer", "koko", "--file", self.path("koko", "key2")).exits(0)
        self.assertEqual(self.listed()[-1][0], 5, "the number of somebody taken away is not given again")

    def test_the_last_ones_stay(self):
        for reader, code in [("2", "M3070"), ("9", "M2070"), ("0", "M2004"), ("x", "M2004"), ("01x", "M2004"), ("-1", "M2004")]:
            with self.subTest(reader), self.changing_nothing():
                done = self.keys("remove", reader)
                self.assertIn(done.code, (2, 3))
                done.complains(f"[{code}]")
        self.keys("add", "--officer", "kania", "--recovery", self.path("safe", "recovery2")).exits(0)
        self.keys("remove", "2").exits(0)
        self.shut("--key", self.path("safe", "recovery"))
        self.reads("--key", self.path("safe", "recovery2"))
        self.keys("remove", "1").exits(0)
        with self.changing_nothing():
            self.keys("remove", "3", "--key", self.path("safe", "recovery2")).exits(3).complains("[M3070]", "last one")

    def test_the_recovery_code_helps_when_everything_else_is_lost(self):
        os.remove(self.key)
        self.shut(code="M7003")
        self.keys("add", "--officer", "admin", "--file", self.key, "--key", self.path("safe", "recovery")).exits(0)
        self.reads()
        self.sound()


class Renewing(KeyOffice):
    def test_every_way_goes_on_opening_what_was_and_what_comes(self):
        self.phrased()
        for _ in range(3):
            self.keys("renew").exits(0)
        self.sound()
        self.kept = False
        self.walk.to("minuted")
        for words, given in [([], None), (["--key", self.path("safe", "recovery")], None), (["--key-fd", "7"], {7: PHRASE})]:
            for kind in "undangan", "berita_acara":
                with self.subTest(f"{words} {kind}"):
                    self.reads(*words, given=given, kind=kind)

    def test_an_old_copy_of_a_readers_row_opens_nothing_that_came_after(self):
        self.keys("add", "--officer", "koko", "--file", self.path("koko", "key")).exits(0)
        old = self.rows(READERS)
        self.keys("remove", "3").exits(0)
        self.change(("DELETE FROM reader",), *[("INSERT INTO reader VALUES (?,?,?,?,?,?)", *row) for row in old])
        done = self.letter("--key", self.path("koko", "key")).exits(8).says_nothing()
        done.complains("[M8002]")
        self.unsound("reader 1 is not the one entered", "reader 3 is not the one entered")

    def test_the_old_master_does_not_unwrap_the_new_keys(self):
        publics = self.rows("SELECT facts FROM entry WHERE act IN ('init', 'reader') AND facts LIKE '%read_key%'")
        self.keys("renew").exits(0)
        after = self.rows("SELECT facts FROM entry WHERE act IN ('init', 'reader') AND facts LIKE '%read_key%'")
        self.assertEqual(len(after), len(publics) + 1)
        self.assertEqual(after[:-1], publics)
        for name in "read_key", "sign_key":
            keys = {json.loads(row[0])[name] for row in after}
            self.assertEqual(len(keys), len(after), "a key was used again")

    def test_a_checkpoint_of_before_is_still_checked(self):
        self.run_("store", "checkpoint", self.path("safe", "point")).exits(0)
        before = self.run_("store", "head", "--format", "json").json()["public_key"]
        self.keys("renew").exits(0)
        self.run_("store", "verify", "--checkpoint", self.path("safe", "point")).exits(0)
        self.assertNotEqual(self.run_("store", "head", "--format", "json").json()["public_key"], before)
        self.run_("store", "checkpoint", self.path("safe", "later")).exits(0)
        self.run_("store", "verify", "--checkpoint", self.path("safe", "later")).exits(0)


class OfFormat2(KeyOffice):
    """a store made before readers had key pairs: it opens, and gets new keys once its readers were added anew"""

    def setUp(self):
        super().setUp()
        if LOGIN != "root":
            self.skipTest("the store of then knows the login 'root'")
        self.write("old/mediasi.db", gzip.decompress((STORES / "version-2.db.gz").read_bytes()))
        self.key = self.write("secret/key", (STORES / "version-2.key").read_bytes())
        self.store = self.path("old", "mediasi.db")
        self.environment = {"MEDIASI_STORE": self.store, "MEDIASI_KEY": self.key}
        self.at("2026-03-13T09:00")

    def test_its_key_opens_and_is_replaced(self):
        self.reads()
        self.keys("renew").exits(3).complains("[M3070]", "earlier release")
        new, code = self.path("secret", "new"), self.path("secret", "code")
        self.keys("add", "--officer", "admin", "--file", new).exits(0)
        self.keys("add", "--officer", "admin", "--recovery", code).exits(0)
        self.keys("remove", "1").exits(0).shows("not yet")
        self.shut("--key", self.key)
        self.keys("remove", "2", "--key", new).exits(0).hides("not yet")
        for key in new, code:
            self.reads("--key", key)
        self.keys("renew", "--key", new).exits(0)
        self.sound()


class Foreign(KeyOffice):
    """somebody who has the file and no key"""

    def test_swapped_wrapped_copies_open_nothing_and_are_named(self):
        one, two = (row[5] for row in self.rows(READERS))
        self.change(("UPDATE reader SET wrapped = ? WHERE id = 1", two), ("UPDATE reader SET wrapped = ? WHERE id = 2", one))
        self.letter().exits(8)
        self.letter("--key", self.path("safe", "recovery")).exits(8)
        self.unsound("reader 1 is not the one entered", "reader 2 is not the one entered")

    def test_a_passphrase_that_would_take_all_memory_is_never_tried(self):
        self.phrased()
        params = self.rows(READERS)[-1][4]
        for costs in "operations=3 memory=107374182400", "operations=4000000000 memory=8192", "operations=-1 memory=-1", "":
            with self.subTest(costs):
                bad = params.replace("operations=3 memory=268435456", costs)
                self.assertNotEqual(bad, params)
                self.change(("UPDATE reader SET params = ? WHERE id = 3", bad))
                self.letter("--key-fd", "7", given={7: PHRASE}).exits(8).says_nothing()
                self.reads()
                self.unsound("reader 3 is not the one entered")

    def test_an_entry_about_readers_without_a_signature_counts_for_nothing(self):
        self.phrased()
        for change in "renewed", "added", "removed":
            with self.subTest(change):
                shutil.copy(self.store, self.path("kept.db"))
                self.forge(change)
                told = self.run_("store", "verify").exits(8)
                self.assertEqual([line for line in told.out.splitlines()[1:] if "nobody with a key wrote it" not in line], [])
                self.letter().exits(8).says_nothing()
                Walk(self, number=2).attempt("registered", at="2026-03-06T09:30").exits(8).complains("[M8002]")
                shutil.copy(self.path("kept.db"), self.store)

    def forge(self, change):
        """one more entry about readers, chained as it must be: all that is missing is the signature"""
        with attack.Open(self.store) as store:
            store.row_factory = sqlite3.Row
            last = dict(store.execute("SELECT * FROM entry ORDER BY seq DESC LIMIT 1").fetchone())
            store.row_factory = None
            facts = json.loads(last["facts"]) | {"change": change}
            if change == "renewed":
                facts |= {"read_key": "09" + "00" * 31, "sign_key": facts["signature"][:64], "former": ""}
            entry = last | {"seq": last["seq"] + 1, "facts": json.dumps(facts, separators=(",", ":"), sort_keys=True)}
            store.execute(f"INSERT INTO entry({','.join(entry)}) VALUES ({','.join('?' * len(entry))})", (*entry.values(),))
            attack.rechain(store, entry["seq"])


if __name__ == "__main__":
    harness.main()
