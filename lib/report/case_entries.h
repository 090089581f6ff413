// The entries of one case: those that count in the order of when it happened, and among them, marked, what was
// amended and voided since, and the corrections themselves. Nothing disappears from sight.
#pragma once

#include <vector>

#include "model/casefile.h"
#include "report/in_words.h"
#include "report/report.h"
#include "report/sealed_facts.h"
#include "rules/standard.h"

namespace mediasi {

struct ToldEntry {
  Date day{}; // among whose entries it stands
  std::int64_t entry = 0;
  std::string act, step; // a correction's are those of what it corrects
  std::string title, by, typed;
  Moment on, recorded;
  bool late = false;  // recorded on a later day than it happened; every correction is
  bool counts = true; // nothing took it back
  std::vector<InWords> facts = {}, sealed = {};
  std::vector<std::string> remarks = {};
};

// `sealed`: what is sealed beside the entries, null without names
std::vector<ToldEntry> told_entries(const CaseFile &file, const Standard &standard, const SealedFacts *sealed);

// The same as rows; with `sealed` each has one column more.
std::vector<Column> entry_columns(const SealedFacts *sealed);
std::vector<Cells> entry_rows(const CaseFile &file, const Standard &standard, const SealedFacts *sealed);

// the office's own words for a step or an issued paper
std::string title_of(const Happened &happened, const Standard &standard);

} // namespace mediasi
