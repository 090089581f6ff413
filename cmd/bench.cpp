#include "cmd/bench.h"

#include "cmd/load_rules.h"
#include "model/facts.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

// A calendar is adopted by a house entry that holds the file's text; a later file of the same year replaces it.
std::vector<HolidayYear> years_of(const std::vector<Entry> &house_entries) {
  std::map<int, HolidayYear> years;
  std::vector<Problem> problems;
  for (const Entry &entry : house_entries)
    if (entry.act == "calendar") {
      const Row &row = entry.facts.fields;
      const HolidayYear year = load_holidays(value_of(row, "text"), std::string(value_of(row, "file")), problems);
      years.insert_or_assign(year.year, year);
    }
  throw_if_any(problems);
  std::vector<HolidayYear> all;
  for (const auto &[number, year] : years)
    all.push_back(year);
  return all;
}

} // namespace

Grounds::Grounds(const Store &store, std::optional<Instant> until, const Entry *coming) : store_(store) {
  gates_ = statutory_gates();
  std::vector<Entry> house_entries = store.house_entries();
  if (until)
    std::erase_if(house_entries, [&](const Entry &entry) { return entry.recorded > *until; });
  if (coming != nullptr)
    house_entries.push_back(*coming);
  roster_ = fold_roster(house_entries);
  years_ = years_of(house_entries);
  for (const Entry &entry : house_entries)
    if (entry.act == "adopt")
      adopted_.emplace_back(value_of(entry.facts.fields, "rules"));
}

const Grounds::Rules &Grounds::rules(const std::string &hash) {
  const auto known = rules_.find(hash);
  if (known != rules_.end())
    return known->second;
  const RulesText text = store_.rules(hash);
  std::vector<std::string> templates;
  for (const auto &[name, content] : text.templates)
    templates.push_back(name);
  Loaded loaded = load_standard(text.text, text.file, known_names(templates));
  throw_if_any(loaded.problems);
  Calendar calendar{years_, loaded.standard.working_days};
  auto gates = gates_of_office(gates_, loaded.standard);
  return rules_.insert_or_assign(hash, Rules{std::move(loaded.standard), std::move(calendar), std::move(gates)})
      .first->second;
}

const Standard &Grounds::standard(const std::string &hash) {
  return rules(hash).standard;
}

Bench Grounds::bench(const std::string &hash) {
  const Rules &under = rules(hash);
  return {under.standard, under.gates, roster_, under.calendar, {}, {}};
}

} // namespace mediasi
