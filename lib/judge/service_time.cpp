#include "judge/service_time.h"

#include <algorithm>

#include "judge/deadlines.h"

namespace mediasi {

std::optional<ServiceTime> service_time(const Bench &bench, const CaseFile &file, Date day) {
  const auto &all = bench.standard.deadlines;
  const auto promise = std::find_if(all.begin(), all.end(), [](const Deadline &d) { return d.standard == "S12"; });
  const auto run = promise == all.end() ? std::nullopt : run_of(bench, file, *promise);
  if (!run)
    return std::nullopt;
  ServiceTime time{.from = run->start.day, .until = std::nullopt};
  if (run->stopped)
    time.until = run->stopped->day;
  const Date end = time.until.value_or(day);
  time.days = counted_days(bench, file, *promise, end).value_or(std::max(0, days_between(time.from, end)));
  return time;
}

} // namespace mediasi
