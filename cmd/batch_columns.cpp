// --columns and --template: what a sheet for a step may hold, for the person who makes it.
#include "action/row_columns.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cmd/batch.h"
#include "cmd/bench.h"
#include "cmd/collect.h"
#include "cmd/env.h"

namespace mediasi {

namespace {

std::string choices_of(const Columns::Described &column) {
  std::vector<std::string> ids;
  for (const auto &choice : column.choices)
    ids.emplace_back(choice.id);
  return join(ids, ", ");
}

Report described(const RowColumns &columns, const std::string &name) {
  Report report;
  report.name = "columns";
  report.title = say("What a sheet for '{}' may hold", name);
  report.columns = {{"name", tr("name"), ColumnType::text, {}},
                    {"heading", tr("heading"), ColumnType::text, {}},
                    {"kind", tr("kind"), ColumnType::text, {}},
                    {"needed", tr("needed"), ColumnType::yes_no, {}},
                    {"choices", tr("choices"), ColumnType::text, {}}};
  for (const auto &column : columns.described())
    report.rows.push_back({column.name, column.heading, column.kind, column.needed, choices_of(column)});
  report.notes.emplace_back(tr("rows of one kind are numbered: beneficiary1, beneficiary2 ..."));
  return report;
}

FormText empty_sheet(const RowColumns &columns) {
  std::string line(byte_order_mark);
  for (const auto &column : columns.described()) {
    if (line.size() > byte_order_mark.size())
      line += ';';
    const bool quoted = column.heading.find_first_of(" ;\",") != std::string::npos;
    line += quoted ? '"' + column.heading + '"' : column.heading;
  }
  return {line + "\r\n"};
}

} // namespace

Outcome show_columns(Env &env, std::string_view command, const BatchOptions &options) {
  if (!options.empty_sheet.empty() && options.empty_sheet != "csv")
    throw Error({.code = Code::option_value,
                 .message = say("--template is not a kind of sheet: '{}'", repeatable(options.empty_sheet)),
                 .hint = say("write --template csv")});
  const Store store = open_store(env, Access::read);
  Grounds grounds(store);
  const auto rules = store.current_rules();
  const auto &standard = grounds.standard(rules);
  check_step_name(standard, options.step, command);
  const auto name = !options.step.empty() ? options.step : command == "intake" ? registration_step(standard) : "";
  const RowColumns columns(standard, name);
  if (columns.steps().empty())
    throw Error({.code = Code::step_needed,
                 .message = say("which step is meant?"),
                 .hint = say("name one: --step {}", join(steps_of(standard, command), " | "))});
  if (!options.empty_sheet.empty())
    return {empty_sheet(columns), 0};
  return {described(columns, name), 0};
}

} // namespace mediasi
