"""Whoever has the file and no key is found out: without a checkpoint but for the rewriting of the whole tail, and with one
always. attack.py has the variants."""

import shutil
import sqlite3

import attack
import harness
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
                word = "cut off" if name == "put_back_to_last_week" else "forked"
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

    def admin(self):
        return (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)


if __name__ == "__main__":
    harness.main()
