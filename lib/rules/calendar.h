// Working days, holidays and joint leave (cuti bersama), from dated files that cite their decree.
// Store-wide, not pinned. A year without a file makes every working-day count that enters it provisional.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"

namespace mediasi {

struct HolidayYear {
  int year = 0;
  std::string decree;
  std::set<Date> national, joint_leave;
  std::vector<std::pair<Date, std::string>> names;
};

// One TOML file: format, year, decree, [[holiday]] date, name, kind = "national" | "joint_leave".
HolidayYear load_holidays(std::string_view text, const std::string &file, std::vector<Problem> &problems);

struct Calendar {
  std::vector<HolidayYear> years;
  std::vector<unsigned> working_days{1, 2, 3, 4, 5};

  bool has_year(int year) const;
  bool is_holiday(Date day) const;
  bool is_working(Date day) const;
  std::string_view why_not_working(Date day) const; // "" | "weekend" | name of the holiday
};

// A pause: the day it begins is not counted, the day it ends is.
struct Pause {
  Date from{};
  std::optional<Date> until; // still open when absent
};

struct CountedDay {
  Date day{};
  int number = 0;      // 1.. when counted, 0 when skipped
  std::string skipped; // "", "weekend", "paused", name of the holiday
};

struct Span {
  Date due{};
  bool provisional = false; // a year without a file was entered
  std::optional<Date> paused_since;
  std::vector<CountedDay> ledger; // day after the start to the due day
};

// Due day `amount` days after `start`: the day after the start is day 1; the due day itself is not late,
// late from the next 00:00 office time. Calendar days ignore holidays. amount >= 0, at most 36,500.
Span count_days(const Calendar &calendar, Date start, int amount, bool working, const std::vector<Pause> &pauses);

} // namespace mediasi
