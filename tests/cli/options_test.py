"""The options of every command, usage errors, and where answers go."""

import os
import subprocess
import unicodedata
import unittest

import harness
from harness import Case

GLOBAL_OPTIONS = ["--store", "--key", "--key-fd", "--lang", "--format", "--output", "--quiet", "--list", "--version", "--help"]


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Usage(Case):
    def test_bare_without_a_terminal_is_a_usage_error(self):
        self.run_().exits(2).says_nothing().complains("hint: mediasi --help")

    def test_wrong_command_lines_are_code_2_with_a_problem_code(self):
        for line, code in [
            (["reprot"], "M2002"),
            (["store"], "M2001"),
            (["store", "verfy"], "M2002"),
            (["reprot", "overdue"], "M2002"),
            (["report"], "M2001"),
            (["report", "overdue", "--frobnicate"], "M2003"),
            (["report", "overdue", "-x"], "M2003"),
            (["report", "overdue", "--store"], "M2004"),
            (["report", "overdue", "--store="], "M2004"),
            (["report", "overdue", "--store", ""], "M2004"),
            (["report", "overdue", "--quiet=yes"], "M2004"),
            (["report", "overdue", "--store", "a", "--store", "b"], "M2001"),
            (["report", "overdue", "--quiet", "--quiet"], "M2001"),
            (["intake", "--dry-run", "--set", "source=phone", "--dry-run"], "M2001"),
            (["report", "overdue", "case", "more"], "M2001"),
            (["report", "overdue", "--lang", "fr"], "M2001"),
            (["report", ""], "M2004"),
            (["report", "overdue"], "M2008"),
            (["report", "nonsense"], "M2014"),
            (["--list", "nonsense"], "M2004"),
        ]:
            with self.subTest(line=line):
                done = self.run_(*line, "--format", "json").exits(2).says_nothing()
                self.assertIn(code, done.codes())
                self.run_(*line).exits(2).complains(f"[{code}]")

    def test_an_unknown_format_is_refused_in_text(self):
        self.run_("report", "overdue", "--format", "xls").exits(2).complains("[M2004]")

    def test_a_misspelt_word_gets_the_nearest_known_one(self):
        for line, word in [
            (["reprot"], "'report'"),
            (["store", "verfy"], "'store verify'"),
            (["report", "overdu"], "'overdue'"),
            (["report", "overdue", "--fromat", "json"], "'--format'"),
            (["--list", "comands"], "'commands'"),
        ]:
            with self.subTest(line=line):
                self.run_(*line).exits(2).complains("hint: did you mean " + word)

    def test_a_name_or_number_typed_in_the_wrong_place_is_not_said_again(self):
        for word in ["Siti Aminah", "3575014101900001", "+6281234567890"]:
            with self.subTest(word=word):
                self.run_("report", "overdue", "case", word).exits(2).hides(word)
                self.run_("report", "case", word, "--store", "x.db").hides(word)
                self.run_(word).exits(2).hides(word)
                self.run_("report", f"--nama={word}").exits(2).hides(word)

    def test_global_options_stand_before_or_behind_the_command(self):
        for line in (["--store", "none.db", "store", "info"], ["store", "--store", "none.db", "info"],
                     ["store", "info", "--store", "none.db"], ["store", "info", "--store=none.db"]):
            with self.subTest(line=line):
                self.run_(*line).complains("none.db").hides("M2")

    def test_a_command_name_is_also_an_ordinary_value(self):
        self.run_("report", "case", "report", "--store", "store").hides("M2002")

    def test_a_problem_in_json_has_the_fixed_keys(self):
        problem = self.run_("reprot", "--format", "json").problems()[0]
        for key in ["code", "message", "hint", "file", "line", "column", "row", "rule", "basis"]:
            self.assertIn(key, problem)


