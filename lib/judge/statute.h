// The statutory gates: which of them an act meets. None can be switched off by a file, a role or a flag.
#pragma once

#include <string_view>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

inline constexpr std::string_view statute_file = "statute";
// the point at which a session begins; asked when attendance is recorded, when breaches are noted and never refused
inline constexpr std::string_view session_begin = "session_begin";

// Gates that bite on this act: "ACT", or "ACT:VALUE" of its deciding field (finding, outcome, kind, decision, reason).
std::vector<const Gate *> gates_for(const Bench &bench, const CaseFile &after, const Entry &act);
// What the gates say to this act by all that is known, whatever day it is given: they are judged when an act is
// recorded (spec 1). `known` is the case without the act.
std::vector<Problem> gate_refusals(const Bench &bench, const CaseFile &known, const Entry &act);
std::vector<const Gate *> gates_at(const Bench &bench, const CaseFile &after, std::string_view point);

} // namespace mediasi
