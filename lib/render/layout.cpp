#include "render/layout.h"

#include <algorithm>

#include "base/text.h"

namespace mediasi {

namespace {

// bytes of the UTF-8 character that begins here; 1 for anything malformed
std::size_t character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  return std::min(size, text.size());
}

// the longest beginning of `word` that fits, at least one character
std::string_view beginning(std::string_view word, std::size_t width) {
  std::size_t end = 0;
  while (end < word.size()) {
    const std::size_t next = end + character(word.substr(end));
    if (end > 0 && display_width(word.substr(0, next)) > width)
      break;
    end = next;
  }
  return word.substr(0, end);
}

} // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const std::string &part : split(text, ' ')) {
    std::string_view word = part;
    std::size_t wide = display_width(word);
    if (used > 0 && used + 1 + wide > width) {
      lines.emplace_back();
      used = 0;
    }
    while (used == 0 && wide > width) {
      const std::string_view piece = beginning(word, width);
      lines.back() = piece;
      lines.emplace_back();
      word.remove_prefix(piece.size());
      wide = display_width(word);
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += wide;
  }
  if (lines.size() > 1 && lines.back().empty())
    lines.pop_back();
  return lines;
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t wide = display_width(text);
  return std::string(text) + std::string(wide < width ? width - wide : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t wide = display_width(text);
  return std::string(wide < width ? width - wide : 0, ' ') + std::string(text);
}

std::string hanging(std::string_view lead, std::string_view text, std::size_t width) {
  const std::size_t indent = display_width(lead);
  std::string all(lead);
  bool first = true;
  for (const std::string &line : wrap(text, width > indent + 10 ? width - indent : 10)) {
    all += first ? line : std::string(indent, ' ') + line;
    all += '\n';
    first = false;
  }
  return all;
}

} // namespace mediasi
