// The reports there are. A report is one file with one builder, and one line in the table; what it is built from is
// the builder's type, so the command knows what to read for it.
#pragma once

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "report/asked.h"
#include "report/case_story.h"
#include "report/journal.h"
#include "report/letters.h"
#include "report/overdue.h"

namespace mediasi {

using DueBuilder = Report (*)(const EachDue &, const Moment &);   // from the due table, in its order
using CaseBuilder = Report (*)(const CaseView &, const Moment &); // from one case

// complaints lie with the house; kept: cases, and how long each is kept
enum class Scope { cases, complaints, both, kept };

// From the folds of many cases, which come one after another: columns, the rows of one, and order and notes at the end.
struct CasesBuilder {
  Report (*head)(const Asked &);
  std::vector<Cells> (*rows)(const CaseView &, const Asked &);
  Report (*done)(Report, const Asked &);
  Scope scope = Scope::cases;
};

struct JournalBuilder { // the same from entries
  Report (*head)(const Asked &);
  std::vector<Cells> (*rows)(const EntryView &, const Asked &);
  Report (*done)(Report, const Asked &);
};

using EntriesBuilder = Report (*)(const EachEntry &, const Asked &); // from all entries together

struct ReportKind {
  std::string_view name;
  std::string_view title; // English source text
  std::string_view takes; // options besides the case of a report about one: "--as-of --to"
  std::variant<DueBuilder, CaseBuilder, CasesBuilder, JournalBuilder, EntriesBuilder> build;
  bool alarm = false;    // a row means exit code 5
  bool calendar = false; // it has the format ics
};

std::span<const ReportKind> report_kinds();
const ReportKind *report_kind(std::string_view name);

} // namespace mediasi
