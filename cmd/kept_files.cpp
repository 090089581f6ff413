#include "cmd/kept_files.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"

namespace mediasi {

namespace fs = std::filesystem;

namespace {

Error not_looked_at(const std::string &path, const std::error_code &failed) {
  return Error({Code::file_unreadable, say("'{}' cannot be looked at: {}", path, why_not(failed.value())),
                say("name another place, or look at the permissions of its folders")});
}

fs::path place_of(const std::string &path) {
  std::error_code failed;
  const fs::path place = fs::weakly_canonical(fs::absolute(path, failed), failed);
  if (failed) // two that cannot be looked at are not the same for that
    throw not_looked_at(path, failed);
  return place;
}

// What cannot be made again is known by how it begins, wherever it lies: keys, recovery papers, stores and backups,
// checkpoints and lists of erased cases.
bool is_of_a_store(const std::string &path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::none)
    throw not_looked_at(path, failed);
  if (!fs::is_regular_file(status))
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

bool same_file(const std::string &one, const std::string &other) {
  std::error_code failed;
  return (fs::equivalent(one, other, failed) && !failed) || place_of(one) == place_of(other);
}

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
