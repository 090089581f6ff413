#include "judge/ladder.h"

#include <algorithm>

#include "judge/events.h"

namespace mediasi {

namespace {

bool stayed_away(const Session &session, std::string_view person) {
  return std::any_of(session.attendance.begin(), session.attendance.end(),
                     [&](const Attendance &row) { return row.person == person && row.status == "absent"; });
}

bool excused(const Session &session, std::string_view person) {
  return std::any_of(session.invitations.begin(), session.invitations.end(),
                     [&](const Invitation &row) { return row.person == person && row.excused; });
}

bool found_safe_since(const CaseFile &file, std::string_view party, const Moment &day) {
  return std::any_of(file.safety_checks.begin(), file.safety_checks.end(), [&](const SafetyCheck &check) {
    return check.party == party && check.safe == Tri::yes && !earlier(check.on, day);
  });
}

} // namespace

bool had_its_day(const Session &session) {
  return session.state != "moved" && session.state != "cancelled" &&
         (!session.attendance.empty() || !session.outcome.empty());
}

int counted_invitations(const CaseFile &file, std::string_view person) {
  int counted = 0;
  for (const auto &session : file.sessions)
    if (had_its_day(session) && stayed_away(session, person))
      counted += static_cast<int>(
          std::count_if(session.invitations.begin(), session.invitations.end(),
                        [&](const Invitation &row) { return row.person == person && row.delivered && !row.excused; }));
  return counted;
}

const Invitation *unproved_invitation(const CaseFile &file, std::string_view person) {
  for (const auto &session : file.sessions)
    for (const auto &invitation : session.invitations)
      if (had_its_day(session) && stayed_away(session, person) && invitation.person == person &&
          !invitation.delivered && !invitation.came_late)
        return &invitation;
  return nullptr;
}

std::optional<Moment> ladder_ended(const CaseFile &file, int most) {
  const auto session = std::find_if(file.sessions.rbegin(), file.sessions.rend(), had_its_day);
  if (session == file.sessions.rend() || session->outcome != "not_held")
    return std::nullopt;
  for (const auto *party : file.parties()) {
    const bool refused = std::any_of(session->invitations.begin(), session->invitations.end(),
                                     [&](const Invitation &row) { return row.person == party->id && row.refused; });
    if (refused || counted_invitations(file, party->id) >= most)
      return session->outcome_on;
  }
  return std::nullopt;
}

std::vector<Absence> unchecked_absences(const CaseFile &file) {
  std::vector<Absence> open;
  for (const auto &session : file.sessions)
    for (const auto *party : file.side(Side::beneficiary))
      if (had_its_day(session) && stayed_away(session, party->id) && !excused(session, party->id) &&
          !found_safe_since(file, party->id, session.at))
        open.push_back({party, &session});
  return open;
}

} // namespace mediasi
