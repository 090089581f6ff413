#include "action/row_columns.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"

namespace mediasi {

namespace {

bool is_shared(const SheetColumn &column) {
  return column.is != ColumnIs::field || column.field == "on" || column.field == "by";
}

// "sidang2" -> 2 for "sidang"; 0 without a number; -1 when it is another word
int time_of(std::string_view word, std::string_view step) {
  if (!word.starts_with(step))
    return -1;
  word.remove_prefix(step.size());
  if (word.empty())
    return 0;
  const auto number = word.front() == '0' ? std::nullopt : parse_integer(word);
  return number && *number > 0 && *number <= 200 ? static_cast<int>(*number) : -1;
}

} // namespace

std::string RowColumn::name(const std::vector<const Step *> &steps) const {
  if (shared || steps.size() == 1)
    return column->name();
  return fmt::format("{}{}.{}", steps[step]->id, time == 0 ? "" : std::to_string(time), column->name());
}

RowColumns::RowColumns(const Standard &standard, std::string_view name) {
  if (const auto *form = standard.form(name)) {
    composite_ = true;
    for (const auto &id : form->steps)
      steps_.push_back(standard.step(id));
  } else if (const auto *step = standard.step(name)) {
    steps_.push_back(step);
  }
  for (const auto *step : steps_)
    columns_.emplace_back(*step);
}

RowColumn RowColumns::find(std::string_view heading) {
  auto known = found_.find(heading);
  if (known == found_.end())
    known = found_.emplace(std::string(heading), looked_up(heading)).first;
  return known->second;
}

RowColumn RowColumns::looked_up(std::string_view heading) {
  if (!composite_)
    return {columns_.empty() ? nullptr : columns_.front().find(heading)};
  const auto whole = trim(heading);
  const auto dot = whole.find('.');
  if (dot == std::string_view::npos) {
    const auto *column = columns_.front().find(whole);
    return column && is_shared(*column) ? RowColumn{column, 0, 0, true} : RowColumn{};
  }
  const auto word = folded(whole.substr(0, dot));
  for (std::size_t i = 0; i < steps_.size(); ++i)
    if (const int time = time_of(word, steps_[i]->id); time >= 0)
      if (const auto *column = columns_[i].find(whole.substr(dot + 1)))
        return {column, i, time};
  return {};
}

std::vector<Columns::Described> RowColumns::described() const {
  if (!composite_)
    return columns_.empty() ? std::vector<Columns::Described>{} : columns_.front().described();
  std::vector<Columns::Described> all;
  for (std::size_t i = 0; i < steps_.size(); ++i)
    for (auto &column : columns_[i].described()) {
      const bool shared = column.common && column.name != "as_found" && column.name != "accepted";
      if (shared && i > 0)
        continue;
      if (!shared)
        column.heading = column.name = steps_[i]->id + "." + column.name;
      all.push_back(std::move(column));
    }
  return all;
}

std::vector<std::string> RowColumns::known() const {
  std::vector<std::string> names;
  for (const auto &column : described())
    names.push_back(column.name);
  return names;
}

} // namespace mediasi
