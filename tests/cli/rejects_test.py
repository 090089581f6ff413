"""The file of refused rows: each row as it came with its complaint before it, so that it is refused again until somebody
mends it; and nothing of that file where the batch is not in, or where it would stand over something else."""

import json
import os
import re
import signal
import subprocess
import time

import harness
from batches import Batches

HEADING = "ref;on;source;beneficiary1.name;beneficiary1.no_nik;matter1.kind;story"
GOOD = "7;02/01/2026;walk_in;Contoh Satu;withheld;custody;cerita"
BAD = "8;32/01/2026;walk_in;Contoh Dua;withheld;custody;kanari rahasia"
COMPLAINT = "_row;_code;_column;_reason;"


class Given(Batches):
    def kept(self, text, *more, name="in.csv", code=6):
        """the file of the rows refused"""
        self.folder.joinpath("left").unlink(missing_ok=True)
        self.answer("intake", text, "--keep-good", "--rejects", "left", *more, name=name, code=code)
        return self.folder.joinpath("left").read_bytes().decode(errors="surrogateescape")

    def sheet_of(self, *lines):
        return "".join(line + "\r\n" for line in lines)

    def without_complaint(self, left):
        return [re.sub(r'^(?:(?:"(?:[^"]|"")*"|[^;"]*);){4}', "", line) for line in left.splitlines()]


class AsTheyCame(Given):
    def test_rows_of_too_few_or_too_many_cells_stay_so(self):
        rows = ["8;03/01/2026;walk_in;Contoh Dua;withheld;custody", "9;03/01/2026;walk_in;Contoh Tiga;withheld;custody;a; b; c",
                "10;03/01/2026"]
        left = self.kept(self.sheet_of(HEADING, GOOD, *rows))
        self.assertTrue(left.startswith(COMPLAINT + HEADING + "\r\n"))
        for _ in range(4):  # fed back unmended, again and again
            self.assertEqual(self.without_complaint(left), [HEADING, *rows])
            left = self.kept(left, code=4)
        self.assertEqual(len(self.rows("SELECT 1 FROM case_index")), 1)
        mended = left.replace("custody\r\n", "custody;cerita\r\n")
        self.assertEqual(self.without_complaint(self.kept(mended)), [HEADING, *rows[1:]])
        self.assertNotIn("M4110", self.run_("report", "case", "2026-0002", "--names").exits(0).out)

    def test_quotes_stay_where_they_stood(self):
        rows = ['8;03/01/2026;walk_in;Contoh "Dua" X;withheld;custody;"satu; ""dua"""', '9;03/01/2026;walk_in;"Contoh"Tiga;withheld;custody;"buka']
        left = self.kept(self.sheet_of(HEADING, GOOD, *rows))
        for _ in range(3):
            self.assertEqual(self.without_complaint(left)[:3], [HEADING, *rows])
            left = self.kept(left, code=4)

    def test_the_sheet_is_dressed_as_it_was(self):
        for before, delimiter in (("\ufeff", ";"), ("\ufeffsep=;\r\n", ";"), ("sep=\t\r\n", "\t"), ("\ufeff", ","), ("", ",")):
            with self.subTest(before=before, delimiter=delimiter):
                self.afresh()
                self.at("2026-03-02T08:30")
                text = before + self.sheet_of(HEADING, GOOD, BAD).replace(";", delimiter).replace(f"sep={delimiter}", "sep=" + delimiter)
                left = self.kept(text)
                self.assertTrue(left.startswith(before + "_row" + delimiter + "_code"), left)
                self.assertEqual(self.counts("intake", left.replace("32/01", "31/01"), name="mended.csv"), (1, 0, 0))

    def test_columns_of_an_earlier_round_may_stand_anywhere(self):
        heading, row = HEADING.split(";"), BAD.split(";")
        text = self.sheet_of(";".join([*heading[:2], "_Reason", *heading[2:], "_row"]), ";".join([*row[:2], "lama", *row[2:], "3"]))
        self.assertEqual(self.without_complaint(self.kept(text, code=4)), [HEADING, BAD])

    def test_a_sheet_as_wide_as_may_be(self):
        wide = ["ref", "on", "source", *(f"beneficiary{n}.name" for n in range(1, 101)), *(f"attach{n}" for n in range(1, 201))]
        wide += [f"matter{n}.kind" for n in range(1, 201)] + [f"matter{n}.incident_on" for n in range(1, 201)]
        wide += [f"companion{n}.name" for n in range(1, 201)]
        wide += [f"matter{n}.mediate" for n in range(1, 1000 - len(wide) + 1)]
        self.assertEqual(len(wide), 1000)
        left = self.kept(self.sheet_of(";".join(wide), "1;32/01/2026;walk_in;Contoh" + ";" * 996), code=4)
        done = self.answer("intake", left, name="again.csv", code=4)
        self.assertEqual(done.codes(), ["M4005"])

    def test_lines_of_json_keep_every_letter(self):
        rows = ['{"ref":"31", "source" : "bla","n":123456789012345678901234567890,"amount":1.10,"story":"\\u00e9 é"}',
                '{"ref":"32","source":"bla","matter":[{"kind":"custody"} ],"ref":"33"}', '{"ref":"34" "source":"bla"}', '["x"]']
        mark = "\ufeff"
        left = self.kept(mark + "\n".join(['{"ref":"30","source":"school"}', *rows]) + "\n", name="in.jsonl")
        self.assertTrue(left.startswith(mark + '{"_row":"2"'))
        for _ in range(3):
            lines = left[1:].splitlines()
            self.assertEqual(lines[2:], rows[2:])
            for line, row in zip(lines, rows[:2]):
                self.assertTrue(line.startswith('{"_row":"'))
                self.assertTrue(line.endswith("," + row[1:].replace(', "source"', ',"source"')), line)
                self.assertEqual(line.count("_reason"), 1)
            left = self.kept(left, name="in.jsonl", code=4)

    def test_a_first_row_that_was_never_an_object_goes_back_with_the_others(self):
        rows = ["rusak", '{"ref":"3","on":"2026-02-31","source":"walk_in"}', '{"ref":"4","source":"school"}']
        left = self.kept("\n".join(['{"ref":"2","source":"walk_in"}', *rows]) + "\n", name="in.jsonl")
        self.assertTrue(left.startswith("rusak\n{"))
        mended = left.replace("02-31", "02-28").replace("rusak", '{"ref":"5","source":"police"}')
        self.assertEqual(self.kept(left.replace("02-31", "02-28"), name="in.jsonl"), "rusak\n")
        self.answer("intake", mended, name="in.jsonl")

    def test_a_row_that_is_too_large_with_its_complaint_is_not_given_back(self):
        row = f"9;32/01/2026;walk_in;Contoh Dua;withheld;custody;{'x' * (2**20 - 80)}"
        with self.changing_nothing("mediasi.db"):
            self.assertIn("M4012", self.answer("intake", self.sheet_of(HEADING, GOOD, row), "--keep-good", "--rejects", "left", name="in.csv", code=4).codes())
        self.assertFalse(self.folder.joinpath("left").exists())

    def test_what_cannot_be_given_back_whole_lets_nothing_in(self):
        lines = [f"{n};02/01/2026;walk_in;Contoh Satu;withheld;custody;{'x' * 900}" for n in range(100, 1400)]
        unclosed = self.sheet_of(HEADING, GOOD, '8;02/01/2026;walk_in;Contoh Dua;withheld;custody;"cerita', *lines)
        large = '{"ref":"1","source":"school"}\n{"ref":"2","source":"school","story":"%s"}\n' % ("x" * 1100000)
        for name, text, row in (("in.csv", unclosed, 3), ("in.jsonl", large, 2)):
            with self.subTest(name):
                self.write(name, text)
                with self.changing_nothing():
                    done = self.run_("--format", "json", "intake", "--batch", name, "--keep-good", "--rejects", "left").exits(4)
                told = done.problems()
                self.assertEqual((told[0]["code"], told[0]["row"]), ("M4012", row))
                self.assertIn("no row", told[-1]["message"])


