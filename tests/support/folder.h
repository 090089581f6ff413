// A folder of one test, gone when the test ends.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace mediasi {

struct Folder {
  std::filesystem::path path;

  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "mediasi-test-XXXXXX").native();
    path = mkdtemp(name.data());
  }
  Folder(const Folder &) = delete;
  Folder &operator=(const Folder &) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
};

} // namespace mediasi
