// Conflicts of interest, over all cases: who mediates is nobody's friend or foe here, and nobody stands beside a party
// whom he or she stood against. Only records that an officer said are of one human being can show it.
#include <algorithm>
#include <array>
#include <set>

#include "base/language.h"
#include "base/text.h"
#include "judge/guard_kind.h"
#include "judge/links.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

using Records = std::vector<PersonLink>;

// every record of a mediator, also those linked to the ones that name the roster
Records records_of_mediator(const Question &q, const std::string &mediator) {
  std::set<std::string> pids;
  for (const auto &record : records_of_staff(q.bench, q.after, "mediator:" + mediator))
    pids.insert(record.pid);
  Records all;
  for (const auto &pid : pids)
    for (auto &record : records_of(q.bench, q.after, pid))
      all.push_back(std::move(record));
  return all;
}

std::set<std::string> cases_of_parties(const Question &q) {
  std::set<std::string> cases;
  for (const auto *party : q.after.parties())
    for (const auto &record : records_of(q.bench, q.after, party->pid))
      cases.insert(record.case_number);
  return cases;
}

// Mediating twice for one family is no conflict; having been party or companion in a case of theirs is.
Seen check_mediator_conflict(const Question &q) {
  if (q.after.appointments.empty())
    return fails("mediator", "none");
  const auto mediator = q.after.appointments.back().mediator;
  if (q.act.act == "mediator") {
    const auto known = tri_of(q.act.facts.fields, "conflict");
    if (known == Tri::yes)
      return fails("conflict of " + mediator, "yes");
    if (known == Tri::unknown)
      return unknown("conflict of " + mediator);
  }
  const auto theirs = cases_of_parties(q);
  for (const auto &record : records_of_mediator(q, mediator)) {
    if (record.case_number == q.after.number)
      return fails("mediator " + mediator, "is " + record.person + " of this case");
    if (record.side != "other" && theirs.count(record.case_number) > 0)
      return fails("mediator " + mediator, "is " + record.person + " of " + record.case_number);
  }
  return fine();
}

bool is_against(std::string_view one, std::string_view other) {
  return (one == "beneficiary" && other == "respondent") || (one == "respondent" && other == "beneficiary");
}

// Did the companion's record stand against the party's record of the same case?
bool stands_against(const PersonLink &companion, const PersonLink &party) {
  if (companion.case_number != party.case_number)
    return false;
  if (companion.side != "companion")
    return is_against(companion.side, party.side);
  const auto beside = split(companion.beside, ',');
  return std::any_of(beside.begin(), beside.end(), [&](const auto &side) { return is_against(side, party.side); });
}

// What bars a companion for good: standing against the party in this very case, or being the one who is said to have
// hurt the party in another. What was long ago settled otherwise is a question for a human being.
bool is_grave(const Question &q, const PersonLink &record, const PersonLink &party) {
  if (record.case_number == q.after.number)
    return true;
  return record.side == "respondent" && party.side == "beneficiary" && record.alleged_offender != "no";
}

std::vector<const Person *> companions_asked(const Question &q) {
  const auto *session = session_asked(q);
  const auto people = session ? gathered(*session, "invitation") : std::vector<std::string>{};
  auto asked = q.after.side(Side::companion);
  asked.erase(std::remove_if(asked.begin(), asked.end(),
                             [&](const Person *companion) { return !contains(people, companion->id); }),
              asked.end());
  return asked;
}

Seen check_pair(const Question &q, const Person &companion, const Person &party, bool grave) {
  const auto theirs = records_of(q.bench, q.after, party.pid);
  for (const auto &record : records_of(q.bench, q.after, companion.pid)) {
    const bool same = record.case_number == q.after.number && record.person == companion.id;
    if (same)
      continue;
    if (record.case_number == q.after.number) { // the party's own record is here even when it has no other
      PersonLink here;
      here.case_number = q.after.number;
      here.side = party.side == Side::beneficiary ? "beneficiary" : "respondent";
      if (grave && stands_against(record, here))
        return fails(companion.id, "is also " + record.person + " of this case");
      continue;
    }
    for (const auto &party_record : theirs)
      if (stands_against(record, party_record) && is_grave(q, record, party_record) == grave)
        return fails(companion.id, "is " + record.person + " of " + record.case_number);
  }
  return fine();
}

Seen check_companion_conflict(const Question &q) {
  const bool grave = q.guard.with.one("how") == "grave";
  for (const auto *companion : companions_asked(q))
    for (const auto &id : companion->of)
      if (const auto *party = q.after.person(id))
        if (auto seen = check_pair(q, *companion, *party, grave); !seen.passed)
          return seen;
  return fine();
}

} // namespace

std::span<const GuardKind> conflicts() {
  using T = ParameterType;
  static constexpr std::array grades{std::string_view("grave"), std::string_view("past")};
  static const std::array how{ParameterSpec{"how", T::choice, true, grades}};
  static const std::array kinds{
      GuardKind{{"no_conflict", later("the mediator is no party to this case, and none of a case of its parties"), {}},
                true,
                check_mediator_conflict,
                ways::mediator},
      GuardKind{{"companion_no_conflict",
                 later("no companion stands or stood against the party beside whom it is invited"), how},
                true,
                check_companion_conflict},
  };
  return kinds;
}

} // namespace mediasi::guards
