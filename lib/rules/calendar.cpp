#include "rules/calendar.h"

#include <algorithm>

namespace mediasi {

namespace {

const HolidayYear *year_of(const Calendar &calendar, int year) {
  // a later file for the same year replaces an earlier one: decrees are amended mid-year
  const auto found = std::find_if(calendar.years.rbegin(), calendar.years.rend(),
                                  [&](const HolidayYear &one) { return one.year == year; });
  return found == calendar.years.rend() ? nullptr : &*found;
}

} // namespace

bool Calendar::has_year(int year) const {
  return year_of(*this, year) != nullptr;
}

bool Calendar::is_holiday(Date day) const {
  const auto *year = year_of(*this, static_cast<int>(day.year()));
  return year != nullptr && (year->national.contains(day) || year->joint_leave.contains(day));
}

bool Calendar::is_working(Date day) const {
  return why_not_working(day).empty();
}

std::string_view Calendar::why_not_working(Date day) const {
  if (is_holiday(day)) {
    const auto &names = year_of(*this, static_cast<int>(day.year()))->names;
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &name) { return name.first == day; });
    return found == names.end() || found->second.empty() ? "holiday" : std::string_view(found->second);
  }
  const bool weekday = std::find(working_days.begin(), working_days.end(), iso_weekday(day)) != working_days.end();
  return weekday ? "" : "weekend";
}

} // namespace mediasi
