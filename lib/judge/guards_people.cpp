// Assessment and consent of each party.
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

Seen check_assessed(const Question &q) {
  const auto parties = who_asked(q);
  if (lacks_a_side(q, parties))
    return fails("parties", "a side is not known");
  for (const auto *party : parties)
    if (!q.file.latest_assessment(party->id))
      return fails("assessment of " + party->id, "none");
  return fine();
}

Seen check_fresh(const Question &q) {
  const int days = q.guard.with.number("days", 30);
  const auto day = session_day(q);
  for (const auto *party : who_asked(q)) {
    const auto *assessment = q.file.latest_assessment(party->id);
    if (!assessment)
      return fails("assessment of " + party->id, "none");
    if (days_between(assessment->on.day, day) > days)
      return fails("assessment of " + party->id, text_of(assessment->on.day));
  }
  return fine();
}

// A child's consent is a guardian's, who is not the alleged offender and not of the other side, with the child's own
// view heard; one parent suffices. An adult consents alone, or through a guardian where there are special needs (UU
// 27/2022 art. 25, 26).
Seen check_child_consent(const Question &q, const Person &party, const Consent &consent) {
  const auto fact = "consent for " + party.id;
  if (consent.given_by == "self" || consent.relation == "self")
    return fails(fact, "given by the child alone");
  const auto *giver = q.after.person(consent.given_by);
  if (!giver)
    return unknown(fact + ": who gave it");
  if (giver->side == Side::respondent && party.side == Side::beneficiary)
    return fails(fact, "given by the other side");
  if (giver->side == Side::beneficiary && party.side == Side::respondent)
    return fails(fact, "given by the other side");
  if (giver->alleged_offender == Tri::yes)
    return fails(fact, "given by the alleged offender");
  if (giver->alleged_offender == Tri::unknown && party.side == Side::beneficiary)
    return unknown("alleged_offender of " + giver->id);
  if (consent.child_view == Tri::no)
    return fails(fact, "the child was not heard");
  if (consent.child_view == Tri::unknown)
    return unknown(fact + ": child_view");
  return fine();
}

bool is_own(const Consent &consent) {
  return consent.given_by == "self" || consent.given_by == consent.party;
}

Seen check_giver(const Question &q, const Person &party, const Consent &consent) {
  const auto fact = "consent of " + party.id;
  if (consent.decision != "given")
    return fails(fact, consent.decision);
  if (party.organisation)
    return fine();
  if (child_on(party, consent.on.day)) // by age on its own day
    return check_child_consent(q, party, consent);
  if (!is_own(consent) && party.special_needs != Tri::yes)
    return fails(fact, "given by another person");
  return fine();
}

// One good consent is enough; whoever takes part says no for herself, whatever others said.
} // namespace

Seen consent_of(const Question &q, const Person &party) {
  const auto fact = "consent of " + party.id;
  const auto given = q.file.consents_of(party.id, q.guard.with.one("purpose", "mediation"));
  for (const auto *consent : given)
    if (is_own(*consent) && consent->decision != "given")
      return fails(fact, consent->decision);
  auto answer = fails(fact, "none");
  for (auto consent = given.rbegin(); consent != given.rend(); ++consent) {
    answer = check_giver(q, party, **consent); // the latest is told when none is good
    if (answer.passed)
      return answer;
  }
  return answer;
}

namespace {

Seen check_consent(const Question &q) {
  const auto parties = who_asked(q);
  if (lacks_a_side(q, parties))
    return fails("parties", "a side is not known");
  for (const auto *party : parties)
    if (auto seen = consent_of(q, *party); !seen.passed)
      return seen;
  return fine();
}

Seen check_conditions(const Question &q) {
  const auto *finding = q.file.finding();
  if (!finding || finding->finding != "conditional")
    return fine();
  for (const auto &condition : q.file.conditions)
    if (!condition.met)
      return fails("condition " + condition.id, "not met");
  return fine();
}

} // namespace

std::span<const GuardKind> people() {
  using T = ParameterType;
  static constexpr std::array sides{std::string_view("beneficiary"), std::string_view("respondent"),
                                    std::string_view("both")};
  static const std::array who{ParameterSpec{"who", T::choice, true, sides}};
  static const std::array who_days{ParameterSpec{"who", T::choice, true, sides},
                                   ParameterSpec{"days", T::number, true, {}}};
  static const std::array who_purpose{ParameterSpec{"who", T::choice, true, sides},
                                      ParameterSpec{"purpose", T::text, true, {}}};
  static const std::array kinds{
      GuardKind{{"assessed", later("each of these parties was assessed"), who}, false, check_assessed, ways::assessed},
      GuardKind{{"assessment_fresh", later("no assessment is older than so many days on the session's day"), who_days},
                false,
                check_fresh,
                ways::fresh},
      GuardKind{{"consent_given", later("each of these parties consents; a child through a guardian"), who_purpose},
                false,
                check_consent,
                ways::consent},
      GuardKind{{"conditions_met", later("every condition of the finding is met"), {}},
                false,
                check_conditions,
                ways::conditions},
  };
  return kinds;
}

} // namespace mediasi::guards
