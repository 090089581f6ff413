#include "store/connection.h"

#include <array>
#include <new>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/language.h"
#include "store/failure.h"
#include "store/schema.h"
#include "store/schema_check.h"

namespace mediasi {

namespace {

// an attachment of 16 MiB, its padding and seal, and the other columns of its row
constexpr int longest_value = 17 * 1024 * 1024;

void set(sqlite3 *handle, int option, int value) {
  if (sqlite3_db_config(handle, option, value, nullptr) != SQLITE_OK) {
    throw out_of_place(later("an option of SQLite is missing"));
  }
}

void harden(SQLite::Database &database) {
  sqlite3 *handle = database.getHandle();
  set(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
  set(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  set(handle, SQLITE_DBCONFIG_DQS_DDL, 0); // a misspelt "column" is no text
  set(handle, SQLITE_DBCONFIG_DQS_DML, 0);
  set(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  set(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longest_value);
  // none of these needs the schema; Debian's build would else spill sorts into files in the clear
  database.exec("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; "
                "PRAGMA recursive_triggers = ON");
}

// The journal is deleted at each commit and the folder synced after it: the commit survives a power cut, one file is
// left, and who may only read can read. Never WAL: SQLite 3.7.0 to 3.51.2 can lose commits there.
void choose_journal(SQLite::Database &database) {
  database.exec("PRAGMA synchronous = EXTRA");
  if (database.execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete") {
    throw out_of_place(later("the rollback journal is not in force"));
  }
  database.exec("PRAGMA cache_size = -32768"); // KiB: a batch comes back to the pages of the search index at random
}

int big_endian(const unsigned char *bytes) {
  return static_cast<int>((static_cast<unsigned>(bytes[0]) << 24) | (static_cast<unsigned>(bytes[1]) << 16) |
                          (static_cast<unsigned>(bytes[2]) << 8) | bytes[3]);
}

[[noreturn]] void refuse_kind(const std::string &path) {
  throw Error({.code = Code::not_a_store,
               .message = say("'{}' is not a store of mediasi", path),
               .hint = say("name the store with --store FILE, or make one with 'mediasi init'")});
}

// Reads the head of the file through SQLite's own handle: an own descriptor, closed, would drop SQLite's locks, and
// pragmas would begin transactions. Offsets: sqlite.org/fileformat2.html, section 1.3.
void check_head(SQLite::Database &database, const std::string &path) {
  std::array<unsigned char, 100> head{};
  sqlite3_file *file = nullptr;
  const int asked = sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (asked != SQLITE_OK || file == nullptr || file->pMethods == nullptr) {
    throw out_of_place(later("SQLite gives no file"));
  }
  const int got = file->pMethods->xRead(file, head.data(), static_cast<int>(head.size()), 0);
  if (got == SQLITE_IOERR_SHORT_READ) {
    refuse_kind(path);
  }
  if (got != SQLITE_OK) {
    throw failure(SQLite::Exception("read", SQLITE_IOERR), path);
  }
  const std::string_view magic(reinterpret_cast<const char *>(head.data()), 16);
  if (magic != std::string_view("SQLite format 3\0", 16) || big_endian(&head[68]) != application_id) {
    refuse_kind(path);
  }
  if (head[18] != 1 || head[19] != 1) { // write and read version: 2 is WAL
    throw Error({.code = Code::store_altered,
                 .message = say("the store '{}' was set to a write-ahead log by another program", path),
                 .hint = say("restore a backup, or set it back with sqlite3 and 'PRAGMA journal_mode = DELETE'")});
  }
  const int version = big_endian(&head[60]);
  if (version > newest_version()) {
    throw Error({.code = Code::store_newer,
                 .message = say("the store '{}' has format {}, this program knows {}", path, version, newest_version()),
                 .hint = say("install the newer mediasi that wrote it")});
  }
  if (version < 1) {
    refuse_kind(path);
  }
}

void refuse_read_only(SQLite::Database &database, const std::string &path) {
  // SQLite opens a file it may not write for reading, and says so only here
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
    throw failure(SQLite::Exception("read-only", SQLITE_READONLY), path);
  }
}

int flags_of(Connect how) {
  switch (how) {
  case Connect::read:
    return SQLITE_OPEN_READONLY;
  case Connect::write:
    return SQLITE_OPEN_READWRITE;
  case Connect::create:
    break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

void look_over(SQLite::Database &database, const std::string &path, Connect how) {
  if (how != Connect::create) {
    check_head(database, path);
  }
  harden(database);
  const int version = how == Connect::create ? 0 : check_schema(database, how, path);
  if (sqlite3_get_autocommit(database.getHandle()) == 0) {
    throw std::bad_alloc(); // ending a snapshot fails for want of memory alone, and says nothing of the store
  }
  if (how != Connect::read) {
    refuse_read_only(database, path);
    choose_journal(database);
    migrate(database, version);
  }
}

} // namespace

namespace {

// Nobody asks how much memory SQLite has; to count it costs a lock at every piece.
void count_no_memory() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)done; // refused once SQLite is at work, where it makes no difference but in speed
}

} // namespace

std::unique_ptr<SQLite::Database> connect(const std::string &path, Connect how, std::chrono::milliseconds wait) {
  umask(077); // whatever this program makes is for its user alone: store, journal, papers
  count_no_memory();
  return guarded(path, [&] {
    auto database = std::make_unique<SQLite::Database>(path, flags_of(how) | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX,
                                                       static_cast<int>(wait.count()));
    guarded(
        path, [&] { look_over(*database, path, how); }, database->getHandle());
    return database;
  });
}

} // namespace mediasi
