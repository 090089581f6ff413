// The agreement: forbidden clauses (gate 3), minutes frozen and signed, copies, and obligations carried out (S7, S10).
#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/sides.h"
#include "judge/ways.h"
#include "model/signing.h"

namespace mediasi::guards {

namespace {

Seen check_clauses(const Question &q) {
  const auto *forbidden = q.guard.with.find("kinds");
  for (const auto &obligation : q.after.obligations)
    if (forbidden && contains(*forbidden, obligation.kind))
      return fails("obligation " + std::to_string(obligation.number), obligation.kind);
  return fine();
}

// Each offence on file is asked about apart; without one there is nothing to waive.
Seen check_waivers(const Question &q) {
  const auto *session = session_asked(q);
  if (!session || q.after.obligations.empty())
    return fine();
  for (const auto &matter : q.after.matters) {
    if (lists::matter_class(matter.kind) == lists::MatterClass::civil)
      continue;
    const auto number = std::to_string(matter.number);
    const auto row = std::find_if(session->waivers.rbegin(), session->waivers.rend(),
                                  [&](const Row &waiver) { return value_of(waiver, "matter") == number; });
    if (row == session->waivers.rend())
      return unknown("waiver of matter " + number);
    for (const auto field : {"marries", "silence", "no_report"}) {
      const auto answer = value_of(*row, field);
      if (answer == "no" || answer == "not_applicable")
        continue;
      const auto fact = std::string(field) + " of matter " + number;
      return answer == "yes" ? fails(fact, "yes") : unknown(fact);
    }
  }
  return fine();
}

const Minutes *minutes_asked(const Question &q) {
  const auto *session = session_asked(q);
  if (!session)
    return nullptr;
  const auto found = std::find_if(q.file.minutes.begin(), q.file.minutes.end(),
                                  [&](const Minutes &minutes) { return minutes.session == session->number; });
  return found == q.file.minutes.end() ? nullptr : &*found;
}

Seen check_frozen(const Question &q) {
  const auto *minutes = minutes_asked(q);
  if (!minutes)
    return fails("the minutes", "none");
  return minutes->frozen.empty() ? fails("the minutes", "not issued") : fine();
}

Seen check_complete(const Question &q) {
  const auto *minutes = minutes_asked(q);
  if (!minutes)
    return fails("the minutes", "none");
  const auto waiting = unanswered(*minutes);
  return waiting.empty() ? fine() : fails("signature of " + waiting.front(), "none");
}

Seen check_copies(const Question &q) {
  const auto *minutes = minutes_asked(q);
  const auto *session = session_asked(q);
  if (!minutes || !session)
    return fails("the minutes", "none");
  for (const auto *party : parties_who_came(q.file, *session)) {
    const bool handed = std::any_of(minutes->copies.begin(), minutes->copies.end(), [&](const Copy &copy) {
      return copy.person == party->id && copy.version == minutes->frozen;
    });
    if (!handed)
      return fails("copy for " + party->id, "none");
  }
  return fine();
}

bool fulfilled(std::string_view state) {
  return state == "kept" || state == "late";
}

// Once: kept, kept late or waived at the last look. Recurring and standing: the file's number of consecutive fulfilled
// visits, the latest ones (spec 1, S10).
Seen check_one_obligation(const Obligation &obligation, int visits) {
  const auto fact = "obligation " + std::to_string(obligation.number);
  const auto &history = obligation.history;
  if (!binds(obligation))
    return fine(); // what replaced it counts
  if (history.empty())
    return fails(fact, "never visited");
  if (history.back().state == "waived")
    return fine();
  if (obligation.recurrence == "once")
    return fulfilled(history.back().state) ? fine() : fails(fact, history.back().state);
  const auto in_a_row =
      std::find_if(history.rbegin(), history.rend(), [](const Fulfilment &f) { return !fulfilled(f.state); }) -
      history.rbegin();
  return in_a_row >= visits ? fine()
                            : fails(fact, std::to_string(in_a_row) + " of " + std::to_string(visits) + " visits");
}

Seen check_settled(const Question &q) {
  if (std::none_of(q.file.obligations.begin(), q.file.obligations.end(), binds))
    return fails("obligations", "none");
  for (const auto &obligation : q.file.obligations)
    if (auto seen = check_one_obligation(obligation, q.bench.standard.fulfilled_visits); !seen.passed)
      return seen;
  const auto *session = q.file.last_session();
  if (session && !q.file.violence.empty() && !earlier(q.file.violence.back(), session->at))
    return fails("new violence", text_of(q.file.violence.back()));
  return fine();
}

} // namespace

std::span<const GuardKind> agreements() {
  using T = ParameterType;
  static const std::array kinds_of{ParameterSpec{"kinds", T::texts, true, {}}};
  static const std::array kinds{
      GuardKind{{"clause_not", later("no obligation is of these kinds"), kinds_of},
                true,
                check_clauses,
                nullptr,
                check_clauses},
      GuardKind{{"waiver_not_yes", later("no offence on file is waived, and each was asked about"), {}},
                true,
                check_waivers,
                nullptr,
                check_waivers},
      GuardKind{{"minutes_frozen", later("the minutes were issued, so their text is fixed"), {}},
                false,
                check_frozen,
                ways::frozen},
      GuardKind{
          {"minutes_complete", later("every signer has signed or refused"), {}}, false, check_complete, ways::complete},
      GuardKind{
          {"copies_to_parties", later("every party has a copy of the minutes"), {}}, false, check_copies, ways::copies},
      GuardKind{{"obligations_settled", later("the obligations are carried out, read from the visits"), {}},
                false,
                check_settled,
                ways::settled},
  };
  return kinds;
}

} // namespace mediasi::guards
