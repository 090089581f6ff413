#include "rules/minutes_text.h"

#include <algorithm>

namespace mediasi {

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
