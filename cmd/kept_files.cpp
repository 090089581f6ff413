#include "cmd/kept_files.h"

#include <filesystem>

#include "base/language.h"

namespace mediasi {

namespace fs = std::filesystem;

bool same_file(const std::string &one, const std::string &other) {
  std::error_code failed;
  if (fs::equivalent(one, other, failed) && !failed)
    return true;
  const auto whole = [&](const std::string &path) { return fs::weakly_canonical(fs::absolute(path, failed), failed); };
  return whole(one) == whole(other);
}

std::string why_kept(const Env &env, const std::string &path) {
  for (const auto &kept : {env.store.value, env.key.value})
    if (!kept.empty() && same_file(path, kept))
      return tr("is the store or the key");
  for (const char *beside : {"-journal", "-wal", "-shm", ".erasures"}) // SQLite's, and the list of erased cases
    if (!env.store.value.empty() && same_file(path, env.store.value + beside))
      return tr("belongs to the store");
  return {};
}

} // namespace mediasi