class Places(Given):
    def setUp(self):
        super().setUp()
        self.write("in.csv", self.sheet_of(HEADING, GOOD, BAD))
        self.line = ["intake", "--batch", "in.csv", "--keep-good", "--rejects"]

    def test_it_stands_over_nothing_of_the_store(self):
        os.symlink(self.folder, self.path("other"))
        for name in ("mediasi.db", "mediasi.db-journal", "mediasi.db-wal", "mediasi.db-shm", "mediasi.db.erasures", "other/mediasi.db-journal"):
            with self.subTest(name), self.changing_nothing():
                self.run_(*self.line, name).exits(2).says_nothing()
                self.run_("report", "register", "--output", name).exits(2)

    def test_one_file_holds_one_thing(self):
        os.symlink(self.folder, self.path("other"))
        with self.changing_nothing():
            for place in ("left", "./left", "other/left"):
                self.run_(*self.line, "left", "--output", place).exits(2)
            self.run_(*self.line, "left", "--output", "in.csv").exits(2)
        self.run_(*self.line, "left", "--output", "answer").exits(6)

    def test_a_link_a_folder_and_a_place_that_is_none(self):
        os.symlink("nowhere", self.path("link"))
        os.mkfifo(self.path("fifo"))
        for place in ("link", "fifo", ".", "safe", "none/left", "/dev/full", "/dev/null"):
            with self.subTest(place):
                before = self.rows("SELECT count(*) FROM entry")
                self.run_(*self.line, place).exits(1).complains("M1002")
                self.assertEqual(self.rows("SELECT count(*) FROM entry"), before)

    def test_it_is_private_whatever_the_umask(self):
        for umask in ("0", "777"):
            self.run_(*self.line, f"left{umask}", "--source", umask, prefix=["sh", "-c", f'umask {umask}; exec "$@"', "sh"]).exits(6)
            self.assertEqual(self.folder.joinpath(f"left{umask}").stat().st_mode & 0o777, 0o600)

    def test_where_no_file_can_be_nameless(self):
        """as on file systems without O_TMPFILE"""
        trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=linkat", "-e", "inject=linkat:error=EPERM"]
        self.run_(*self.line, "left", prefix=trace).exits(6)
        self.assertIn(BAD.split(";")[3], self.folder.joinpath("left").read_text())
        self.assertEqual(self.folder.joinpath("left").stat().st_mode & 0o777, 0o600)


