#include "rules/fitness.h"

#include <array>
#include <random>

#include <doctest/doctest.h>

using namespace mediasi;

namespace {

using DomainWord = std::string_view;
constexpr std::array<DomainWord, 3> risks{"low", "high", "unknown"};
constexpr std::array<DomainWord, 3> answers{"yes", "no", "unknown"};
constexpr std::array<FactDomain, 3> domains{{{"risk", "", risks}, {"willing", "", answers}, {"threat", "", answers}}};

using When = std::vector<std::pair<std::string, std::vector<std::string>>>;

FitnessRow row(std::string id, When when, std::string then) {
  FitnessRow made;
  made.id = std::move(id);
  made.when = std::move(when);
  made.then = std::move(then);
  return made;
}

Fitness table(std::vector<FitnessRow> rows, bool unique = false) {
  return {unique, std::move(rows), 1};
}

const FitnessRow refused_row = row("refused", {{"willing", {"no"}}}, "unfit");
const FitnessRow open_question = row("open", {{"willing", {"unknown"}}}, "postponed");
const FitnessRow willing_row = row("willing", {{"willing", {"yes"}}}, "fit");

bool takes(const FitnessRow &one, const FitnessCase &facts) {
  return evaluate(table({one}), facts) != nullptr;
}

// every case there is, tried one by one
std::vector<FitnessCase> all_cases() {
  std::vector<FitnessCase> cases;
  for (const auto risk : risks)
    for (const auto willing_answer : answers)
      for (const auto threat : answers)
        cases.push_back(
            {{"risk", std::string(risk)}, {"willing", std::string(willing_answer)}, {"threat", std::string(threat)}});
  return cases;
}

Fitness random_table(std::mt19937 &random) {
  Fitness made = table({});
  const auto rows = 1 + random() % 5;
  for (unsigned i = 0; i < rows; ++i) {
    When when;
    for (const auto &domain : domains) {
      std::vector<std::string> values;
      for (const auto value : domain.values)
        if (random() % 3 != 0)
          values.emplace_back(value);
      if (!values.empty() && random() % 4 != 0)
        when.emplace_back(domain.name, values);
    }
    made.rows.push_back(row("r" + std::to_string(i), when, "fit"));
  }
  return made;
}

} // namespace

TEST_CASE("the first row that holds decides, and a fact that is not named is unknown") {
  const auto fitness = table({refused_row, willing_row, open_question});
  CHECK(evaluate(fitness, {{"willing", "no"}})->id == "refused");
  CHECK(evaluate(fitness, {{"willing", "yes"}, {"risk", "high"}})->id == "willing");
  CHECK(evaluate(fitness, {})->id == "open");
  CHECK(evaluate(table({row("all", {}, "unfit"), willing_row}), {{"willing", "yes"}})->id == "all");
  CHECK(evaluate(table({refused_row}), {{"willing", "maybe"}}) == nullptr);
  CHECK(evaluate(table({}), {}) == nullptr);
}

TEST_CASE("a gap is shown by one case that no row decides") {
  CHECK_FALSE(gap(table({refused_row, willing_row, open_question}), domains).has_value());
  const auto found = gap(table({refused_row, willing_row}), domains);
  REQUIRE(found.has_value());
  CHECK(text_of(*found) == "willing = unknown");
  CHECK(gap(table({}), domains).has_value());
  CHECK_FALSE(gap(table({row("all", {}, "unfit")}), domains).has_value());
}

TEST_CASE("an overlap is shown by one case that two rows decide") {
  const auto low = row("low", {{"risk", {"low", "high"}}}, "fit");
  const auto overlapping = table({refused_row, willing_row, low}, true);
  const auto found = overlaps(overlapping, domains);
  REQUIRE(found.size() == 2);
  CHECK(found[0].first->id == "refused");
  CHECK(found[0].second->id == "low");
  CHECK(takes(*found[0].first, found[0].example));
  CHECK(takes(*found[0].second, found[0].example));
  CHECK(overlaps(table({refused_row, willing_row, open_question}, true), domains).empty());
}

TEST_CASE("a row whose cases are all taken above it never decides") {
  const auto late = row("late", {{"willing", {"no"}}, {"risk", {"low"}}}, "unfit");
  const auto shadowed = table({refused_row, late, willing_row, open_question});
  const auto idle = idle_rows(shadowed, domains);
  REQUIRE(idle.size() == 1);
  CHECK(idle[0]->id == "late");
  CHECK(idle_rows(table({late, refused_row, willing_row}), domains).empty());
  // not taken by one row above, but by two together
  const auto both = row("both", {{"willing", {"no", "yes"}}}, "unfit");
  REQUIRE(idle_rows(table({refused_row, willing_row, both}), domains).size() == 1);
}

TEST_CASE("gaps, overlaps and idle rows agree with trying every case of a thousand random tables") {
  std::mt19937 random(7);
  const auto cases = all_cases();
  for (int i = 0; i < 1000; ++i) {
    const auto fitness = random_table(random);
    bool open = false;
    for (const auto &facts : cases)
      open = open || evaluate(fitness, facts) == nullptr;
    const auto found = gap(fitness, domains);
    REQUIRE(found.has_value() == open);
    if (found) {
      REQUIRE(evaluate(fitness, *found) == nullptr);
    }
    for (const auto &both : overlaps(fitness, domains))
      REQUIRE((takes(*both.first, both.example) && takes(*both.second, both.example)));
    for (const auto *idle : idle_rows(fitness, domains))
      for (const auto &facts : cases)
        REQUIRE(evaluate(fitness, facts) != idle);
  }
}
