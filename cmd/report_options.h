// The options of `report`, and what a report makes of them: each report takes its own and refuses the others by name.
#pragma once

#include <string>

#include "cmd/options.h"
#include "report/asked.h"
#include "report/registry.h"
#include "store/store.h"

namespace mediasi {

struct ReportOptions {
  std::string name, case_number;
  std::string as_of, from, to, by_date, role, officer, only_case, stage;
  bool open = false, all = false, reads = false;
  bool names = false;
  std::string find;                     // the form of a search, or "-"
  std::string purpose, by, attachments; // --for, --by: where somebody reads; --attachments: with names alone

  bool is_reading() const { return names || !find.empty(); }
};

void declare(ReportOptions &mine, Options &options);

// Error(unknown_report), Error(report_option) for what it does not take.
const ReportKind &chosen_report(const ReportOptions &options);

// Every value parsed; `now` is the clock's moment, which the end of --as-of replaces.
Asked asked_of(const ReportOptions &options, const Store &store, const Clock &clock);

// The last moment whose entries count, with --as-of.
std::optional<Instant> until_of(const ReportOptions &options, const Asked &asked);

} // namespace mediasi
