#include "store/draft.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <new>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/language.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t id_letters = 32;

std::string draft_name(const std::string &place, const std::string &id) {
  return "." + fs::path(place).filename().string() + ".new-" + id;
}

// the journal first: alone, the file is no store; a journal alone could be played into another file of the name
void remove_both(const std::string &path) {
  unlink((path + "-journal").c_str());
  unlink(path.c_str());
}

// a file of one name whose lock nobody holds
bool is_left(const std::string &path) {
  const Descriptor file(open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  return file && fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_nlink == 1 &&
         flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

bool is_id(std::string_view text) {
  return text.size() == id_letters &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

Error no_store_made(const std::string &place, int reason) {
  return Error({.code = Code::file_unwritable,
                .message = say("cannot make the store '{}': {}", place, why_not(reason)),
                .hint = say("name another place with --store FILE")});
}

void refuse_existing(const std::string &place) {
  for (const char *end : {"", "-journal", "-wal", "-shm"}) {
    struct stat found {};
    if (lstat((place + end).c_str(), &found) == 0) {
      throw Error({.code = Code::store_exists,
                   .message = say("'{}' exists already", place + end),
                   .hint = say("name another place with --store FILE; a store is never overwritten")});
    }
  }
}

StoreDraft::StoreDraft(const std::string &place, const std::string &id)
    : place_(place), path_((fs::path(place).parent_path() / draft_name(place, id)).string()),
      held_(open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)) {
  if (!held_) {
    throw no_store_made(place, errno);
  }
  (void)flock(held_.number(), LOCK_EX | LOCK_NB); // where there are no locks, nobody else gets it either
}

StoreDraft::~StoreDraft() {
  if (placed_) {
    unlink(place_.c_str());
  }
  try {
    remove_both(path_);
  } catch (const std::bad_alloc &) { // it stays, and the next init takes it away
  }
}

void StoreDraft::put_in_place() {
  if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place_.c_str(), RENAME_NOREPLACE) != 0 &&
      !(errno == EINVAL && link(path_.c_str(), place_.c_str()) == 0)) {
    const int reason = errno;
    refuse_existing(place_);
    throw no_store_made(place_, reason);
  }
  placed_ = true;
  const std::string folder = fs::path(place_).parent_path().string();
  const Descriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened || fsync(opened.number()) != 0) {
    throw no_store_made(place_, errno);
  }
}

std::vector<LeftDraft> left_drafts(const std::string &place) {
  const fs::path folder = fs::path(place).has_parent_path() ? fs::path(place).parent_path() : fs::path(".");
  const std::string start = draft_name(place, "");
  std::vector<LeftDraft> all;
  std::error_code failed;
  for (const auto &item : fs::directory_iterator(folder, failed)) {
    const std::string name = item.path().filename().string();
    if (name.starts_with(start) && is_id(std::string_view(name).substr(start.size())) &&
        is_left(item.path().string())) {
      all.push_back({item.path().string(), name.substr(start.size())});
    }
  }
  return all;
}

void take_away(const LeftDraft &draft) {
  remove_both(draft.path);
}

} // namespace mediasi
