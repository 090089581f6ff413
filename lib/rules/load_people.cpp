#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "rules/duties.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array requirement_kinds{"document"sv, "condition"sv, "matter"sv, "prior_attempt"sv,
                                       "form"sv,     "evidence"sv,  "witness"sv};
constexpr std::array needs{"always"sv, "if_any"sv, "only_when"sv};

// acts_as = "mk": what the program asks of one role alone, whatever the office calls it
void load_duties(Reading &reading, Table &table, Role &role) {
  const std::vector<std::string> known(duties.begin(), duties.end());
  for (auto &name : table.names("acts_as")) {
    if (!known_word(reading, name, tr("duty"), known))
      continue;
    const auto taken = [&](const Role &other) { return is_one_of(name.text, other.acts_as) || other.id == name.text; };
    const auto &roles = reading.standard.roles;
    const auto declared = is_one_of(name.text, reading.words.roles) && role.id != name.text;
    if (declared || std::any_of(roles.begin(), roles.end(), taken))
      reading.source.complain(Code::duplicate_name, name.at, say("two roles act as '{}'", name.text),
                              tr("leave it with one role"));
    role.acts_as.push_back(std::move(name.text));
  }
}

Role load_role(Reading &reading, Table &table) {
  Role role{.id = table.id("id"),
            .title = table.text("title", Need::required),
            .aliases = table.texts("aliases"),
            .deputy = one_of(reading, table, "deputy", tr("role"), reading.words.roles),
            .line = table.at().line};
  load_duties(reading, table, role);
  if (!role.deputy.empty() && role.deputy == role.id)
    reading.source.complain(Code::bad_value, table.at("deputy"), say("the role '{}' is its own deputy", role.id));
  return role;
}

void check_aliases(Reading &reading, const Role &role, Spot at) {
  for (const auto &alias : role.aliases)
    for (const auto &other : reading.standard.roles)
      if (other.id != role.id && (other.id == alias || is_one_of(alias, other.aliases)))
        reading.source.complain(Code::duplicate_name, at, say("the alias '{}' names two roles", alias),
                                tr("give the alias to one role"));
}

Requirement load_requirement(Reading &reading, Table &table) {
  Requirement made{.id = table.id("id"),
                   .title = table.text("title", Need::required),
                   .kind = table.choice("kind", requirement_kinds, Need::required),
                   .need = table.choice("need", needs, Need::required),
                   .when = one_of(reading, table, "when", tr("condition"), strings(reading.known.conditions)),
                   .satisfied_by = one_of(reading, table, "satisfied_by", tr("step"), reading.words.steps),
                   .group = table.text("group"),
                   .copies = table.number("copies", 0, 99).value_or(0),
                   .line = table.at().line};
  if (made.need == "only_when" && !table.has("when"))
    reading.source.complain(Code::missing_key, table.at("need"), say("'{}' does not say when it is needed", made.id),
                            say("add when = \"…\"; known here: {}", join(strings(reading.known.conditions), ", ")));
  if (made.need != "only_when" && !made.need.empty() && table.has("when"))
    reading.source.complain(Code::bad_value, table.at("when"), tr("'when' goes with need = \"only_when\" alone"));
  return made;
}

} // namespace

void load_people(Reading &reading, Table &root) {
  for (auto &table : root.tables("role")) {
    auto role = load_role(reading, table);
    table.done();
    check_aliases(reading, role, table.at("aliases"));
    reading.standard.roles.push_back(std::move(role));
  }
  if (reading.standard.roles.empty())
    reading.source.complain(Code::missing_key, root.at(), tr("the file names no role"), tr("add a [[role]]"));
  for (auto &table : root.tables("requirement")) {
    reading.standard.requirements.push_back(load_requirement(reading, table));
    table.done();
  }
}

} // namespace mediasi
