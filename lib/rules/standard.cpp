#include "rules/standard.h"

#include <algorithm>

#include "base/text.h"

namespace mediasi {

namespace {

template <typename Row> const Row *by_id(const std::vector<Row> &rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

} // namespace

const std::vector<std::string> *Parameters::find(std::string_view name) const {
  const auto found = std::find_if(values.begin(), values.end(), [&](const auto &value) { return value.first == name; });
  return found == values.end() ? nullptr : &found->second;
}

std::string Parameters::one(std::string_view name, std::string_view otherwise) const {
  const auto *texts = find(name);
  return texts == nullptr || texts->empty() ? std::string(otherwise) : texts->front();
}

int Parameters::number(std::string_view name, int otherwise) const {
  const auto number = parse_integer(one(name));
  return number ? static_cast<int>(*number) : otherwise;
}

const Step *Standard::step(std::string_view id) const {
  return by_id(steps, id);
}

const Role *Standard::role(std::string_view id_or_alias) const {
  if (const auto *role = by_id(roles, id_or_alias))
    return role;
  const auto wanted = folded(id_or_alias);
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const Role &role) {
    return std::any_of(role.aliases.begin(), role.aliases.end(),
                       [&](const std::string &alias) { return folded(alias) == wanted; });
  });
  return found == roles.end() ? nullptr : &*found;
}

const Requirement *Standard::requirement(std::string_view id) const {
  return by_id(requirements, id);
}

const Form *Standard::form(std::string_view id) const {
  return by_id(forms, id);
}

const Paper *Standard::paper(std::string_view id) const {
  return by_id(papers, id);
}

const Deadline *Standard::deadline(std::string_view id) const {
  return by_id(deadlines, id);
}

const Reason *Standard::reason(std::string_view of, std::string_view id) const {
  const auto found =
      std::find_if(reasons.begin(), reasons.end(), [&](const Reason &one) { return one.of == of && one.id == id; });
  return found == reasons.end() ? nullptr : &*found;
}

std::string Standard::word(std::string_view act, std::string_view field, std::string_view code) const {
  if (field != (act == "outcome" ? act : "reason"))
    return {};
  const auto *own = reason(act, code);
  return own == nullptr ? std::string() : own->title;
}

int Standard::first_number(std::string_view register_name, int year) const {
  const auto found = std::find_if(registers.begin(), registers.end(),
                                  [&](const Register &book) { return book.id == register_name && book.year == year; });
  return found == registers.end() ? 1 : found->first;
}

} // namespace mediasi
