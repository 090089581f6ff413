// Bytes into an open file, whatever interrupts it.
#pragma once

#include <string_view>

#include <sys/types.h>

namespace mediasi {

inline constexpr mode_t private_file = 0600;

int write_all(int file, std::string_view bytes); // 0, or the errno that ended it

} // namespace mediasi
