// What somebody has to look at on the day it happened: rows of the due table beside the deadlines of the rules.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

// The case manager: new violence, an irregular session, a parent's objection. The Pendamping: a beneficiary who stayed
// away. Due on that day, late from the next; also on a closed case.
void add_follow_ups(const Bench &bench, const CaseFile &file, std::vector<DueRow> &dues);

} // namespace mediasi
