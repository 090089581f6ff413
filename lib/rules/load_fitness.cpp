#include <algorithm>
#include <array>

#include "base/language.h"
#include "rules/fitness.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array policies{"first"sv, "unique"sv};

FitnessRow load_row(Reading &reading, Table &table) {
  FitnessRow row;
  row.line = table.at().line;
  row.id = table.id("id");
  row.then = table.choice("then", fitness_findings, Need::required);
  row.because = table.text("because", Need::required);
  auto when = table.table("when", Need::required);
  if (!when)
    return row;
  for (const auto &domain : reading.known.facts) {
    std::vector<std::string> values;
    for (auto &value : when->names(domain.name))
      if (known_word(reading, value, say("value of '{}'", domain.name), strings(domain.values)))
        values.push_back(std::move(value.text));
    if (when->has(domain.name))
      row.when.emplace_back(domain.name, std::move(values));
  }
  when->done();
  return row;
}

void check_row_id(Reading &reading, Table &table, const FitnessRow &row) {
  const auto &rows = reading.standard.fitness.rows;
  if (std::any_of(rows.begin(), rows.end(), [&](const FitnessRow &other) { return other.id == row.id; }))
    reading.source.complain(Code::duplicate_name, table.at("id"), say("the id '{}' is used twice", row.id));
}

// A gap means a case for which the office has said nothing: allowed while a file is written, never silent.
void warn_table(Reading &reading) {
  const auto &fitness = reading.standard.fitness;
  if (const auto example = gap(fitness, reading.known.facts))
    reading.source.warn(Code::bad_table, {fitness.line, 1},
                        say("no row of the fitness table decides this case: {}", text_of(*example)),
                        tr("add a [[fitness.row]] for it"));
  if (fitness.unique) {
    for (const auto &both : overlaps(fitness, reading.known.facts))
      reading.source.warn(Code::bad_table, {both.second->line, 1},
                          say("the rows '{}' and '{}' both decide this case: {}", both.first->id, both.second->id,
                              text_of(both.example)),
                          tr("narrow one of them, or write hit = \"first\""));
  } else {
    for (const auto *row : idle_rows(fitness, reading.known.facts))
      reading.source.warn(Code::bad_table, {row->line, 1},
                          say("the row '{}' never decides: the rows above it take all its cases", row->id),
                          tr("move it up, or leave it out"));
  }
}

} // namespace

void load_fitness(Reading &reading, Table &root) {
  auto table = root.table("fitness");
  if (!table)
    return;
  auto &fitness = reading.standard.fitness;
  fitness.line = table->at().line;
  fitness.unique = table->choice("hit", policies, Need::required) == "unique";
  for (auto &row_table : table->tables("row")) {
    auto row = load_row(reading, row_table);
    check_row_id(reading, row_table, row);
    row_table.done();
    fitness.rows.push_back(std::move(row));
  }
  if (fitness.rows.empty())
    reading.source.complain(Code::bad_table, table->at(), tr("the fitness table has no row"),
                            tr("add a [[fitness.row]], or leave [fitness] out"));
  table->done();
  if (reading.source.sound())
    warn_table(reading);
}

} // namespace mediasi
