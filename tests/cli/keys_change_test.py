"""Who was taken away reads nothing new, and nobody lets himself in."""

import os
import shutil

import harness
from keyed import KeyOffice, PHRASE, READERS
from walk import Walk


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
            keys = {harness.json.loads(row[0])[name] for row in after}
            self.assertEqual(len(keys), len(after), "a key was used again")


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
        import hashlib

        def sized(data):
            data = data.encode() if isinstance(data, str) else data
            return len(data).to_bytes(8, "little") + data

        self.phrased()
        for act_of in "renewed", "added", "removed":
            with self.subTest(act_of):
                shutil.copy(self.store, self.path("kept.db"))
                columns = [row[1] for row in self.rows("SELECT * FROM pragma_table_info('entry')")]
                last = dict(zip(columns, self.rows("SELECT * FROM entry ORDER BY seq DESC LIMIT 1")[0]))
                facts = harness.json.loads(last["facts"])
                facts["change"] = act_of
                if act_of == "renewed":
                    facts |= {"read_key": "09" + "00" * 31, "sign_key": facts["signature"][:64], "former": ""}
                entry = last | {"seq": last["seq"] + 1, "facts": harness.json.dumps(facts, separators=(",", ":"), sort_keys=True)}
                digest = hashlib.blake2b(sized("mediasi-entry-2") + sized(last["hash"]), digest_size=32)
                entry["hash"] = digest.digest()
                self.change((f"INSERT INTO entry({','.join(entry)}) VALUES ({','.join('?' * len(entry))})", *entry.values()))
                self.unsound("nobody with a key wrote it")
                self.letter().exits(8).says_nothing()
                self.run_("assess", "1", "--by", "pita", "--step", "asesmen_awal", "--dry-run").hides("M0000")
                Walk(self, number=2).attempt("registered", at="2026-03-06T09:30").exits(8).complains("[M8002]")
                shutil.copy(self.path("kept.db"), self.store)


if __name__ == "__main__":
    harness.main()
