#include "judge/at_the_table.h"

#include <algorithm>

namespace mediasi {

namespace {

bool stands_in(const Matter &matter, const Person &party) {
  return matter.beneficiary == party.id || matter.respondent == party.id;
}

bool any_to_be_mediated(const CaseFile &file) {
  return std::any_of(file.matters.begin(), file.matters.end(), [](const Matter &matter) { return matter.mediate; });
}

bool is_bidden(const Session &session, const Person &party) {
  const auto is_party = [&](const auto &row) { return row.person == party.id; };
  const auto came = [&](const auto &row) {
    return row.person == party.id && row.status != "absent" && row.status != "excused";
  };
  return std::any_of(session.invitations.begin(), session.invitations.end(), is_party) ||
         std::any_of(session.attendance.begin(), session.attendance.end(), came);
}

bool stands_apart(const CaseFile &file, const Person &party, const Session *session) {
  bool named = false;
  for (const auto &matter : file.matters) {
    if (!stands_in(matter, party))
      continue;
    if (matter.mediate)
      return false;
    named = true;
  }
  return named && any_to_be_mediated(file) && !(session && is_bidden(*session, party));
}

} // namespace

std::vector<const Person *> at_the_table(const CaseFile &file, const Session *session) {
  auto parties = file.parties();
  std::erase_if(parties, [&](const Person *party) { return stands_apart(file, *party, session); });
  return parties;
}

std::vector<const Person *> at_the_table(const CaseFile &file) {
  return at_the_table(file, file.last_session());
}

} // namespace mediasi
