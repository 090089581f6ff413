// The one way a case is written: intake, assess, schedule, record, monitor and terminate are this command under six
// names.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "action/plan.h"
#include "cmd/command.h"
#include "cmd/options.h"

namespace mediasi {

struct WritingOptions {
  std::string case_number, step, form, by, on, papers;
  std::vector<std::string> sets, attachments, accepted;
  bool dry_run = false, blank = false;
};

// Declares the shared options of a writing command and gives back what runs it.
Run declare_writing(std::string_view command, Options &options);

// What a writing command would decide, and on what; nothing is written. For `explain`.
using Looker = std::function<void(const Bench &, const Request &, const Plan &)>;
void try_case(Env &env, std::string_view command, const WritingOptions &options, const Looker &look);

Outcome write_case(Env &env, std::string_view command, const WritingOptions &options);

} // namespace mediasi
