// Letters that bear an earlier day than the one they are written on: which day that may be, and what they may say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "judge/judge.h"
#include "model/entry.h"
#include "paper/owed.h"

namespace mediasi {

// --on as typed; nothing for today, which is no earlier day. Error(option_value, future_date).
std::optional<Date> earlier_day(const std::string &typed, Date today);

// The case as it stood at the end of that day: what happened later is not in a letter of that day.
CaseFile case_on(const std::vector<Entry> &entries, Date day);

// A letter is no older than the act that owes it. Error(refused_by_rule).
void check_day(const CaseFile &file, const PaperDue &due, Date day);

// Why it may not stand at its place among the entries: a later act could not stand behind it.
std::vector<Problem> against_late(const Bench &bench, const std::vector<Entry> &entries, const Entry &letter,
                                  const Moment &now);

} // namespace mediasi
