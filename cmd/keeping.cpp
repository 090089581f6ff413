#include "cmd/keeping.h"

#include <filesystem>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
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

} // namespace mediasi
