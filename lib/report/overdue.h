// What is late: case, step or deadline, since when, days late, role, officer; nothing that identifies anybody.
// Made from the due table alone, for cron: no rules, no key, no home.
#pragma once

#include <vector>

#include "model/projection.h"
#include "report/report.h"

namespace mediasi {

// `dues` in any order and number; those that are not late at `now`, or paused, are left out.
Report overdue(const std::vector<DueRow> &dues, const Moment &now);

} // namespace mediasi
