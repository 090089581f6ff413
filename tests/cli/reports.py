"""What every report must keep, whatever it tells: a base class for their tests."""

import csv
import io
import os

from walk import EXAMPLES, Office, Walk

# names, numbers and places of the example case and of the complaints below: none may ever be printed
CANARIES = ["Contoh", "3575", "0812", "Jl. ", "Melati"]


def spelled(value):
    """a JSON value as csv writes it"""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


class Reports(Office):
    def report(self, name, *words, code=0):
        done = self.run_("report", name, *words, "--format", "json").exits(code).quiet_errors()
        return done.json()

    def rows_of(self, name, *words, code=0):
        return self.report(name, *words, code=code)["rows"]

    def agrees_in_every_format(self, name, *words, code=0):
        """csv, json and text tell the same rows, and none of them tells who"""
        answer = self.report(name, *words, code=code)
        keys = [column["key"] for column in answer["columns"]]
        table = self.run_("report", name, *words, "--format", "csv").exits(code)
        lines = list(csv.reader(io.StringIO(table.out, newline="")))
        self.assertEqual(lines[0], keys)
        self.assertEqual(lines[1:], [[spelled(row[key]) for key in keys] for row in answer["rows"]])
        text = self.run_("report", name, *words).exits(code)
        printed = text.out.split("\n\n")[0].splitlines() if answer["rows"] else []
        self.assertEqual(len(printed), len(answer["rows"]), text.out)
        for line, row in zip(printed, answer["rows"]):
            first = spelled(row[keys[0]]).replace("T", " ")
            self.assertTrue(line.strip().startswith(first), (first, line))
        for done in (table, text):
            done.hides(*CANARIES)
        self.names_nobody(str(answer))
        return answer

    def names_nobody(self, text):
        for canary in CANARIES:
            self.assertNotIn(canary, text)

    def only_reads(self, name, *words, code=0):
        """no byte changes, no key and no home are needed, and the folder may be read-only"""
        with self.changing_nothing("mediasi.db"):
            self.run_("report", name, *words, env={"MEDIASI_KEY": None}).exits(code)
        before = sorted(os.listdir(self.folder))
        self.folder.chmod(0o500)
        try:
            self.run_("report", name, *words, env={"MEDIASI_KEY": "/nowhere"}).exits(code)
        finally:
            self.folder.chmod(0o700)
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def remembers(self, name, walk, first, then, *words, code=0, later_code=None):
        """--as-of a day that is over gives what was told on that day, and says what came in late"""
        walk.to(first)
        day = self.now[:10]
        self.at(f"{day}T23:59")
        told = self.rows_of(name, *words, code=code)
        self.assertEqual(self.rows_of(name, *words, "--as-of", day, code=code), told, "as of today is not now")
        walk.to(then)
        self.assertEqual(self.rows_of(name, *words, "--as-of", day, code=code), told)
        return told

    def refuses(self, name, *options):
        """each of these options by name, with those the report takes"""
        for words in options:
            done = self.run_("report", name, *words.split(), "--format", "json").exits(2).says_nothing()
            self.assertEqual(done.codes(), ["M2040"], words)
            self.assertIn(words.split()[0], done.problems()[0]["message"])
            self.assertTrue(done.problems()[0]["hint"])


__all__ = ["EXAMPLES", "Reports", "Walk"]
