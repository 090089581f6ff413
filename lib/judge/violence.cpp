#include "judge/violence.h"

#include <algorithm>

#include "judge/events.h"

namespace mediasi {

Moment told_on(const Bench &bench, const CaseFile &file, const FollowUp &report) {
  const auto told = std::find_if(file.story.begin(), file.story.end(),
                                 [&](const Happened &done) { return done.entry == report.entry; });
  if (told == file.story.end())
    return report.on;
  const auto recorded = Clock{told->recorded, bench.standard.office.zone}.moment();
  return earlier(report.on, recorded) ? recorded : report.on;
}

std::optional<Moment> violence_reported(const Bench &bench, const CaseFile &file, const Entry &act) {
  std::optional<Moment> last;
  for (const auto &report : file.follow_ups) {
    if (report.what != "violence" || (act.seq != 0 && report.entry > act.seq))
      continue;
    const auto when = told_on(bench, file, report);
    if (!last || earlier(*last, when))
      last = when;
  }
  return last;
}

} // namespace mediasi
