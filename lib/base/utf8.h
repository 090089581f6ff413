// Is it UTF-8? Without making a copy, for texts that are only looked at. And what is peculiar to its bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediasi {

// how many bytes from the front are well-formed UTF-8: all of them when it is
std::size_t utf8_until(std::string_view text);

inline bool is_utf8(std::string_view text) {
  return utf8_until(text) == text.size();
}

// by which spreadsheets know UTF-8
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// a byte inside a character, not its first
inline bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace mediasi
