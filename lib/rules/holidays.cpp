#include <array>

#include "base/language.h"
#include "rules/calendar.h"
#include "rules/reader.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array holiday_kinds{"national"sv, "joint_leave"sv};
constexpr int first_year = 1900;
constexpr int last_year = 2199;

void load_day(Source &source, Table &table, HolidayYear &year) {
  const auto day = table.date("date");
  auto name = table.text("name", Need::required);
  const auto kind = table.choice("kind", holiday_kinds, Need::required);
  table.done();
  if (!day || kind.empty())
    return;
  if (static_cast<int>(day->year()) != year.year)
    source.complain(Code::bad_value, table.at("date"), say("'{}' does not lie in {}", text_of(*day), year.year),
                    tr("one file holds one year"));
  if (year.national.contains(*day) || year.joint_leave.contains(*day))
    source.complain(Code::duplicate_name, table.at("date"), say("'{}' is listed twice", text_of(*day)));
  (kind == "national" ? year.national : year.joint_leave).insert(*day);
  year.names.emplace_back(*day, std::move(name));
}

} // namespace

HolidayYear load_holidays(std::string_view text, const std::string &file, std::vector<Problem> &problems) {
  HolidayYear year;
  Source source(text, file);
  if (const auto node = source.parse()) {
    Table root(source, *node);
    root.number("format", 1, 1, Need::required);
    year.year = root.number("year", first_year, last_year, Need::required).value_or(0);
    year.decree = root.text("decree", Need::required);
    for (auto &table : root.tables("holiday"))
      load_day(source, table, year);
    root.done();
  }
  for (auto &problem : source.take_problems())
    problems.push_back(std::move(problem));
  return year;
}

} // namespace mediasi
