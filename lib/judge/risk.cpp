#include "judge/risk.h"

#include "rules/duties.h"

namespace mediasi {

namespace {

bool countersigned(const Bench &bench, const Assessment &assessment) {
  const auto *officer = bench.roster.officer(value_of(assessment.clear, "countersigned_by"));
  return officer && holds(*officer, role_of_duty(bench.standard, "mk"), assessment.on.day);
}

} // namespace

bool is_high_risk(std::string_view level) {
  return level == "high" || level == "very_high";
}

StandingRisk standing_risk(const Bench &bench, const CaseFile &file, std::string_view party) {
  StandingRisk standing;
  for (const auto &assessment : file.assessments) {
    if (assessment.party != party)
      continue;
    const auto found = value_of(assessment.clear, "risk");
    standing.lowered_alone = is_high_risk(standing.level) && !is_high_risk(found) && !countersigned(bench, assessment);
    if (!standing.lowered_alone)
      standing.level = found.empty() ? "unknown" : std::string(found);
  }
  return standing;
}

} // namespace mediasi
