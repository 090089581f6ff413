#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "render/render.h"

using namespace mediasi;

namespace {

const Screen piped{};

std::string complained(const Problem &problem, Format format = Format::text) {
  std::ostringstream err;
  const std::vector<Problem> all{problem};
  render_problems(err, all, format, piped);
  return err.str();
}

} // namespace

TEST_CASE("a problem in a file shows the place, the line and a caret below the column") {
  Problem problem{.code = Code::unknown_key, .message = "unknown key 'requries'", .hint = "did you mean 'requires'?"};
  problem.place = {.file = "rules.toml", .line = 41, .column = 3, .row = 0, .field = "", .excerpt = "é requries = 1"};
  CHECK(complained(problem) == "mediasi: rules.toml:41:3: unknown key 'requries' [M4002]\n"
                               "  é requries = 1\n"
                               "    ^\n"
                               "  hint: did you mean 'requires'?\n");
}

TEST_CASE("a problem in a sheet names row and column") {
  Problem problem{.code = Code::not_a_date, .message = "not a date", .hint = ""};
  problem.place = {.file = "cases.csv", .line = 0, .column = 0, .row = 17, .field = "filed_on", .excerpt = ""};
  CHECK(complained(problem) == "mediasi: cases.csv: row 17, column 'filed_on': not a date [M4005]\n");
  const auto all = nlohmann::json::parse(complained(problem, Format::json));
  CHECK(all["row"] == 17);
  CHECK(all["column"] == "filed_on");
}

TEST_CASE("a refusal names rule, fact, basis and the way on") {
  const Problem problem{.code = Code::refused_by_statute,
                        .message = "not here",
                        .hint = "offer a referral",
                        .place = {},
                        .rule = "sexual",
                        .basis = "UU 12/2022 art. 23",
                        .fact = "matter 1 = rape"};
  const std::string text = complained(problem);
  for (const char *part : {"[M3002, sexual]", "seen: matter 1 = rape", "basis: UU 12/2022 art. 23", "hint: offer"})
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}

TEST_CASE("a problem in json is one line with every key") {
  const std::string line = complained({.code = Code::usage, .message = "two\nlines", .hint = ""}, Format::json);
  CHECK(line.find('\n') == line.size() - 1);
  const auto all = nlohmann::json::parse(line);
  for (const char *key : {"code", "message", "hint", "file", "line", "column", "row", "rule", "basis"})
    CHECK_MESSAGE(all.contains(key), key);
  CHECK(all["file"].is_null());
}

TEST_CASE("a very long source line is shown around its column") {
  Problem problem{.code = Code::toml_syntax, .message = "bad", .hint = ""};
  problem.place = {
      .file = "r", .line = 1, .column = 5001, .row = 0, .field = "", .excerpt = std::string(5000, 'a') + "X"};
  const std::string text = complained(problem);
  CHECK(text.size() < 300);
  CHECK(text.find("X\n") != std::string::npos);
}
