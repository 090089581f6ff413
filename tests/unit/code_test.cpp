#include "base/code.h"

#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "base/error.h"

using namespace mediasi;

TEST_CASE("every code stands once in the table, has a meaning and an exit code of the contract") {
  std::set<int> seen;
  for (const CodeRow &row : codes()) {
    const int number = static_cast<int>(row.code);
    CAPTURE(number);
    CHECK(seen.insert(number).second);
    CHECK_FALSE(row.meaning.empty());
    CHECK(row.meaning.back() != '.');
    CHECK(exit_code(row.code) >= 1);
    CHECK(exit_code(row.code) <= 8);
    CHECK(exit_code(row.code) != 6); // taken in part is an outcome of a batch, never a problem
  }

  std::ifstream header(MEDIASI_SOURCE_DIR "/lib/base/code.h");
  std::size_t declared = 0;
  for (std::string line; std::getline(header, line);)
    declared += line.starts_with("  ") && line.find(" = ") != std::string::npos && line.ends_with(",");
  CHECK(seen.size() == declared);
}

TEST_CASE("a code is written with M and four digits") {
  CHECK(code_text(Code::file_unreadable) == "M1001");
  CHECK(code_text(Code::not_a_store) == "M8004");
}

TEST_CASE("when several problems hold, the gravest names the exit code") {
  const auto problem = [](Code code) { return Problem{.code = code, .message = code_text(code), .hint = ""}; };
  const auto exit_of = [&](const std::vector<Code> &list) {
    std::vector<Problem> problems;
    for (Code code : list)
      problems.push_back(problem(code));
    return Error(problems).exit_code();
  };
  CHECK(exit_of({Code::overdue}) == 5);
  CHECK(exit_of({Code::overdue, Code::refused_by_rule}) == 3);
  CHECK(exit_of({Code::refused_by_rule, Code::not_a_date}) == 4);
  CHECK(exit_of({Code::not_a_date, Code::usage, Code::refused_by_rule}) == 2);
  CHECK(exit_of({Code::usage, Code::store_busy}) == 7);
  CHECK(exit_of({Code::store_busy, Code::database_failed}) == 1);
  CHECK(exit_of({Code::database_failed, Code::store_altered}) == 8);
  CHECK(exit_of({}) == 1);
}

TEST_CASE("an error speaks with its first problem, and an empty list throws nothing") {
  const Error error(Problem{.code = Code::usage, .message = "unknown command 'x'", .hint = ""});
  CHECK(std::string(error.what()) == "unknown command 'x'");
  CHECK_NOTHROW(throw_if_any({}));
  CHECK_THROWS_AS(throw_if_any({Problem{}}), Error);
}
