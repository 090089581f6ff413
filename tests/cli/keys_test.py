"""Who may read: every way to the key opens, everything else does not."""

import os
import stat

import harness
from keyed import KeyOffice, PHRASE, OTHER


class EveryWay(KeyOffice):
    def test_key_file_recovery_code_and_passphrase_open(self):
        self.reads()
        self.reads("--key", self.path("safe", "recovery"))
        self.phrased()
        file, paper = self.text("safe", "key"), self.text("safe", "recovery")
        code = paper.splitlines()[1]
        for text in file, paper, code, code.lower().replace("-", " "), PHRASE + "\n", PHRASE + "\r\nnote\n":
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
        self.assertEqual([act for act in entries if act != "read"][-3:], ["reader"] * 3)  # a letter given again is read

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


if __name__ == "__main__":
    harness.main()
