#include "rules/minutes_text.h"

#include <algorithm>

namespace mediasi {

namespace {

bool names_signer(const Paper &paper, std::string_view signer) {
  return std::find(paper.signers.begin(), paper.signers.end(), signer) != paper.signers.end();
}

} // namespace

bool asks_hand(const Paper &paper, const Person *person, std::string_view id) {
  if (person == nullptr)
    return names_signer(paper, id);
  switch (person->side) {
  case Side::beneficiary:
  case Side::respondent:
    return names_signer(paper, "parties");
  case Side::companion:
    return names_signer(paper, "companions");
  case Side::other:
    break;
  }
  return names_signer(paper, "others") || names_signer(paper, "companions");
}

bool is_for_minutes(const Paper &paper, const Row &says, std::string_view outcome) {
  return std::all_of(paper.when.begin(), paper.when.end(), [&](const auto &condition) {
    const auto own = value_of(says, condition.first);
    const auto fact = own.empty() && condition.first == "outcome" ? outcome : own;
    return std::find(condition.second.begin(), condition.second.end(), fact) != condition.second.end();
  });
}

bool is_signed_by_sides(const Paper &paper) {
  return std::any_of(paper.signers.begin(), paper.signers.end(),
                     [](const std::string &signer) { return signer == "parties" || signer == "companions"; });
}

const Paper *text_of_minutes(const Standard &standard, const Step &step, const Row &says, std::string_view outcome) {
  const Paper *unsigned_by_sides = nullptr;
  for (const auto &kind : step.papers) {
    const auto *paper = standard.paper(kind);
    if (paper == nullptr || paper->to != "office" || paper->signers.empty() || !is_for_minutes(*paper, says, outcome))
      continue;
    if (is_signed_by_sides(*paper))
      return paper;
    unsigned_by_sides = unsigned_by_sides == nullptr ? paper : unsigned_by_sides;
  }
  return unsigned_by_sides;
}

} // namespace mediasi
