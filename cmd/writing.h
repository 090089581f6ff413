// The one way a case is written: intake, assess, schedule, record, monitor and terminate are this command under six
// names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

struct WritingOptions {
  std::string case_number, step, form, by, on, papers;
  std::vector<std::string> sets, attachments, accepted;
  bool dry_run = false, blank = false;
  FindOptions find;
};

// Declares the shared options of a writing command and gives back what runs it.
Run declare_writing(std::string_view command, Options &options);

Outcome write_case(Env &env, std::string_view command, const WritingOptions &options);

} // namespace mediasi
