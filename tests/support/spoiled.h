// A table test of rules files: one passage spoiled, one complaint expected, at its line.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "judge/judge.h"
#include "rules/load.h"
#include "support/rules_text.h"

namespace mediasi::test {

inline Loaded load(const std::string &text) {
  return load_standard(text, "contoh.toml", known_names({"undangan", "berita_acara"}));
}

struct Spoiled {
  std::string old, fresh;
  Code code;
  std::string at;   // a passage of the spoiled line
  std::string hint; // part of the hint, may be empty
};

inline void check_each(const std::vector<Spoiled> &rows, const std::string &rules = small_rules()) {
  for (const auto &row : rows) {
    CAPTURE(row.fresh);
    const auto text = replaced(rules, row.old, row.fresh);
    const auto loaded = load(text);
    REQUIRE_FALSE(loaded.problems.empty());
    const auto found = std::find_if(loaded.problems.begin(), loaded.problems.end(), [&](const Problem &problem) {
      return problem.code == row.code && problem.place.line == line_of(text, row.at);
    });
    CAPTURE(loaded.problems.front().message);
    REQUIRE(found != loaded.problems.end());
    CHECK(found->hint.find(row.hint) != std::string::npos);
    CHECK(found->place.file == "contoh.toml");
    CHECK(found->place.column >= 1);
    CHECK_FALSE(found->place.excerpt.empty());
    CHECK(found->message.back() != '.');
  }
}

} // namespace mediasi::test
