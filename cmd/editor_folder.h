// The folder a form lies in while somebody edits it: on tmpfs, 0700, of a random name, wiped with the object. What a
// killed session left behind is wiped by the next one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mediasi {

class EditorFolder {
public:
  EditorFolder(); // Error(no_memory_disk)
  EditorFolder(const EditorFolder &) = delete;
  EditorFolder &operator=(const EditorFolder &) = delete;
  ~EditorFolder();

  const std::filesystem::path &path() const { return path_; }
  // Error(file_unwritable)
  std::filesystem::path put(std::string_view name, std::string_view text) const;

private:
  std::filesystem::path path_;
};

} // namespace mediasi
