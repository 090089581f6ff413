// S6: a child victim or child offender needs a parent, family member, guardian or companion; a woman or child with
// special needs a special companion. Judged over those invited, and again over those who came, by age on the session's
// day.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

constexpr std::array<std::string_view, 6> ordinary_kinds{"parent",    "relative", "guardian",
                                                         "companion", "officer",  "social_worker"};

bool is_ordinary(const Person &companion) {
  return std::any_of(companion.kinds.begin(), companion.kinds.end(), [](const std::string &kind) {
    return std::find(ordinary_kinds.begin(), ordinary_kinds.end(), kind) != ordinary_kinds.end();
  });
}

bool is_special(const Person &companion) {
  return contains(companion.kinds, "special");
}

// Who goes while the party stays is beside nobody from then on.
bool stays_beside(const Question &q, const Person &party, const Person &companion) {
  if (q.guard.with.one("at") != "attendance")
    return true;
  const auto left = [&](const Person &person) {
    const auto &rows = session_asked(q)->attendance;
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Attendance &row) { return row.person == person.id && row.status == "left_early"; });
  };
  return !left(companion) || left(party);
}

bool has_companion(const Question &q, const Person &party, const std::vector<std::string> &people,
                   bool (*fits)(const Person &)) {
  const auto companions = q.after.companions_of(party.id);
  return std::any_of(companions.begin(), companions.end(), [&](const Person *companion) {
    const bool victim_side = party.side == Side::beneficiary;
    const bool offender = victim_side && companion->alleged_offender == Tri::yes;
    return contains(people, companion->id) && fits(*companion) && !offender && stays_beside(q, party, *companion);
  });
}

// "the party came, or is asked to come": only those need somebody beside them
Seen each_party(const Question &q, Seen (*check)(const Question &, const Person &, const std::vector<std::string> &)) {
  const auto *session = session_asked(q);
  if (!session)
    return fails("session", "none");
  const auto people = gathered(*session, q.guard.with.one("at"));
  for (const auto *party : q.after.parties())
    if (contains(people, party->id))
      if (auto seen = check(q, *party, people); !seen.passed)
        return seen;
  return fine();
}

Seen check_child(const Question &q) {
  return each_party(q, [](const Question &question, const Person &party, const std::vector<std::string> &people) {
    if (!child_on(party, session_day(question)))
      return fine();
    return has_companion(question, party, people, is_ordinary) ? fine() : fails("companion of " + party.id, "none");
  });
}

Seen check_special(const Question &q) {
  return each_party(q, [](const Question &question, const Person &party, const std::vector<std::string> &people) {
    if (party.organisation)
      return fine();
    const bool adult_man = value_of(party.clear, "sex") == "male" && !child_on(party, session_day(question));
    if (adult_man || party.special_needs == Tri::no)
      return fine();
    if (has_companion(question, party, people, is_special))
      return fine();
    return party.special_needs == Tri::unknown ? unknown("special_needs of " + party.id)
                                               : fails("special companion of " + party.id, "none");
  });
}

// One person may stand beside several of one side, never of both; a parent of children on both sides stays away.
Seen check_one_side(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return fails("session", "none");
  const auto people = gathered(*session, q.guard.with.one("at"));
  for (const auto *companion : q.after.side(Side::companion)) {
    if (!contains(people, companion->id))
      continue;
    bool victim_side = false;
    bool other_side = false;
    for (const auto &id : companion->of) {
      const auto *party = q.after.person(id);
      if (party && party->side == Side::beneficiary)
        victim_side = true;
      if (party && party->side == Side::respondent)
        other_side = true;
    }
    if (victim_side && other_side)
      return fails(companion->id, "companion of both sides");
  }
  return fine();
}

Seen check_not_offender(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return fails("session", "none");
  const auto people = gathered(*session, q.guard.with.one("at"));
  for (const auto *party : q.after.side(Side::beneficiary))
    for (const auto *companion : q.after.companions_of(party->id)) {
      if (!contains(people, companion->id))
        continue;
      if (companion->alleged_offender == Tri::yes)
        return fails("alleged_offender of " + companion->id, "yes");
      if (companion->alleged_offender == Tri::unknown)
        return unknown("alleged_offender of " + companion->id);
    }
  return fine();
}

} // namespace

std::span<const GuardKind> companions() {
  using T = ParameterType;
  static constexpr std::array moments{std::string_view("invitation"), std::string_view("attendance")};
  static const std::array at{ParameterSpec{"at", T::choice, true, moments}};
  static const std::array kinds{
      GuardKind{{"child_companion", later("every child has a parent, relative, guardian or companion"), at},
                true,
                check_child,
                ways::child_companion},
      GuardKind{{"special_companion", later("every woman or child with special needs has a special companion"), at},
                true,
                check_special,
                ways::special_companion},
      GuardKind{
          {"companion_one_side", later("no companion stands on both sides"), at}, true, check_one_side, ways::one_side},
      GuardKind{{"companion_not_offender", later("the alleged offender accompanies no victim"), at},
                true,
                check_not_offender,
                ways::not_offender},
  };
  return kinds;
}

} // namespace mediasi::guards
