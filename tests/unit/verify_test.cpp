#include <algorithm>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

RulesText some_rules() {
  RulesText rules{
      .hash = {}, .file = "uji.toml", .text = "[office]\nid = 'uji'\n", .templates = {{"a", "A"}, {"b", "BB"}}};
  rules.hash = rules_hash(rules);
  return rules;
}

void fill(Store &store) {
  const RulesText rules = some_rules();
  store.keep_rules(rules);
  Entry first = entry("2026-0001", "register", {{"source", "rujukan"}});
  first.rules = rules.hash;
  store.append(first, {{"story", "cerita"}, {"beneficiary#1", "{}"}});
  Entry second = entry("2026-0001", "log", {{"kind", "telepon"}});
  second.correction = Correction::amends;
  second.target = 4;
  store.append(second, {});
  store.append(entry("2026-0002", "register"), {{"story", "lain"}});
}

// What a thief does who has the file and no key: guards away, then one statement.
void without_guards(const std::string &path) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
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

// What is wrong beside the triggers that were dropped to do it.
std::vector<VerifyReport::Finding> beyond_triggers(const Store &store) {
  std::vector<VerifyReport::Finding> problems = store.verify().problems;
  std::erase_if(problems, [](const VerifyReport::Finding &finding) { return finding.what == "schema"; });
  return problems;
}

struct StoredCell {
  std::string table, row, column, type, value;
};

// every value of a table; `key` is an expression that finds a row again
std::vector<StoredCell> cells_of(SQLite::Database &database, const std::string &table, const std::string &key) {
  std::vector<StoredCell> cells;
  SQLite::Statement columns(database, "SELECT name FROM pragma_table_info('" + table + "')");
  while (columns.executeStep()) {
    const std::string column = columns.getColumn(0).getString();
    SQLite::Statement query(database, "SELECT " + key + ", typeof(" + column + "), " + column + " FROM " + table);
    while (query.executeStep()) {
      cells.push_back({table, key + " = '" + query.getColumn(0).getString() + "'", column,
                       query.getColumn(1).getString(), query.getColumn(2).getString()});
    }
  }
  return cells;
}

void put(SQLite::Database &database, const StoredCell &cell, const std::string &value) {
  SQLite::Statement update(database, "UPDATE " + cell.table + " SET " + cell.column + " = $value WHERE " + cell.row);
  if (cell.type == "integer") {
    update.bind("$value", std::int64_t{std::stoll(value)});
  } else if (cell.type == "blob") {
    update.bind("$value", value.data(), static_cast<int>(value.size()));
  } else {
    update.bind("$value", value);
  }
  update.exec();
}

// true when the change could be made at all (a key may then be another row's)
bool bent(const std::string &path, const StoredCell &cell, std::size_t at) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  database.exec("PRAGMA ignore_check_constraints = ON; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
  std::string value = cell.value;
  value[at] = static_cast<char>(value[at] ^ 1);
  try {
    put(database, cell, value);
    return true;
  } catch (const SQLite::Exception &) {
    return false;
  }
}

// everything any reading question answers
std::string all_answers(const Store &store) {
  std::string all = store.current_rules() + store.rules(store.current_rules()).text;
  const StoreInfo info = store.info();
  all += info.id + info.office + std::to_string(info.entries) + info.head + std::to_string(info.cases);
  store.each_entry([&](const Entry &one) {
    for (const std::string &part : {one.case_number, one.act, one.step, text_of(one.on), text_of(one.recorded), one.by,
                                    one.typed, one.rules, encode(one.facts)}) {
      all += part + "|";
    }
    all += std::to_string(one.seq) + std::to_string(static_cast<int>(one.correction)) + std::to_string(one.target);
    for (const Sealed &sealed : store.open_sealed(one)) {
      all += sealed.path + sealed.plain;
    }
    all += std::to_string(store.entries_of(one.case_number).size());
  });
  return all;
}

} // namespace

TEST_CASE("verify: a changed byte of any value of the journal, keys, readers and rules is found") {
  const Made made(fill);
  without_guards(made.path);
  REQUIRE(beyond_triggers(made.read()).empty());
  const std::string sound = bytes_in(made.path);
  std::vector<StoredCell> cells;
  {
    SQLite::Database database(made.path, SQLite::OPEN_READONLY);
    for (const auto &[table, key] : std::vector<std::pair<std::string, std::string>>{{"entry", "seq || ''"},
                                                                                     {"sealed", "seq || path"},
                                                                                     {"case_key", "case_number || n"},
                                                                                     {"rules", "hash"},
                                                                                     {"template", "rules || name"},
                                                                                     {"reader", "id || ''"}}) {
      std::ranges::move(cells_of(database, table, key), std::back_inserter(cells));
    }
  }
  int changes = 0;
  for (const StoredCell &cell : cells) {
    // every byte of what is short, every ninth of what is long: the next test bends bytes everywhere
    const std::size_t stride = cell.value.size() > 24 ? 9 : 1;
    for (std::size_t at = 0; at < cell.value.size(); at += stride) {
      write_bytes(made.path, sound);
      if (bent(made.path, cell, at)) {
        ++changes;
        CAPTURE(cell.table);
        CAPTURE(cell.column);
        CAPTURE(cell.row);
        CHECK_FALSE(beyond_triggers(made.read()).empty());
      }
    }
  }
  CHECK(changes > 500);
}

