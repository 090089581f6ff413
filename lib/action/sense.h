// What one act must say to make sense, beyond its single fields: parts that need each other.
#pragma once

#include <vector>

#include "action/check.h"

namespace mediasi {

// `amended`: the entry that the act changes, or null; what has to fit together is then the entry as it will stand
// What is taken down all the same, and worth a look, goes to the act's warnings.
void check_sense(const Draft &draft, CheckedAct &act, const CaseFile &file, const Entry *amended,
                 std::vector<Problem> &problems);

// What is held or valid from a day is so until no earlier one.
void check_spans(const Draft &draft, const Facts &facts, std::vector<Problem> &problems);

} // namespace mediasi
