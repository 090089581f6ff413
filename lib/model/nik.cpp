#include "model/nik.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

constexpr unsigned female_days = 40; // added to the day of birth

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
  const int female = static_cast<int>(female_days);
  const int day = part(6, 2) > female ? part(6, 2) - female : part(6, 2);
  if (!possible_day(day, part(8, 2), part(10, 2)))
    return wrong(say("no such birth date inside the number"));
  if (part(12, 4) == 0)
    return wrong(say("the serial 0000 does not exist"));
  return {std::string(nik), {}, {}};
}

std::optional<NikParts> parts_of_nik(std::string_view nik) {
  if (!check_nik(nik).complaint.empty())
    return std::nullopt;
  const auto digits = trim(nik);
  const auto number = [&](std::size_t at) { return static_cast<unsigned>(*parse_integer(digits.substr(at, 2))); };
  const auto day = number(6);
  return NikParts{.province = std::string(digits.substr(0, 2)),
                  .district = std::string(digits.substr(0, 6)),
                  .female = day > female_days,
                  .day = day > female_days ? day - female_days : day,
                  .month = number(8),
                  .year = static_cast<int>(number(10))};
}

namespace {

constexpr int oldest_alive = 115; // years; what a number without a century may still mean

// The recorded date chooses the century, so only what both know is compared. 29 February in the year 00 is no day of
// 1900, and a recorded date in 1900 then disagrees by itself.
bool birth_differs(const NikParts &parts, const PartialDate &birth) {
  if (birth.year == 0)
    return false;
  return birth.year % 100 != parts.year || (birth.month != 0 && birth.month != parts.month) ||
         (birth.day != 0 && birth.day != parts.day);
}

// Without a date: does any century that makes a living person fit the estimate?
bool estimate_differs(const NikParts &parts, std::string_view age_group, Date today) {
  if (age_group.empty())
    return false;
  for (const int century : {1900, 2000}) {
    const Date born{std::chrono::year{century + parts.year}, std::chrono::month{parts.month},
                    std::chrono::day{parts.day}};
    if (!born.ok() || today < born || age_on(born, today) > oldest_alive)
      continue;
    if ((age_on(born, today) < 18) == (age_group == "child"))
      return false;
  }
  return true;
}

} // namespace

std::vector<std::string> nik_against(const NikParts &parts, const NikBeside &beside) {
  std::vector<std::string> found;
  const bool estimated = beside.birth.year == 0 && estimate_differs(parts, beside.age_group, beside.today);
  if (birth_differs(parts, beside.birth) || estimated)
    found.emplace_back("birth");
  if (!beside.sex.empty() && (beside.sex == "female") != parts.female)
    found.emplace_back("sex");
  if (beside.day_is_sealed && found.empty())
    found.emplace_back("not_compared");
  return found;
}

} // namespace mediasi
