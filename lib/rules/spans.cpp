#include <algorithm>

#include "rules/calendar.h"

namespace mediasi {

namespace {

// A calendar without a single working day would never let a count end. 36,500 working days of a one-day week are
// 255,500 days; beyond that nothing is left to wait for.
constexpr int most_days = 300'000;

// The day a pause begins is not counted, the day it ends is; one that begins and ends on a day takes nothing away.
const Pause *pause_on(const std::vector<Pause> &pauses, Date day) {
  const auto found = std::find_if(pauses.begin(), pauses.end(), [&](const Pause &pause) {
    return pause.from <= day && (!pause.until || day < *pause.until);
  });
  return found == pauses.end() ? nullptr : &*found;
}

// The first open pause that lies ahead of the count.
std::optional<Date> open_since(const std::vector<Pause> &pauses) {
  std::optional<Date> since;
  for (const auto &pause : pauses)
    if (!pause.until && (!since || pause.from < *since))
      since = pause.from;
  return since;
}

std::string skipped(const Calendar &calendar, const std::vector<Pause> &pauses, Date day, bool working) {
  if (pause_on(pauses, day) != nullptr)
    return "paused";
  return working ? std::string(calendar.why_not_working(day)) : std::string();
}

} // namespace

Span count_days(const Calendar &calendar, Date start, int amount, bool working, const std::vector<Pause> &pauses) {
  Span span{.due = start, .provisional = false, .paused_since = std::nullopt, .ledger = {}};
  const auto stop = open_since(pauses);
  auto ended = pauses; // what would be due if the open pause ended on the day it began: no earlier than this
  std::erase_if(ended, [](const Pause &pause) { return !pause.until; });
  int counted = 0;
  for (int ahead = 1; counted < amount && ahead <= most_days; ++ahead) {
    const auto day = plus_days(start, ahead);
    const bool paused = stop && *stop <= day;
    auto why = skipped(calendar, ended, day, working);
    if (why.empty())
      ++counted;
    if (working && !calendar.has_year(static_cast<int>(day.year())))
      span.provisional = true;
    span.due = day;
    if (!paused) {
      span.ledger.push_back({day, why.empty() ? counted : 0, std::move(why)});
    } else if (!span.paused_since) {
      span.paused_since = stop;
      span.ledger.push_back({day, 0, "paused"}); // one line for the open pause: its end is unknown
    }
  }
  return span;
}

} // namespace mediasi
