"""An office that has several ways to its key, and a letter that only the key gives again."""

import contextlib
import os
import pathlib
import shutil
import stat

import attack
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
        with attack.Open(self.store) as store:
            for statement, *values in statements:
                store.execute(statement, values)
