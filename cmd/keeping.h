// What the commands that keep the store share: who records them, and the list of erased cases beside a file.
#pragma once

#include <string>

#include "cmd/command.h"
#include "cmd/house_entry.h"
#include "model/roster.h"
#include "store/store.h"

namespace mediasi {

// The officer whose login this user has. Nobody where there is none: a backup by night, or a restore on a new machine,
// waits for no roster.
Recorder keeper(const Roster &roster, const Env &env, const Clock &clock);

// FILE.erasures, beside a store or a backup
std::string list_beside(const std::string &file);
// Writes the list of this journal beside the store, in the place of an older one. Throws Error(after_commit) naming
// the entry that is recorded all the same.
void write_list(const Store &store, const std::string &beside, std::int64_t entry);
// The same with a list made before, where the one that is there lacks something. One that knows more, of a newer store,
// stays.
void mend_list(const std::string &list, const std::string &beside, std::int64_t entry);

} // namespace mediasi
