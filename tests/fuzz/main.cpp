// libFuzzer's entry. MEDIASI_FUZZ_TARGET names what is fuzzed: an environment variable, because libFuzzer starts
// itself again when it merges.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/targets.h"

namespace {

void (*chosen)(std::string_view bytes) = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***) {
  const char *name = std::getenv("MEDIASI_FUZZ_TARGET");
  const auto targets = mediasi::testing::fuzz_targets();
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const auto &target) { return name && target.name == name; });
  if (found == targets.end()) {
    for (const auto &target : targets)
      std::fprintf(stderr, "MEDIASI_FUZZ_TARGET=%s\n", std::string(target.name).c_str());
    std::exit(2);
  }
  chosen = found->run;
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  chosen({reinterpret_cast<const char *>(data), size});
  return 0;
}
