#include <algorithm>
#include <array>

#include "judge/deadlines.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 4> units{"minute", "hour", "day", "working_day"};

// Every day from the one after the start to `last`. The count is the calendar's own; an open pause is given an end
// after the last day asked for, so that each of its days stands in the ledger.
std::vector<CountedDay> days_until(const Bench &bench, const Deadline &deadline, const CountedDeadline &counted,
                                   std::vector<Pause> pauses, Date last) {
  const auto start = counted.start.day;
  for (auto &pause : pauses)
    if (!pause.until)
      pause.until = plus_days(last, 1);
  const int most = days_between(start, last); // a day counts once: the count reaches at least so far
  if (most <= 0)
    return {};
  auto ledger = count_days(bench.calendar, start, most, deadline.unit == Unit::working_day, pauses).ledger;
  std::erase_if(ledger, [&](const CountedDay &day) { return last < day.day; });
  return ledger;
}

int reached(const std::vector<CountedDay> &ledger, Date day) {
  int number = 0;
  for (const auto &row : ledger)
    if (row.day <= day && row.number > 0)
      number = row.number;
  return number;
}

std::string deadline_state(const Deadline &deadline, const CountedDeadline &counted, const Moment &now) {
  const auto until = minute_text(counted.stopped.value_or(now));
  const bool beyond = counted.late_from <= until;
  if (deadline.at_least) // the day it falls on is the first that will do
    return counted.due <= until ? "passed" : "too_early";
  if (counted.stopped)
    return beyond ? "late" : "met";
  if (counted.paused_since)
    return "paused";
  return beyond ? "overdue" : "running";
}

void add_days(const Bench &bench, const CaseFile &file, const Deadline &deadline, const CountedDeadline &counted,
              Date today, ExplainedDeadline &row) {
  const auto upto = counted.stopped ? counted.stopped->day : today;
  const auto due = *parse_date(counted.due);
  const bool to_due = !counted.paused_since && upto < due;
  const auto last = to_due ? due : upto;
  const auto pauses = pauses_of(file, deadline, counted.stopped);
  const auto ledger = days_until(bench, deadline, counted, pauses, last);
  row.net = reached(ledger, upto);
  row.gross = reached(days_until(bench, deadline, counted, {}, last), upto);
  for (const auto &day : ledger)
    row.days.push_back({day.day, day.number, day.skipped});
}

ExplainedDeadline explain(const Bench &bench, const CaseFile &file, const Deadline &deadline, const Moment &now) {
  ExplainedDeadline row;
  row.id = deadline.id;
  row.title = deadline.title;
  row.text = deadline.text;
  row.basis = deadline.because;
  row.file = bench.standard.file;
  row.line = deadline.line;
  row.state = deadline.amount ? "not_begun" : "text";
  row.amount = deadline.amount.value_or(0);
  if (deadline.amount)
    row.unit = units[static_cast<std::size_t>(deadline.unit)];
  const auto counted = counted_now(bench, file, deadline, now);
  if (!counted)
    return row;
  row.start = text_of(counted->start);
  row.due = counted->due;
  row.amount = counted->amount;
  row.extended = counted->extended;
  row.provisional = counted->provisional;
  row.state = deadline_state(deadline, *counted, now);
  row.paused_since = counted->paused_since ? text_of(*counted->paused_since) : "";
  row.ended = counted->stopped ? text_of(*counted->stopped) : "";
  if (counts_days(deadline))
    add_days(bench, file, deadline, *counted, now.day, row);
  return row;
}

} // namespace

std::optional<int> counted_days(const Bench &bench, const CaseFile &file, const Deadline &deadline, Date day) {
  const auto counted = counted_deadline(bench, file, deadline);
  if (!counted || !counts_days(deadline))
    return std::nullopt;
  const auto last = counted->stopped ? std::min(counted->stopped->day, day) : day;
  return reached(days_until(bench, deadline, *counted, pauses_of(file, deadline, counted->stopped), last), last);
}

std::vector<ExplainedDeadline> explain_deadlines(const Bench &bench, const CaseFile &file, const Moment &now) {
  std::vector<ExplainedDeadline> rows;
  for (const auto &deadline : bench.standard.deadlines)
    rows.push_back(explain(bench, file, deadline, now));
  return rows;
}

} // namespace mediasi
