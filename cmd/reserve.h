// document --reserve: sets the next numbers of a register aside for letters that are written later and bear today's
// day.
#pragma once

#include <string>

#include "cmd/command.h"

namespace mediasi {

struct ReserveOptions {
  std::string kind, count, by; // count as typed
};

Outcome reserve_numbers(const ReserveOptions &options, const Env &env);

} // namespace mediasi
