// Where the answer goes: standard output, or a file that is there whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "cmd/command.h"

namespace mediasi {

enum class Reader { listens, gone }; // gone: the other end of the pipe was closed

// Refuses a bad --output before the command does anything: a missing folder, a folder's name, a device, the store
// itself, the key. Error(option_value | file_unwritable).
void check_output(const Env &env);

// Throws Error(file_unwritable).
Reader put(const Env &env, std::string_view text);

} // namespace mediasi
