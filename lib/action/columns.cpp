#include "action/columns.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "action/references.h"
#include "action/sheet.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

struct Common {
  std::string_view name;
  ColumnIs is;
  std::string_view heading; // English source text
  Kind kind;
};

constexpr std::array common{
    Common{"ref", ColumnIs::ref, later("the row's own key in your register"), Kind::text},
    Common{"case", ColumnIs::case_number, later("number of the case"), Kind::text},
    Common{"step", ColumnIs::step, later("step of the rules"), Kind::text},
    Common{"on", ColumnIs::field, later("when it happened"), Kind::moment},
    Common{"by", ColumnIs::field, later("officer who did it"), Kind::officer},
    Common{"as_found", ColumnIs::field, later("an act of an old register, as found"), Kind::tri},
    Common{"accepted", ColumnIs::field, later("warnings accepted: RULE:REASON"), Kind::text},
    Common{"attach", ColumnIs::attachment, later("a file to seal beside it: KIND=FILE"), Kind::text},
};

bool says(std::string_view folded_heading, std::string_view name, std::string_view label) {
  return folded_heading == name || folded_heading == folded(label) || folded_heading == folded(tr(label.data()));
}

const FieldSpec *field_called(std::span<const FieldSpec> specs, std::string_view folded_heading) {
  const auto by_name = std::find_if(specs.begin(), specs.end(),
                                    [&](const FieldSpec &spec) { return folded(spec.name) == folded_heading; });
  if (by_name != specs.end())
    return &*by_name;
  const auto by_words = std::find_if(
      specs.begin(), specs.end(), [&](const FieldSpec &spec) { return says(folded_heading, spec.name, spec.label); });
  return by_words == specs.end() ? nullptr : &*by_words;
}

// "3.name", " 3: nama": the number and what follows it
struct NumberedHeading {
  int number = 0;
  std::string_view rest;
};
std::optional<NumberedHeading> numbered(std::string_view text) {
  text = trim(text);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = parse_integer(text.substr(0, digits));
  if (!number || *number < 1 || *number > 200 || text.front() == '0')
    return std::nullopt;
  text.remove_prefix(digits);
  text = trim(text);
  if (text.starts_with('.') || text.starts_with(':'))
    text.remove_prefix(1);
  return NumberedHeading{static_cast<int>(*number), trim(text)};
}

} // namespace

std::string SheetColumn::name() const {
  switch (is) {
  case ColumnIs::ref:
    return "ref";
  case ColumnIs::case_number:
    return "case";
  case ColumnIs::step:
    return "step";
  case ColumnIs::command:
    return "do";
  case ColumnIs::attachment:
    return number == 0 ? "attach" : fmt::format("attach{}", number);
  case ColumnIs::field:
    return group.empty() ? field : fmt::format("{}{}.{}", group, number, field);
  case ColumnIs::complaint:
    return field;
  }
  return {};
}

Columns::Columns(const Step &step) : fields_(fields_of(step)) {
  if (const auto *kind = act_kind(step.act))
    groups_ = kind->groups;
}

const SheetColumn *Columns::find(std::string_view heading) {
  auto known = found_.find(heading);
  if (known == found_.end())
    known = found_.emplace(std::string(heading), looked_up(heading)).first;
  return known->second ? &*known->second : nullptr;
}

std::optional<SheetColumn> Columns::looked_up(std::string_view heading) const {
  const auto name = folded(trim(heading));
  if (is_complaint_column(name))
    return SheetColumn{ColumnIs::complaint, {}, 0, name};
  if (name == "do")
    return SheetColumn{ColumnIs::command};
  if (const auto *spec = field_called(fields_.specs, name)) // an office's own field of that name comes first
    return SheetColumn{ColumnIs::field, {}, 0, std::string(spec->name), spec};
  for (const auto &one : common) // those that say what a row is are read before its step is known: by their ids alone
    if (name == one.name ||
        ((one.is == ColumnIs::field || one.is == ColumnIs::attachment) && says(name, one.name, one.heading)))
      return SheetColumn{one.is, {}, 0, one.is == ColumnIs::field ? std::string(one.name) : std::string()};
  if (name == "accept_paper" || name == "accept_paper_date")
    return SheetColumn{ColumnIs::field, {}, 0, name};
  if (name.starts_with("attach"))
    if (const auto part = numbered(std::string_view(name).substr(6)); part && part->rest.empty())
      return SheetColumn{ColumnIs::attachment, {}, part->number};
  return of_group(name);
}

std::optional<SheetColumn> Columns::of_group(std::string_view name) const {
  for (const auto &group : groups_)
    for (const auto &words : {std::string(group.name), folded(group.label), folded(tr(group.label.data()))}) {
      if (!name.starts_with(words))
        continue;
      const auto part = numbered(name.substr(words.size()));
      if (!part)
        continue;
      if (const auto *spec = field_called(group.fields, part->rest))
        return SheetColumn{ColumnIs::field, std::string(group.name), part->number, std::string(spec->name), spec};
      if (!part->rest.empty() && part->rest == named_by(group.name)) // the row corrects the one of that name
        return SheetColumn{ColumnIs::field, std::string(group.name), part->number, std::string(part->rest)};
    }
  return std::nullopt;
}

std::vector<Columns::Described> Columns::described() const {
  std::vector<Described> all;
  for (const auto &one : common)
    all.push_back({std::string(one.name), tr(one.heading.data()), std::string(kind_name(one.kind)), false, true, {}});
  const auto add = [&](const FieldSpec &spec, const std::string &name, const std::string &before, bool needed) {
    all.push_back({name,
                   before + tr(spec.label.data()),
                   std::string(kind_name(spec.kind)),
                   needed,
                   false,
                   {spec.choices.begin(), spec.choices.end()}});
  };
  for (const auto &spec : fields_.specs)
    add(spec, std::string(spec.name), {}, spec.need == Need::required);
  for (const auto &group : groups_)
    for (const auto &spec : group.fields)
      add(spec, fmt::format("{}1.{}", group.name, spec.name), fmt::format("{} 1: ", tr(group.label.data())),
          spec.need == Need::required && group.at_least > 0);
  for (auto &column : all)
    if (const auto found = looked_up(column.heading); !found || found->name() != column.name)
      column.heading = column.name; // words that stand for another column too
  return all;
}

} // namespace mediasi
