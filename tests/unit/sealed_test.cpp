// What is sealed in a store: who can open it, and what a thief with the file sees.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

std::vector<std::string> column(const std::string &path, const char *sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  SQLite::Statement query(database, sql);
  std::vector<std::string> values;
  while (query.executeStep()) {
    values.push_back(query.getColumn(0).getString());
  }
  return values;
}

void without_triggers(SQLite::Database &database) {
  SQLite::Statement query(database, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
  std::vector<std::string> drops;
  while (query.executeStep()) {
    drops.push_back(query.getColumn(0).getString());
  }
  query.reset();
  for (const std::string &drop : drops) {
    database.exec(drop);
  }
}

} // namespace

TEST_CASE("sealed: opens with the key file and with the recovery code, and not without") {
  const Made made;
  const std::string file(5'000'000, '\xff');
  {
    Store store = made.write();
    add(store, entry("2026-0001", "register"), {{"story", "cerita"}, {"attachment#1", file}, {"empty", ""}});
    add(store, entry("0", "officer"), {{"phone", "0812"}});
    CHECK_FALSE(store.unlocked());
    CHECK(code_of([&] { return store.open_sealed(store.entries_of("2026-0001").front()); }) == Code::key_needed);
  }
  for (const std::string_view key : {made.genesis.key_text.view(), made.genesis.recovery_text.view()}) {
    Store store = made.read();
    store.unlock(key);
    CHECK(store.unlocked());
    const std::vector<Sealed> opened = store.open_sealed(store.entries_of("2026-0001").front());
    REQUIRE(opened.size() == 3);
    CHECK(opened[0].path == "attachment#1");
    CHECK((opened[0].plain == file));
    CHECK(opened[1].plain.empty());
    CHECK(opened[2].plain == "cerita");
    CHECK(store.open_sealed(store.house_entries().back()).front().plain == "0812");
    CHECK(store.open_sealed(store.house_entries().front()).empty());
  }
}

TEST_CASE("sealed: another store's key, and a key of no store, are told apart from the right one") {
  const Made made;
  const Made other;
  Store store = made.read();
  CHECK(code_of([&] { store.unlock(other.genesis.key_text); }) == Code::key_wrong);
  CHECK(code_of([&] { store.unlock(other.genesis.recovery_text); }) == Code::key_wrong);
  const std::string paper(other.genesis.recovery_text.view());
  const std::string bare = paper.substr(paper.find('\n') + 1);
  CHECK(code_of([&] { store.unlock(bare); }) == Code::key_wrong);
  std::string passed_off(other.genesis.key_text.view());
  passed_off.replace(14, 32, store.info().id);
  CHECK(code_of([&] { store.unlock(passed_off); }) == Code::key_wrong);
  CHECK(code_of([&] { store.unlock(""); }) == Code::key_wrong);
  CHECK_FALSE(store.unlocked());
}

TEST_CASE("sealed: each transaction makes a fresh key for each case it touches, and one only") {
  const Made made;
  Store store = made.write();
  store.begin();
  store.append(entry("2026-0001", "a"), {{"x", "1"}});
  store.append(entry("2026-0002", "a"), {{"x", "1"}});
  store.append(entry("2026-0001", "b"), {{"x", "1"}});
  store.append(entry("2026-0001", "c"), {});
  store.commit();
  add(store, entry("2026-0001", "d"), {{"x", "1"}});
  CHECK(column(made.path, "SELECT case_number || ' ' || n FROM case_key ORDER BY 1") ==
        std::vector<std::string>{"2026-0001 1", "2026-0001 2", "2026-0002 1"});
  CHECK(column(made.path, "SELECT DISTINCT wrapped FROM case_key").size() == 3);
  // one ephemeral key a transaction
  CHECK(column(made.path, "SELECT DISTINCT substr(wrapped, 2, 32) FROM case_key").size() == 2);
  CHECK(column(made.path, "SELECT key_no FROM entry WHERE seq > 3 ORDER BY seq") ==
        std::vector<std::string>{"1", "1", "1", "0", "2"});
  store.unlock(made.genesis.key_text);
  for (const char *number : {"2026-0001", "2026-0002"}) {
    for (const Entry &one : store.entries_of(number)) {
      CHECK(store.open_sealed(one).size() == one.sealed_paths.size());
    }
  }
}

