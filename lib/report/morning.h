// The morning page, for whoever types `mediasi` and nothing more: what is overdue, what is due within seven days, the
// sessions of the day, and who waits for whom. No key; nobody but by initials.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/casefile.h"
#include "model/projection.h"
#include "report/report.h"

namespace mediasi {

struct MorningCase { // one open case
  std::string number, initials;
  std::vector<Session> sessions;
  std::vector<NextStep> next;
  std::map<std::string, std::string, std::less<>> titles; // of the steps of its rules
};

struct MorningView {
  std::vector<MorningCase> cases;
  std::vector<DueRow> dues; // of all cases
  bool practice = false;
};

Report morning(const MorningView &view, const Moment &now);

} // namespace mediasi
