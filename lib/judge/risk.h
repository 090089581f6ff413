// How dangerous it is for a party, as it counts: a high risk is lowered only by a new assessment that the case manager
// countersigned (spec 1, the screening block). Until then the high one stands, whatever was found since.
#pragma once

#include <string>
#include <string_view>

#include "judge/judge.h"

namespace mediasi {

struct StandingRisk {
  std::string level = "unknown"; // low, medium, high, very_high, unknown
  bool lowered_alone = false;    // a lower one was found since, and nobody countersigned it
};

bool is_high_risk(std::string_view level);
StandingRisk standing_risk(const Bench &bench, const CaseFile &file, std::string_view party);

} // namespace mediasi
