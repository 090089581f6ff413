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

// What an option says of a form, a column says of a row.
Problem in_a_row(Problem problem, const Standard &standard) {
  if (problem.hint.find("--accept") == std::string::npos)
    return problem;
  for (const auto &step : standard.steps)
    for (const auto &guard : step.guards)
      if (guard.id == problem.rule)
        problem.hint =
            say("'{}' may accept it: '{}:REASON:OFFICER' in the column 'accepted'", guard.accept_by, guard.id);
  return problem;
}

void BatchRun::warn(Problem problem, const SheetRow &row) {
  const bool said =
      problem.code == Code::duplicates_unchecked &&
      std::any_of(warnings_.begin(), warnings_.end(), [&](const Problem &one) { return one.code == problem.code; });
  if (said)
    return;
  if (warnings_.size() < most_warnings)
    warnings_.push_back(problem.code == Code::duplicates_unchecked ? std::move(problem)
                                                                   : placed(std::move(problem), row));
  else
    ++warnings_left_;
}

// each warning with the row of the act it is about; what is about none, with the first of the case
void BatchRun::warn_by_act(const Plan &plan, const Standard &standard, const std::vector<Row> &rows) {
  std::vector<const SheetRow *> about(plan.warnings.size(), &rows.front().from->row);
  std::set<std::string> broken;
  for (const auto &act : plan.acts)
    broken.merge(names_in(value_of(act.entry.facts.fields, "found_breaches")));
  auto act = plan.acts.begin();
  for (const auto &row : rows)
    for (std::size_t i = 0; i < row.read.drafts.size() && act != plan.acts.end(); ++i, ++act)
      for (const auto which : act->warned)
        about[which] = &row.from->row;
  for (std::size_t i = 0; i < plan.warnings.size(); ++i)
    if (const auto &problem = plan.warnings[i]; broken.contains(problem.rule))
      sum_up(problem, *about[i]);
    else
      warn(in_a_row(problem, standard), *about[i]);
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
