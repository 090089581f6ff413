#include "model/signing.h"

#include <algorithm>
#include <array>

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 5> guardian_order{"parent", "guardian", "relative", "officer", "social_worker"};

std::size_t guardian_rank(const Person &companion) {
  for (std::size_t rank = 0; rank < guardian_order.size(); ++rank)
    if (std::find(companion.kinds.begin(), companion.kinds.end(), guardian_order[rank]) != companion.kinds.end())
      return rank;
  return guardian_order.size();
}

} // namespace

std::vector<const Person *> guardians_of(const CaseFile &file, const Person &child) {
  auto companions = file.companions_of(child.id);
  std::erase_if(companions, [](const Person *companion) {
    return companion->alleged_offender == Tri::yes || guardian_rank(*companion) == guardian_order.size();
  });
  std::stable_sort(companions.begin(), companions.end(),
                   [](const Person *one, const Person *other) { return guardian_rank(*one) < guardian_rank(*other); });
  return companions;
}

bool stayed(const Session &session, std::string_view person) {
  return std::any_of(session.attendance.begin(), session.attendance.end(), [&](const Attendance &row) {
    return row.person == person && row.came && row.status != "left_early";
  });
}

std::vector<const Person *> who_sign_for(const CaseFile &file, const Session &session, const Person &party) {
  const bool is_party = party.side == Side::beneficiary || party.side == Side::respondent;
  if (!is_party || !child_on(party, session.at.day))
    return {};
  auto guardians = guardians_of(file, party);
  std::erase_if(guardians, [&](const Person *guardian) { return !stayed(session, guardian->id); });
  return guardians;
}

std::vector<std::string> unanswered(const Minutes &minutes) {
  auto waiting = minutes.signers;
  std::erase_if(waiting, [&](const std::string &signer) {
    const auto &children = minutes.signed_for;
    return std::find(children.begin(), children.end(), signer) != children.end() ||
           std::any_of(minutes.signatures.begin(), minutes.signatures.end(),
                       [&](const Signature &given) { return given.signer == signer; });
  });
  return waiting;
}

} // namespace mediasi
