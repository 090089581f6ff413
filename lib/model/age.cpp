#include "model/age.h"

#include <array>

namespace mediasi {

namespace {

constexpr int of_age = 18; // from the eighteenth birthday on

constexpr std::array victims{AgeGroup{"0-5", 0},    AgeGroup{"6-12", 6},   AgeGroup{"13-17", 13}, AgeGroup{"18-24", 18},
                             AgeGroup{"25-44", 25}, AgeGroup{"45-59", 45}, AgeGroup{"60+", 60}};
constexpr std::array offenders{AgeGroup{"0-17", 0}, AgeGroup{"18-24", 18}, AgeGroup{"25-59", 25}, AgeGroup{"60+", 60}};
constexpr std::array majority{AgeGroup{"child", 0}, AgeGroup{"adult", of_age}};

} // namespace

std::span<const AgeGroup> age_groups(AgeTable table) {
  switch (table) {
  case AgeTable::victims:
    return victims;
  case AgeTable::offenders:
    return offenders;
  case AgeTable::majority:
    break;
  }
  return majority;
}

std::string_view age_group(AgeTable table, int age) {
  const auto groups = age_groups(table);
  std::string_view found = groups.front().id;
  for (const auto &group : groups)
    if (group.from <= age)
      found = group.id;
  return found;
}

std::string_view age_group_on(const Person &person, Date day, AgeTable table) {
  if (person.organisation)
    return age_unknown;
  if (person.birth.year == 0) {
    const auto estimate = value_of(person.clear, "age_group");
    return table == AgeTable::majority && !estimate.empty() ? estimate : age_unknown;
  }
  const auto youngest = age_group(table, youngest_age_on(person.birth, day));
  const auto oldest = age_group(table, oldest_age_on(person.birth, day));
  return youngest == oldest ? youngest : age_unknown;
}

bool child_on(const Person &person, Date day) {
  if (person.organisation)
    return false;
  if (person.birth.year == 0) {
    // nothing known of the date: an officer's coded estimate decides, and without one the person counts as a child
    return value_of(person.clear, "age_group") != "adult";
  }
  return youngest_age_on(person.birth, day) < of_age;
}

} // namespace mediasi
