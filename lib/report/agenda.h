// What happens when: sessions with their time, room, mediator and who is invited, and monitoring visits by their due
// day. Case numbers, initials and ids alone, so that it may stand in a calendar that others see.
#pragma once

#include "report/asked.h"
#include "report/case_view.h"

namespace mediasi {

inline constexpr int agenda_days = 14; // from today, unless a period is named

Report agenda_head(const Asked &asked);
std::vector<Cells> agenda_rows(const CaseView &view, const Asked &asked);
Report agenda_done(Report report, const Asked &asked); // with its events for a calendar

} // namespace mediasi
