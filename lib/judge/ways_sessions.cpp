#include <algorithm>

#include "judge/events.h"
#include "judge/ladder.h"
#include "judge/sides.h"
#include "judge/ways.h"
#include "model/signing.h"

namespace mediasi::ways {

namespace {

// the paper of the minutes: issuing it fixes the text
Wanted issue_minutes() {
  return {std::string(wanted_paper), {}, {{{"freezes", "minutes"}}, {}}};
}

} // namespace

Ways mediator(const Question &q) {
  const auto named = q.guard.with.one("credential");
  const auto &wanted = named == "*" ? q.bench.standard.credential : named;
  Ways all;
  for (const auto &row : q.bench.roster.mediators)
    if ((wanted.empty() || row.credential == wanted) && valid_on(row, session_day(q)))
      all.push_back({act("mediator", {{"mediator", row.id}})});
  all.push_back(
      {{std::string(wanted_roster), {}, {{{"kind", "mediator"}, {"credential", wanted}}, {}}}}); // or a new one
  return all;
}

Ways briefed(const Question &) {
  return {{act("briefing")}};
}

Ways invited(const Question &) {
  return {{act("invitation")}};
}

Ways delivered(const Question &) {
  return {{act("delivery")}};
}

// of the invitation whose delivery nobody knows about, which may be that to an earlier session
Ways proved(const Question &q) {
  for (const auto &session : q.file.sessions) {
    std::vector<Row> all;
    for (const auto &invitation : session.invitations)
      if (unproved_invitation(q.file, invitation.person) == &invitation)
        all.push_back({{"person", invitation.person}, {"how", "hand"}, {"result", "received"}});
    if (all.empty())
      continue;
    auto wanted = rows("delivery", "delivery", std::move(all));
    wanted.says.fields["session"] = std::to_string(session.number);
    return {{std::move(wanted)}};
  }
  return {};
}

// a session broken off its rules stays so; another one is held
Ways regular(const Question &) {
  return {{act("session"), act("invitation"), act("day_questions"), act("attendance")}};
}

Ways outcome(const Question &q) {
  const auto *session = session_asked(q);
  const auto *wanted = q.guard.with.find("is");
  Ways all;
  for (const auto &value : wanted ? *wanted : std::vector<std::string>{}) {
    Way way;
    if (session && !session->outcome.empty() && session->outcome != "continued")
      continue; // it is over; what came of it is not made undone by another session
    if (session && session->outcome == "continued")
      way = {act("session"), act("attendance")};
    way.push_back(act("outcome", {{"outcome", value}}));
    all.push_back(std::move(way));
  }
  return all;
}

Ways frozen(const Question &q) {
  if (q.file.minutes.empty())
    return {{act("minutes"), issue_minutes()}};
  return {{issue_minutes()}};
}

Way missing_signatures(const CaseFile &file) {
  std::vector<Row> all;
  if (!file.minutes.empty())
    for (const auto &signer : unanswered(file.minutes.back()))
      all.push_back({{"person", signer}, {"state", "signed"}});
  return {all.empty() ? act("signature") : rows("signature", "signature", std::move(all))};
}

Ways complete(const Question &q) {
  return {missing_signatures(q.file)};
}

Ways copies(const Question &q) {
  std::vector<Row> all;
  for (const auto *party : q.file.parties())
    all.push_back({{"person", party->id}, {"how", "hand"}});
  return {{rows("copies", "copy", std::move(all))}};
}

// a beneficiary who stayed away is asked after, before anything else
Ways safety_checked(const Question &q) {
  Way way;
  for (const auto &absence : unchecked_absences(q.file))
    way.push_back(act("safety_check", {{"party", absence.party->id}, {"reached", "yes"}, {"safe", "yes"}}));
  return {way};
}

// one more visit; those that want several in a row are asked again
Ways settled(const Question &q) {
  return q.file.obligations.empty() ? Ways{{act("outcome", {{"outcome", "agreed"}})}} : Ways{{act("visit")}};
}

// in one room only with somebody who is not afraid
Ways separate(const Question &) {
  return {{act("session_move", {{"mode", "separate"}})}};
}

// the ladder ends with its last counted invitation, or at once with a refusal in writing
Ways ladder_end(const Question &q) {
  const auto *session = q.file.last_session();
  if (!session)
    return {};
  std::vector<Row> all;
  for (const auto &invitation : session->invitations)
    if (const auto *party = q.file.person(invitation.person); party && party->side == Side::respondent && all.empty())
      all.push_back({{"person", party->id}, {"how", "hand"}, {"result", "refused"}});
  return all.empty() ? Ways{} : Ways{{rows("delivery", "delivery", std::move(all))}};
}

// a role held on that day, in the roster
Ways assignee(const Question &q) {
  const auto role = std::string(value_of(q.act.facts.fields, "role"));
  return {{{std::string(wanted_roster), {}, {{{"kind", "officer"}, {"post.role", role}}, {}}}}};
}

} // namespace mediasi::ways
