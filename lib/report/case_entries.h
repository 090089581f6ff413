// The entries of one case as rows: those that count in the order of when it happened, and among them, marked, what was
// amended and voided since, and the corrections themselves. Nothing disappears from sight.
#pragma once

#include <vector>

#include "model/casefile.h"
#include "report/report.h"
#include "report/sealed_facts.h"
#include "rules/standard.h"

namespace mediasi {

// `sealed`: with it each entry has one column more, what is sealed beside it; null without names
std::vector<Column> entry_columns(const SealedFacts *sealed);
std::vector<Cells> entry_rows(const CaseFile &file, const Standard &standard, const SealedFacts *sealed);

// the office's own words for a step or an issued paper
std::string title_of(const Happened &happened, const Standard &standard);

} // namespace mediasi
