// What one act must say to make sense, beyond its single fields: parts that need each other.
#pragma once

#include <vector>

#include "action/check.h"

namespace mediasi {

void check_sense(const Draft &draft, const CheckedAct &act, const CaseFile &file, std::vector<Problem> &problems);

} // namespace mediasi
