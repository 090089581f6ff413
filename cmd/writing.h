// The one way a case is written: intake, assess, schedule, record, monitor and terminate are this command under six
// names.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "action/plan.h"
#include "base/date.h"
#include "cmd/command.h"
#include "cmd/options.h"

namespace mediasi {

struct FindOptions { // of `schedule` alone
  bool find = false;
  std::string minutes, room, mediator, from, count;
  bool asked() const {
    return find || !minutes.empty() || !room.empty() || !mediator.empty() || !from.empty() || !count.empty();
  }
};

struct BatchOptions {
  std::string file, source, rejects;
  bool keep_good = false, dry_run = false;
  std::string step, by, on;
  bool columns = false;    // --columns
  std::string empty_sheet; // --template
};

struct WritingOptions {
  std::string case_number, step, form, by, on, papers;
  std::vector<std::string> sets, attachments, accepted;
  std::string amend, voids, because;
  bool dry_run = false, blank = false, names = false;
  std::string purpose;                   // --for, with --names
  std::optional<std::string> typed_form; // out of the editor; stands for --form
  std::optional<std::string> form_text;  // what stood in --form

  bool corrects() const { return !amend.empty() || !voids.empty(); }
  FindOptions find;
  BatchOptions rows;
};

// what problems call the form by: --form FILE, "<stdin>", or "form" for one out of the editor
std::string form_name(const WritingOptions &options);

// --on; Error(not_a_date)
std::optional<Moment> moment_given(const WritingOptions &options);

// Declares the shared options of a writing command and gives back what runs it.
Run declare_writing(std::string_view command, Options &options);

// What a writing command would decide, and on what; nothing is written. For `explain`.
using Looker = std::function<void(const Bench &, const Request &, const Plan &)>;
void try_case(Env &env, std::string_view command, const WritingOptions &options, const Looker &look);

Outcome write_case(Env &env, std::string_view command, const WritingOptions &options);

} // namespace mediasi