TEST_CASE("verify: a bent bit anywhere in the file is reported, refused, or changes no answer") {
  const Made made(fill);
  {
    Store store = made.write();
    store.begin();
    store.append(entry("0", "adopt", {{"rules", some_rules().hash}}), {});
    store.commit();
  }
  const std::string sound = bytes_in(made.path);
  std::string truth;
  {
    Store store = made.read();
    store.unlock(made.genesis.key_text);
    truth = all_answers(store);
  }
  std::mt19937 random(20260302);
  int found = 0;
  for (int round = 0; round < 600; ++round) {
    std::string bytes = sound;
    const std::size_t at = random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
    write_bytes(made.path, bytes);
    CAPTURE(at);
    try {
      Store store = made.read();
      if (!store.verify().sound) {
        ++found;
        continue;
      }
      store.unlock(made.genesis.key_text);
      CHECK(all_answers(store) == truth);
    } catch (const Error &error) {
      ++found;
      CAPTURE(std::string(error.what()));
      CHECK(error.exit_code() == 8);
    }
  }
  CHECK(found > 50);
}

TEST_CASE("verify: entries cut out, cut off and put in, and keys gone, are named") {
  struct Theft {
    const char *sql;
    std::int64_t seq;
    const char *what;
  };
  for (const Theft &theft : std::vector<Theft>{
           {"DELETE FROM entry WHERE seq = 5", 5, "missing"},
           {"DELETE FROM entry WHERE seq = 6; DELETE FROM sealed WHERE seq = 6", 0, "cut_off"},
           {"DELETE FROM sealed WHERE seq = 4 AND path = 'story'", 4, "altered"},
           {"INSERT INTO sealed VALUES (5, 'story', x'00')", 5, "altered"},
           {"INSERT INTO sealed VALUES (99, 'story', x'00')", 99, "altered"},
           {"DELETE FROM case_key WHERE case_number = '2026-0001'", 4, "keys"},
           {"UPDATE case_key SET wrapped = x'' WHERE case_number = '2026-0001'", 4, "keys"},
           {"DELETE FROM reader WHERE kind = 'recovery'", 0, "keys"},
           {"INSERT INTO reader SELECT 9, officer, kind, salt, params, wrapped FROM reader WHERE id = 1", 0, "keys"},
           {"DELETE FROM template WHERE name = 'b'", 0, "rules"},
           {"DELETE FROM template; DELETE FROM rules", 4, "rules"},
           {"UPDATE entry SET seq = seq + 1 WHERE seq = 6", 6, "missing"},
           {"DELETE FROM sealed; DELETE FROM entry", 1, "missing"}}) {
    CAPTURE(theft.sql);
    const Made made(fill);
    without_guards(made.path);
    SQLite::Database(made.path, SQLite::OPEN_READWRITE).exec(theft.sql);
    const auto problems = beyond_triggers(made.read());
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().seq == theft.seq);
    CHECK(problems.front().what == theft.what);
  }
}

TEST_CASE("verify: guards taken away, changed or added are named") {
  for (const char *sql :
       {"DROP TRIGGER entry_update", "DROP INDEX due_late", "CREATE TABLE mine(a)",
        "CREATE TRIGGER mine AFTER INSERT ON entry BEGIN DELETE FROM due; END",
        "DROP TRIGGER entry_delete; CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT 1; END"}) {
    CAPTURE(sql);
    const Made made(fill);
    CHECK(made.read().verify().sound);
    SQLite::Database(made.path, SQLite::OPEN_READWRITE).exec(sql);
    const VerifyReport report = made.read().verify();
    CHECK_FALSE(report.sound);
    CHECK(report.problems.front().what == "schema");
  }
}

TEST_CASE("verify: inside a transaction it sees what is not yet committed, and holds nothing afterwards") {
  const Made made;
  Store store = made.write();
  store.begin();
  store.append(entry("2026-0001", "register"), {{"story", "x"}});
  CHECK(store.verify().entries == 4);
  store.commit();
  CHECK(store.verify().entries == 4);
  Store other =
      Store::open(made.path, Access::write, {.network_allowed = false, .wait = std::chrono::milliseconds{20}});
  CHECK(add(other, entry("2026-0001", "log")) == 5);
}
