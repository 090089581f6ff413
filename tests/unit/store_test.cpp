#include "store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/schema.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;
namespace fs = std::filesystem;

TEST_CASE("store: a new one is private, whole and says what it is") {
  const Made made;
  CHECK(mode_of(made.path) == 0600);
  CHECK(files_in(made.folder.path) == 1); // no draft, no journal
  const Store store = made.read();
  const StoreInfo info = store.info();
  CHECK(info.practice);
  CHECK(store.practice());
  CHECK(info.office == "uji");
  CHECK(info.id.size() == 32);
  CHECK(info.entries == 3);
  CHECK(info.cases == 0);
  CHECK(info.format == newest_version());
  CHECK(info.head.size() == 64);
  CHECK(store.verify().sound);
  CHECK(store.verify().head == info.head);
  const std::vector<Entry> house_says = store.house_entries();
  REQUIRE(house_says.size() == 3);
  CHECK(house_says[0].act == "init");
  CHECK(house_says[0].on == parse_moment("2026-03-02T09:00").value());
  CHECK(house_says[1].act == "reader");
  CHECK(house_says[2].by == "rina");
  CHECK(store.current_rules().empty());
}

TEST_CASE("store: is never made over a file, nor half") {
  Made made;
  const std::string before = bytes_in(made.path);
  Genesis again;
  CHECK(code_of([&] { Store::create(made.path, again, Instant{}, "x"); }) == Code::store_exists);
  CHECK(bytes_in(made.path) == before);

  const std::string other = made.folder.path / "baru" / "toko.db";
  const auto failing = [&](Store &store) {
    store.append(entry("0", "adopt"), {});
    throw Error({.code = Code::file_unwritable, .message = "x", .hint = "y"});
  };
  CHECK(code_of([&] { Store::create(other, again, Instant{}, "x", failing); }) == Code::file_unwritable);
  CHECK(fs::is_empty(fs::path(other).parent_path()));
  CHECK(mode_of(fs::path(other).parent_path()) == 0700);

  write_bytes(other + "-journal", "x"); // would be played into it
  CHECK(code_of([&] { Store::create(other, again, Instant{}, "x"); }) == Code::store_exists);
  fs::remove(other + "-journal");
  Store::create(other, again, Instant{}, "x", [](Store &store) { store.append(entry("0", "adopt"), {}); });
  CHECK(Store::open(other, Access::read).info().entries == 4);
}

TEST_CASE("store: what is appended comes back, by case and in order") {
  const Made made;
  Store store = made.write();
  Entry full = entry("2026-0001", "register", {{"source", "rujukan"}});
  full.facts.groups["matter"] = {{{"kind", "bullying"}}};
  full.correction = Correction::amends;
  full.target = 2;
  full.rules = std::string(64, 'a');
  CHECK(add(store, full, {{"story", "rahasia"}, {"beneficiary#1", "{}"}}) == 4);
  CHECK(add(store, entry("2026-0002", "register")) == 5);
  CHECK(add(store, entry("2026-0001", "log")) == 6);

  const std::vector<Entry> entries = store.entries_of("2026-0001");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].seq == 4);
  CHECK(entries[0].facts == full.facts);
  CHECK(entries[0].step == "langkah");
  CHECK(entries[0].on == full.on);
  CHECK(entries[0].recorded == full.recorded);
  CHECK(entries[0].by == "rina");
  CHECK(entries[0].typed == "budi");
  CHECK(entries[0].rules == full.rules);
  CHECK(entries[0].correction == Correction::amends);
  CHECK(entries[0].target == 2);
  CHECK(entries[0].sealed_paths == std::vector<std::string>{"beneficiary#1", "story"});
  CHECK(entries[1].seq == 6);
  CHECK(entries[1].sealed_paths.empty());
  CHECK(store.entries_of("2026-0003").empty());

  std::vector<std::int64_t> seen;
  store.each_entry([&](const Entry &one) {
    seen.push_back(one.seq);
    CHECK_FALSE(store.entries_of(one.case_number).empty()); // a question within a question
  });
  CHECK(seen == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
  const VerifyReport report = store.verify();
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems.front().what == "rules"); // nothing else: those rules were never kept
  CHECK(report.entries == 6);
}

