#include "report/overdue.h"

#include <algorithm>
#include <tuple>

#include "base/language.h"
#include "report/cells.h"

namespace mediasi {

namespace {

// A day without a time is late for the whole of it; ISO texts of one form sort as time does.
std::string minute_of(const Moment &moment) {
  return text_of(Moment{moment.day, moment.time.value_or(std::chrono::hours(24) - std::chrono::minutes(1))});
}

std::vector<Cell> row_of(const DueRow &due, const Moment &now) {
  const auto since = day_of(due.late_from);
  const auto last = day_of(due.due); // the due day itself is not late
  return {due.case_number,
          due.step.empty() ? due.deadline : due.step,
          since ? Cell(*since) : Cell(),
          last ? Cell(std::int64_t{days_between(*last, now.day)}) : Cell(),
          text_cell(due.role),
          text_cell(due.officer)};
}

} // namespace

Report overdue(const std::vector<DueRow> &dues, const Moment &now) {
  const std::string moment = minute_of(now);
  std::vector<const DueRow *> late;
  for (const DueRow &due : dues)
    if (due.paused_since.empty() && due.late_from <= moment)
      late.push_back(&due);
  std::stable_sort(late.begin(), late.end(), [](const DueRow *a, const DueRow *b) {
    return std::tie(a->late_from, a->case_number) < std::tie(b->late_from, b->case_number);
  });

  Report report;
  report.name = "overdue";
  report.title = tr("What is overdue");
  report.as_of = text_of(now.day);
  report.columns = {
      {"case", tr("case"), ColumnType::text, ""},        {"what", tr("what"), ColumnType::text, ""},
      {"since", tr("late since"), ColumnType::date, ""}, {"days_late", tr("days late"), ColumnType::integer, "day"},
      {"role", tr("role"), ColumnType::text, ""},        {"officer", tr("officer"), ColumnType::text, ""},
  };
  std::size_t provisional = 0;
  report.rows.reserve(late.size());
  for (const DueRow *due : late) {
    report.rows.push_back(row_of(*due, now));
    provisional += due->provisional ? 1 : 0;
  }
  if (provisional > 0)
    report.notes.push_back(
        say("provisional, counted into a year whose holidays are not loaded: {} of {}", provisional, late.size()));
  return report;
}

} // namespace mediasi
