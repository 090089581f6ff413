// What is late: case, step or deadline, since when, days late, role, officer; nothing that identifies anybody.
// Made from the due table alone, for cron: no rules, no key, no home.
#pragma once

#include <functional>
#include <vector>

#include "model/projection.h"
#include "report/report.h"

namespace mediasi {

// Rows of the due table one after another: there may be tens of thousands, and they need room once, in the report.
using EachDue = std::function<void(const std::function<void(const DueRow &)> &take)>;

// Those that are not late at `now`, or paused, are left out; the others stay in order.
Report overdue(const EachDue &each, const Moment &now);

// the order of the due table's own answer: the longest late first, then by case
void sort_by_lateness(std::vector<DueRow> &dues);

} // namespace mediasi
