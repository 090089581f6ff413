// One case from first contact to closing: every entry in order, and where the case stands. Initials and coded values
// only; no key is needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/casefile.h"
#include "model/projection.h"
#include "report/report.h"
#include "rules/standard.h"

namespace mediasi {

struct CaseView { // what the story is told from
  const CaseFile &file;
  const Standard &standard;
  std::string stage;
  std::optional<Date> complete; // when the file was complete (S1)
  std::vector<std::string> missing;
  std::vector<DueRow> dues;
  std::vector<OwedPaper> papers;
  std::vector<ExplainedDeadline> deadlines{}; // how far each has been counted
  std::vector<std::string> waits{};           // who is waited for, in words
};

Report case_story(const CaseView &view, const Moment &now);

} // namespace mediasi
