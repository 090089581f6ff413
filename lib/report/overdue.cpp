#include "report/overdue.h"

#include <algorithm>
#include <tuple>

#include "base/language.h"
#include "judge/deadlines.h"
#include "report/cells.h"

namespace mediasi {

namespace {

void put_row(Cells &row, const DueRow &due, const Moment &now) {
  const auto since = day_of(due.late_from);
  const auto last = day_of(due.due); // the due day itself is not late
  row.reserve(6);
  row.emplace_back(due.case_number);
  row.emplace_back(due.step.empty() ? due.deadline : due.step);
  row.push_back(day_cell(since));
  row.push_back(last ? Cell(std::int64_t{days_between(*last, now.day)}) : Cell());
  row.push_back(text_cell(due.role));
  row.push_back(text_cell(due.officer));
}

} // namespace

Report overdue(const EachDue &each, const Moment &now) {
  Report report;
  report.name = "overdue";
  report.title = tr("What is overdue");
  report.as_of = text_of(now.day);
  report.columns = {
      {"case", tr("case"), ColumnType::text, ""},        {"what", tr("what"), ColumnType::text, ""},
      {"since", tr("late since"), ColumnType::date, ""}, {"days_late", tr("days late"), ColumnType::integer, "day"},
      {"role", tr("role"), ColumnType::text, ""},        {"officer", tr("officer"), ColumnType::text, ""},
  };
  const std::string moment = minute_text(now);
  std::size_t provisional = 0;
  each([&](const DueRow &due) {
    if (!due.paused_since.empty() || due.late_from > moment)
      return;
    put_row(report.rows.emplace_back(), due, now);
    provisional += due.provisional ? 1 : 0;
  });
  if (provisional > 0)
    report.notes.push_back(say("provisional, counted into a year whose holidays are not loaded: {} of {}", provisional,
                               report.rows.size()));
  return report;
}

void sort_by_lateness(std::vector<DueRow> &dues) {
  std::stable_sort(dues.begin(), dues.end(), [](const DueRow &a, const DueRow &b) {
    return std::tie(a.late_from, a.case_number) < std::tie(b.late_from, b.case_number);
  });
}

} // namespace mediasi
