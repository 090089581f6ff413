// Invitations that count, the safety check after the beneficiary stayed away, separate rooms, who signs a change, who
// may take over, and what of an old act may be accepted.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "judge/at_the_table.h"
#include "judge/guard_kind.h"
#include "judge/ladder.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::guards {

namespace {

// the parties this act invites
std::vector<const Person *> invited_parties(const Question &q) {
  std::vector<const Person *> invited;
  for (const auto &row : rows_of(q.act.facts, "invitee"))
    for (const auto *party : q.file.parties())
      if (party->id == value_of(row, "person"))
        invited.push_back(party);
  return invited;
}

Seen check_limit(const Question &q) {
  for (const auto *party : invited_parties(q))
    if (const int counted = counted_invitations(q.file, party->id); counted >= q.bench.standard.invitations)
      return fails("invitations of " + party->id, std::to_string(counted));
  return fine();
}

Seen check_proved(const Question &q) {
  for (const auto *party : invited_parties(q))
    if (const auto *invitation = unproved_invitation(q.file, party->id))
      return fails("delivery of invitation " + std::to_string(invitation->number) + " to " + party->id, "no proof");
  return fine();
}

Seen check_safety(const Question &q) {
  for (const auto &absence : unchecked_absences(q.file)) {
    const auto fact = "safety of " + absence.party->id + " since " + text_of(absence.session->at.day);
    const auto found = std::find_if(q.file.safety_checks.rbegin(), q.file.safety_checks.rend(),
                                    [&](const SafetyCheck &check) { return check.party == absence.party->id; });
    if (found != q.file.safety_checks.rend() && found->safe == Tri::no)
      return fails(fact, "no");
    return unknown(fact);
  }
  return fine();
}

Seen check_ended(const Question &q) {
  if (ladder_ended(q.file, q.bench.standard.invitations))
    return fine();
  int most = 0;
  for (const auto *party : q.file.parties())
    most = std::max(most, counted_invitations(q.file, party->id));
  return fails("counted invitations", std::to_string(most) + " of " + std::to_string(q.bench.standard.invitations));
}

// Afraid in the same room, with separate arrangements made: then the session is held so.
Seen check_separate(const Question &q) {
  const auto *session = session_asked(q);
  if (!session || session->mode != "joint")
    return fine();
  for (const auto *party : at_the_table(q.after, session))
    if (const auto *assessment = q.after.latest_assessment(party->id))
      if (tri_of(assessment->clear, "afraid") == Tri::yes)
        return fails("mode of session " + std::to_string(session->number), "joint, afraid of " + party->id + " = yes");
  return fine();
}

Seen check_signed(const Question &q) {
  const auto signers = values_of(q.act.facts.fields, "signed_by");
  const auto *session = q.file.last_session();
  if (!session)
    return fails("session", "none");
  for (const auto *party : parties_who_came(q.file, *session))
    if (!contains(signers, party->id))
      return fails("signature of " + party->id, "none");
  return fine();
}

Seen check_assignee(const Question &q) {
  const auto &row = q.act.facts.fields;
  const auto *officer = q.bench.roster.officer(value_of(row, "officer"));
  const auto role = value_of(row, "role");
  if (officer && holds(*officer, role, q.act.on.day))
    return fine();
  return fails("role of " + std::string(value_of(row, "officer")), "not " + std::string(role) + " on that day");
}

// an act as found, whose breaches are none of the law
Seen check_acceptable(const Question &q) {
  const auto about = parse_integer(value_of(q.act.facts.fields, "entry"));
  const auto found = std::find_if(q.after.story.begin(), q.after.story.end(),
                                  [&](const Happened &done) { return about == done.entry; });
  const auto fact = "entry " + std::string(value_of(q.act.facts.fields, "entry"));
  if (found == q.after.story.end() || !found->as_found || found->breaches.empty())
    return fails(fact, "not found in breach");
  for (const auto &rule : found->breaches)
    if (rule.starts_with("statute."))
      return fails(fact, rule);
  return fine();
}

} // namespace

std::span<const GuardKind> ladder() {
  static const std::array kinds{
      GuardKind{
          {"invitations_left", later("nobody is invited more often than the file's number of counted invitations"), {}},
          true,
          check_limit},
      GuardKind{{"earlier_invitations_proved", later("there is proof of delivery of every earlier invitation"), {}},
                true,
                check_proved,
                ways::proved},
      GuardKind{{"safety_checked", later("a beneficiary who stayed away was found safe"), {}},
                false,
                check_safety,
                ways::safety_checked},
      GuardKind{
          {"invitations_exhausted", later("the counted invitations are used up, or a party refused in writing"), {}},
          false,
          check_ended,
          ways::ladder_end},
      GuardKind{{"separate_when_afraid", later("a session with somebody who is afraid is not held in one room"), {}},
                true,
                check_separate,
                ways::separate},
      GuardKind{{"signed_by_parties", later("every party signed"), {}}, true, check_signed},
      GuardKind{{"assignee_holds_role", later("who takes over holds the role on that day"), {}},
                true,
                check_assignee,
                ways::assignee},
      GuardKind{{"breach_acceptable", later("the old act broke office rules alone, none of the law"), {}},
                true,
                check_acceptable},
  };
  return kinds;
}

} // namespace mediasi::guards
