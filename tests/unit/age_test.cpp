// Age groups: every person in exactly one, children when in doubt, statistics unknown when in doubt.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "model/age.h"
#include "support/parsed_day.h"

using namespace mediasi;
using testing::parsed_day;

namespace {

Person born(std::string_view birth, std::string_view estimate = "") {
  Person person;
  person.birth = birth.empty() ? PartialDate{} : parse_partial_date(birth).value();
  if (!estimate.empty())
    person.clear["age_group"] = estimate;
  return person;
}

constexpr std::array tables{AgeTable::victims, AgeTable::offenders, AgeTable::majority};

} // namespace

TEST_CASE("age: each table has its groups in order, and the first begins with birth") {
  const auto ids = [](AgeTable table) {
    std::vector<std::string_view> list;
    for (const auto &group : age_groups(table))
      list.push_back(group.id);
    return list;
  };
  CHECK(ids(AgeTable::victims) ==
        std::vector<std::string_view>{"0-5", "6-12", "13-17", "18-24", "25-44", "45-59", "60+"});
  CHECK(ids(AgeTable::offenders) == std::vector<std::string_view>{"0-17", "18-24", "25-59", "60+"});
  CHECK(ids(AgeTable::majority) == std::vector<std::string_view>{"child", "adult"});
  for (const auto table : tables) {
    const auto groups = age_groups(table);
    CHECK(groups.front().from == 0);
    for (std::size_t i = 1; i < groups.size(); ++i)
      CHECK(groups[i - 1].from < groups[i].from);
  }
}

TEST_CASE("age: the edges of every group lie where they are published") {
  struct Row {
    int age;
    std::string_view victim, offender, majority;
  };
  constexpr std::array rows{
      Row{-1, "0-5", "0-17", "child"},    Row{0, "0-5", "0-17", "child"},     Row{5, "0-5", "0-17", "child"},
      Row{6, "6-12", "0-17", "child"},    Row{12, "6-12", "0-17", "child"},   Row{13, "13-17", "0-17", "child"},
      Row{17, "13-17", "0-17", "child"},  Row{18, "18-24", "18-24", "adult"}, Row{24, "18-24", "18-24", "adult"},
      Row{25, "25-44", "25-59", "adult"}, Row{44, "25-44", "25-59", "adult"}, Row{45, "45-59", "25-59", "adult"},
      Row{59, "45-59", "25-59", "adult"}, Row{60, "60+", "60+", "adult"},     Row{109, "60+", "60+", "adult"},
  };
  for (const auto &row : rows) {
    CAPTURE(row.age);
    CHECK(age_group(AgeTable::victims, row.age) == row.victim);
    CHECK(age_group(AgeTable::offenders, row.age) == row.offender);
    CHECK(age_group(AgeTable::majority, row.age) == row.majority);
  }
}

TEST_CASE("age: every birth day of a hundred years lands in one group that holds its age") {
  const auto day = parsed_day("2026-03-02");
  int wrong = 0;
  for (auto birth = parsed_day("1926-03-02"); birth <= day; birth = plus_days(birth, 1)) {
    Person person;
    person.birth = {static_cast<int>(birth.year()), static_cast<unsigned>(birth.month()),
                    static_cast<unsigned>(birth.day())};
    const int age = age_on(birth, day);
    for (const auto table : tables) {
      const auto groups = age_groups(table);
      const auto found = age_group_on(person, day, table);
      int holding = 0; // groups whose span holds the age
      for (std::size_t i = 0; i < groups.size(); ++i) {
        const bool holds = groups[i].from <= age && (i + 1 == groups.size() || age < groups[i + 1].from);
        holding += holds ? 1 : 0;
        wrong += holds && groups[i].id != found ? 1 : 0;
      }
      wrong += holding != 1 ? 1 : 0;
    }
    wrong += child_on(person, day) != (age < 18) ? 1 : 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("age: of a partial date the group is known only when both bounds lie in it") {
  const auto day = parsed_day("2026-06-15");
  struct Row {
    std::string_view birth, victim, offender, majority;
    bool child;
  };
  constexpr std::array rows{
      Row{"2010", "13-17", "0-17", "child", true},        // 15 or 16
      Row{"2008", "unknown", "unknown", "unknown", true}, // 17 or 18
      Row{"2008-06", "unknown", "unknown", "unknown", true},
      Row{"2008-05", "18-24", "18-24", "adult", false},
      Row{"2008-06-15", "18-24", "18-24", "adult", false}, // the birthday itself
      Row{"2008-06-16", "13-17", "0-17", "child", true},   // the day before it
      Row{"2013", "unknown", "0-17", "child", true},       // 12 or 13: a child either way
      Row{"1966", "unknown", "unknown", "adult", false},   // 59 or 60
      Row{"2026", "0-5", "0-17", "child", true},
      Row{"2027", "0-5", "0-17", "child", true}, // not born yet
  };
  for (const auto &row : rows) {
    CAPTURE(row.birth);
    const auto person = born(row.birth);
    CHECK(age_group_on(person, day, AgeTable::victims) == row.victim);
    CHECK(age_group_on(person, day, AgeTable::offenders) == row.offender);
    CHECK(age_group_on(person, day, AgeTable::majority) == row.majority);
    CHECK(child_on(person, day) == row.child);
  }
}

TEST_CASE("age: an estimate counts where there is no date and gives no finer group") {
  const auto day = parsed_day("2026-06-15");
  const auto child = born("", "child");
  const auto adult = born("", "adult");
  const auto nobody = born("");
  CHECK(age_group_on(child, day, AgeTable::majority) == "child");
  CHECK(age_group_on(adult, day, AgeTable::majority) == "adult");
  CHECK(age_group_on(nobody, day, AgeTable::majority) == "unknown");
  for (const auto &person : {child, adult, nobody}) {
    CHECK(age_group_on(person, day, AgeTable::victims) == "unknown");
    CHECK(age_group_on(person, day, AgeTable::offenders) == "unknown");
  }
  CHECK(child_on(child, day));
  CHECK_FALSE(child_on(adult, day));
  CHECK(child_on(nobody, day));                // when in doubt a child
  CHECK(child_on(born("2010", "adult"), day)); // a date beats the estimate
  CHECK_FALSE(child_on(born("1980", "child"), day));
}

TEST_CASE("age: at the incident and today are two questions") {
  const auto person = born("2008-03-02");
  CHECK(age_group_on(person, parsed_day("2026-03-01"), AgeTable::majority) == "child");
  CHECK(age_group_on(person, parsed_day("2026-03-02"), AgeTable::majority) == "adult");
  CHECK(age_group_on(born("2008-02-29"), parsed_day("2026-02-28"), AgeTable::majority) == "child"); // adult on 1 March
  CHECK(age_group_on(born("2008-02-29"), parsed_day("2026-03-01"), AgeTable::majority) == "adult");
}

TEST_CASE("age: an organisation is no child and in no group of people") {
  auto school = born("");
  school.organisation = true;
  CHECK_FALSE(child_on(school, parsed_day("2026-03-02")));
  CHECK(age_group_on(school, parsed_day("2026-03-02"), AgeTable::majority) == "unknown");
}
