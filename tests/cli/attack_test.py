"""Whoever has the file and no key is found out: without a checkpoint but for the rewriting of the whole tail, and with one
always. attack.py has the variants."""

import pathlib
import shutil
import sqlite3

import attack
import attack_tables  # noqa: F401, it adds to the list
import harness
import thief_keys
from walk import EXAMPLES, LOGIN, Office, Walk


class Attacks(Office):
    def setUp(self):
        super().setUp()
        walk = Walk(self)
        walk.to("ordered")
        shutil.copy(self.path("mediasi.db"), self.path("older.db"))
        walk.to("minuted")
        self.run_("store", "checkpoint", self.path("outside/2026-03")).exits(0)
        shutil.copy(self.path("mediasi.db"), self.path("sound.db"))

    def attacked(self, change):
        shutil.copy(self.path("sound.db"), self.path("mediasi.db"))
        change(self.path("mediasi.db"), self.path("older.db"))

    def verify(self, *words):
        return self.run_("store", "verify", *words)

    def test_the_untouched_store_is_sound(self):
        self.verify().exits(0)
        self.verify("--checkpoint", self.path("outside/2026-03")).exits(0).shows("sound")

    def test_every_change_is_found_without_a_key_and_without_a_checkpoint(self):
        self.assertGreater(len(attack.ATTACKS), 20)
        for name, change in attack.ATTACKS.items():
            with self.subTest(name):
                self.attacked(change)
                self.verify().exits(8)
                self.verify("--checkpoint", self.path("outside/2026-03")).exits(8)

    def test_nothing_is_recorded_over_tables_that_no_entry_covers(self):
        note = self.write("catatan.toml", 'words = "contoh"\n')
        names = [name for name in attack.ATTACKS if name.startswith("due_taken_away_and")]
        self.assertGreater(len(names), 2)
        for name in names:
            with self.subTest(name):
                self.attacked(attack.ATTACKS[name])
                before = pathlib.Path(self.path("mediasi.db")).read_bytes()
                for words in (["report", "case", "2026-0001", "--names"], ["store", "backup", self.path("copies")],
                              ["record", "2026-0001", "--step", "catatan", "--form", note]):
                    refused = self.run_(*words)
                    self.assertEqual((words, refused.code), (words, 8), refused.err)
                    self.assertIn("[M8002]", refused.err)
                self.assertEqual(pathlib.Path(self.path("mediasi.db")).read_bytes(), before)
                self.verify().exits(8)
                self.run_("store", "rebuild").exits(0).shows("changed")
                self.verify("--checkpoint", self.path("outside/2026-03")).exits(0)

    def test_a_clumsy_rewriting_of_the_tail_shows_against_a_checkpoint(self):
        for name, change in attack.CLUMSY.items():
            with self.subTest(name):
                self.attacked(change)
                self.verify("--checkpoint", self.path("outside/2026-03")).exits(8)

    def test_a_whole_rewriting_shows_against_a_checkpoint_alone(self):
        for name, change in attack.REWRITES.items():
            with self.subTest(name):
                self.attacked(change)
                self.verify().exits(0)  # the manual says so
                said = self.verify("--checkpoint", self.path("outside/2026-03")).exits(8)
                word = {"put_back_to_last_week": "cut off", "due_taken_away_under_an_entry_of_his_own": "altered"}.get(name, "forked")
                self.assertTrue(said.out.startswith(word), said.out)

    def test_ciphertexts_passed_off_are_not_opened(self):
        self.attacked(attack.CLUMSY["ciphertexts_swapped_and_chained"])
        self.run_("document", "2026-0001", "--owed", "--into", self.path("out")).exits(8)

    def test_the_keys_of_the_store_exchanged_do_not_open_it(self):
        """a thief who puts in keys of his own waits for what is sealed from now on"""
        self.run_("init", "--practice", "--rules", "pasuruan", "--officer", "-", "--store", self.path("thief/m.db"), "--key",
                  self.path("loot/key"), "--recovery", self.path("loot/recovery"), stdin=self.admin()).exits(0)
        with sqlite3.connect(self.path("thief/m.db")) as thief:
            facts = thief.execute("SELECT facts FROM entry WHERE seq = 1").fetchone()[0]

        def exchange(path, _):
            with attack.Open(path) as store:
                mine = store.execute("SELECT facts FROM entry WHERE seq = 1").fetchone()[0]
                key = facts[facts.index('"read_key"'):][:80]
                own = mine[mine.index('"read_key"'):][:80]
                store.execute("UPDATE entry SET facts = ? WHERE seq = 1", (mine.replace(own, key),))
                attack.rechain(store, 1)

        self.attacked(exchange)
        said = self.verify("--checkpoint", self.path("outside/2026-03"))
        said.exits(8)
        self.run_("document", "2026-0001", "--owed", "--into", self.path("out")).exits(8)

    def test_keys_of_his_own_given_to_the_readers_show_to_whoever_holds_a_key_file(self):
        def take_over(path, _):
            with attack.Open(path) as store:
                thief_keys.take_over(store)

        self.attacked(take_over)
        self.verify().exits(0)  # the manual says so
        self.verify("--checkpoint", self.path("outside/2026-03")).exits(8)
        for words in (["report", "register", "--names"], ["document", "2026-0001", "--owed", "--into", self.path("out")]):
            self.run_(*words).exits(8).complains("[M8002")
        self.run_("intake", "--form", "-", "--by", "pita", stdin=(EXAMPLES / "first-case/01-registrasi.toml").read_text()).exits(8)

    def admin(self):
        return (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)


if __name__ == "__main__":
    harness.main()
