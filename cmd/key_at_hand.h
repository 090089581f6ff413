// The key where a command is better with it than without: it is taken when it lies ready, and nobody is asked for it.
#pragma once

#include <optional>

#include "cmd/command.h"
#include "store/store.h"

namespace mediasi {

// Unlocks the store with the key file in force, and says why not where it could not. A key named by --key must fit:
// Error(key_needed | key_wrong).
std::optional<Problem> unlock_at_hand(Store &store, const Env &env);

} // namespace mediasi
