#include "action/sheet_days.h"

#include <fmt/core.h>

#include "base/text.h"

namespace mediasi {

namespace {

bool is_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string two(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

// "08:30", "8.30"; "" when it is none
std::string iso_time(std::string_view text) {
  const auto at = text.find_first_of(":.");
  if (at == std::string_view::npos || !is_digits(text.substr(0, at), 1, 2) || !is_digits(text.substr(at + 1), 2, 2))
    return {};
  return fmt::format("{}:{}", two(text.substr(0, at)), text.substr(at + 1));
}

// day, month and year between two equal marks; month and year alone, as birth days are often known
std::string day_first(std::string_view text) {
  const auto mark = text.find_first_of("/-");
  if (mark == std::string_view::npos)
    return {};
  const auto second = text.find(text[mark], mark + 1);
  if (second == std::string_view::npos) {
    const bool known = is_digits(text.substr(0, mark), 1, 2) && is_digits(text.substr(mark + 1), 4, 4);
    return known ? fmt::format("{}-{}", text.substr(mark + 1), two(text.substr(0, mark))) : std::string();
  }
  const auto day = text.substr(0, mark), month = text.substr(mark + 1, second - mark - 1);
  const auto year = text.substr(second + 1);
  if (!is_digits(day, 1, 2) || !is_digits(month, 1, 2) || !is_digits(year, 4, 4))
    return {};
  return fmt::format("{}-{}-{}", year, two(month), two(day));
}

} // namespace

std::string iso_day(std::string_view text) {
  const auto whole = trim(text);
  const auto blank = whole.find_first_of(" T");
  const auto day = whole.substr(0, blank);
  const bool iso = day.size() == 10 && day[4] == '-';
  const auto written = iso ? std::string(day) : day_first(day);
  if (written.empty())
    return std::string(text);
  if (blank == std::string_view::npos)
    return written;
  const auto time = iso_time(trim(whole.substr(blank + 1)));
  return time.empty() ? std::string(text) : written + "T" + time;
}

} // namespace mediasi
