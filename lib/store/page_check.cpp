#include "store/page_check.h"

#include <functional>
#include <system_error>

#include "store/connection.h"
#include "store/inside.h"

namespace mediasi {

namespace {

std::vector<std::string> damage_in(SQLite::Database &database, const std::string &path) {
  sqlite3 *handle = database.getHandle();
  const auto look = [&] {
    std::vector<std::string> damage;
    SQLite::Statement query(database, "PRAGMA integrity_check(10)");
    while (query.executeStep())
      if (query.getColumn(0).getString() != "ok")
        damage.push_back(query.getColumn(0).getString());
    if (!damage.empty() && disk_unreadable(handle))
      throw unreadable(path);
    return damage;
  };
  return guarded(path, look, handle);
}

std::vector<std::string> checked(const std::function<std::vector<std::string>()> &check) {
  try {
    return check();
  } catch (const Error &error) {
    if (!tells_of_store(error))
      throw; // busy, no memory, no disk
    return {error.problems().front().message};
  }
}

} // namespace

PageCheck::PageCheck(Store::Inside &inside) : inside_(inside) {
  if (inside.transaction)
    return;
  const auto check = [path = inside.path] {
    return checked([&] {
      const auto database = connect(path, Connect::read, std::chrono::milliseconds(0));
      return damage_in(*database, path);
    });
  };
  try {
    beside_ = std::async(std::launch::async, check);
  } catch (const std::system_error &) { // no more threads here: it is done afterwards
  }
}

std::vector<std::string> PageCheck::damage() {
  if (beside_.valid())
    return beside_.get();
  return checked([&] { return damage_in(*inside_.database, inside_.path); });
}

} // namespace mediasi
