// A walk of random acts, legal and not, over several cases, through the same plan_acts the commands use. After every
// accepted act it asks what must hold of any case whatever was done to it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mediasi::testing {

struct WalkResult {
  long tried = 0, accepted = 0, amended = 0, voided = 0, late = 0, cases = 0;
  std::map<std::string, long> by_kind; // accepted acts; papers issued among them
  std::vector<std::string> faults;     // each names the act and the seed; the walk ends with the first
};

WalkResult random_walk(std::uint64_t seed, long acts);

} // namespace mediasi::testing
