#include "judge/judge.h"

#include <array>

#include "judge/events.h"
#include "judge/fitness_facts.h"
#include "judge/guard_kind.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 7> conditions{"child_beneficiary", "child_party",  "special_needs", "spouse",
                                                     "representative",    "organisation", "police_report"};

std::span<const GuardShape> shapes() {
  static const auto list = [] {
    std::vector<GuardShape> all;
    for (const auto &kind : guard_kinds())
      all.push_back(kind.shape);
    return all;
  }();
  return list;
}

} // namespace

Known known_names(std::vector<std::string> templates) {
  return {std::move(templates), act_kinds(), shapes(), fact_domains(), event_names(), conditions};
}

} // namespace mediasi
