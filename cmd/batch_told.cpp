// What is said of the rows of a batch: each complaint and each warning with the row it is of.
#include <algorithm>

#include "cmd/batch_run.h"

namespace mediasi {

namespace {

constexpr std::size_t most_warnings = 200;

} // namespace

void BatchRun::warn(std::vector<Problem> problems, const SheetRow &row) {
  for (auto &problem : problems) {
    const bool said =
        problem.code == Code::duplicates_unchecked &&
        std::any_of(warnings_.begin(), warnings_.end(), [&](const Problem &one) { return one.code == problem.code; });
    if (said)
      continue;
    if (warnings_.size() < most_warnings)
      warnings_.push_back(problem.code == Code::duplicates_unchecked ? std::move(problem)
                                                                     : placed(std::move(problem), row));
    else
      ++warnings_left_;
  }
}

// a refusal by rule names no row: it is that of the act it refuses
void BatchRun::place_by_act(std::vector<Problem> &problems, const Plan &plan, const std::vector<Row> &rows) const {
  auto act = plan.acts.begin();
  for (const auto &row : rows)
    for (std::size_t i = 0; i < row.read.drafts.size() && act != plan.acts.end(); ++i, ++act)
      for (auto &problem : problems)
        if (std::any_of(act->refused.begin(), act->refused.end(), [&](const Problem &one) {
              return one.rule == problem.rule && one.message == problem.message && !one.rule.empty();
            }))
          problem = placed(std::move(problem), row.from->row);
}

Problem BatchRun::placed(Problem problem, const SheetRow &row) const {
  if (problem.place.row != 0)
    return problem;
  problem.place.row = row.number;
  if (problem.place.file.empty()) { // else it names the rule
    problem.place.file = file_;
    problem.place.line = row.line;
  }
  return problem;
}

} // namespace mediasi
