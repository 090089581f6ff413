// The shortest list of acts that opens a closed step. Nothing here is written per rule: guard kinds say which acts help
// (guard_kind.h), the office's steps say what records them, and the one evaluator says whether they would be allowed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/guard_kind.h"

namespace mediasi {

struct Supposal {
  const Step *step = nullptr; // null: an entry of the roster
  bool paper = false;         // the paper of that step is issued
  Facts says;                 // what is wanted of it and what decides
  Entry entry;                // as supposed
  std::string from = {};      // a day to come before which it is not open; "" when it has none
};

// The acts after which `rule` no longer refuses `target`; nothing when no act can do it.
std::optional<std::vector<Supposal>> acts_that_open(const Bench &bench, const CaseFile &file, const Entry &target,
                                                    std::string_view rule, const Moment &now);

// The guard of that name which judges this act, or null: one of the program's own refusals.
const Guard *guard_named(const Bench &bench, const Entry &act, std::string_view rule);

} // namespace mediasi
