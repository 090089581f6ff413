#include "fuzz/targets.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace mediasi::testing {

std::span<const FuzzTarget> fuzz_targets() {
  static constexpr std::array targets{
      FuzzTarget{"form", fuzz_form}, FuzzTarget{"rules", fuzz_rules}, FuzzTarget{"entries", fuzz_entries},
      FuzzTarget{"rows", fuzz_rows}, FuzzTarget{"find", fuzz_find},
  };
  return targets;
}

void must(bool holds, const char *promise) {
  if (holds)
    return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

} // namespace mediasi::testing
