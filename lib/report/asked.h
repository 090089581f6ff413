// What somebody asked of a report, parsed: the day it is about, the period, and which rows. A report that does not take
// an option was refused before this.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "report/report.h"

namespace mediasi {

enum class ByDate { received, complete, held, closed };

struct Asked {
  Moment now; // the end of the day asked for, or the clock's
  Instant made{};
  Zone zone = Zone::wib;
  std::optional<Date> from = {}, to = {};
  ByDate by_date = ByDate::received;
  std::string role = {}, officer = {}, case_number = {}, stage = {};
  bool open = false, all = false;
  bool names = false; // besides the initials
  bool reads = false; // of the journal: who read identities
  std::string pendamping_title = {},
              mk_title = {}; // what the rules in force call who stays with a case and its manager
};

// inside from .. to, both included; without a day only where no period is asked for
bool in_period(const Asked &asked, const std::optional<Date> &day);

// name, title and period of a report about many cases; columns and rows are its own
Report report_head(const Asked &asked, std::string_view name, std::string title);

} // namespace mediasi
