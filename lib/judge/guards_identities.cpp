// Who the persons are: numbers that agree with what is known, regions that exist, people who are known at all. The
// checks themselves are made where the plain values are at hand (action/identity_checks); guards read their coded
// result.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

constexpr std::array<std::string_view, 4> sides{"beneficiary", "respondent", "companion", "other"};

// the rows of persons the act itself writes
std::vector<const Row *> person_rows(const Entry &act) {
  std::vector<const Row *> rows;
  for (const auto side : sides)
    for (const auto &row : rows_of(act.facts, side))
      rows.push_back(&row);
  return rows;
}

std::string id_in(const Row &row) {
  return std::string(value_of(row, "id"));
}

Seen check_nik(const Question &q) {
  for (const auto *row : person_rows(q.act)) {
    const auto found = values_of(*row, "nik_check");
    if (found.empty() || contains(found, "agrees"))
      continue;
    if (found == std::vector<std::string>{"not_compared"})
      return unknown("nik of " + id_in(*row));
    return fails("nik of " + id_in(*row), join(found, ","));
  }
  return fine();
}

Seen check_district(const Question &q) {
  for (const auto *row : person_rows(q.act))
    if (value_of(*row, "district_check") == "unknown")
      return fails("district of " + id_in(*row), "no such code");
  return fine();
}

// the persons an act is about: a party, a giver, those invited
std::vector<const Person *> people_asked(const Question &q) {
  std::vector<const Person *> people;
  const auto add = [&](std::string_view id) {
    if (const auto *person = q.after.person(id))
      people.push_back(person);
  };
  for (const auto field : {"party", "given_by"})
    add(value_of(q.act.facts.fields, field));
  for (const auto &row : rows_of(q.act.facts, "invitee"))
    add(value_of(row, "person"));
  return people;
}

Seen check_known(const Question &q) {
  for (const auto *person : people_asked(q))
    if (value_of(person->clear, "unknown") == "yes")
      return fails(person->id, "not known yet");
  return fine();
}

Seen check_represented(const Question &q) {
  for (const auto *person : people_asked(q))
    if (person->organisation && value_of(person->clear, "represented") != "yes")
      return fails("representative of " + person->id, "none");
  return fine();
}

} // namespace

std::span<const GuardKind> identities() {
  static const std::array kinds{
      GuardKind{
          {"nik_agrees", later("the NIK of each person agrees with birth date and sex, and its region is known"), {}},
          true,
          check_nik},
      GuardKind{{"district_known", later("the sub-district code of each person is known"), {}}, true, check_district},
      GuardKind{
          {"identity_known", later("it is known who each of these persons is"), {}}, true, check_known, ways::identity},
      GuardKind{{"representative_named", later("each organisation among these has a named representative"), {}},
                true,
                check_represented,
                ways::representative},
  };
  return kinds;
}

} // namespace mediasi::guards