class Broken(Given):
    def test_a_signal_leaves_nothing(self):
        many = [f"{n};{'32' if n % 2 else '02'}/01/2026;walk_in;Contoh Rekaan;withheld;custody;kanari rahasia" for n in range(20000)]
        self.write("in.csv", self.sheet_of(HEADING, *many))
        line = [harness.PROGRAM, "intake", "--batch", "in.csv", "--keep-good", "--rejects", "left"]
        for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
            with self.subTest(which):
                before = self.rows("SELECT count(*) FROM entry")
                running = subprocess.Popen(line, env=self.surroundings({}), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                time.sleep(0.5)
                running.send_signal(which)
                running.communicate()
                self.assertEqual(running.returncode, -which)
                self.assertFalse(self.folder.joinpath("left").exists())
                self.run_("store", "rebuild").exits(0)  # undoes what was cut off
                self.assertLessEqual(self.rows("SELECT count(*) FROM entry")[0][0], before[0][0] + 1)
                self.assertEqual([path.name for path in self.folder.rglob("*") if path.is_file() and b"kanari rahasia" in path.read_bytes()], ["in.csv"])

    def given_again(self, line):
        """takes nothing twice, and leaves the file"""
        entries = self.rows("SELECT count(*) FROM entry")
        done = self.run_(*line)
        self.assertNotIn(done.code, (0, 1))
        self.assertEqual(self.rows("SELECT count(*) FROM entry"), entries)
        return self.folder.joinpath("left").read_text().count("kanari rahasia")

    def test_a_kill_in_the_middle_leaves_all_to_the_same_command(self):
        line = ["--format", "json", "intake", "--batch", "in.csv", "--keep-good", "--rejects", "left"]
        for call, which in ("fdatasync", 1), ("fdatasync", 2), ("fdatasync", 3), ("unlink", 1), ("linkat", 1):
            with self.subTest(call=call, which=which):
                self.afresh()
                self.at("2026-03-02T08:30")
                self.write("in.csv", self.sheet_of(HEADING, GOOD, BAD))
                trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={which}"]
                self.run_(*line, prefix=trace)
                self.assertFalse(self.folder.joinpath("left").exists())
                self.run_("store", "rebuild").exits(0)  # undoes what was cut off
                if self.rows("SELECT 1 FROM entry WHERE act = 'batch'"):
                    self.assertEqual(self.given_again(line), 1)
                else:
                    self.run_(*line).exits(6)
                self.assertEqual(self.rows("SELECT count(*) FROM case_index"), [(1,)])
                self.assertIn("kanari rahasia", self.folder.joinpath("left").read_text())

    def test_who_stops_listening_hears_by_the_code_that_rows_are_left(self):
        self.write("in.csv", self.sheet_of(HEADING, GOOD, BAD))
        read, write = os.pipe()
        os.close(read)
        self.run_("intake", "--batch", "in.csv", "--keep-good", "--rejects", "left", stdout=write).exits(6)
        os.close(write)

    def test_a_disk_that_fails_is_told_of_as_it_is(self):
        self.write("in.csv", self.sheet_of(HEADING, GOOD, BAD))
        line = ["--format", "json", "intake", "--batch", "in.csv", "--keep-good", "--rejects", "left"]
        recorded = 0
        for call in "fsync", "fdatasync", "linkat":
            for which in range(1, 6):
                with self.subTest(call=call, which=which):
                    self.afresh()
                    self.at("2026-03-02T08:30")
                    self.write("in.csv", self.sheet_of(HEADING, GOOD, BAD))
                    self.folder.joinpath("left").unlink(missing_ok=True)
                    trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error=EIO:when={which}"]
                    done = self.run_(*line, prefix=trace)
                    taken = len(self.rows("SELECT 1 FROM entry WHERE act = 'batch'")) if not self.folder.joinpath("mediasi.db-journal").exists() else None
                    if done.code == 6:
                        continue
                    done.exits(1)
                    self.assertEqual("M1004" in done.codes(), bool(taken), done.err)
                    if "refused rows could not be put" in done.err:
                        self.assertFalse(self.folder.joinpath("left").exists())
                        self.assertEqual(self.given_again(line), 1)
                        recorded += 1
                        continue
                    self.assertEqual(self.folder.joinpath("left").exists(), bool(taken))
                    self.assertEqual("M5161" in done.codes(), bool(taken), done.err)
                    self.assertEqual("no row of the batch" in done.err, not taken, done.err)
                    recorded += bool(taken)
        self.assertTrue(recorded)


if __name__ == "__main__":
    harness.main()
