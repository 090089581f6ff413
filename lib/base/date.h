// Days, moments and clocks. Legal dates are plain local dates of the office; times of day exist only
// where somebody wrote one. Indonesia has three fixed zones and no summer time, so a zone is an offset.
// Nothing here reads the system clock: cmd/ makes the one Clock of a run and hands it down.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace mediasi {

using Date = std::chrono::year_month_day; // always a valid day once parsed
using Instant = std::chrono::sys_seconds; // UTC

enum class Zone { wib = 7, wita = 8, wit = 9 }; // hours east of UTC

std::optional<Zone> parse_zone(std::string_view text); // "WIB", "WITA", "WIT"
std::string_view zone_name(Zone zone);

// A local day, with a time of day when one is known.
struct Moment {
  Date day{};
  std::optional<std::chrono::minutes> time = {}; // since local midnight, 0..1439

  friend bool operator==(const Moment &, const Moment &) = default;
};

// A birth date as far as it is known: year, year and month, or whole. Month and day are 0 when unknown.
struct PartialDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  friend bool operator==(const PartialDate &, const PartialDate &) = default;
};

// Strict ISO: "2026-03-02" only. Years 1900..2199, four digits. No spaces, signs or short forms.
std::optional<Date> parse_date(std::string_view text);
// "2026-03-02" or "2026-03-02T09:00"
std::optional<Moment> parse_moment(std::string_view text);
// "2026", "2026-03", "2026-03-02"
std::optional<PartialDate> parse_partial_date(std::string_view text);
// "09:00"
std::optional<std::chrono::minutes> parse_time(std::string_view text);
// "2026-03-02T09:00:00Z", also with an offset "+07:00"; for MEDIASI_NOW and stored instants
std::optional<Instant> parse_instant(std::string_view text);

std::string text_of(Date date);
std::string text_of(const Moment &moment);
bool is_after(const Moment &a, const Moment &b); // a day without a time is after nothing of that day
std::string text_of(const PartialDate &date);
std::string text_of(std::chrono::minutes time); // "09:00"
std::string text_of(Instant instant);           // "2026-03-02T02:00:00Z"

Date plus_days(Date date, int days);
int days_between(Date from, Date to); // negative when to is earlier
// 1 = Monday ... 7 = Sunday (ISO)
unsigned iso_weekday(Date date);

// One instant and one zone a run; the same "now" for everything the run does.
struct Clock {
  Instant now{};
  Zone zone = Zone::wib;

  Moment moment() const; // to the minute, local
  Date today() const { return moment().day; }
};

// Local moment to UTC; a moment without a time is the start of its day.
Instant to_instant(const Moment &moment, Zone zone);

// Completed years on a day. Born 29 Feb: a year older on 1 March in common years.
int age_on(Date birth, Date day);
// The youngest a person with this partial birth date may be on that day (unknown parts taken as latest).
int youngest_age_on(const PartialDate &birth, Date day);
// The oldest likewise.
int oldest_age_on(const PartialDate &birth, Date day);

} // namespace mediasi
