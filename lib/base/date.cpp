#include "base/date.h"

#include <algorithm>
#include <limits>

#include <fmt/core.h>

namespace mediasi {

using namespace std::chrono;

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

// Takes exactly `count` ASCII digits off the front.
std::optional<int> take_digits(std::string_view &text, std::size_t count) {
  if (text.size() < count)
    return std::nullopt;
  int value = 0;
  for (char c : text.substr(0, count)) {
    if (c < '0' || c > '9')
      return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view &text, char wanted) {
  if (!text.starts_with(wanted))
    return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> take_year(std::string_view &text) {
  const auto number = take_digits(text, 4);
  return number && *number >= first_year && *number <= last_year ? number : std::nullopt;
}

std::optional<int> take_dashed(std::string_view &text) {
  return take(text, '-') ? take_digits(text, 2) : std::nullopt;
}

std::optional<Date> take_date(std::string_view &text) {
  const auto y = take_year(text);
  const auto m = y ? take_dashed(text) : std::nullopt;
  const auto d = m ? take_dashed(text) : std::nullopt;
  if (!d)
    return std::nullopt;
  const Date date = year{*y} / month{static_cast<unsigned>(*m)} / day{static_cast<unsigned>(*d)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<minutes> take_time(std::string_view &text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':'))
    return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59)
    return std::nullopt;
  return hours{*hour} + minutes{*minute};
}

// "Z" or "+07:00"; no place on earth is further from UTC than 14 hours
std::optional<minutes> take_offset(std::string_view &text) {
  if (take(text, 'Z'))
    return minutes{0};
  const bool east = take(text, '+');
  if (!east && !take(text, '-'))
    return std::nullopt;
  const auto offset = take_time(text);
  if (!offset || *offset > hours{14})
    return std::nullopt;
  return east ? *offset : -*offset;
}

int completed_years(Date birth, Date on) {
  const int years = static_cast<int>(on.year()) - static_cast<int>(birth.year());
  const bool before_birthday = month_day{on.month(), on.day()} < month_day{birth.month(), birth.day()};
  return before_birthday ? years - 1 : years;
}

} // namespace

std::optional<Zone> parse_zone(std::string_view text) {
  for (Zone zone : {Zone::wib, Zone::wita, Zone::wit})
    if (text == zone_name(zone))
      return zone;
  return std::nullopt;
}

std::string_view zone_name(Zone zone) {
  switch (zone) {
  case Zone::wib:
    return "WIB";
  case Zone::wita:
    return "WITA";
  case Zone::wit:
    return "WIT";
  }
  return "";
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto date = take_date(text);
  if (!date)
    return std::nullopt;
  if (text.empty())
    return Moment{*date, std::nullopt};
  const auto time = take(text, 'T') ? parse_time(text) : std::nullopt;
  return time ? std::optional(Moment{*date, time}) : std::nullopt;
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  if (text.size() == 10) {
    const auto date = parse_date(text);
    if (!date)
      return std::nullopt;
    return PartialDate{static_cast<int>(date->year()), static_cast<unsigned>(date->month()),
                       static_cast<unsigned>(date->day())};
  }
  const auto y = take_year(text);
  if (!y)
    return std::nullopt;
  if (text.empty())
    return PartialDate{*y, 0, 0};
  const auto m = take_dashed(text);
  if (!m || *m < 1 || *m > 12 || !text.empty())
    return std::nullopt;
  return PartialDate{*y, static_cast<unsigned>(*m), 0};
}

std::optional<minutes> parse_time(std::string_view text) {
  const auto time = take_time(text);
  return text.empty() ? time : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = take_date(text);
  const auto time = date && take(text, 'T') ? take_time(text) : std::nullopt;
  const auto second = time && take(text, ':') ? take_digits(text, 2) : std::nullopt;
  if (!second || *second > 59)
    return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty())
    return std::nullopt;
  return sys_days{*date} + *time + seconds{*second} - *offset;
}

std::string text_of(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

bool is_after(const Moment &a, const Moment &b) {
  if (a.day != b.day)
    return b.day < a.day;
  return a.time && b.time && *b.time < *a.time;
}

std::string text_of(const Moment &moment) {
  return moment.time ? text_of(moment.day) + "T" + text_of(*moment.time) : text_of(moment.day);
}

std::string text_of(const PartialDate &date) {
  std::string text = fmt::format("{:04}", date.year);
  if (date.month != 0)
    text += fmt::format("-{:02}", date.month);
  if (date.month != 0 && date.day != 0)
    text += fmt::format("-{:02}", date.day);
  return text;
}

std::string text_of(minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::string text_of(Instant instant) {
  const sys_days day = floor<days>(instant);
  const hh_mm_ss clock{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", text_of(Date{day}), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

Date plus_days(Date date, int count) {
  return sys_days{date} + days{count};
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

unsigned iso_weekday(Date date) {
  return weekday{sys_days{date}}.iso_encoding();
}

Moment Clock::moment() const {
  const auto local = floor<minutes>(now + hours{static_cast<int>(zone)});
  const sys_days day = floor<days>(local);
  return Moment{Date{day}, local - day};
}

Instant to_instant(const Moment &moment, Zone zone) {
  return sys_days{moment.day} + moment.time.value_or(minutes{0}) - hours{static_cast<int>(zone)};
}

int age_on(Date birth, Date on) {
  return completed_years(birth, on);
}

int youngest_age_on(const PartialDate &birth, Date on) {
  const month m{birth.month == 0 ? 12 : birth.month};
  const bool whole = birth.month != 0 && birth.day != 0;
  const Date latest = whole ? year{birth.year} / m / day{birth.day} : Date{year{birth.year} / m / last};
  return std::max(0, completed_years(latest, on)); // born in the very year: the latest birthday may lie ahead
}

int oldest_age_on(const PartialDate &birth, Date on) {
  const month m{birth.month == 0 ? 1 : birth.month};
  const day d{birth.month == 0 || birth.day == 0 ? 1 : birth.day};
  return completed_years(year{birth.year} / m / d, on);
}

} // namespace mediasi
