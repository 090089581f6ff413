// Complaints in a form: above the line they concern, and gone again without a loss.
#include <algorithm>

#include <doctest/doctest.h>

#include "action/remarks.h"
#include "base/text.h"

using namespace mediasi;

namespace {

Problem at(int line, const std::string &file = "form") {
  return {Code::not_a_choice, "not one of the choices", "write low", {file, line, 1, 0, "risk", ""}, "", "", ""};
}

std::vector<std::string> lines_of(const std::string &text) {
  return split(text, '\n');
}

} // namespace

TEST_CASE("a complaint stands above the line it concerns") {
  const auto form = with_remarks("a = 1\nrisk = 2\nb = 3\n", std::vector{at(2)}, "form");
  const auto lines = lines_of(form.text);
  const auto risk = std::find(lines.begin(), lines.end(), "risk = 2");
  REQUIRE(risk != lines.end());
  CHECK(*(risk - 1) == "#!   hint: write low");
  CHECK(*(risk - 2) == "#! not one of the choices [M4007]");
  CHECK(*(risk - 3) == "a = 1");
}

TEST_CASE("what lies in no line of the form stands at the top, with what was seen and the basis") {
  auto refusal = at(700, "pasuruan.toml");
  refusal.rule = "statute.1";
  refusal.basis = "UU 12/2022";
  refusal.fact = "consent = unknown";
  for (const auto &problem : {refusal, at(0), at(-1)}) {
    const auto form = with_remarks("a = 1\n", std::vector{problem}, "form");
    const auto lines = lines_of(form.text);
    CHECK(lines[lines.size() - 2] == "a = 1");
    CHECK(form.text.find("not one of the choices") < form.text.find("a = 1"));
  }
  const auto text = with_remarks("a = 1\n", std::vector{refusal}, "form").text;
  for (const auto *part : {"[M4007, statute.1]", "seen: consent = unknown", "basis: UU 12/2022", "hint: write low"})
    CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("a line beyond the end is the last one, and an empty form takes complaints too") {
  for (const auto *text : {"", "\n", "a = 1", "a = 1\n"}) {
    const auto form = with_remarks(text, std::vector{at(99), at(1)}, "form");
    CHECK(without_remarks(form.text, form.remarks) == text);
    CHECK(form.remarks.size() == 6);
  }
}

TEST_CASE("remarks are taken out without touching anything else") {
  const std::string story = "words = '''\n#! not mine\n#!\n# \r\n''' \n\n#x = \"\"";
  const auto form = with_remarks(story, std::vector{at(1), at(2), at(3), at(7)}, "form");
  CHECK(form.text != story);
  CHECK(without_remarks(form.text, form.remarks) == story);
  CHECK(without_remarks(story, form.remarks) == story);
}

TEST_CASE("a complaint is one line, whatever stands in it") {
  auto problem = at(1);
  problem.message = "first\nrisk = \"high\"\x1b[0m";
  const auto form = with_remarks("a = 1", std::vector{problem}, "form");
  for (const auto &line : lines_of(form.text))
    CHECK((line == "a = 1" || line.starts_with("#! ")));
}

TEST_CASE("a form is emptied when nothing but comments and blank lines is left") {
  for (const auto *text : {"", "\n\n", "# a\n  # b\n\t\n", "#step = \"x\""})
    CHECK(is_emptied(text));
  for (const auto *text : {"a = 1", "# a\n[b]", "\n\n x"})
    CHECK_FALSE(is_emptied(text));
}
