// New violence as it is known: from the moment it was reported, whenever it happened (spec 1: an assessment is never
// older than newly reported violence).
#pragma once

#include <optional>

#include "judge/judge.h"

namespace mediasi {

// When the office heard of what calls for the case manager: a report that is put in late is looked at from that day on.
// What is known by its day alone may have been told at any hour of it; the clock of the machine knows better.
Moment told_on(const Bench &bench, const CaseFile &file, const FollowUp &report);

// When the last report came in that was on file when this act was recorded; nullopt where there was none. A report put
// in later does not undo what was done without knowing of it.
std::optional<Moment> violence_reported(const Bench &bench, const CaseFile &file, const Entry &act);

} // namespace mediasi
