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
// What was agreed is agreed under the gates of a session still: what became known since it began counts too (a consent
// withdrawn, new violence, another assessment). What the session broke already is said by its own gate.
void check_still_regular(const Bench &bench, const CaseFile &file, const Entry &outcome, const CaseFile &after,
                         std::vector<Problem> &problems);
// the session had been cancelled, by what did so by itself, and was held nevertheless
inline constexpr std::string_view held_though_cancelled = "builtin.session_over";
std::vector<const Gate *> gates_at(const Bench &bench, const CaseFile &after, std::string_view point);

} // namespace mediasi
