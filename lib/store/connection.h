// A hardened connection, and the wait for others.
#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace mediasi {

enum class Connect { read, write, create };

// Opens a store file and refuses whatever is none: another kind of file, another program's, a newer format. A fresh
// file (create) is empty afterwards. Throws Error.
std::unique_ptr<SQLite::Database> connect(const std::string &path, Connect how, std::chrono::milliseconds wait);

} // namespace mediasi
