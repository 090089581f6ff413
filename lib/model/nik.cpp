#include "model/nik.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

// first two digits in use, split provinces keep the old code on old numbers
bool province_in_use(int code) {
  constexpr std::array<std::pair<int, int>, 7> ranges{
      {{11, 21}, {31, 36}, {51, 53}, {61, 65}, {71, 76}, {81, 82}, {91, 97}}};
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](auto range) { return code >= range.first && code <= range.second; });
}

// The century is unknown, so 29 February is possible in every year whose last two digits are a multiple of four
// (00: 2000 was a leap year).
bool possible_day(int day, int month, int year) {
  if (month < 1 || month > 12 || day < 1)
    return false;
  constexpr std::array<int, 12> longest{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && day == 29)
    return year % 4 == 0;
  return day <= longest[static_cast<std::size_t>(month - 1)];
}

} // namespace

Checked check_nik(std::string_view text) {
  const auto nik = trim(text);
  const auto wrong = [](std::string why) {
    return Checked{
        {}, std::move(why), say("copy the 16 digits from the card, or leave it out and give no_nik a reason")};
  };
  if (nik.size() != 16 || !std::all_of(nik.begin(), nik.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return wrong(say("not 16 digits"));
  const auto part = [&](std::size_t at, std::size_t length) {
    return static_cast<int>(*parse_integer(nik.substr(at, length)));
  };
  if (!province_in_use(part(0, 2)))
    return wrong(say("no such province code"));
  const int day = part(6, 2) > 40 ? part(6, 2) - 40 : part(6, 2);
  if (!possible_day(day, part(8, 2), part(10, 2)))
    return wrong(say("no such birth date inside the number"));
  if (part(12, 4) == 0)
    return wrong(say("the serial 0000 does not exist"));
  return {std::string(nik), {}, {}};
}

} // namespace mediasi
