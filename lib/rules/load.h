// TOML text to a Standard, or every problem with file, line, column, source line and nearest known word.
// reader.cpp is the only file that includes toml++.
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
                               // "outcome:agreed"; "session_begin": judged when attendance is recorded, never refusing
  std::string law, dated;      // citation, and ISO date of the law
  std::string unless;          // "" or "no_violence_no_child_no_needs": the screening took the case out of this gate
};
// Complaints about the text go to `problems`; the gates come back in the order of the file.
std::vector<Gate> load_gates(std::string_view text, const Known &known, std::vector<Problem> &problems);

} // namespace mediasi
