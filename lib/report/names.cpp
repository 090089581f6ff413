#include "report/names.h"

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"

namespace mediasi {

std::string sealed_value(const CaseView &view, std::string_view of, std::string_view field) {
  if (!view.identities)
    return {};
  const Identities &all = view.identities();
  const auto found = all.find(of);
  return found == all.end() ? std::string() : std::string(value_of(found->second, field));
}

std::string name_of(const CaseView &view, std::string_view id) {
  const Person *person = view.file.person(id);
  if (person == nullptr)
    return std::string(id);
  const std::string name = sealed_value(view, id, "name");
  return name.empty() ? person->initials : name;
}

Cell names_cell(const CaseView &view, std::span<const std::string> persons) {
  std::vector<std::string> names;
  for (const std::string &id : persons)
    names.push_back(name_of(view, id));
  return text_cell(join(names, "; "));
}

Cell side_cell(const CaseView &view, Side side) {
  std::vector<std::string> ids;
  for (const Person *person : view.file.side(side))
    ids.push_back(person->id);
  return names_cell(view, ids);
}

std::string text_of_entry(const CaseView &view, std::string_view field, std::int64_t entry) {
  return sealed_value(view, fmt::format("{}@{}", field, entry), field);
}

Column beneficiaries_column() {
  return {"beneficiaries", tr("beneficiaries"), ColumnType::text, ""};
}

Column respondents_column() {
  return {"respondents", tr("respondents"), ColumnType::text, ""};
}

} // namespace mediasi
