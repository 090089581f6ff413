// What the fuzzer found once, and what it starts from, is tried in every run: tests/fuzz/corpus/TARGET.
#include <filesystem>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "base/file.h"
#include "fuzz/targets.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace fs = std::filesystem;

TEST_CASE("Every input kept for the fuzzer is read without a fault") {
  const fs::path corpus = MEDIASI_SOURCE_DIR "/tests/fuzz/corpus";
  std::set<std::string> folders;
  for (const auto &folder : fs::directory_iterator(corpus))
    folders.insert(folder.path().filename().string());
  for (const auto &target : fuzz_targets()) {
    const std::string name(target.name);
    CAPTURE(name);
    REQUIRE(folders.erase(name) == 1);
    std::size_t tried = 0;
    for (const auto &input : fs::directory_iterator(corpus / name)) {
      CAPTURE(input.path().filename().string());
      target.run(read_whole(input.path().string(), std::size_t{1} << 20U));
      ++tried;
    }
    CHECK(tried > 0);
  }
  CHECK(folders.empty()); // a corpus without its target would be tried by nobody
}
