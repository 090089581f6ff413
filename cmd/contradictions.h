// Whether two records that an officer says are one human being can be: neither they nor any record that is one with
// either of them may contradict each other, and nobody is both sides of a matter.
#pragma once

#include <vector>

#include "cmd/touched_cases.h"

namespace mediasi {

struct Contradicting {
  std::vector<Problem> problems, warnings; // a warning where the key is not at hand to compare what is sealed
};

Contradicting contradictions_between(const Store &store, TouchedCases &cases, const Record &mine, const Record &theirs);

} // namespace mediasi
