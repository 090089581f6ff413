// TOML text to a Standard, or every problem with file, line, column, source line and nearest known word.
// load.cpp and reader.cpp are the only files that include toml++.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/known.h"
#include "rules/standard.h"

namespace mediasi {

struct Loaded {
  Standard standard;             // meaningful only when problems is empty
  std::vector<Problem> problems; // errors: nothing runs on a half-read file
  std::vector<Problem> warnings; // gaps, overlaps, unset choices: `workflow check` gives 5
};

Loaded load_standard(std::string_view text, const std::string &file, const Known &known);

// The statutory gates compiled into the program (share/gates/statute.toml), and where they bite.
struct Gate {
  Guard guard;
  std::vector<std::string> at; // "ACT" or "ACT:VALUE of its deciding field": "finding:fit", "order", "invitation",
                               // "day_questions", "outcome:agreed"
  std::string law, dated;      // citation and date of the law
};
std::vector<Gate> load_gates(std::string_view text, const Known &known, std::vector<Problem> &problems);

} // namespace mediasi
