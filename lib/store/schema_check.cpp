#include "store/schema_check.h"

#include <algorithm>

#include "base/error.h"
#include "base/language.h"
#include "store/schema.h"

namespace mediasi {

namespace {

using Schema = std::vector<std::pair<std::string, std::string>>;

Schema schema_of_version(int version) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(fresh, 0, version);
  return schema_of(fresh);
}

// a view, a virtual table, or another table in the place of one of ours
bool runs_when_read(const Schema &actual, const Schema &expected) {
  return std::ranges::any_of(actual, [&](const auto &part) {
    const auto &[name, text] = part;
    if (!name.starts_with("table ")) {
      return name.starts_with("view ");
    }
    const auto ours = std::ranges::find(expected, name, [](const auto &known) { return known.first; });
    return ours == expected.end() ? text.starts_with("CREATE VIRTUAL") : ours->second != text;
  });
}

} // namespace

int check_schema(SQLite::Database &database, Connect how, const std::string &path) {
  const SQLite::Transaction snapshot(database);
  const int version = version_of(database);
  const Schema actual = schema_of(database);
  if (version < 1 || version > newest_version() || schema_digest(actual) == known_schema(version)) {
    return version; // check_head has refused versions that are none
  }
  if (how != Connect::read) {
    throw Error({.code = Code::store_altered,
                 .message = say("the tables of the store '{}' are not as this program made them", path),
                 .hint = say("see what 'mediasi store verify' finds, then restore a backup; nothing was changed")});
  }
  if (runs_when_read(actual, schema_of_version(version))) {
    throw Error({.code = Code::store_altered,
                 .message = say("the store '{}' holds tables or views of somebody else in the place of its own", path),
                 .hint = say("do not use this file; restore a backup")});
  }
  return version;
}

} // namespace mediasi
