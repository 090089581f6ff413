// What SQLite complains of, in our words and codes. No SQLite exception leaves lib/store.
#pragma once

#include <string>
#include <string_view>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "base/error.h"

namespace mediasi {

// `connection`, where it is still open, tells a disk that cannot be read from a file that is damaged.
Error failure(const SQLite::Exception &from, const std::string &path, sqlite3 *connection = nullptr);
// Whether it is the disk that made the store's file look damaged: SQLite calls a page it could not read a damaged one.
bool disk_unreadable(sqlite3 *connection);
Error unreadable(const std::string &path);
Error altered(std::string message);        // by somebody without a key, or on the disk
Error out_of_place(std::string_view what); // a broken promise of our own code; a literal marked with later()

template <typename Work> decltype(auto) guarded(const std::string &path, Work &&work, sqlite3 *connection = nullptr) {
  try {
    return work();
  } catch (const SQLite::Exception &from) {
    throw failure(from, path, connection);
  }
}

// Of a check: is it the store that is not as it must be, and not the machine? A value too large nobody of us wrote.
bool tells_of_store(const Error &error);

} // namespace mediasi
