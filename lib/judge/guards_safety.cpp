// The screening block: an unsettled risk never passes, and unknown is never safe.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"
#include "rules/duties.h"

namespace mediasi::guards {

namespace {

Seen expect(const Row &row, std::string_view field, Tri wanted, const std::string &party) {
  const auto answer = tri_of(row, field);
  const auto fact = std::string(field) + " of " + party;
  if (answer == Tri::unknown)
    return unknown(fact);
  return answer == wanted ? fine() : fails(fact, answer == Tri::yes ? "yes" : "no");
}

bool is_high(std::string_view risk) {
  return risk == "high" || risk == "very_high";
}

// A high risk is lowered only by a new assessment countersigned by the MK.
Seen check_level(const Question &q, const Person &party, const Assessment &latest) {
  const auto risk = value_of(latest.clear, "risk");
  const auto fact = "risk of " + party.id;
  if (risk.empty() || risk == "unknown")
    return unknown(fact);
  if (is_high(risk))
    return fails(fact, std::string(risk));
  const bool was_high = std::any_of(q.file.assessments.begin(), q.file.assessments.end(), [&](const Assessment &old) {
    return old.party == party.id && is_high(value_of(old.clear, "risk"));
  });
  if (!was_high)
    return fine();
  const auto *officer = q.bench.roster.officer(value_of(latest.clear, "countersigned_by"));
  const bool countersigned = officer && holds(*officer, role_of_duty(q.bench.standard, "mk"), latest.on.day);
  return countersigned ? fine() : fails(fact, "lowered without the MK's countersignature");
}

Seen check_party(const Question &q, const Person &party) {
  if (party.organisation)
    return fine();
  const auto *latest = q.file.latest_assessment(party.id);
  if (!latest)
    return fails("assessment of " + party.id, "none");
  const auto &row = latest->clear;
  if (auto seen = expect(row, "willing", Tri::yes, party.id); !seen.passed)
    return seen;
  for (const auto field : {"pressure", "threat", "protection_order"})
    if (auto seen = expect(row, field, Tri::no, party.id); !seen.passed)
      return seen;
  if (tri_of(row, "afraid") != Tri::no) {
    if (tri_of(row, "afraid") == Tri::unknown)
      return unknown("afraid of " + party.id);
    if (tri_of(row, "separate_arrangements") != Tri::yes)
      return fails("afraid of " + party.id, "yes");
  }
  if (tri_of(row, "violence") == Tri::unknown)
    return unknown("violence of " + party.id);
  return check_level(q, party, *latest);
}

Seen check_risk(const Question &q) {
  const auto parties = who_asked(q);
  if (lacks_a_side(q, parties))
    return fails("parties", "a side is not known");
  for (const auto *party : parties)
    if (auto seen = check_party(q, *party); !seen.passed)
      return seen;
  return fine();
}

Seen check_no_violence(const Question &q) {
  if (q.file.violence.empty())
    return fine();
  const auto &last = q.file.violence.back();
  for (const auto *party : who_asked(q)) {
    const auto *assessment = q.file.latest_assessment(party->id);
    if (!assessment || !earlier(last, assessment->on))
      return fails("new violence", text_of(last) + ", later than the assessment of " + party->id);
  }
  return fine();
}

Seen check_day_answers(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return fails("session", "none");
  const auto people = gathered(*session, "attendance"); // who stayed away cannot be asked, and is in no danger here
  for (const auto *party : q.after.parties()) {
    if (!contains(people, party->id))
      continue;
    const auto found = std::find_if(session->questions.rbegin(), session->questions.rend(),
                                    [&](const DayQuestions &asked) { return asked.party == party->id; });
    if (found == session->questions.rend())
      return unknown("questions of the day, " + party->id);
    if (found->willing != Tri::yes)
      return fails("willing today, " + party->id, found->willing == Tri::no ? "no" : "unknown");
    if (found->safe != Tri::yes)
      return fails("safe today, " + party->id, found->safe == Tri::no ? "no" : "unknown");
    if (found->afraid != Tri::no)
      return fails("afraid today, " + party->id, found->afraid == Tri::yes ? "yes" : "unknown");
  }
  return fine();
}

} // namespace

std::span<const GuardKind> safety() {
  using T = ParameterType;
  static constexpr std::array sides{std::string_view("beneficiary"), std::string_view("respondent"),
                                    std::string_view("both")};
  static const std::array who{ParameterSpec{"who", T::choice, true, sides}};
  static const std::array kinds{
      GuardKind{{"risk_settled", later("screening of each of these parties is known and safe"), who},
                false,
                check_risk,
                ways::risk},
      GuardKind{{"no_violence_since", later("no violence was reported since these parties' assessments"), who},
                false,
                check_no_violence,
                ways::no_violence},
      GuardKind{{"day_answers", later("on the day each party was asked apart and answered well"), {}},
                true,
                check_day_answers,
                ways::day_answers},
  };
  return kinds;
}

} // namespace mediasi::guards
