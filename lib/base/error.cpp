#include "base/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mediasi {

namespace {

// What matters most to whoever reads the exit code comes first: a damaged store before a late deadline.
constexpr std::array order{8, 1, 7, 2, 4, 3, 6, 5};

std::string first_message(const std::vector<Problem> &problems) {
  return problems.empty() ? std::string("error without a problem") : problems.front().message;
}

} // namespace

Error::Error(Problem problem) : Error(std::vector<Problem>{std::move(problem)}) {}

Error::Error(std::vector<Problem> problems)
    : std::runtime_error(first_message(problems)), problems_(std::move(problems)) {}

namespace {

// What a row says is data, whatever the same word would be on the command line.
int exit_of(const Problem &problem) {
  const int code = exit_code(problem.code);
  return problem.place.row > 0 && code == exit_code(Code::usage) ? exit_code(Code::bad_value) : code;
}

} // namespace

int Error::exit_code() const {
  for (int wanted : order)
    if (std::ranges::any_of(problems_, [&](const Problem &p) { return exit_of(p) == wanted; }))
      return wanted;
  return mediasi::exit_code(Code::internal);
}

void throw_if_any(std::vector<Problem> problems) {
  if (!problems.empty())
    throw Error(std::move(problems));
}

} // namespace mediasi
