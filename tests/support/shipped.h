// What lies in share/templates: the names a shipped rules file may use.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace mediasi::testing {

inline std::vector<std::string> shipped_names() {
  std::vector<std::string> names;
  for (const auto &file : std::filesystem::directory_iterator(MEDIASI_SOURCE_DIR "/share/templates"))
    names.push_back(file.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace mediasi::testing
