// Refusals that no file needs to write: whether it is this step's turn, and whether it belongs to a case at all. Who
// may: role_refusal() in judge.h.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

void check_order(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems);

void check_place(const Bench &bench, const Step &step, const Entry &act, std::vector<Problem> &problems);

// the office's standard by its decree, where it publishes one
std::string standard_of(const Standard &standard);

} // namespace mediasi
