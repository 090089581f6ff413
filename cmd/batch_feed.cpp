#include "cmd/batch_feed.h"

#include <algorithm>
#include <utility>

namespace mediasi {

namespace {

SourceRow source_row(SheetRow row, std::string_view command) {
  SourceRow source{std::move(row), std::string(command), {}};
  if (command == importing)
    source.command = cell_called(source.row, "do");
  source.case_word = cell_called(source.row, "case");
  return source;
}

// what ties the lines of one case together: its number, or the key of the row that registers it
std::string case_key(const SourceRow &row) {
  if (!row.case_word.empty())
    return row.case_word;
  const auto ref = cell_called(row.row, "ref");
  return row.command == "intake" ? std::string(ref) : std::string();
}

} // namespace

std::vector<std::string> writing_commands() {
  return {"intake", "assess", "schedule", "record", "monitor", "terminate"};
}

bool is_readable(const SourceRow &row) {
  static const auto known = writing_commands();
  return row.row.problems.empty() && std::find(known.begin(), known.end(), row.command) != known.end();
}

bool Feed::next(std::vector<SourceRow> &unit) {
  unit.clear();
  if (ahead_)
    unit.push_back(std::move(*ahead_));
  ahead_.reset();
  SheetRow row;
  while (file_.next(row)) {
    ++rows_;
    auto source = source_row(std::move(row), command_);
    row = {};
    if (!unit.empty() && !belongs(unit, source)) {
      ahead_ = std::move(source);
      return true;
    }
    unit.push_back(std::move(source));
    if (command_ != importing)
      return true;
  }
  return !unit.empty();
}

// A line of an import that cannot be read is of the case it stands in: all of that case stays out with it.
bool Feed::belongs(const std::vector<SourceRow> &unit, const SourceRow &row) const {
  if (command_ != importing)
    return false;
  return case_key(row).empty() ? !row.row.problems.empty() : case_key(row) == case_key(unit.front());
}

} // namespace mediasi