TEST_CASE("store: a rolled back or dropped transaction leaves no trace") {
  const Made made;
  const std::string before = bytes_in(made.path);
  {
    Store store = made.write();
    store.begin();
    store.append(entry("2026-0001", "register"), {{"story", "x"}});
    store.rollback();
    store.rollback(); // harmless
    CHECK(store.entries_of("2026-0001").empty());
    store.begin();
    store.append(entry("2026-0001", "register"), {{"story", "x"}});
    Store moved = std::move(store);
  }
  CHECK(bytes_in(made.path) == before);
  CHECK(files_in(made.folder.path) == 1);
}

TEST_CASE("store: after a failure inside a transaction only a rollback is left") {
  const Made made;
  Store store = made.write();
  store.begin();
  CHECK(code_of([&] { store.append(entry("2026-0001", "x"), {{"a", "1"}, {"a", "2"}}); }) == Code::internal);
  CHECK(code_of([&] { store.commit(); }) == Code::internal);
  CHECK(code_of([&] { store.append(entry("2026-0001", "x"), {}); }) == Code::internal);
  store.rollback();
  CHECK(add(store, entry("2026-0001", "x")) == 4);
  store.begin();
  const std::string big(16 * 1024 * 1024 + 1, 'x');
  CHECK(code_of([&] { store.append(entry("2026-0001", "x"), {{"attachment#1", big}}); }) == Code::too_large);
  store.rollback();
  CHECK(code_of([&] { store.append(entry("2026-0001", "x"), {}); }) == Code::internal); // no transaction
  CHECK(store.info().entries == 4);
}

TEST_CASE("store: rules are kept under their own hash, once") {
  const Made made;
  Store store = made.write();
  RulesText rules{.hash = {}, .file = "uji.toml", .text = "[office]", .templates = {{"b", "B"}, {"a", "A"}}};
  rules.hash = rules_hash(rules);
  RulesText other = rules;
  other.file = "lain.toml";
  std::swap(other.templates[0], other.templates[1]);
  CHECK(rules_hash(other) == rules.hash); // neither file name nor order counts
  other.templates[0].second = "x";
  CHECK(rules_hash(other) != rules.hash);

  store.begin();
  store.keep_rules(rules);
  store.keep_rules(rules);
  store.append(entry("0", "adopt", {{"rules", "older"}}), {});
  store.append(entry("0", "adopt", {{"rules", rules.hash}}), {});
  store.commit();
  CHECK(store.current_rules() == rules.hash);
  CHECK(store.rules(rules.hash).text == "[office]");
  CHECK(store.rules(rules.hash).file == "uji.toml");
  CHECK(store.rules(rules.hash).templates.size() == 2);
  CHECK(code_of([&] { return store.rules("none"); }) == Code::store_altered);
  CHECK(store.verify().sound);
  store.begin();
  other.hash = rules.hash;
  CHECK(code_of([&] { store.keep_rules(other); }) == Code::internal);
}

TEST_CASE("store: the journal refuses change and gaps even from outside") {
  const Made made;
  SQLite::Database database(made.path, SQLite::OPEN_READWRITE);
  const char *gap =
      "INSERT INTO entry SELECT 9, case_number, act, step, on_text, recorded, by_officer, typed, rules, correction, "
      "target, facts, key_no, key_hash, hash FROM entry WHERE seq = 2";
  for (const char *sql : {"UPDATE entry SET act = 'x' WHERE seq = 2", "DELETE FROM entry WHERE seq = 3",
                          "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 2", gap,
                          "INSERT INTO sealed VALUES (2, 'a', x'00')"}) {
    CAPTURE(sql);
    CHECK_THROWS_AS(database.exec(sql), SQLite::Exception);
  }
}

TEST_CASE("store: never a write-ahead log, and nothing is left beside the file") {
  const Made made;
  Store store = made.write();
  add(store, entry("2026-0001", "register"), {{"story", "x"}});
  CHECK(bytes_in(made.path)[18] == 1);
  CHECK(bytes_in(made.path)[19] == 1);
  CHECK(files_in(made.folder.path) == 1);
}
