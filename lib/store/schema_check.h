// Whose tables are these? A file made by somebody else may hold views that never end and triggers that change what is
// written, under the names of ours.
#pragma once

#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/connection.h"

namespace mediasi {

// Error(store_altered). To be written to, a store has exactly the tables, indexes and triggers of its version. To be
// read it may lack some or have more, which verify then names; but nothing that runs when it is read. Gives the
// version, seen together with the tables: the head of a file whose migration was cut off may still name the next one.
int check_schema(SQLite::Database &database, Connect how, const std::string &path);

} // namespace mediasi