TEST_CASE("sealed: a transaction over more cases than it keeps keys for still opens and verifies") {
  const Made made;
  Store store = made.write();
  store.begin();
  for (int round = 0; round < 2; ++round) {
    for (int serial = 1; serial <= 100; ++serial) {
      store.append(entry(case_number_text(2026, serial), "a"), {{"x", std::to_string(serial * 10 + round)}});
    }
  }
  store.commit();
  CHECK(store.verify().sound);
  store.unlock(made.genesis.key_text);
  for (int serial = 1; serial <= 100; ++serial) {
    const std::vector<Entry> entries = store.entries_of(case_number_text(2026, serial));
    REQUIRE(entries.size() == 2);
    CHECK(store.open_sealed(entries[1]).front().plain == std::to_string(serial * 10 + 1));
  }
}

TEST_CASE("sealed: ciphertexts and keys moved to another place do not open") {
  const char *swap_blobs =
      "UPDATE sealed SET blob = (SELECT blob FROM sealed AS other WHERE other.seq = 9 - sealed.seq "
      "AND other.path = sealed.path)";
  const char *swap_paths = "UPDATE sealed SET blob = (SELECT blob FROM sealed AS other WHERE other.seq = sealed.seq "
                           "AND other.path <> sealed.path)";
  const char *swap_keys = "UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key AS other "
                          "WHERE other.case_number <> case_key.case_number)";
  const char *bad_key_hash = "UPDATE entry SET key_no = 0 WHERE seq > 3";
  for (const char *sql : {swap_blobs, swap_paths, swap_keys, bad_key_hash}) {
    CAPTURE(sql);
    const Made made;
    {
      Store store = made.write();
      store.begin(); // one transaction: both cases' keys are wrapped under one agreement
      store.append(entry("2026-0001", "a"), {{"x", "satu"}, {"y", "dua"}});
      store.append(entry("2026-0002", "a"), {{"x", "tiga"}, {"y", "empat"}});
      store.commit();
      SQLite::Database database(made.path, SQLite::OPEN_READWRITE);
      without_triggers(database);
      database.exec(sql);
    }
    Store store = made.read();
    store.unlock(made.genesis.key_text);
    CHECK(code_of([&] { return store.open_sealed(store.entries_of("2026-0001").front()); }) == Code::store_altered);
    CHECK_FALSE(store.verify().sound);
  }
}

TEST_CASE("sealed: nothing of it is in the clear anywhere in the folder, before, during and after") {
  const std::vector<std::string> canaries = {"KENARI-Siti-Aminah", "3575014101900001", "+62 812-3456-7890",
                                             "KENARI cerita"};
  const Made made;
  const auto leaked = [&] {
    for (const auto &file : std::filesystem::recursive_directory_iterator(made.folder.path)) {
      const std::string bytes = bytes_in(file.path());
      for (const std::string &canary : canaries) {
        if (bytes.find(canary) != std::string::npos) {
          return true;
        }
      }
    }
    return false;
  };
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  store.begin();
  std::vector<Sealed> sealed;
  for (const std::string &canary : canaries) {
    sealed.push_back({"field" + std::to_string(sealed.size()), canary});
  }
  for (int times = 0; times < 50; ++times) { // enough for pages to go to the file before the commit
    sealed.push_back({"attachment#" + std::to_string(times), std::string(60'000, 'x') + canaries.back()});
  }
  store.append(entry("2026-0001", "register"), sealed);
  CHECK_FALSE(leaked());
  store.commit();
  CHECK_FALSE(leaked());
  CHECK(store.open_sealed(store.entries_of("2026-0001").front()).size() == sealed.size());
  CHECK_FALSE(leaked());
  store.begin();
  store.append(entry("2026-0001", "log"), {{"text", canaries.back()}});
  store.rollback();
  CHECK_FALSE(leaked());
  // nor is the reader's key
  const std::string file(made.genesis.key_text.view());
  const std::string code = file.substr(file.rfind(' ') + 1, 43);
  CHECK(bytes_in(made.path).find(code) == std::string::npos);
}
