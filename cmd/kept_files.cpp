#include "cmd/kept_files.h"

#include <array>
#include <filesystem>
#include <fstream>

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

namespace {

// What cannot be made again is known by how it begins, wherever it lies: keys, recovery papers, stores and backups,
// checkpoints and lists of erased cases.
bool is_of_a_store(const std::string &path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed))
    return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, 24> head{};
  file.read(head.data(), head.size());
  const std::string_view begin(head.data(), static_cast<std::size_t>(file.gcount()));
  for (const std::string_view kind :
       {"mediasi-key-", "mediasi-recovery-", "mediasi-checkpoint-", "mediasi-erasures-", "SQLite format 3"})
    if (begin.starts_with(kind))
      return true;
  return false;
}

} // namespace

std::string why_kept(const Env &env, const std::string &path) {
  for (const auto &kept : {env.store.value, env.key.value})
    if (!kept.empty() && same_file(path, kept))
      return tr("is the store or the key");
  for (const char *beside : {"-journal", "-wal", "-shm", ".erasures"}) // SQLite's, and the list of erased cases
    if (!env.store.value.empty() && same_file(path, env.store.value + beside))
      return tr("belongs to the store");
  if (is_of_a_store(path))
    return tr("holds a key, a store or what proves one");
  return {};
}

} // namespace mediasi
