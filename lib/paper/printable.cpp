#include "paper/printable.h"

#include <fmt/core.h>
#include <utf8proc.h>

namespace mediasi {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

bool is_space(utf8proc_int32_t point) {
  if (point == '\t' || point == '\n' || point == '\r' || point == 0x85)
    return true;
  const auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP || point == ' ';
}

bool is_hidden(utf8proc_int32_t point) {
  if (point == 0x200C || point == 0x200D || point == 0xAD)
    return false; // joiners of scripts and emoji; soft hyphen
  if ((point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF))
    return true; // noncharacters
  const auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CS ||
         category == UTF8PROC_CATEGORY_CO;
}

} // namespace

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  bool space = false; // one is owed before the next character
  while (!text.empty()) {
    utf8proc_int32_t point = -1;
    const auto taken = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &point);
    const auto bytes = taken < 1 ? std::size_t{1} : static_cast<std::size_t>(taken);
    const auto character = taken < 1 ? replacement : text.substr(0, bytes);
    text.remove_prefix(bytes);
    if (taken >= 1 && is_space(point)) {
      space = !clean.empty();
    } else if (taken < 1 || !is_hidden(point)) {
      if (space)
        clean += ' ';
      clean += character;
      space = false;
    }
  }
  return clean;
}

std::string_view without_scheme(std::string_view address) {
  const auto scheme = address.find("://");
  address.remove_prefix(scheme == std::string_view::npos ? 0 : scheme + 3);
  return address.substr(0, address.find_last_not_of('/') + 1);
}

std::string css_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : printable(text)) {
    // '<' could end the element the style stands in
    if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&')
      quoted += fmt::format("\\{:06x}", static_cast<unsigned char>(c));
    else
      quoted += c;
  }
  return quoted + "\"";
}

} // namespace mediasi
