// What a file leaves out of what the program and the law ask for: nothing in it is wrong by itself, and yet a case
// under it comes to a stop.
#pragma once

#include <vector>

#include "rules/load.h"

namespace mediasi {

// Duties that no role has, and acts without which a statutory gate refuses a step of the file, or that come only after
// it; reasons that a command asks for and the file does not have. Warnings.
std::vector<Problem> gaps_of(const Standard &standard, const std::vector<Gate> &gates);

// Guards that ask for a deadline of the other kind: faults of a file that comes in. One that a store already runs on is
// taken as it is.
std::vector<Problem> misused_deadlines(const Standard &standard);

} // namespace mediasi
