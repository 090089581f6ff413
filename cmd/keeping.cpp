#include "cmd/keeping.h"

#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "store/erasure.h"

namespace mediasi {

namespace fs = std::filesystem;

Recorder keeper(const Roster &roster, const Env &env, const Clock &clock) {
  const Officer *officer = roster.by_login(env.user);
  const std::string id = officer != nullptr ? officer->id : std::string();
  return {id, id, clock.moment(), clock.now};
}

std::string list_beside(const std::string &file) {
  return file + ".erasures";
}

void write_list(const Store &store, const std::string &beside, std::int64_t entry) {
  const fs::path path = fs::absolute(list_beside(beside));
  try {
    replace_private(path.parent_path(), path.filename().string(), erasure_list(store, erasures(store)));
  } catch (const Error &error) {
    auto problems = error.problems();
    problems.push_back({.code = Code::after_commit,
                        .message = say("entry {} is recorded, the list of erased cases is not written", entry),
                        .hint = say("'mediasi store backup FOLDER' writes it beside the backup")});
    throw Error(std::move(problems));
  }
}

void mend_list(const Store &store, const std::string &beside, std::int64_t entry) {
  constexpr std::size_t largest = 64U << 20U;
  const std::string path = list_beside(beside);
  std::error_code failed;
  if (fs::exists(fs::symlink_status(path, failed))) {
    const auto ours = split(erasure_list(store, erasures(store)), '\n');
    for (const auto &line : split(read_whole(path, largest), '\n'))
      if (std::find(ours.begin(), ours.end(), line) == ours.end())
        return;
  }
  write_list(store, beside, entry);
}

} // namespace mediasi
