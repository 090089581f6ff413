#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

bool known_word(Reading &reading, const Named &name, const std::string &what, std::span<const std::string> known) {
  if (is_one_of(name.text, known))
    return true;
  reading.source.complain_unknown(Code::unknown_name, name, what, known);
  return false;
}

bool known_step(Reading &reading, const Named &name) {
  return known_word(reading, name, tr("step"), reading.words.steps);
}

bool known_role(Reading &reading, const Named &name) {
  return known_word(reading, name, tr("role"), reading.words.roles);
}

bool known_event(Reading &reading, const Named &name) {
  constexpr std::string_view prefix = "step:";
  if (name.text.starts_with(prefix))
    return known_step(reading, {name.text.substr(prefix.size()), name.at});
  return known_word(reading, name, tr("event"), strings(reading.known.events));
}

std::vector<std::string> step_names(Reading &reading, Table &table, std::string_view key, Need need) {
  std::vector<std::string> ids;
  for (auto &name : table.names(key, need))
    if (known_step(reading, name))
      ids.push_back(std::move(name.text));
  return ids;
}

std::vector<std::string> role_names(Reading &reading, Table &table, std::string_view key, Need need) {
  std::vector<std::string> ids;
  for (auto &name : table.names(key, need))
    if (known_role(reading, name))
      ids.push_back(std::move(name.text));
  return ids;
}

std::string one_of(Reading &reading, Table &table, std::string_view key, const std::string &what,
                   std::span<const std::string> known, Need need) {
  auto word = table.text(key, need);
  return word.empty() || known_word(reading, {word, table.at(key)}, what, known) ? word : std::string();
}

} // namespace mediasi
