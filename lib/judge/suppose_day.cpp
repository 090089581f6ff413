// The day of a supposed act, where the rules set a least time: a way on that leads over it names that day.
#include <algorithm>

#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/suppose.h"

namespace mediasi {

std::string first_moment(const Bench &bench, const CaseFile &file, const Step &step) {
  std::string first;
  for (const auto &guard : step.guards) {
    const auto *deadline = guard.kind == "not_before" && guard.severity == Severity::refuse
                               ? bench.standard.deadline(guard.with.one("deadline"))
                               : nullptr;
    if (const auto counted = deadline ? counted_deadline(bench, file, *deadline) : std::nullopt;
        counted && !counted->paused_since)
      first = std::max(first, counted->due);
  }
  return first;
}

void wait_for_its_day(const Bench &bench, const CaseFile &file, const Step &step, const Wanted &wanted, Entry &entry) {
  const auto earliest = parse_moment(first_moment(bench, file, step));
  if (!earliest)
    return;
  const auto planned = parse_moment(value_of(entry.facts.fields, "at"));
  if (!planned && earlier(entry.on, *earliest))
    entry.on = moment_after(file, *earliest);
  if (planned && !wanted.says.fields.contains("at") && earlier(*planned, *earliest))
    entry.facts.fields["at"] = text_of(Moment{earliest->day, earliest->time.value_or(bench.standard.hours.from)});
}

} // namespace mediasi
