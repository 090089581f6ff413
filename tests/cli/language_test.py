"""Which language is spoken, and what no language may change: ids, numbers, dates, and what is recorded."""

import pathlib
import re

import harness
from harness import Case
from walk import Office, Walk

ENGLISH, INDONESIAN = "hint:", "saran:"
NOTHING = {"PATH": None, "TZ": None, "LC_ALL": None}
# what the environment holds besides nothing, the arguments, and the language that follows
WAYS = [
    ({}, (), ENGLISH),
    ({}, ("--lang", "id"), INDONESIAN),
    ({}, ("--lang=id",), INDONESIAN),
    ({"MEDIASI_LANG": "id"}, (), INDONESIAN),
    ({"MEDIASI_LANG": "id"}, ("--lang", "en"), ENGLISH),
    ({"MEDIASI_LANG": "en", "LC_ALL": "id_ID.UTF-8"}, (), ENGLISH),
    ({"MEDIASI_LANG": "", "LANG": "id_ID.UTF-8"}, (), INDONESIAN),
    ({"LC_ALL": "id_ID.UTF-8", "LANG": "en_GB.UTF-8"}, (), INDONESIAN),
    ({"LC_ALL": "en_GB.UTF-8", "LANG": "id_ID.UTF-8"}, (), ENGLISH),
    ({"LC_MESSAGES": "id_ID", "LANG": "en_US"}, (), INDONESIAN),
    ({"LANG": "id_ID.UTF-8"}, (), INDONESIAN),
    ({"LANG": "id"}, (), INDONESIAN),
    ({"LANG": "id_ID@x"}, (), INDONESIAN),
    ({"LANG": "en_US.UTF-8"}, (), ENGLISH),
    ({"LC_ALL": "C", "LANG": "id_ID.UTF-8"}, (), INDONESIAN),  # cron and scripts hold LC_ALL=C for sorting
    ({"LC_ALL": "C", "MEDIASI_LANG": "id"}, (), INDONESIAN),
    ({"LC_ALL": "POSIX"}, (), ENGLISH),
    ({"LANG": "idx_ID"}, (), ENGLISH),
    ({"LANG": "de_DE.UTF-8"}, (), ENGLISH),
    ({"LANG": "de_DE.UTF-8", "LANGUAGE": "id"}, (), ENGLISH),
    ({"LANG": "id_ID.UTF-8", "LANGUAGE": "en"}, (), INDONESIAN),
    ({"LANG": "id_ID.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"}, (), INDONESIAN),
]


class Choosing(Case):
    def test_each_way_to_name_a_language_without_its_locale(self):
        for environment, arguments, language in WAYS:
            with self.subTest(environment=environment, arguments=arguments):
                done = self.run_("report", "case", *arguments, env={**NOTHING, **environment})
                done.exits(2).complains(f"  {language} ")

    def test_a_language_that_is_none_is_said_in_that_of_the_surroundings(self):
        for language, words in ("id", "bahasa tidak dikenal: 'fr'"), ("en", "unknown language 'fr'"):
            self.run_("report", "overdue", "--lang", "fr", env={"MEDIASI_LANG": language}).exits(2).complains(words)

    def test_under_an_empty_environment_a_whole_page_is_indonesian(self):
        page = self.run_("intake", "--help", "--lang", "id", env=NOTHING).exits(0).quiet_errors()
        page.shows("pemakaian: mediasi intake [KASUS] [OPSI]...", "--form BERKAS", "kode keluar:")
        for word in "usage", "options", "FILE", "CASE", "the", "of", "is", "and", "refused":
            self.assertNotRegex(page.out, rf"(?<![-.\w]){word}\b")

    def test_messages_of_one_problem_are_the_same_problem(self):
        english, indonesian = (self.run_("reprot", "--format", "json", "--lang", language) for language in ("en", "id"))
        self.assertEqual((english.code, english.codes()), (indonesian.code, indonesian.codes()))
        self.assertNotEqual(english.problems()[0]["message"], indonesian.problems()[0]["message"])


