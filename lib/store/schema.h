// The tables, as numbered steps. A step, once released, is never edited: a change is a new step at the end. Each runs
// in one transaction together with the number that says it ran.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
}

namespace mediasi {

inline constexpr int application_id = 0x4d454453; // "MEDS", bytes 68..71 of the file

std::span<const char *const> migrations(); // the first makes version 1
int newest_version();

int version_of(SQLite::Database &database); // which of them ran last

// Brings an empty or older database to a newer version.
void migrate(SQLite::Database &database, int from, int to = newest_version());

// name and text of every table, index and trigger, by name; compared by verify with those of a fresh database
std::vector<std::pair<std::string, std::string>> schema_of(SQLite::Database &database);

// One hash over all of it, and the hash that a version's has: compared each time a store is opened, when making the
// tables anew to compare them would take as long as the whole command. tests/unit/schema_test.cpp says the hash of a
// new version.
std::string schema_digest(const std::vector<std::pair<std::string, std::string>> &schema);
std::string_view known_schema(int version);

} // namespace mediasi
