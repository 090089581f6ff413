#include <doctest/doctest.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/schema.h"

using namespace mediasi;

TEST_CASE("schema: each version's tables are the ones written down by their digest") {
  for (int version = 1; version <= newest_version(); ++version) {
    CAPTURE(version);
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(fresh, 0, version);
    CHECK(schema_digest(schema_of(fresh)) == known_schema(version));
  }
}
