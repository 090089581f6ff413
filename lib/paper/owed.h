// Which papers a case owes, to whom, and which were issued. A step only makes a paper owed; `document` issues it.
#pragma once

#include <string>
#include <vector>

#include "model/casefile.h"
#include "report/report.h"
#include "rules/standard.h"

namespace mediasi {

struct PaperDue {
  std::string kind, to;
  std::int64_t for_entry = 0; // the act that owes it
  int session = 0;
  int ordinal = 1; // which invitation
  bool freezes_minutes = false;
  const IssuedPaper *issued = nullptr; // null: still owed
  bool withheld = false;               // no safe contact, or no consent to what it passes on: not issued of itself
};

// "issued", "withheld" or "owed"
std::string_view state_of(const PaperDue &due);

std::vector<PaperDue> papers_due(const Standard &standard, const CaseFile &file);
OwedPaper owed_paper(const PaperDue &due, std::string_view case_number);
std::vector<OwedPaper> owed_papers(const Standard &standard, const CaseFile &file);

// "2026-0012-undangan-3.html"
std::string paper_file_name(std::string_view case_number, std::string_view kind, std::string_view serial);

} // namespace mediasi
