#include "judge/service_time.h"

#include <algorithm>

#include "judge/deadlines.h"
#include "judge/events.h"

namespace mediasi {

std::optional<ServiceTime> service_time(const Bench &bench, const CaseFile &file, Date day) {
  const auto &all = bench.standard.deadlines;
  const auto promise = std::find_if(all.begin(), all.end(), [](const Deadline &d) { return d.standard == "S12"; });
  if (promise == all.end() || promise->from.empty())
    return std::nullopt;
  const auto begun = event_times(bench, file, promise->from);
  if (begun.empty())
    return std::nullopt;
  ServiceTime time{.from = begun.front().day, .until = std::nullopt};
  for (const auto &event : promise->until)
    for (const auto &moment : event_times(bench, file, event))
      if (!time.until || moment.day < *time.until)
        time.until = moment.day;
  const Date end = time.until.value_or(file.closed() ? file.termination->on.day : day);
  const auto counted = counted_days(bench, file, *promise, end);
  time.days = counted.value_or(days_between(time.from, end));
  return time;
}

} // namespace mediasi
