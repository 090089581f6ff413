#include "cmd/region_files.h"

#include <filesystem>
#include <memory>
#include <optional>

#include "base/file.h"

namespace mediasi {

namespace {

constexpr std::size_t largest_regions = 2U << 20U;

} // namespace

RegionSource region_source(const Env &env) {
  const auto read = std::make_shared<std::optional<Regions>>();
  const auto folder = std::filesystem::path(env.share.value) / "regions";
  return [read, folder]() -> const Regions & {
    const auto file = [&](const char *name) { return read_whole((folder / name).native(), largest_regions); };
    if (!*read)
      read->emplace(file("provinces.csv"), file("regencies.csv"), file("districts.csv"));
    return **read;
  };
}

} // namespace mediasi
