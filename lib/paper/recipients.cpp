#include "paper/paper.h"

#include <algorithm>

namespace mediasi {

namespace {

std::vector<std::string> ids_of(const std::vector<const Person *> &persons) {
  std::vector<std::string> ids;
  for (const auto *person : persons)
    ids.push_back(person->id);
  return ids;
}

std::vector<std::string> invited(const CaseFile &file, int number) {
  const Session *session = number == 0 ? file.last_session() : file.session(number);
  std::vector<std::string> ids;
  if (session == nullptr)
    return ids;
  for (const auto &invitation : session->invitations)
    if (std::find(ids.begin(), ids.end(), invitation.person) == ids.end())
      ids.push_back(invitation.person);
  return ids;
}

std::vector<std::string> with_copies(const CaseFile &file, int number) {
  std::vector<std::string> ids;
  for (const auto &minutes : file.minutes)
    for (const auto &copy : minutes.copies) {
      const bool again = std::find(ids.begin(), ids.end(), copy.person) != ids.end();
      if ((number == 0 || minutes.session == number) && !again && value_of(copy.clear, "result") != "refused")
        ids.push_back(copy.person);
    }
  return ids;
}

} // namespace

std::vector<std::string> recipients(const Standard &standard, const CaseFile &file, const Paper &paper, int session) {
  if (paper.to == "office")
    return {""};
  if (paper.to == "beneficiary")
    return ids_of(file.side(Side::beneficiary));
  if (paper.to == "respondent")
    return ids_of(file.side(Side::respondent));
  if (paper.to == "party")
    return ids_of(file.parties());
  if (paper.to == "invitee")
    return invited(file, session);
  if (paper.to == "receiver")
    return with_copies(file, session);
  if (paper.to == "mediator" || paper.to == "institution")
    return {paper.to};
  const Role *role = standard.role(paper.to);
  return role == nullptr ? std::vector<std::string>{} : std::vector<std::string>{role->id};
}

} // namespace mediasi