class Pages(Case):
    def commands(self):
        return [row["command"] for row in self.run_("--list", "commands", "--format", "json").json()["rows"]]

    def test_every_help_page_fits_80_columns_and_lists_exit_codes(self):
        for command in ["", "store", *self.commands()]:
            for language in "en", "id":
                with self.subTest(command=command, language=language):
                    done = self.run_(*command.split(), "--help", "--lang", language).exits(0).quiet_errors()
                    self.assertLessEqual(max(columns(line) for line in done.out.splitlines()), 80)
                    done.shows(*GLOBAL_OPTIONS)
                    if command and command != "store":
                        self.assertRegex(done.out, r"(?m)^  0  ")
                        self.assertRegex(done.out, r"(?m)^  2  ")

    def test_help_and_version_need_nothing(self):
        self.run_("report", "--help").exits(0)
        self.assertRegex(self.run_("--version").exits(0).out, r"^mediasi \d+\.\d+\.\d+\n$")

    def test_every_list_has_rows_in_text_and_json(self):
        for what in ["commands", "steps", "fields", "codes", "guards", "reports", "papers"]:
            with self.subTest(what=what):
                answer = self.run_("--list", what, "--format", "json").exits(0).json()
                self.assertEqual((answer["kind"], answer["report"]), ("report", what))
                self.assertTrue(answer["rows"])
                text = self.run_("--list", what).exits(0).out
                self.assertEqual(len(answer["rows"]), len(text.splitlines()))

    def test_a_code_ends_the_program_with_its_thousands(self):
        for row in self.run_("--list", "codes", "--format", "json").json()["rows"]:
            self.assertEqual(int(row["code"][1:]) // 1000, row["exit"])


class Language(Case):
    def test_the_language_is_chosen_first_so_usage_errors_speak_it(self):
        english = self.run_("reprot").err
        indonesian = [
            self.run_("reprot", "--lang", "id").err,
            self.run_("reprot", env={"MEDIASI_LANG": "id"}).err,
            self.run_("reprot", env={"LC_ALL": None, "LANG": "id_ID.UTF-8"}).err,
        ]
        self.assertEqual(len(set(indonesian)), 1)
        self.assertEqual(self.run_("reprot", "--lang", "en", env={"MEDIASI_LANG": "id"}).err, english)


class Output(Case):
    def test_an_output_file_is_whole_private_and_replaces_an_old_one(self):
        old = self.write("answer.json", "old", 0o644)
        self.run_("--list", "codes", "--format", "json", "--output", old).exits(0).says_nothing()
        self.assertIn('"M2001"', open(old, encoding="utf-8").read())
        self.assertEqual(os.stat(old).st_mode & 0o777, 0o600)
        self.assertEqual(os.listdir(self.folder), ["answer.json"])

    def test_output_goes_nowhere_it_should_not(self):
        store = self.write("s.db", "store")
        key = self.write("k/key", "key")
        for target in [self.path("k"), self.path("none", "x"), "/dev/null", store, key, self.path("k", "..", "s.db")]:
            with self.subTest(target=target), self.changing_nothing():
                done = self.run_("--list", "codes", "--output", target, "--store", store, "--key", key)
                self.assertIn(done.code, (1, 2))
                done.complains("mediasi:")

    def test_quiet_prints_no_answer_but_still_writes_a_file(self):
        self.run_("--list", "codes", "--quiet").exits(0).says_nothing().quiet_errors()
        self.run_("--list", "codes", "--quiet", "--output", "f").exits(0)
        self.assertTrue(self.bytes_of("f"))

    def test_a_full_or_closed_standard_output_is_code_1(self):
        with open("/dev/full", "wb") as full:
            self.run_("--list", "codes", stdout=full).exits(1).complains("[M1002]")
        self.run_("--list", "codes", stdout=None, preexec_fn=lambda: os.close(1)).exits(1).complains("[M1002]")

    def test_a_reader_that_stops_is_no_failure(self):
        reading, writing = os.pipe()
        os.close(reading)
        done = self.run_("--list", "fields", "--format", "json", stdout=writing)
        os.close(writing)
        done.exits(0).quiet_errors()

    def test_a_closed_standard_error_does_not_change_the_code(self):
        for command in (["reprot"], ["store", "info"]):
            self.assertEqual(self.run_(*command, stderr=None, preexec_fn=lambda: os.close(2)).code, 2)


class Process(Case):
    def test_no_core_is_left_and_nobody_may_look_into_the_process(self):
        done = self.run_("--version", prefix=["strace", "-f", "-e", "trace=prlimit64,prctl"])
        done.complains("RLIMIT_CORE, {rlim_cur=1, rlim_max=1}", "PR_SET_DUMPABLE, SUID_DUMP_DISABLE")

    def test_the_program_ends_when_its_input_is_closed(self):
        self.run_("--version", stdin=None, preexec_fn=lambda: os.close(0)).exits(0)


if __name__ == "__main__":
    harness.main()