def without_prose(answer):
    """an answer but for what is said to people"""
    prose = {"title", "heading", "message", "hint", "facts", "notes", "label", "meaning", "about", "summary"}
    if isinstance(answer, dict):
        return {key: without_prose(value) for key, value in answer.items() if key not in prose}
    return [without_prose(each) for each in answer] if isinstance(answer, list) else answer


class Unchanged(Office):
    def both(self, *arguments, **more):
        surroundings = {"LANG": "id_ID.UTF-8", "LC_NUMERIC": "id_ID.UTF-8", "LC_TIME": "id_ID.UTF-8", "LC_ALL": None}
        return self.run_(*arguments, **more), self.run_(*arguments, env=surroundings, **more)

    def test_json_and_csv_carry_the_same_ids_numbers_and_dates(self):
        Walk(self).to("visited1")
        self.at("2026-07-06T07:00")
        asked = [("report", "case", "1"), ("report", "overdue"), ("document", "1", "--list"), ("roster", "list"),
                 *(("--list", what) for what in ("commands", "steps", "fields", "codes", "guards", "papers"))]
        for question in asked:
            with self.subTest(question=question):
                english, indonesian = self.both(*question, "--format", "json")
                self.assertEqual(english.code, indonesian.code)
                self.assertEqual(without_prose(english.json()), without_prose(indonesian.json()))
        english, indonesian = self.both("report", "overdue", "--format", "csv")
        self.assertEqual(english.out, indonesian.out)

    def test_numbers_and_dates_on_the_screen_are_the_same(self):
        Walk(self).to("visited1")
        figures = lambda text: re.findall(r"\d[\d.,:/T-]*\d|\b\d\b", text)
        for question in ("report", "case", "1"), ("document", "1", "--list"), ("store", "head"):
            english, indonesian = self.both(*question)
            self.assertEqual(figures(english.out), figures(indonesian.out))
            self.assertTrue(figures(english.out))

    def test_a_letter_and_its_entry_do_not_depend_on_who_reads_the_screen(self):
        kept = []
        self.kept = False
        for language in "en", "id":
            self.afresh()
            self.environment["MEDIASI_LANG"] = language
            Walk(self).to("scheduled")
            entries = self.rows("SELECT seq, act, step, on_text, by_officer, facts FROM entry WHERE case_number != ''")
            letter = pathlib.Path(self.path("letters", "2026-0001-undangan-1.html")).read_text(encoding="utf-8")
            kept.append(re.sub(r"[0-9a-f]{8,}", "HASH", f"{entries}\n{letter}"))
        self.assertIn("undangan", kept[0])
        self.assertEqual(*kept)

    def test_a_blank_form_differs_in_its_comments_alone(self):
        Walk(self).to("registered")
        for command, step in ("intake", "registrasi"), ("record", "sidang"), ("monitor", "monitoring"):
            english, indonesian = self.both(command, "1", "--step", step, "--blank")
            typed = lambda page: [line.lstrip("#") for line in page.out.splitlines() if re.match(r"#?[a-z_\[]", line)]
            self.assertEqual(typed(english.exits(0)), typed(indonesian.exits(0)))
            self.assertNotEqual(english.out, indonesian.out)

    def test_no_two_choices_of_a_list_have_the_same_words(self):
        Walk(self).to("registered")
        steps = self.run_("--list", "steps", "--format", "json").json()["rows"]
        self.assertGreater(len(steps), 15)
        for step in steps:
            page = self.run_(step["command"], "1", "--step", step["step"], "--blank", "--lang", "id").exits(0).out
            for block in re.findall(r"(?:^#     [a-z_0-9]+ +\S.*\n)+", page, re.M):
                labels = re.findall(r"^#     [a-z_0-9]+ +(.+)$", block, re.M)
                self.assertEqual(len(labels), len(set(labels)), block)


if __name__ == "__main__":
    harness.main()
