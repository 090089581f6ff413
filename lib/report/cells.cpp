#include "report/cells.h"

#include <algorithm>

#include "base/language.h"
#include "report/in_words.h"

namespace mediasi {

namespace {

struct OrderKey { // ISO texts sort as time does
  std::string operator()(std::monostate) const { return "~"; }
  std::string operator()(const std::string &text) const { return text; }
  std::string operator()(std::int64_t number) const { return fmt::format("{:020}", number); }
  std::string operator()(Date day) const { return text_of(day); }
  std::string operator()(const Moment &moment) const { return text_of(moment); }
  std::string operator()(bool yes) const { return yes ? "1" : "0"; }
  std::string operator()(const Coded &coded) const { return coded.id(); }
};

} // namespace

Cell text_cell(const std::string &text) {
  return text.empty() ? Cell() : Cell(text);
}

Cell day_cell(const std::optional<Date> &day) {
  return day ? Cell(*day) : Cell();
}

Cell moment_cell(const std::string &iso) {
  const auto moment = parse_moment(iso);
  return moment ? Cell(*moment) : Cell();
}

Cell coded_cell(std::string_view act, std::string_view group, std::string_view field, const std::string &value) {
  return value.empty() ? Cell() : Cell(Coded{value, choice_in_words(act, group, field, value)});
}

Cell word_cell(std::string_view word) {
  return Coded{std::string(word), tr(std::string(word).c_str())};
}

std::optional<Date> day_of(const std::string &moment) {
  return parse_date(moment.substr(0, moment.find('T')));
}

void sort_rows(Report &report, std::string_view key) {
  const auto &columns = report.columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column &each) { return each.key == key; });
  const auto at = static_cast<std::size_t>(found - columns.begin());
  std::stable_sort(report.rows.begin(), report.rows.end(), [at](const Cells &a, const Cells &b) {
    return std::visit(OrderKey{}, a[at]) < std::visit(OrderKey{}, b[at]);
  });
}

} // namespace mediasi
