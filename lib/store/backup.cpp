#include "store/backup.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "store/connection.h"
#include "store/file_system.h"
#include "store/inside.h"
#include "store/rows.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_begins = "mediasi-";
constexpr std::string_view name_ends = ".db";
constexpr std::size_t id_digits = 8; // of the store's id in a name

Error unwritable(const std::string &folder, int reason) {
  return Error({.code = Code::file_unwritable,
                .message = say("no backup can be written in '{}': {}", folder, why_not(reason)),
                .hint = say("name another folder, or look at its permissions and free space")});
}

std::string made_folder(const std::string &folder) {
  umask(077);
  std::error_code failed;
  if (!fs::create_directories(folder, failed) && failed) {
    throw unwritable(folder, failed.value());
  }
  const fs::path real = fs::canonical(folder, failed);
  if (failed) {
    throw unwritable(folder, failed.value());
  }
  return real.string();
}

// 2026-03-02T02:00:00Z as a name has it: 20260302T020000Z
std::string compact(Instant now) {
  std::string text = text_of(now);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

bool same_device(const std::string &one, const std::string &other) {
  struct stat a {
  }, b{};
  return stat(one.c_str(), &a) == 0 && stat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev;
}

Error no_copy(const std::string &folder, int reason) { // of a backup, or of a store made out of one
  return Error({.code = Code::file_unwritable,
                .message = say("the copy cannot be written in '{}': {}", folder, why_not(reason)),
                .hint = say("name another folder, or look at its permissions and free space")});
}

// SQLite's complaints of a copy are about the disk it goes to, or else about the store it comes from.
Error of_copying(const SQLite::Exception &from, sqlite3 *source, const std::string &path, const std::string &told) {
  if (disk_unreadable(source)) {
    return unreadable(path);
  }
  switch (from.getErrorCode() & 0xff) {
  case SQLITE_FULL:
    return no_copy(told, ENOSPC);
  case SQLITE_IOERR:
    return no_copy(told, EIO);
  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
    return no_copy(told, EACCES);
  default:
    return failure(from, path, source);
  }
}

std::string store_id(const Store &store) {
  return store.inside().asking([&] { return store.inside().origin().id; });
}

Error not_sound(const std::string &path, const VerifyReport &found) {
  const std::string words = found.problems.empty() ? std::string() : found.problems.front().words;
  return Error(
      {.code = Code::store_altered,
       .message = say("the store '{}' is not sound, so no backup was made: {}", path, words),
       .hint = say("'mediasi store verify' says what; where only tables are named, 'mediasi store rebuild' makes "
                   "them anew, else restore an older backup")});
}

} // namespace

void copy_database(const std::string &from, const std::string &to, const std::string &told) {
  const auto source = connect(from, Connect::read, Opening{}.wait);
  // VACUUM INTO attaches its target; nothing else may be attached anywhere (connection.cpp)
  sqlite3_limit(source->getHandle(), SQLITE_LIMIT_ATTACHED, 1);
  try {
    SQLite::Statement copy(*source, "VACUUM INTO $target");
    copy.bind("$target", to);
    copy.exec();
  } catch (const SQLite::Exception &error) {
    throw of_copying(error, source->getHandle(), from, told);
  }
}

std::string backup_prefix(const std::string &store_id) {
  return std::string(name_begins) + store_id.substr(0, id_digits) + "-";
}

bool is_backup_name(std::string_view file) {
  if (!file.starts_with(name_begins) || !file.ends_with(name_ends)) {
    return false;
  }
  const std::vector<std::string> parts =
      split(file.substr(name_begins.size(), file.size() - name_begins.size() - name_ends.size()), '-');
  const auto only = [](const std::string &part, std::string_view letters) {
    return !part.empty() && part.find_first_not_of(letters) == part.npos;
  };
  return parts.size() == 3 && parts[0].size() == id_digits && only(parts[0], "0123456789abcdef") &&
         parts[1].size() == 16 && only(parts[1], "0123456789TZ") && parts[2].size() <= 18 &&
         only(parts[2], "0123456789");
}

Backup::Folder::Folder(const std::string &where, const std::string &store_id) : path(made_folder(where)) {
  descriptor = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) {
    throw unwritable(path, errno);
  }
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    clear_leftovers(path, backup_prefix(store_id));
    return;
  }
  if (errno == EWOULDBLOCK) {
    close(descriptor);
    throw Error({.code = Code::store_busy,
                 .message = say("another backup is being made in '{}'", path),
                 .hint = say("nothing was changed; try again in a moment")});
  } // a file system without such locks: what was left lies on
}

Backup::Folder::~Folder() {
  close(descriptor);
}

Backup::Backup(const Store &store, const std::string &folder, Instant now)
    : folder_(folder, store_id(store)), fresh_((fs::path(folder_.path) / backup_prefix(store_id(store))).string()) {
  const std::string source = store.inside().path;
  network_ = mediasi::on_network(folder_.path);
  same_disk_ = same_device(folder_.path, source);
  copy_database(source, fresh_.path(), folder_.path);
  const VerifyReport found = Store::open(fresh_.path(), Access::read, {.network_allowed = true}).verify();
  if (!found.sound) {
    throw not_sound(source, found);
  }
  entries_ = found.entries;
  head_ = found.head;
  // others may have written since; what was copied is in the journal all the same
  const auto copied = store.inside().asking([&] { return raw_entry(store.inside(), entries_); });
  if (!copied || to_hex(copied->hash) != head_) {
    throw not_sound(source, found);
  }
  file_ = fmt::format("{}{}-{}{}", backup_prefix(store_id(store)), compact(now), entries_, name_ends);
}

std::string Backup::list_file() const {
  return file_ + ".erasures";
}

void Backup::put_in_place(const std::string &list) const {
  const auto made = create_private(folder_.path, list_file(), list);
  try {
    fresh_.put_in_place_as((fs::path(folder_.path) / file_).string());
  } catch (const Error &) {
    if (made == Created::fresh)
      unlink((fs::path(folder_.path) / list_file()).c_str());
    throw;
  }
}

} // namespace mediasi
