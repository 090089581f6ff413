#include "store/failure.h"

#include <cerrno>

#include <sqlite3.h>

#include "base/language.h"

namespace mediasi {

namespace {

Problem no_writing(const std::string &path) {
  return {.code = Code::file_unwritable,
          .message = say("the store '{}' cannot be written", path),
          .hint = say("ask for write permission on the file and its folder; reports need none")};
}

Problem unrecovered(const std::string &path) {
  return {.code = Code::needs_recovery,
          .message = say("a command on the store '{}' was cut off and must be undone first", path),
          .hint = say("run 'mediasi store rebuild' as a user who may write the store")};
}

Problem input_output(int extended, const std::string &path) {
  if (extended == SQLITE_IOERR_NOMEM) {
    return {.code = Code::out_of_memory, .message = say("no memory left"), .hint = say("close other programs")};
  }
  if (extended == SQLITE_IOERR_CORRUPTFS) {
    return {.code = Code::database_failed, // what EIO is on reading: says nothing of what was written there
            .message = say("the disk under the store '{}' cannot be read", path),
            .hint = say("nothing was changed; check the disk; where it stays so, restore a backup on another one")};
  }
  return {.code = Code::database_failed,
          .message = say("the disk failed under the store '{}'", path),
          .hint = say("nothing was changed; check the disk and its cables, then try again")};
}

Problem said(int code, int extended, const char *words, const std::string &path) {
  switch (code) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    if (extended == SQLITE_BUSY_RECOVERY) {
      return unrecovered(path);
    }
    return {.code = Code::store_busy,
            .message = say("the store '{}' is busy: another command is at work in it", path),
            .hint = say("nothing was changed; try again in a moment")};
  case SQLITE_FULL:
    return {.code = Code::database_failed,
            .message = say("no room left on the disk of the store '{}'", path),
            .hint = say("nothing was changed; free some space and try again")};
  case SQLITE_IOERR:
    return input_output(extended, path);
  case SQLITE_NOMEM:
    return {.code = Code::out_of_memory, .message = say("no memory left"), .hint = say("close other programs")};
  case SQLITE_CORRUPT:
    return {.code = Code::store_damaged,
            .message = say("the store '{}' is damaged", path),
            .hint = say("run 'mediasi store verify', then restore a backup")};
  case SQLITE_NOTADB:
    return {.code = Code::not_a_store,
            .message = say("'{}' is not a store of mediasi", path),
            .hint = say("name the store with --store FILE, or make one with 'mediasi init'")};
  case SQLITE_READONLY:
    return extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY ? unrecovered(path)
                                                                                        : no_writing(path);
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return no_writing(path);
  case SQLITE_CANTOPEN:
    return {.code = Code::file_unreadable,
            .message = say("the store '{}' or its journal cannot be opened", path),
            .hint = say("look at the permissions of the file and its folder")};
  case SQLITE_ERROR: // our statements are fixed: where one cannot run, the tables are not ours
  case SQLITE_SCHEMA:
  case SQLITE_RANGE:
    return {.code = Code::store_altered,
            .message = say("the tables of the store '{}' were altered: {}", path, words),
            .hint = say("run 'mediasi store verify', then restore a backup")};
  case SQLITE_CONSTRAINT:
    return {.code = Code::internal,
            .message = say("the store '{}' refused a change: {}", path, words),
            .hint = say("nothing was changed; report this as a fault of the program")};
  case SQLITE_TOOBIG:
    return {.code = Code::too_large,
            .message = say("a text or file is too large for the store"),
            .hint = say("a file may have 16 MiB")};
  default:
    return {.code = Code::database_failed,
            .message = say("the store '{}' failed: {}", path, words),
            .hint = say("nothing was changed; run 'mediasi store verify'")};
  }
}

} // namespace

bool disk_unreadable(sqlite3 *connection) {
  int reason = 0; // the file keeps it
  if (connection == nullptr ||
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &reason) != SQLITE_OK) {
    return false;
  }
  return reason == EIO || reason == ENXIO || reason == ERANGE;
}

Error unreadable(const std::string &path) {
  return Error(input_output(SQLITE_IOERR_CORRUPTFS, path));
}

Error failure(const SQLite::Exception &from, const std::string &path, sqlite3 *connection) {
  const int code = from.getErrorCode() & 0xff;
  if (code == SQLITE_CORRUPT && disk_unreadable(connection)) {
    return unreadable(path);
  }
  // words of SQLite name tables and columns, never what stands in them
  return Error(said(code, from.getExtendedErrorCode(), from.what(), path));
}

Error altered(std::string message) {
  return Error({.code = Code::store_altered,
                .message = std::move(message),
                .hint = say("run 'mediasi store verify', then restore a backup")});
}

Error out_of_place(std::string_view what) {
  return Error({.code = Code::internal,
                .message = say("the program broke its own rule: {}", tr(what.data())),
                .hint = say("nothing was changed; report this as a fault of the program")});
}

bool tells_of_store(const Error &error) {
  return error.exit_code() == 8 || error.problems().front().code == Code::too_large;
}

} // namespace mediasi
