#include "judge/sides.h"

#include <algorithm>

namespace mediasi {

std::vector<const Person *> who_asked(const Question &question, const CaseFile &file) {
  const auto who = question.guard.with.one("who", "both");
  if (who == "beneficiary")
    return file.side(Side::beneficiary);
  if (who == "respondent")
    return file.side(Side::respondent);
  return file.parties();
}

Date session_day(const Question &question) {
  const auto *session = session_asked(question);
  return session ? session->at.day : question.act.on.day;
}

bool contains(const std::vector<std::string> &list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::vector<std::string> gathered(const Session &session, std::string_view at) {
  std::vector<std::string> people;
  if (at == "invitation") {
    for (const auto &invitation : session.invitations)
      people.push_back(invitation.person);
    return people;
  }
  for (const auto &row : session.attendance)
    if (row.status == "present" || row.status == "left_early" || row.status == "represented")
      people.push_back(row.person);
  return people;
}

} // namespace mediasi
