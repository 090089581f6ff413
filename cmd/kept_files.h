// Files that no answer and no list of rows may be written over.
#pragma once

#include <string>

#include "cmd/command.h"

namespace mediasi {

// the same file, or the same place of one that is not there yet; Error(file_unreadable) where that cannot be looked at
bool same_file(const std::string &one, const std::string &other);

// Why nothing may be written there: it is the store, the key, what lies beside the store, or another key, store,
// backup, checkpoint or list of erased cases; "" where it may.
std::string why_kept(const Env &env, const std::string &path);

} // namespace mediasi
