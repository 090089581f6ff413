// May the clock of a deadline be stopped, started again or given more time? The page promises a maximum, so the answer
// is the rules' alone, never the officer's.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

void check_clocks(const Bench &bench, const CaseFile &file, const Entry &act, std::vector<Problem> &problems);

} // namespace mediasi
