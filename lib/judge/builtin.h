// A refusal that no file needs to write: whether it is this step's turn. Who may: role_refusal() in judge.h.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

void check_order(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems);

} // namespace mediasi
