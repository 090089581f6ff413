#include "action/row_key.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/nik.h"

namespace mediasi {

namespace {

// Groups of digits that together could be one.
bool could_be_nik(const std::vector<std::string> &groups) {
  constexpr std::size_t nik_digits = 16;
  for (auto first = groups.begin(); first != groups.end(); ++first) {
    std::string digits;
    for (auto group = first; group != groups.end() && digits.size() < nik_digits; ++group)
      digits += *group;
    if (digits.size() == nik_digits && parts_of_nik(digits))
      return true;
  }
  return false;
}

} // namespace

bool may_hold_nik(std::string_view text) {
  constexpr std::size_t nik_digits = 16;
  constexpr std::string_view figures = "0123456789", parting = ".-_";
  std::vector<std::string> groups;
  std::size_t digits = 0;
  bool letters = false;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_not_of(figures), text.size());
    if (end >= nik_digits)
      return true;
    if (end > 0)
      groups.emplace_back(text.substr(0, end));
    digits += end;
    text.remove_prefix(end);
    if (text.empty())
      break;
    const char between = text.front();
    text.remove_prefix(1);
    letters = letters || (between >= 'a' && between <= 'z') || (between >= 'A' && between <= 'Z');
    if (parting.find(between) != std::string_view::npos)
      continue;
    if (could_be_nik(groups))
      return true;
    groups.clear();
  }
  return could_be_nik(groups) || (digits == nik_digits && !letters);
}

bool is_row_key(std::string_view text) {
  constexpr std::size_t longest = 64;
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-";
  return !text.empty() && text.size() <= longest && text.find_first_not_of(allowed) == std::string_view::npos &&
         !may_hold_nik(text);
}

} // namespace mediasi
