// How anything is refused: a list of problems, each with a stable code, a place and a way on.
// Lower layers add what they know (a date parser knows "not a date", the reader knows the line).
// No message ever carries an identity: subjects are field names, rule ids, case numbers, codes.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "base/code.h"

namespace mediasi {

// Where in an input a problem lies. Zero and empty mean "does not apply".
struct Place {
  std::string file = {};
  int line = 0;             // 1-based
  int column = 0;           // 1-based, in characters
  int row = 0;              // row of a sheet, the heading row is 1
  std::string field = {};   // field or column name
  std::string excerpt = {}; // the source line, only ever of a rules file or a template
};

struct Problem {
  Code code = Code::internal;
  std::string message = {}; // the error first, lower case, no full stop, the subject quoted
  std::string hint = {};    // what to type or do next
  Place place = {};
  std::string rule = {};  // id of the guard or gate
  std::string basis = {}; // law or office basis
  std::string fact = {};  // what was looked at, and what was seen: "child_companion = unknown"
};

// Ends a command. Thrown once, with everything that is wrong; main prints it and exits.
class Error : public std::runtime_error {
public:
  explicit Error(Problem problem);
  explicit Error(std::vector<Problem> problems);

  const std::vector<Problem> &problems() const { return problems_; }
  // when several hold: 8, 1, 7, 2, 4, 3, 6, 5 (mediasi(1), EXIT STATUS)
  int exit_code() const;

private:
  std::vector<Problem> problems_;
};

// throws Error when the list is not empty
void throw_if_any(std::vector<Problem> problems);

} // namespace mediasi
