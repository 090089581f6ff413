// random_walk SEED ACTS: walks, tells how often each act kind was accepted, and fails on a fault or a kind never
// reached.
#include <cstdlib>

#include <fmt/core.h>

#include "acts/acts.h"
#include "support/random_walk.h"

int main(int count, char **words) {
  if (count != 3)
    return 2;
  const auto walked = mediasi::testing::random_walk(std::strtoull(words[1], nullptr, 10), std::atol(words[2]));
  fmt::print("{} acts tried, {} accepted ({} late), {} amended, {} voided, {} cases\n", walked.tried, walked.accepted,
             walked.late, walked.amended, walked.voided, walked.cases);
  bool whole = walked.faults.empty();
  for (const auto &kind : mediasi::act_kinds()) {
    if (mediasi::of_house(kind.id) || kind.id == "identify")
      continue; // of the house; of several cases at once
    const auto found = walked.by_kind.find(std::string(kind.id));
    const long times = found == walked.by_kind.end() ? 0 : found->second;
    fmt::print("{:>8} {}\n", times, kind.id);
    whole = whole && times > 0;
  }
  for (const auto &fault : walked.faults)
    fmt::print("{}\n", fault);
  return whole ? 0 : 1;
}
