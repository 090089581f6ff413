// What may arrive as a rules file: anything. Limits come before parsing, and nothing crashes.
#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "judge/judge.h"
#include "rules/load.h"
#include "support/rules_text.h"

using namespace mediasi;

namespace {

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i)
    text += piece;
  return text;
}

Problem first_problem(const std::string &text) {
  const auto loaded = load_standard(text, "x.toml", known_names({"undangan"}));
  REQUIRE_FALSE(loaded.problems.empty());
  return loaded.problems.front();
}

} // namespace

TEST_CASE("hostile texts are refused with a code and a line, and never crash") {
  struct Row {
    std::string text;
    Code code;
    int line;
  };
  const std::array rows{
      Row{"", Code::missing_key, 1},
      Row{repeated("#", (1 << 20) + 1), Code::too_large, 0},
      Row{"a = 1\nb = \"\xff\"\n", Code::bad_encoding, 2},
      Row{"a = 1\nb = \"\xed\xa0\x80\"\n", Code::bad_encoding, 2},
      Row{"a = 1\n" + std::string(1, '\0'), Code::bad_encoding, 2},
      Row{"a = 1\n" + repeated("a.", 50'000) + "a = 1\n", Code::toml_syntax, 2},
      Row{"[" + repeated("a.", 65) + "a]\n", Code::toml_syntax, 1},
      Row{"a = " + repeated("[", 5000), Code::toml_syntax, 1},
      Row{"a = " + repeated("{ a = ", 5000), Code::toml_syntax, 1},
      Row{"a = 1\nb = \n", Code::toml_syntax, 2},
      Row{"a = 1\na = 2\n", Code::toml_syntax, 2},
      Row{"a = \"open\n", Code::toml_syntax, 1},
      Row{"\xc2\xa1 = 1\n", Code::toml_syntax, 1},
      Row{"= 1\n", Code::toml_syntax, 1},
      Row{"[[step]\n", Code::toml_syntax, 1},
      Row{"step = 5\nformat = 1\n", Code::missing_key, 1},
      Row{"{\"format\": 1}", Code::toml_syntax, 1},
  };
  for (const auto &row : rows) {
    CAPTURE(row.text.substr(0, 40));
    const auto problem = first_problem(row.text);
    CHECK(problem.code == row.code);
    CHECK(problem.place.line == row.line);
    CHECK_FALSE(problem.message.empty());
  }
}

TEST_CASE("a syntax error shows its place and its line") {
  const auto problem = first_problem("format = 1\n[office]\nname = Dinas\n");
  CHECK(problem.code == Code::toml_syntax);
  CHECK(problem.place.line == 3);
  CHECK(problem.place.column >= 8);
  CHECK(problem.place.excerpt == "name = Dinas");
}

TEST_CASE("dots inside quotes, comments and long texts are no nesting") {
  const auto dots = repeated(".", 200);
  const std::array texts{"# " + dots + "\n",
                         "[notes]\na = \"" + dots + "\"\n",
                         "[notes]\na = '" + dots + "'\n",
                         "[notes]\na = \"\"\"\n" + dots + "\n" + dots + "\"\"\"\n",
                         "[notes]\na = '''\n" + dots + "'''\n",
                         "[notes]\na = \"\\\"" + dots + "\"\n"};
  for (const auto &text : texts) {
    CAPTURE(text.substr(0, 30));
    const auto loaded = load_standard(test::small_rules() + text, "x.toml", known_names({"undangan"}));
    for (const auto &problem : loaded.problems)
      CHECK(problem.code == Code::unknown_key); // [notes] itself, and nothing worse
  }
}

TEST_CASE("a table where a list of tables belongs, and the reverse, are wrong types") {
  const std::array texts{"[step]\nid = \"x\"\n", "[[office]]\nid = \"x\"\n", "role = [1, 2]\n", "settings = 1\n",
                         "[printed]\nprocedure = \"x\"\n"};
  for (const std::string text : texts) {
    CAPTURE(text);
    const auto loaded = load_standard("format = 1\n" + text, "x.toml", known_names({}));
    bool wrong = false;
    for (const auto &problem : loaded.problems)
      wrong = wrong || problem.code == Code::wrong_type;
    CHECK(wrong);
  }
}

TEST_CASE("every cut of the small file is answered, and every complaint lies inside it") {
  const auto text = test::small_rules();
  for (std::size_t length = 0; length < text.size(); length += 7) {
    const auto cut = text.substr(0, length);
    const auto lines = 1 + std::count(cut.begin(), cut.end(), '\n');
    for (const auto &problem : load_standard(cut, "x.toml", known_names({"undangan"})).problems)
      CHECK((problem.place.line >= 1 && problem.place.line <= lines));
  }
}
