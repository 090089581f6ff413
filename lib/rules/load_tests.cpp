#include <array>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

void load_facts(Reading &reading, Table &table, RuleTest &test) {
  auto facts = table.table("facts");
  if (!facts)
    return;
  for (const auto &domain : reading.known.facts) {
    auto value = facts->text(domain.name);
    if (!value.empty() &&
        known_word(reading, {value, facts->at(domain.name)}, say("value of '{}'", domain.name), strings(domain.values)))
      test.facts.emplace_back(domain.name, std::move(value));
  }
  facts->done();
}

void load_dates(Reading &reading, Table &table, RuleTest &test) {
  test.deadline = one_of(reading, table, "deadline", tr("deadline"), reading.words.deadlines);
  if (table.has("deadline") || table.has("from"))
    test.from = table.date("from");
  if (table.has("deadline") || table.has("due"))
    test.due = table.date("due");
  if (!table.has("deadline") && (table.has("from") || table.has("due")))
    reading.source.complain(Code::missing_key, table.at(), tr("'from' and 'due' need a 'deadline'"));
}

RuleTest load_test(Reading &reading, Table &table) {
  RuleTest test;
  test.line = table.at().line;
  test.name = table.text("name", Need::required);
  load_facts(reading, table, test);
  test.finding = table.choice("finding", fitness_findings);
  test.done = step_names(reading, table, "done");
  test.open = step_names(reading, table, "open");
  test.blocked = step_names(reading, table, "blocked");
  constexpr std::array answers{"yes"sv, "no"sv};
  test.violence = table.choice("violence", answers) != "no";
  load_dates(reading, table, test);
  if (!table.has("finding") && !table.has("open") && !table.has("blocked") && !table.has("deadline"))
    reading.source.complain(Code::missing_key, table.at(), say("the test '{}' expects nothing", test.name),
                            tr("add finding, open, blocked, or deadline with from and due"));
  return test;
}

} // namespace

void load_tests(Reading &reading, Table &root) {
  for (auto &table : root.tables("test")) {
    reading.standard.tests.push_back(load_test(reading, table));
    table.done();
  }
}

} // namespace mediasi
