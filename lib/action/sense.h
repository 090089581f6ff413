// What one act must say to make sense, beyond its single fields: parts that need each other.
#pragma once

#include <vector>

#include "action/check.h"

namespace mediasi {

// `amended`: the entry that the act changes, or null; what has to fit together is then the entry as it will stand
void check_sense(const Draft &draft, const CheckedAct &act, const CaseFile &file, const Entry *amended,
                 std::vector<Problem> &problems);

} // namespace mediasi
