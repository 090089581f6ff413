"""Who may read: every way to the key opens, everything else does not, and who was taken away reads nothing new."""

import contextlib
import os
import pathlib
import shutil
import sqlite3
import stat

import harness
from walk import Office, Walk

PHRASE, OTHER = "kuda sungai tujuh payung", "lampu bambu pagi dua belas"
READERS = "SELECT id, officer, kind, salt, params, wrapped FROM reader ORDER BY id"


class KeyOffice(Office):
    """an office with a letter that was issued, which only the key gives again"""

    made = None

    def setUp(self):
        super().setUp()
        self.walk = Walk(self)
        self.walk.to("scheduled")
        self.at("2026-03-06T09:00")
        self.store, self.key = self.path("mediasi.db"), self.path("safe", "key")

    def letter(self, *words, given=None, kind="undangan", **how):
        """gives the letter again; `given`: what stands behind a descriptor of that number"""
        with self.descriptors(given or {}) as open_ones:
            return self.run_("document", "1", kind, "--into", "again", *words, pass_fds=open_ones, **how)

    @contextlib.contextmanager
    def descriptors(self, given):
        """descriptors with just these numbers, each a pipe that gives its text once"""
        saved, made = {}, []
        for number, text in given.items():
            read, write = os.pipe()
            os.write(write, text.encode())
            os.close(write)
            with contextlib.suppress(OSError):
                saved[number] = os.dup(number)
            os.dup2(read, number, inheritable=True)
            if read != number:
                os.close(read)
            made.append(number)
        try:
            yield tuple(made)
        finally:
            for number in made:
                os.close(number)
                if number in saved:
                    os.dup2(saved[number], number)
                    os.close(saved[number])

    def reads(self, *words, **how):
        shutil.rmtree(self.path("again"), ignore_errors=True)
        self.letter(*words, **how).exits(0)
        pages = [page.read_text() for page in pathlib.Path(self.path("again")).iterdir()]
        self.assertTrue(pages and any("Contoh Mediator Medi" in page for page in pages), "no page was opened")

    def shut(self, *words, code="M7004", **how):
        """does not open, says so and nothing else, and changes nothing"""
        with self.changing_nothing():
            done = self.letter(*words, **how).exits(7).says_nothing().complains(f"[{code}]")
        return done.hides(PHRASE, OTHER)

    def keys(self, *words, given=None, **how):
        with self.descriptors(given or {}) as open_ones:
            return self.run_("store", "key", *words, pass_fds=open_ones, **how)

    def phrased(self):
        """pita reads by PHRASE; made once, for stretching takes its time by design"""
        if KeyOffice.made is None:
            self.passphrase("pita", PHRASE).exits(0).hides(PHRASE)
            KeyOffice.made = pathlib.Path(self.store).read_bytes()
        pathlib.Path(self.store).write_bytes(KeyOffice.made)

    def passphrase(self, officer, phrase):
        return self.keys("add", "--officer", officer, "--passphrase", "--new-key-fd", "9", given={9: phrase + "\n"})

    def listed(self):
        return [(row["reader"], row["officer"], row["kind"])
                for row in self.keys("list", "--format", "json", env={"MEDIASI_KEY": None}).exits(0).json()["rows"]]

    def sound(self):
        self.run_("store", "verify").exits(0)

    def unsound(self, *words):
        return self.run_("store", "verify").exits(8).shows(*words)

    def text(self, *parts):
        return pathlib.Path(self.path(*parts)).read_text()

    def change(self, *statements):
        """what somebody does who has the file and no key"""
        with contextlib.closing(sqlite3.connect(self.store)) as store:
            for (name,) in store.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                store.execute(f"DROP TRIGGER {name}")
            for statement, *values in statements:
                store.execute(statement, values)
            store.commit()


class EveryWay(KeyOffice):
    def test_key_file_recovery_code_and_passphrase_open(self):
        self.reads()
        self.reads("--key", self.path("safe", "recovery"))
        self.phrased()
        file, paper = self.text("safe", "key"), self.text("safe", "recovery")
        code = paper.splitlines()[1]
        for text in file, paper, code, code.lower().replace("-", " "), PHRASE + "\n":
            with self.subTest(text[:16]):
                self.reads("--key-fd", "7", given={7: text})
        self.reads("--key-fd", "0", stdin=PHRASE)
        self.sound()

    def test_a_passphrase_is_the_same_however_its_letters_are_composed(self):
        self.passphrase("pita", "kafe\u0301 sungai tujuh").exits(0)
        self.reads("--key-fd", "7", given={7: "kaf\u00e9 sungai tujuh"})
        self.shut("--key-fd", "7", given={7: "kafe sungai tujuh"})

    def test_wrong_ones_do_not_and_no_message_says_how_near_they_were(self):
        self.phrased()
        code = self.text("safe", "recovery").splitlines()[1]
        file = self.text("safe", "key")
        other = file[:-4] + ("AA=\n" if file[-4:] != "AA=\n" else "BB=\n")
        told = {self.shut("--key-fd", "7", given={7: text}).err
                for text in (PHRASE + " ", PHRASE.upper(), "x")}
        self.assertEqual(len(told), 1, told)
        for text in other, "A" + code[1:] if code[0] != "A" else "B" + code[1:], code[:-1], "\x00", "mediasi-key-1 x y":
            with self.subTest(text[:16]):
                self.shut("--key-fd", "7", given={7: text})

    def test_a_passphrase_is_no_key_file(self):
        self.phrased()
        self.shut("--key", self.write("koko/key", PHRASE))

    def test_a_descriptor_that_cannot_give_a_key(self):
        for words in (["1"], ["2"], ["55"], ["-1"], ["x"], ["007x"], ["99999999999999999999"], ["3.5"]):
            with self.subTest(words), self.changing_nothing():
                self.letter("--key-fd", *words).exits(2).says_nothing().complains("[M2004]")
        self.shut("--key-fd", "7", given={7: ""}, code="M7003")
        with open(os.devnull, "rb") as nothing:
            self.shut("--key-fd", "0", code="M7003", stdin=b"")
            self.assertEqual(nothing.read(), b"")
        self.shut("--key-fd", "7", given={7: "x" * 5000}, code="M7003")
        folder = os.open(self.folder, os.O_RDONLY)
        os.set_inheritable(folder, True)
        with self.changing_nothing():
            self.run_("document", "1", "undangan", "--key-fd", folder, pass_fds=(folder,)).exits(7).complains("[M7003]")
        os.close(folder)

    def test_standard_input_cannot_give_the_key_and_a_form(self):
        with self.changing_nothing():
            self.run_("assess", "1", "--step", "rencana", "--form", "-", "--papers", "p", "--key-fd", "0",
                      stdin=self.text("safe", "key")).exits(2).complains("[M2004]", "--key-fd 3")

    def test_the_secret_stands_in_no_file(self):
        self.phrased()
        self.assertEqual(self.found_in(PHRASE), [])


