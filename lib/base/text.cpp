#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <new>
#include <system_error>

#include <fmt/core.h>
#include <utf8proc.h>

namespace mediasi {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

struct Free {
  void operator()(utf8proc_uint8_t *memory) const { std::free(memory); }
};

std::optional<std::string> mapped(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t *raw = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
  const std::unique_ptr<utf8proc_uint8_t, Free> owned(raw);
  if (size == UTF8PROC_ERROR_NOMEM)
    throw std::bad_alloc(); // says nothing of the text
  if (size < 0)
    return std::nullopt;
  return std::string(reinterpret_cast<const char *>(raw), static_cast<std::size_t>(size));
}

// Nearly all that is ever typed here; Unicode's tables say of these letters that nothing happens to them but their
// case.
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Takes one character off the front; -1 for a byte that begins none.
utf8proc_int32_t take_character(std::string_view &text) {
  utf8proc_int32_t character = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &character);
  text.remove_prefix(used > 0 ? static_cast<std::size_t>(used) : 1);
  return used > 0 ? character : -1;
}

// Optimal string alignment: a swapped pair is one slip, as it is for the hand that typed it.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t slip = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + slip});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

// What moves a terminal's cursor, changes its state, or makes a line read otherwise than it is stored.
bool is_unsafe(utf8proc_int32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (auto found = text.find(at); found != std::string_view::npos; found = text.find(at)) {
    parts.emplace_back(text.substr(0, found));
    text.remove_prefix(found + 1);
  }
  parts.emplace_back(text);
  return parts;
}

std::string join(std::span<const std::string> parts, std::string_view between) {
  std::string joined;
  for (const std::string &part : parts) {
    if (&part != parts.data())
      joined += between;
    joined += part;
  }
  return joined;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const char *end = text.data() + text.size();
  const auto [stopped, fault] = std::from_chars(text.data(), end, value);
  if (text.empty() || fault != std::errc{} || stopped != end)
    return std::nullopt;
  return value;
}

std::optional<std::string> normal_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos)
    return std::nullopt;
  if (is_ascii(text))
    return std::string(text);
  return mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) {
    std::string small(text);
    for (char &c : small)
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
  }
  const auto options =
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  return mapped(text, static_cast<utf8proc_option_t>(options)).value_or(std::string(text));
}

std::string nearest(std::string_view word, std::span<const std::string> known) {
  constexpr std::size_t longest = 64; // names are short; whoever types more did not mean one
  if (word.size() > longest)
    return {};
  const std::string typed = folded(word);
  std::string best;
  std::size_t least = typed.size() / 3 + 1;
  for (const std::string &candidate : known) {
    if (candidate.size() > 2 * longest)
      continue;
    const std::size_t slips = distance(typed, folded(candidate));
    if (slips < least) {
      least = slips;
      best = candidate;
    }
  }
  return best;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto character = take_character(text);
    width += character < 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(character));
  }
  return width;
}

std::string safe_for_terminal(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::string_view before = text;
    const auto character = take_character(text);
    if (character < 0) // a stray byte: its value, not the replacement character, tells what went wrong
      safe += fmt::format("\\u{{{:x}}}", static_cast<unsigned char>(before.front()));
    else if (is_unsafe(character))
      safe += fmt::format("\\u{{{:x}}}", character);
    else
      safe += before.substr(0, before.size() - text.size());
  }
  return safe;
}

std::string repeatable(std::string_view word) {
  constexpr std::size_t longest = 32, most_digits = 3; // ids such as 'companion12'; no NIK, no telephone
  std::size_t digits = 0;
  for (const char c : word) {
    const bool of_the_program = (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
    const bool digit = c >= '0' && c <= '9';
    digits += digit ? 1 : 0;
    if (!of_the_program && !digit)
      return "...";
  }
  return word.size() <= longest && digits <= most_digits ? std::string(word) : "...";
}

} // namespace mediasi
