// The refusals that no file needs to write: who may, and whether it is this step's turn.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

void check_role(const Bench &bench, const Step &step, const Entry &act, std::vector<Problem> &problems);
void check_order(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems);

} // namespace mediasi
