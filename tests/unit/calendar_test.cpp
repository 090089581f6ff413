#include "rules/calendar.h"

#include <array>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "support/parsed_day.h"

using namespace mediasi;
using testing::parsed_day;

namespace {

std::string calendar_text(const std::string &name) {
  std::ifstream file(MEDIASI_SOURCE_DIR "/share/calendar/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

HolidayYear year_of(const std::string &name) {
  std::vector<Problem> problems;
  auto year = load_holidays(calendar_text(name), name, problems);
  REQUIRE(problems.empty());
  return year;
}

Calendar both_years() {
  return {.years = {year_of("2025.toml"), year_of("2026.toml")}, .working_days = {1, 2, 3, 4, 5}};
}

Calendar without_joint_leave() {
  auto calendar = both_years();
  for (auto &year : calendar.years)
    year.joint_leave.clear();
  return calendar;
}

std::string due(const Calendar &calendar, std::string_view start, int amount, bool working,
                const std::vector<Pause> &pauses = {}) {
  return text_of(count_days(calendar, parsed_day(start), amount, working, pauses).due);
}

// --- a second count, written differently on purpose: day numbers of our own, a weekday formula, a holiday list of our
// own

int number_of(int year, int month, int day_of_month) { // days since 1 March of year 0, Gregorian
  const int shifted = (month + 9) % 12;
  const int counted = year - shifted / 10;
  return 365 * counted + counted / 4 - counted / 100 + counted / 400 + (shifted * 306 + 5) / 10 + day_of_month - 1;
}

int weekday_of(int year, int month, int day_of_month) { // Sakamoto: 0 = Sunday
  constexpr std::array<int, 12> table{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int y = month < 3 ? year - 1 : year;
  return (y + y / 4 - y / 100 + y / 400 + table[static_cast<std::size_t>(month - 1)] + day_of_month) % 7;
}

struct Plain {
  int year, month, day;
};

Plain next(Plain at) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (at.year % 4 == 0 && at.year % 100 != 0) || at.year % 400 == 0;
  const int length = lengths[static_cast<std::size_t>(at.month - 1)] + (leap && at.month == 2 ? 1 : 0);
  if (++at.day > length)
    at = {at.year, at.month + 1, 1};
  if (at.month > 12)
    at = {at.year + 1, 1, 1};
  return at;
}

// shared/data/holidays.md, both columns, as month.day
constexpr std::string_view off_2025 = "1.1 1.27 1.29 3.29 3.31 4.1 4.18 4.20 5.1 5.12 5.29 6.1 6.6 6.27 8.17 9.5 12.25 "
                                      "1.28 3.28 4.2 4.3 4.4 4.7 5.13 5.30 6.9 8.18 12.26";
constexpr std::string_view off_2026 =
    "1.1 1.16 2.17 3.19 3.21 3.22 4.3 4.5 5.1 5.14 5.27 5.31 6.1 6.16 8.17 8.25 12.25 "
    "2.16 3.18 3.20 3.23 3.24 5.15 5.28 12.24";

std::set<int> holidays_by_number() {
  std::set<int> numbers;
  for (const auto &[year, list] : {std::pair{2025, off_2025}, std::pair{2026, off_2026}}) {
    std::istringstream words{std::string(list)};
    int month = 0;
    char dot = 0;
    for (int of_month = 0; words >> month >> dot >> of_month;)
      numbers.insert(number_of(year, month, of_month));
  }
  return numbers;
}

struct PlainPause {
  int from, until; // day numbers, half open
};

Plain second_count(Plain at, int amount, bool working, const std::vector<PlainPause> &pauses) {
  static const auto holidays = holidays_by_number();
  while (amount > 0) {
    at = next(at);
    const int number = number_of(at.year, at.month, at.day);
    bool counts = true;
    for (const auto &pause : pauses)
      counts = counts && (number < pause.from || number >= pause.until);
    if (working) {
      const int weekday = weekday_of(at.year, at.month, at.day);
      counts = counts && weekday != 0 && weekday != 6 && !holidays.contains(number);
    }
    amount -= counts ? 1 : 0;
  }
  return at;
}

Date date_of(Plain at) {
  return std::chrono::year{at.year} / at.month / at.day;
}

} // namespace

TEST_CASE("fourteen days fall due as the domain notes computed") {
  struct Row {
    std::string_view start, calendar, national, with_leave;
  };
  constexpr std::array rows{Row{"2026-03-12", "2026-03-26", "2026-04-02", "2026-04-09"},
                            Row{"2026-05-11", "2026-05-25", "2026-06-03", "2026-06-05"},
                            Row{"2026-07-06", "2026-07-20", "2026-07-24", "2026-07-24"}};
  for (const auto &row : rows) {
    CAPTURE(row.start);
    CHECK(due(both_years(), row.start, 14, false) == row.calendar);
    CHECK(due(without_joint_leave(), row.start, 14, true) == row.national);
    CHECK(due(both_years(), row.start, 14, true) == row.with_leave);
    CHECK_FALSE(count_days(both_years(), parsed_day(row.start), 14, true, {}).provisional);
  }
}

TEST_CASE("a count that enters a year without a file is provisional, calendar days never are") {
  CHECK(due(both_years(), "2026-12-18", 14, false) == "2027-01-01");
  CHECK_FALSE(count_days(both_years(), parsed_day("2026-12-18"), 14, false, {}).provisional);
  CHECK(count_days(both_years(), parsed_day("2026-12-18"), 14, true, {}).provisional);
  CHECK(count_days(both_years(), parsed_day("2024-12-31"), 1, true, {}).provisional == false);
  CHECK(count_days(both_years(), parsed_day("2024-12-30"), 1, true, {}).provisional);
  CHECK(count_days({}, parsed_day("2026-07-06"), 1, true, {}).provisional);
}

TEST_CASE("the day after the start is day one, and nothing to count is due at once") {
  CHECK(due(both_years(), "2026-07-06", 1, false) == "2026-07-07");
  CHECK(due(both_years(), "2026-07-03", 1, true) == "2026-07-06");
  const auto none = count_days(both_years(), parsed_day("2026-07-06"), 0, true, {});
  CHECK(text_of(none.due) == "2026-07-06");
  CHECK(none.ledger.empty());
}

TEST_CASE("the ledger names every day, counted or skipped, and why") {
  const auto span = count_days(both_years(), parsed_day("2026-04-01"), 3, true, {});
  REQUIRE(span.ledger.size() == 6);
  CHECK(span.ledger[0].number == 1);
  CHECK(span.ledger[1].skipped == "Wafat Yesus Kristus");
  CHECK(span.ledger[2].skipped == "weekend");
  CHECK(span.ledger[3].skipped == "Kebangkitan Yesus Kristus (Paskah)");
  CHECK(span.ledger[4].number == 2);
  CHECK(span.ledger[5].number == 3);
  CHECK(span.ledger[5].day == span.due);
}

TEST_CASE("the day a pause begins is not counted, the day it ends is") {
  const auto calendar = both_years();
  CHECK(due(calendar, "2026-07-06", 5, false, {{parsed_day("2026-07-08"), parsed_day("2026-07-10")}}) == "2026-07-13");
  CHECK(due(calendar, "2026-07-06", 5, false, {{parsed_day("2026-07-08"), parsed_day("2026-07-08")}}) == "2026-07-11");
  CHECK(due(calendar, "2026-07-06", 5, false, {{parsed_day("2026-07-01"), parsed_day("2026-07-08")}}) == "2026-07-12");
  CHECK(due(calendar, "2026-07-06", 5, false, {{parsed_day("2026-07-20"), parsed_day("2026-07-22")}}) == "2026-07-11");
  CHECK(due(calendar, "2026-07-06", 5, false,
            {{parsed_day("2026-07-08"), parsed_day("2026-07-10")},
             {parsed_day("2026-07-09"), parsed_day("2026-07-11")}}) == "2026-07-14");
}

TEST_CASE("an open pause holds the count from the day it begins") {
  const auto calendar = both_years();
  const auto held =
      count_days(calendar, parsed_day("2026-07-06"), 5, false, {{parsed_day("2026-07-08"), std::nullopt}});
  CHECK(held.paused_since == parsed_day("2026-07-08"));
  REQUIRE(held.ledger.size() == 2);
  CHECK(held.ledger[1].skipped == "paused");
  CHECK(text_of(held.due) == "2026-07-11"); // no earlier than this, however soon the pause ends
  const auto early =
      count_days(calendar, parsed_day("2026-07-06"), 5, false, {{parsed_day("2026-07-12"), std::nullopt}});
  CHECK_FALSE(early.paused_since.has_value());
  const auto before =
      count_days(calendar, parsed_day("2026-07-06"), 5, false, {{parsed_day("2026-07-01"), std::nullopt}});
  CHECK(before.paused_since == parsed_day("2026-07-01"));
}

TEST_CASE("ten thousand random spans agree with an independent count") {
  const auto calendar = both_years();
  std::mt19937 random(20260302);
  const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  for (int i = 0; i < 10'000; ++i) {
    const auto start = plus_days(parsed_day("2025-01-01"), up_to(600));
    const bool working = up_to(1) == 1;
    const int amount = up_to(60);
    std::vector<Pause> pauses;
    std::vector<PlainPause> plain;
    for (int left = up_to(2); left > 0; --left) {
      const auto from = plus_days(start, up_to(40) - 5);
      const auto until = plus_days(from, up_to(12));
      pauses.push_back({from, until});
      const auto number = [](Date d) {
        return number_of(int(d.year()), static_cast<int>(unsigned(d.month())), static_cast<int>(unsigned(d.day())));
      };
      plain.push_back({number(from), number(until)});
    }
    const auto expected = second_count(
        {int(start.year()), static_cast<int>(unsigned(start.month())), static_cast<int>(unsigned(start.day()))}, amount,
        working, plain);
    const auto span = count_days(calendar, start, amount, working, pauses);
    if (span.due == date_of(expected) && (amount == 0 || span.ledger.back().number == amount))
      continue;
    FAIL("from " << text_of(start) << " amount " << amount << ": " << text_of(span.due) << " against "
                 << text_of(date_of(expected)));
  }
}

TEST_CASE("a hundred years of working days end, and so does a week without working days") {
  const auto calendar = both_years();
  CHECK(count_days(calendar, parsed_day("2026-01-01"), 36'500, true, {}).ledger.back().number == 36'500);
  Calendar none = calendar;
  none.working_days.clear();
  CHECK(count_days(none, parsed_day("2026-01-01"), 1, true, {}).provisional);
}

TEST_CASE("another office's week is Monday to Saturday") {
  auto calendar = both_years();
  calendar.working_days = {1, 2, 3, 4, 5, 6};
  CHECK(due(calendar, "2026-07-10", 1, true) == "2026-07-11");
  CHECK(calendar.why_not_working(parsed_day("2026-07-12")) == "weekend");
}

TEST_CASE("the shipped calendars hold the days of their decrees") {
  CHECK(both_years().years[0].national.size() == 17);
  CHECK(both_years().years[0].joint_leave.size() == 11);
  CHECK(both_years().years[1].national.size() == 17);
  CHECK(both_years().years[1].joint_leave.size() == 8);
  CHECK(both_years().is_holiday(parsed_day("2025-08-18")));
  CHECK(both_years().why_not_working(parsed_day("2026-12-24")) == "Cuti bersama Natal");
  CHECK_FALSE(both_years().has_year(2027));
}

TEST_CASE("a later file for the same year replaces the earlier one") {
  std::vector<Problem> problems;
  auto calendar = both_years();
  calendar.years.push_back(load_holidays("format = 1\nyear = 2026\ndecree = \"lain\"\n", "lagi.toml", problems));
  REQUIRE(problems.empty());
  CHECK_FALSE(calendar.is_holiday(parsed_day("2026-01-01")));
}

TEST_CASE("a calendar file that is wrong is refused with its line") {
  struct Row {
    std::string text;
    Code code;
    int line;
  };
  const std::string head = "format = 1\nyear = 2026\ndecree = \"SKB\"\n";
  const auto holiday = [&](const std::string &date, const std::string &rest = "name = \"x\"\nkind = \"national\"\n") {
    return head + "[[holiday]]\ndate = " + date + "\n" + rest;
  };
  const std::array rows{
      Row{"year = 2026\ndecree = \"x\"\n", Code::missing_key, 1},
      Row{"format = 2\nyear = 2026\ndecree = \"x\"\n", Code::bad_value, 1},
      Row{"format = 1\ndecree = \"x\"\n", Code::missing_key, 1},
      Row{"format = 1\nyear = 2026\n", Code::missing_key, 1},
      Row{"format = 1\nyear = \"2026\"\ndecree = \"x\"\n", Code::wrong_type, 2},
      Row{"format = 1\nyear = 1800\ndecree = \"x\"\n", Code::bad_value, 2},
      Row{head + "holliday = 1\n", Code::unknown_key, 4},
      Row{holiday("2025-12-31"), Code::bad_value, 5},
      Row{holiday("\"2026-02-30\""), Code::not_a_date, 5},
      Row{holiday("\"1 Januari\""), Code::not_a_date, 5},
      Row{holiday("20260101"), Code::wrong_type, 5},
      Row{holiday("2026-01-01", "kind = \"national\"\n"), Code::missing_key, 4},
      Row{holiday("2026-01-01", "name = \"x\"\nkind = \"libur\"\n"), Code::not_a_choice, 7},
      Row{holiday("2026-01-01", "name = \"x\"\nkind = \"national\"\nnote = 1\n"), Code::unknown_key, 8},
      Row{holiday("2026-01-01") + "[[holiday]]\ndate = 2026-01-01\nname = \"x\"\nkind = \"joint_leave\"\n",
          Code::duplicate_name, 9},
      Row{"format = 1\nyear = \n", Code::toml_syntax, 2},
      Row{std::string("format = 1\0", 11), Code::bad_encoding, 1},
  };
  for (const auto &row : rows) {
    CAPTURE(row.text);
    std::vector<Problem> problems;
    load_holidays(row.text, "libur.toml", problems);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().code == row.code);
    CHECK(problems.front().place.line == row.line);
    CHECK(problems.front().place.file == "libur.toml");
  }
}
