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

using StepTitles = std::map<std::string, std::string, std::less<>>; // of the steps of some rules, by id

struct MorningCase { // one open case
  std::string number, initials;
  std::vector<Session> sessions;
  std::vector<NextStep> next;
  StepTitles titles;
};

struct MorningView {
  std::vector<MorningCase> cases;
  std::vector<DueRow> dues; // of all cases
  bool practice = false;
  StepTitles titles = {}; // of the rules in force: what is no open case's (complaints) follows them
};

Report morning(const MorningView &view, const Moment &now);

} // namespace mediasi
