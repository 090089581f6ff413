// The reports there are. A report is one file with one builder, and one line in the table; what it is built from is
// the builder's type, so the command knows what to read for it.
#pragma once

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "report/case_story.h"
#include "report/overdue.h"

namespace mediasi {

using DueBuilder = Report (*)(const std::vector<DueRow> &, const Moment &); // from the due table
using CaseBuilder = Report (*)(const CaseView &, const Moment &);           // from one case

struct ReportKind {
  std::string_view name;
  std::string_view title; // English source text
  std::variant<DueBuilder, CaseBuilder> build;
  bool alarm = false; // a row means exit code 5
};

std::span<const ReportKind> report_kinds();
const ReportKind *report_kind(std::string_view name);

} // namespace mediasi
