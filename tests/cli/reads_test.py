"""Names are shown to whoever has the key, and only after the store has kept who saw them, for what, and of which cases."""

import csv
import io
import re

import harness
from canaries import FORMS, SECRETS, clear_in
from reading import Reads
from reports import Walk
from terminal import Terminal

S = SECRETS
PURPOSES = ("casework supervision duplicate_check request_of_person court_or_police referral complaint audit retention "
            "training other").split()
# report -> what it shows of the case of canaries, once it is held
SHOWS = {
    "register": ["her name", "his name"],
    "agenda": ["her name", "his name", "her mother", "his mother", "interpreter"],
    "obligations": ["his name", "his mother", "obligation", "proof"],
    "due": ["her name"],
}
WORDS = {"agenda": ["--from", "2026-03-01", "--to", "2026-03-31"], "obligations": ["--all"], "due": ["--to", "2026-12-31"]}
COMPLAINT = {"channel": "phone", "about": "delay", "name": S["her mother"], "phone": S["her mother's phone"], "story": S["story"]}


class EveryReport(Reads):
    def setUp(self):
        super().setUp()
        self.walk.to("held")

    def test_names_come_with_the_key_and_a_reading_for_each_command(self):
        for number, (name, secrets) in enumerate(SHOWS.items(), 1):
            for form in ("text", "csv", "json"):
                with self.subTest(f"{name}, {form}"):
                    before = self.entries()
                    done = self.named(name, *WORDS.get(name, []), "--for", "audit", "--format", form).exits(0)
                    self.assertEqual(clear_in(done.out.encode(), secrets), secrets)
                    self.assertEqual(self.entries(), before + 1)
                    last = self.last()
                    self.assertEqual((last["entry"], last["command"], last["what"], last["for"], last["case"], last["count"]),
                                     (before + 1, "report", name, "audit", "2026-0001", 1))
                    self.assertEqual(last["typed"], last["by"])
            self.assertEqual(len(self.reads()), 3 * number)

    def test_without_names_nothing_changes_but_the_last_columns(self):
        for name in SHOWS:
            with self.subTest(name):
                words = WORDS.get(name, [])
                plain, named = (list(csv.reader(io.StringIO(self.run_("report", name, *words, *more, "--format", "csv").exits(0).out,
                                                            newline=""))) for more in ([], ["--names"]))
                self.assertEqual(clear_in(str(plain).encode()), [])
                self.assertGreater(len(named[0]), len(plain[0]))
                self.assertEqual([row[:len(plain[0])] for row in named], plain)

    def test_without_the_key_it_is_code_7_and_no_byte_changes(self):
        other = self.write("other/key", "mediasi-key-1 " + "0" * 32 + " " + "A" * 43 + "=\n")
        for key in (None, "/nowhere", other):
            for name in (*SHOWS, "case", "complaints"):
                with self.subTest(f"{name}, {key}"), self.changing_nothing():
                    words = ["1"] if name == "case" else WORDS.get(name, [])
                    self.named(name, *words, env={"MEDIASI_KEY": key}).exits(7).says_nothing()

    def test_what_cannot_be_recorded_is_not_shown(self):
        for fault in ("pwrite64:error=ENOSPC", "pwrite64:error=EIO:when=3", "fdatasync:error=EIO", "unlink:error=EACCES"):
            with self.subTest(fault):
                strace = ("strace", "-f", "-o", "/dev/null", "-e", f"trace={fault.split(':')[0]}", "-e", f"inject={fault}")
                before = self.reads()
                done = self.named("register", prefix=strace)
                self.assertEqual(done.code, 1, done.err)
                self.assertEqual(clear_in((done.out + done.err).encode()), [])
                self.run_("store", "rebuild").exits(0)  # a writing command undoes what was cut off
                self.assertEqual(self.reads(), before)

    def test_a_reader_without_an_officer_sees_nothing(self):
        with self.changing_nothing():
            self.named("register", "--by", "nobody").exits(2).says_nothing().complains("M2005")
        self.named("register", "--by", "pita").exits(0)
        self.assertEqual(self.last()["by"], "pita")
        self.assertNotEqual(self.last()["typed"], "pita")

    def test_the_reading_is_on_the_disk_before_a_byte_is_printed(self):
        log = self.path("trace")
        strace = ("strace", "-f", "-o", log, "-e", "trace=write,unlink,fdatasync,pwrite64", "-s", "16")
        self.named("register", prefix=strace).exits(0)
        lines = [line.split(" ", 1)[1].strip() for line in self.folder.joinpath("trace").read_text().splitlines()]
        committed = max(at for at, line in enumerate(lines) if line.startswith("unlink(") and "-journal" in line)
        printed = min(at for at, line in enumerate(lines) if line.startswith("write(1,"))
        self.assertLess(committed, printed)
        self.assertTrue(any(line.startswith("fdatasync(") for line in lines[:committed]))

    def test_killed_at_any_write_it_has_printed_nothing_that_is_not_recorded(self):
        at = 1
        while True:
            strace = ("strace", "-f", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", f"inject=pwrite64:signal=KILL:when={at}")
            before = self.entries()
            done = self.named("register", prefix=strace)
            if done.code == 0:
                break
            self.assertEqual(done.out, "")
            self.at("2026-03-12T12:00").run_("store", "rebuild").exits(0)  # a writing command recovers
            self.assertEqual(self.entries(), before)
            at += 5
        self.assertGreater(at, 5)

    def test_purposes_are_a_fixed_list(self):
        for purpose in PURPOSES:
            self.named("register", "--for", purpose).exits(0)
            self.assertEqual(self.last()["for"], purpose)
        self.named("register").exits(0)
        self.assertEqual(self.last()["for"], "casework")
        with self.changing_nothing():
            for bad in ("Audit", "x", "casework,audit", S["her name"], S["her nik"]):
                done = self.named("register", "--for", bad).exits(2).says_nothing().complains("M2004", *PURPOSES)
                done.hides(S["her name"], S["her nik"])

    def test_reports_that_show_nobody_take_no_names(self):
        self.refuses("overdue", "--names")
        self.refuses("journal", "--names", "--attachments x")
        self.refuses("register", "--reads", "--attachments x")
        with self.changing_nothing():
            for words in (["--for", "audit"], ["--by", "pita"]):
                self.run_("report", "register", *words).exits(2).says_nothing().complains("M2040")
            self.run_("report", "case", "1", "--attachments", "x").exits(2).complains("M2040")
            self.run_("report", "agenda", "--names", "--format", "ics").exits(2).says_nothing().complains("M2041")

    def test_only_the_cases_that_are_shown_count_as_read(self):
        Walk(self, 2).attempt("registered", at="2026-03-13T09:00").exits(0)
        self.named("register", "--from", "2026-03-13").exits(0)
        self.assertEqual([(row["case"], row["count"]) for row in self.reads()], [("2026-0002", 1)])
        self.named("register").exits(0)
        self.assertEqual([row["case"] for row in self.reads()[1:]], ["2026-0001", "2026-0002"])
        self.assertEqual({row["count"] for row in self.reads()[1:]}, {2})
        self.named("register", "--from", "2030-01-01").exits(0)
        self.assertEqual((self.last()["case"], self.last()["count"]), (None, 0))

    def test_as_of_a_day_names_whom_one_knew_then(self):
        self.at("2026-03-13T08:00").act("2026-03-13T08:00", "intake", "2026-0001", "orang",
                                        {"beneficiary": [{"id": "beneficiary1", "name": "Contoh Nama Kemudian"}]}).exits(0)
        self.named("register").exits(0).shows("Contoh Nama Kemudian").hides(S["her name"])
        self.named("register", "--as-of", "2026-03-12").exits(0).shows(S["her name"]).hides("Contoh Nama Kemudian")

    def test_a_name_is_text_wherever_it_is_shown(self):
        name = "=1+1\u202e Contoh\u009b31m"
        walk = Walk(self, 2, registered={"beneficiary.0.name": name})
        done = walk.attempt("registered", at="2026-03-13T09:00")
        if done.code == 0:
            text = self.named("register").exits(0).out
            self.assertNotRegex(text, "[\u202e\u009b\x1b]")
            table = self.named("register", "--format", "csv").exits(0).out
            self.assertIn("\"'=1+1", table)


class Elsewhere(Terminal, Reads):
    def test_a_paper_given_again_is_a_reading_and_a_fresh_one_is_an_entry(self):
        self.walk.to("minuted")
        self.assertEqual(self.reads(), [], "issuing has entries of its own")
        self.run_("document", "1", "undangan", "--into", "again", "--for", "request_of_person").exits(0)
        last = self.last()
        self.assertEqual((last["command"], last["what"], last["for"], last["case"]),
                         ("document", "undangan", "request_of_person", "2026-0001"))
        self.assertEqual(len(self.reads()), 1)
        self.run_("document", "1", "--list").exits(0)
        with self.changing_nothing():
            self.run_("document", "1", "undangan", "--for", "x").exits(2)
        self.assertEqual(len(self.reads()), 1)

    def test_a_blank_form_says_who_is_who_when_it_is_asked(self):
        self.walk.changes = {**FORMS, "registered": {**FORMS["registered"], "beneficiary.0.address": 'Gg. "Kutip" \\ 9'}}
        self.walk.to("found")
        ask = ("intake", "1", "--step", "orang", "--blank")
        plain = self.run_(*ask).exits(0)
        self.assertEqual(clear_in(plain.out.encode()), [])
        self.assertEqual(self.reads(), [])
        with self.changing_nothing():
            self.run_(*ask, "--names", env={"MEDIASI_KEY": None}).exits(7).says_nothing()
            self.run_(*ask, "--for", "audit").exits(2)
            self.run_("intake", "1", "--step", "orang", "--names", "--form", "-", stdin="x = 1").exits(2)
        form = self.run_(*ask, "--names", "--for", "request_of_person").exits(0).out
        for name in ("her name", "his name", "her mother", "interpreter", "her nik", "her phone", "communication"):
            self.assertIn(S[name], form)
        self.assertEqual((self.last()["command"], self.last()["for"], self.last()["case"]), ("intake", "request_of_person", "2026-0001"))
        lines = form.splitlines()
        first = lines.index("#[[beneficiary]]")
        hers = [line for line in lines[first:first + 120] if re.match(r"#(\[\[beneficiary\]\]|(id|address|phone) )", line)][:4]
        typed = "\n".join(line[1:].replace(S["her phone"], "0343-000099") for line in hers)
        self.act("2026-03-03T09:00", "intake", "1", "orang", typed + "\n").exits(0)
        (row,) = [row for row in self.rows_of("case", "1", "--names") if row["step"] == "orang"]
        self.assertIn("0343-000099", row["sealed"])
        self.assertIn('Gg. "Kutip" \\ 9', row["sealed"], "what was not changed came back as it was")
        self.assertIn(S["her name"], self.run_("assess", "1", "--step", "asesmen_awal", "--blank", "--names").exits(0).out)

    def test_complaints_are_read_from_the_house(self):
        self.act("2026-03-02T09:00", "record", "", "pengaduan", COMPLAINT, by="kania").exits(0)
        self.run_("report", "complaints").exits(0).hides(*SECRETS.values())
        done = self.named("complaints", "--for", "complaint").exits(0)
        self.assertEqual(clear_in(done.out.encode(), list(SECRETS)), ["her mother", "her mother's phone", "story"])
        self.assertEqual((self.last()["case"], self.last()["what"]), ("0", "complaints"))

    def test_who_read_a_case_is_asked_without_a_key(self):
        self.walk.to("found")
        Walk(self, 2).attempt("registered", at="2026-03-03T09:00").exits(0)
        self.named("register").exits(0)
        self.at("2026-03-04T09:00").named("case", "2026-0002", "--by", "pita", "--for", "audit").exits(0)
        without = {"MEDIASI_KEY": None}
        for words, expected in ((["--case", "1"], [("register", "2026-0001")]),
                                (["--case", "2"], [("register", "2026-0002"), ("case", "2026-0002")]),
                                (["--officer", "pita"], [("case", "2026-0002")]),
                                (["--from", "2026-03-04"], [("case", "2026-0002")]),
                                (["--to", "2026-03-03"], [("register", "2026-0001"), ("register", "2026-0002")]),
                                (["--as-of", "2026-03-03"], [("register", "2026-0001"), ("register", "2026-0002")])):
            with self.subTest(words), self.changing_nothing():
                rows = self.run_("report", "journal", "--reads", *words, "--format", "json", env=without).exits(0).json()["rows"]
                self.assertEqual([(row["what"], row["case"]) for row in rows], expected)
        self.agrees_in_every_format("journal", "--reads")
        lines = [row for row in self.rows_of("journal") if row["act"] == "read"]
        self.assertEqual([row["title"] for row in lines], ["identities read: report register, casework, cases: 2",
                                                           "identities read: report case, inquiry or audit, cases: 1"])

    def test_the_store_is_sound_after_many_readings_and_a_rebuild_changes_nothing(self):
        self.walk.to("found")
        for name in ("register", "due", "agenda"):
            self.named(name).exits(0)
        self.run_("store", "verify").exits(0)
        before = self.report("journal")["rows"]
        self.run_("store", "rebuild").exits(0)
        self.assertEqual([row for row in self.report("journal")["rows"] if row["act"] != "rebuild"], before)

    def test_a_terminal_of_80_columns_in_indonesian(self):
        self.walk.to("found")
        for words in (["case", "2026-0001", "--names"], ["register", "--names"], ["journal", "--reads"]):
            done = self.on_terminal("--lang", "id", "report", *words).exits(0)
            text = re.sub(r"\x1b\[[0-9;]*m", "", done.out)
            self.assertTrue(all(len(line) <= 80 for line in text.split("\n")), text)


if __name__ == "__main__":
    harness.main()