class Adding(KeyOffice):
    def test_each_officer_has_a_way_of_his_own(self):
        self.phrased()
        self.passphrase("kania", OTHER).exits(0)
        self.keys("add", "--officer", "koko", "--file", self.path("koko", "key")).exits(0).shows("koko")
        self.assertEqual(stat.S_IMODE(os.stat(self.path("koko", "key")).st_mode), 0o600)
        self.assertEqual(self.listed(), [(1, "admin", "file"), (2, "admin", "recovery"), (3, "pita", "passphrase"),
                                         (4, "kania", "passphrase"), (5, "koko", "file")])
        self.reads("--key-fd", "7", given={7: PHRASE})
        self.reads("--key-fd", "7", given={7: OTHER})
        self.reads("--key", self.path("koko", "key"))
        self.sound()
        entries = [row["act"] for row in self.run_("report", "journal", "--format", "json").json()["rows"]]
        self.assertEqual(entries[-3:], ["reader"] * 3)

    def test_what_is_refused_changes_nothing_and_leaves_no_file(self):
        os.mkdir(self.path("koko"))
        for words, code in [
            (["--file", self.path("koko", "key")], "M2001"),
            (["--officer", "pita"], "M2001"),
            (["--officer", "pita", "--file", self.path("koko", "key"), "--passphrase"], "M2001"),
            (["--officer", "pita", "--file", self.path("koko", "key"), "--new-key-fd", "9"], "M2001"),
            (["--officer", "nobody", "--file", self.path("koko", "key")], "M2005"),
            (["--officer", "pita", "--file", self.path("key")], "M2004"),
            (["--officer", "pita", "--recovery", self.path("koko", "..", "code")], "M2004"),
            (["--officer", "pita", "--file", self.key], "M2017"),
            (["--officer", "pita", "--passphrase"], "M2012"),
            (["--officer", "pita", "--passphrase", "--new-key-fd", "1"], "M2004"),
        ]:
            with self.subTest(words), self.changing_nothing():
                self.keys("add", *words).exits(2).complains(f"[{code}]")
        with self.changing_nothing():
            self.keys("add", "--officer", "pita", "--passphrase", "--key-fd", "7", "--new-key-fd", "7",
                      given={7: self.text("safe", "key")}).exits(2).complains("[M2004]")
            self.keys("add", "--officer", "pita", "--file", self.path("koko", "key"), env={"MEDIASI_KEY": None}).exits(7)
            self.keys("add", "--officer", "pita", "--file", "/proc/no/key").exits(1)

    def test_a_passphrase_that_will_not_do(self):
        code = self.text("safe", "recovery").splitlines()[1]
        for phrase in "", "pendek", "sebelas hur", "aaaaaaaaaaaaaaaa", "satu\tdua\ttiga\tempat", code, code[:-1] + "x", \
                "mediasi-key-1 dan lain lain", "\udcff" * 14, "panjang sekali " * 60:
            with self.subTest(phrase[:12]), self.changing_nothing():
                raw = phrase.encode(errors="surrogateescape").decode(errors="surrogateescape")
                done = self.phrase_bytes("pita", raw.encode(errors="surrogateescape"))
                self.assertIn(done.code, (4, 7), done.err)
                done.says_nothing()
                if phrase:
                    done.hides(phrase)

    def phrase_bytes(self, officer, phrase):
        read, write = os.pipe()
        os.write(write, phrase)
        os.close(write)
        os.set_inheritable(read, True)
        try:
            return self.run_("store", "key", "add", "--officer", officer, "--passphrase", "--new-key-fd", read, pass_fds=(read,))
        finally:
            os.close(read)

    def test_only_an_admin_says_who_may_read(self):
        self.change(("UPDATE entry SET facts = replace(facts, '\"admin\"', '\"mk\"') WHERE act = 'officer' AND facts LIKE '%\"login\"%'",))
        for words in ["add", "--officer", "pita", "--file", self.path("koko", "key")], ["remove", "1"], ["renew"]:
            self.keys(*words).exits(3).complains("[M3003]")


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
