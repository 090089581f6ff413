// What is said of the rows of a batch: each complaint and each warning with the row it is of.
#include <algorithm>
#include <set>

#include "base/language.h"
#include "base/text.h"
#include "cmd/batch_run.h"

namespace mediasi {

namespace {

constexpr std::size_t most_warnings = 200;

std::set<std::string> names_in(std::string_view list) {
  const auto all = split(list, ',');
  std::set<std::string> names(all.begin(), all.end());
  names.erase("");
  return names;
}

} // namespace

void BatchRun::warn(const Plan &plan, const SheetRow &row) {
  std::set<std::string> broken;
  for (const auto &act : plan.acts)
    broken.merge(names_in(value_of(act.entry.facts.fields, "found_breaches")));
  for (auto problem : plan.warnings) {
    if (broken.contains(problem.rule)) {
      sum_up(problem, row);
      continue;
    }
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

void BatchRun::sum_up(const Problem &breach, const SheetRow &row) {
  auto &known = breaches_[breach.rule];
  if (++known.times == 1)
    known.first = placed(breach, row);
}

std::vector<Problem> BatchRun::warnings() const {
  auto all = warnings_;
  for (const auto &[rule, breach] : breaches_) {
    all.push_back(breach.first);
    if (breach.times > 1)
      all.back().message += say(" (broken {} times, first here)", breach.times);
  }
  return all;
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
