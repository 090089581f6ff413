#include "judge/sides.h"

#include <algorithm>

#include "judge/at_the_table.h"

namespace mediasi {

std::vector<const Person *> who_asked(const Question &question) {
  const auto who = question.guard.with.one("who", "both");
  // the act itself may bid somebody to the session
  auto parties = at_the_table(question.after, session_asked(question));
  if (who != "both")
    std::erase_if(parties, [&](const Person *party) {
      return party->side != (who == "beneficiary" ? Side::beneficiary : Side::respondent);
    });
  return parties;
}

bool lacks_a_side(const Question &question, const std::vector<const Person *> &parties) {
  const auto has = [&](Side side) {
    return std::any_of(parties.begin(), parties.end(), [&](const Person *party) { return party->side == side; });
  };
  if (question.guard.with.one("who", "both") != "both")
    return parties.empty();
  return !has(Side::beneficiary) || !has(Side::respondent);
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
    if (row.came)
      people.push_back(row.person);
  return people;
}

std::vector<const Person *> parties_who_came(const CaseFile &file, const Session &session) {
  auto parties = file.parties();
  const auto people = gathered(session, "attendance");
  std::erase_if(parties, [&](const Person *party) { return !people.empty() && !contains(people, party->id); });
  return parties;
}

} // namespace mediasi
