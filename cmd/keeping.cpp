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

namespace {

// What fails here, a page that cannot be read too, fails behind the entry.
template <typename Work> void behind(std::int64_t entry, Work &&work) {
  try {
    work();
  } catch (const Error &error) {
    auto problems = error.problems();
    problems.push_back({.code = Code::after_commit,
                        .message = say("entry {} is recorded, the list of erased cases is not written", entry),
                        .hint = say("'mediasi store backup FOLDER' writes it beside the backup")});
    throw Error(std::move(problems));
  }
}

void put_list(const std::string &list, const fs::path &path) {
  replace_private(path.parent_path(), path.filename().string(), list);
}

// A list that knows more than this journal is a newer store's, and stays.
bool knows_more(const fs::path &path, const std::string &list) {
  constexpr std::size_t largest = 64U << 20U;
  std::error_code failed;
  if (!fs::exists(fs::symlink_status(path, failed)))
    return false;
  const auto ours = split(list, '\n');
  const auto theirs = split(read_whole(path.string(), largest), '\n');
  return std::any_of(theirs.begin(), theirs.end(),
                     [&](const std::string &line) { return std::find(ours.begin(), ours.end(), line) == ours.end(); });
}

} // namespace

void write_list(const Store &store, const std::string &beside, std::int64_t entry) {
  behind(entry, [&] { put_list(erasure_list(store, erasures(store)), fs::absolute(list_beside(beside))); });
}

void mend_list(const std::string &list, const std::string &beside, std::int64_t entry) {
  behind(entry, [&] {
    const fs::path path = fs::absolute(list_beside(beside));
    if (!knows_more(path, list))
      put_list(list, path);
  });
}

} // namespace mediasi
