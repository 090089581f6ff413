"""What the tests of backup, restore and erase share: a case walked to its end, and ways to cut a command off."""

import pathlib
import sqlite3

from walk import Office, Walk

LATER = "2031-06-09T09:00"  # five years and a day after the walk closed its case
KEEPER = ("--by", "kania")
CANARIES = ("Contoh Anak", "Contoh", "3575")


class Keep(Office):
    """One closed case; `self.backups` is on no disk of its own here, but in a folder of its own."""

    def setUp(self):
        super().setUp()
        self.backups = self.path("backups")
        self.minutes = self.write("musnah.pdf", b"%PDF-1.4 berita acara pemusnahan, contoh\n")

    def closed(self):
        walk = Walk(self)
        walk.to("closed")
        return walk

    def backup(self, when="2026-06-09T20:00", **more):
        done = self.at(when).run_("store", "backup", self.backups, "--format", "json", **more).exits(0)
        return done.json()

    def erase(self, *more, when=LATER, case="2026-0001", because="habis_retensi", minutes=True, **options):
        words = ["store", "erase", case, "--because", because, *KEEPER, *more]
        words += ["--minutes", self.minutes] if minutes else []
        return self.at(when).run_(*words, **options)

    def restore(self, backup, *more, new="new/mediasi.db", when="2031-06-10T09:00", **options):
        self.new = self.path(*new.split("/"))
        return self.at(when).run_("--store", self.new, "store", "restore", backup, *more, **options)

    def verify(self, store=None):
        words = ["--store", store] if store else []
        return self.run_(*words, "store", "verify", "--format", "json").json()

    @staticmethod
    def alter(store, *statements):
        """what somebody does who has the file and no key: guards away, the change, guards back"""
        with sqlite3.connect(store) as opened:
            triggers = opened.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                opened.execute(f"DROP TRIGGER {name}")
            for statement in statements or ["UPDATE entry SET by_officer = 'kori' WHERE seq = 2"]:
                opened.execute(*statement) if isinstance(statement, tuple) else opened.execute(statement)
            for _, text in triggers:
                opened.execute(text)

    def in_folder(self, *parts):
        folder = self.folder.joinpath(*parts)
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    def keys(self, store=None):
        """the wrapped keys of the case, those that are there"""
        with sqlite3.connect(f"file:{store or self.path('mediasi.db')}?mode=ro", uri=True) as opened:
            return [row[0] for row in opened.execute(
                "SELECT wrapped FROM case_key WHERE case_number = '2026-0001' AND wrapped <> x''")]

    def writes(self, *words, calls="pwrite64,unlink,rename,renameat2,linkat,ftruncate", **options):
        """how many of these system calls a command makes, on a copy of the folder as it is"""
        trace = self.folder.parent / (self.folder.name + ".trace")
        self.addCleanup(lambda: trace.unlink(missing_ok=True))
        done = self.run_(*words, prefix=["strace", "-f", "-o", trace, "-e", f"trace={calls}"], **options).exits(0)
        return done, sum(1 for line in trace.read_text(errors="replace").splitlines() if "(" in line and "+++" not in line)


def stand(folder):
    """the folder's files, to be put back"""
    return {path: path.read_bytes() for path in pathlib.Path(folder).rglob("*") if path.is_file()}


def put_back(folder, files):
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file() and path not in files:
            path.unlink()
    for path, content in files.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
