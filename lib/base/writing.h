// Bytes into an open file, whatever interrupts it.
#pragma once

#include <string_view>

namespace mediasi {

int write_all(int file, std::string_view bytes); // 0, or the errno that ended it

} // namespace mediasi
