// schedule CASE --find: proposes the first free times for a session, and the command that takes one. Read-only.
#pragma once

#include "cmd/command.h"
#include "cmd/options.h"
#include "cmd/writing.h"

namespace mediasi {

void declare_find(Options &options, FindOptions &mine);
Outcome find_slots(Env &env, const WritingOptions &options);

} // namespace mediasi
