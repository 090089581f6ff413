#include "base/utf8.h"

#include <utf8proc.h>

namespace mediasi {

std::size_t utf8_until(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) { // nearly everything
      ++at;
      continue;
    }
    utf8proc_int32_t character = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    if (used <= 0)
      return at;
    at += static_cast<std::size_t>(used);
  }
  return at;
}

} // namespace mediasi
