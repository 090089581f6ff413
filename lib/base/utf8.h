// Is it UTF-8? Without making a copy, for texts that are only looked at.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediasi {

// how many bytes from the front are well-formed UTF-8: all of them when it is
std::size_t utf8_until(std::string_view text);

inline bool is_utf8(std::string_view text) {
  return utf8_until(text) == text.size();
}

} // namespace mediasi
