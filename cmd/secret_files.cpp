#include "cmd/secret_files.h"

#include <filesystem>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"

namespace mediasi {

namespace fs = std::filesystem;

void check_not_there(const std::string &path, std::string_view what) {
  std::error_code failed;
  if (fs::exists(fs::symlink_status(path, failed)))
    throw Error({Code::store_exists, say("the {} '{}' exists already", what, path),
                 say("name another file, or move this one away")});
}

void check_key_place(const std::string &store, const std::string &key, std::string_view option) {
  const auto folder = [](const std::string &path) { return fs::weakly_canonical(fs::absolute(path)).parent_path(); };
  if (folder(store) == folder(key))
    throw Error({Code::option_value, say("the key must not lie in the store's own folder"),
                 say("name another folder: {} FILE; whoever copies the one must not have the other", option)});
}

SecretFiles::~SecretFiles() {
  std::error_code failed;
  for (const auto &path : written_)
    fs::remove(path, failed);
}

void SecretFiles::write(const std::string &path, std::string_view text) {
  const auto full = fs::absolute(path);
  create_private(full.parent_path(), full.filename().string(), text);
  written_.push_back(path);
}

} // namespace mediasi
