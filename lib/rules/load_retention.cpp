#include <algorithm>
#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array served{"child"sv, "woman"sv, "any"sv};
constexpr std::array fates{"destroy"sv, "permanent"sv};
constexpr int most_years = 100;

void load_class(Reading &reading, Table &row) {
  RetentionClass read{.code = row.text("code", Need::required),
                      .title = row.text("title", Need::required),
                      .of = row.choice("of", served, Need::required),
                      .active = row.number("active_years", 0, most_years, Need::required).value_or(0),
                      .inactive = row.number("inactive_years", 0, most_years, Need::required).value_or(0),
                      .permanent = row.choice("fate", fates, Need::required) == "permanent",
                      .because = row.text("because", Need::required),
                      .line = row.at().line};
  const auto &taken = reading.standard.retention.classes;
  if (std::any_of(taken.begin(), taken.end(),
                  [&](const RetentionClass &known) { return known.code == read.code && known.of == read.of; }))
    reading.source.complain(Code::duplicate_name, row.at("code"),
                            say("the class '{}' is written twice for '{}'", read.code, read.of));
  reading.standard.retention.classes.push_back(std::move(read));
  row.done();
}

void load_reason(Reading &reading, Table &row) {
  ErasureReason read{.id = row.id("id"),
                     .title = row.text("title", Need::required),
                     .early = row.flag("early"),
                     .because = row.text("because", Need::required),
                     .line = row.at().line};
  if (!read.id.empty() && reading.standard.retention.reason(read.id) != nullptr)
    reading.source.complain(Code::duplicate_name, row.at("id"), say("the id '{}' is used twice", read.id),
                            tr("give each its own id"));
  reading.standard.retention.reasons.push_back(std::move(read));
  row.done();
}

} // namespace

const ErasureReason *Retention::reason(std::string_view id) const {
  const auto found =
      std::find_if(reasons.begin(), reasons.end(), [&](const ErasureReason &known) { return known.id == id; });
  return found == reasons.end() ? nullptr : &*found;
}

void load_retention(Reading &reading, Table &root) {
  auto table = root.table("retention");
  if (!table)
    return;
  auto &retention = reading.standard.retention;
  retention.erase_by = role_names(reading, *table, "erase_by", Need::required);
  for (auto &row : table->tables("class"))
    load_class(reading, row);
  for (auto &row : table->tables("reason"))
    load_reason(reading, row);
  if (retention.classes.empty())
    reading.source.warn(Code::rules_warning, table->at(), tr("no class says how long a case is kept"),
                        tr("add [[retention.class]]: without one no case is ever proposed for destruction"));
  if (retention.reasons.empty())
    reading.source.warn(Code::rules_warning, table->at(), tr("no reason for destroying a case is named"),
                        tr("add [[retention.reason]]: without one no case can be erased"));
  table->done();
}

} // namespace mediasi
