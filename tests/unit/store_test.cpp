#include "store/store.h"

#include <csignal>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/rows.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds briefly{50};

unsigned mode_of(const fs::path &path) {
  struct stat there {};
  REQUIRE(stat(path.c_str(), &there) == 0);
  return there.st_mode & 07777;
}

std::size_t files_in(const fs::path &folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// in a process of its own, as nobody where the tests run as root (whom no permission stops); true = it came to its end
bool apart(const std::function<bool()> &work) {
  const pid_t child = fork();
  if (child == 0) {
    bool good = geteuid() != 0 || (setegid(65534) == 0 && seteuid(65534) == 0);
    try {
      good = good && work();
    } catch (const Error &) {
      good = false;
    }
    _exit(good ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

DueRow due(const std::string &case_number, const std::string &late_from, const std::string &paused = "") {
  return {.case_number = case_number,
          .deadline = "empat_belas_hari",
          .step = "minutes",
          .role = "mk",
          .officer = "rina",
          .due = late_from.substr(0, 10),
          .late_from = late_from,
          .provisional = true,
          .paused_since = paused};
}

CaseRow index_row(const std::string &number, const std::string &closed = "") {
  return {.number = number,
          .initials = "S.A.",
          .rules = "r",
          .stage = "assess",
          .received = "2026-03-02",
          .complete = "",
          .closed = closed,
          .outcome = "",
          .reason = ""};
}

} // namespace

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
  CHECK(info.format == 1);
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

TEST_CASE("store: read in a folder and file that cannot be written, making nothing") {
  const Made made;
  {
    Store store = made.write();
    add(store, entry("2026-0001", "register"), {{"story", "rahasia"}});
    store.begin();
    store.replace_projection({index_row("2026-0001"), {due("2026-0001", "2026-03-20T00:00")}, {}});
    store.commit();
  }
  chmod(made.path.c_str(), 0444);
  chmod(made.folder.path.c_str(), 0555);
  CHECK(apart([&] {
    unsetenv("HOME");
    Store store = made.read();
    store.unlock(made.genesis.key_text);
    return store.late("2026-03-20T00:00").size() == 1 && store.verify().sound &&
           store.open_sealed(store.entries_of("2026-0001").front()).front().plain == "rahasia";
  }));
  CHECK(apart([&] { return code_of([&] { made.write(); }) == Code::file_unwritable; }));
  CHECK(files_in(made.folder.path) == 1);
  chmod(made.path.c_str(), 0666); // the file may be written, its folder not: no journal can be
  CHECK(apart([&] {
    return code_of([&] {
             Store store = made.write();
             add(store, entry("2026-0001", "log"));
           }) != Code{};
  }));
  chmod(made.folder.path.c_str(), 0755);
  CHECK(made.read().info().entries == 4);
}

TEST_CASE("store: what is none is refused with its own code") {
  const Folder folder;
  const std::string path = folder.path / "x.db";
  const auto opening = [&] { return code_of([&] { Store::open(path, Access::read); }); };
  CHECK(opening() == Code::file_unreadable);
  CHECK(code_of([&] { Store::open(folder.path / "none" / "x.db", Access::write); }) == Code::file_unreadable);
  write_bytes(path, "");
  CHECK(opening() == Code::not_a_store);
  write_bytes(path, std::string(4096, 'x'));
  CHECK(opening() == Code::not_a_store);
  fs::remove(path);
  { SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE entry(a)"); }
  CHECK(opening() == Code::not_a_store);
  CHECK(code_of([&] { Store::open(path, Access::write); }) == Code::not_a_store);
  fs::remove(path);
  fs::create_directory(path);
  CHECK(opening() == Code::not_a_store);
  fs::remove(path);
  REQUIRE(mkfifo(path.c_str(), 0600) == 0);
  CHECK(opening() == Code::not_a_store);

  const Made made;
  const std::string link = folder.path / "link.db";
  fs::create_symlink(made.path, link);
  CHECK(code_of([&] { Store::open(link, Access::read); }) == Code::store_kind);
  fs::create_directory_symlink(made.folder.path, folder.path / "there"); // a linked folder is no harm
  CHECK(Store::open(folder.path / "there" / "mediasi.db", Access::read).practice());

  std::string bytes = bytes_in(made.path);
  bytes[63] = 2; // user_version
  write_bytes(made.path, bytes);
  CHECK(code_of([&] { made.read(); }) == Code::store_newer);
  CHECK(code_of([&] { made.write(); }) == Code::store_newer);
  bytes[63] = 1;
  bytes[18] = bytes[19] = 2; // write-ahead log
  write_bytes(made.path, bytes);
  CHECK(code_of([&] { made.read(); }) == Code::store_altered);
  bytes[18] = bytes[19] = 1;
  bytes.resize(bytes.size() / 2);
  write_bytes(made.path, bytes);
  CHECK(exit_code(code_of([&] {
          const Store store = made.read();
          if (!store.verify().sound) {
            throw Error({.code = Code::store_damaged, .message = "x", .hint = "y"});
          }
        })) == 8);
}

TEST_CASE("store: two at once wait for each other, and the wait has an end") {
  const Made made;
  const Opening impatient{.network_allowed = false, .wait = briefly};
  Store first = made.write();
  first.begin();
  first.append(entry("2026-0001", "register"), {});
  Store second = Store::open(made.path, Access::write, impatient);
  CHECK(code_of([&] { second.begin(); }) == Code::store_busy);
  CHECK(second.info().entries == 3); // reading goes on while the other has not committed
  first.commit();
  CHECK(add(second, entry("2026-0001", "log")) == 5);
  {
    const Store reader = made.read();
    CHECK(reader.info().entries == 5);
    second.begin();
    second.append(entry("2026-0001", "log"), {});
    CHECK(code_of([&] { second.commit(); }) == Code::store_busy); // a reader's snapshot is kept
    CHECK(reader.info().entries == 5);
  }
  CHECK(add(second, entry("2026-0001", "log")) == 6);
  CHECK(second.verify().sound);
}

TEST_CASE("store: a command killed amid its writing is undone by the next writer, and readers are told") {
  const Made made;
  const std::string before = bytes_in(made.path);
  const pid_t child = fork();
  if (child == 0) {
    Store store = made.write();
    store.begin();
    const std::string big(12 * 1024 * 1024, 'x'); // more than SQLite keeps in memory: pages reach the file
    store.append(entry("2026-0001", "register"), {{"attachment#1", big}});
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(fs::exists(made.path + "-journal"));
  CHECK(code_of([&] { made.read().info(); }) == Code::needs_recovery);
  {
    Store store = made.write();
    CHECK(store.info().entries == 3);
    CHECK(store.verify().sound);
  }
  CHECK(bytes_in(made.path) == before);
  CHECK(made.read().info().entries == 3);
}

TEST_CASE("store: projections are replaced by case, asked, and emptied") {
  const Made made;
  Store store = made.write();
  store.begin();
  store.replace_projection({index_row("2026-0001"),
                            {due("2026-0001", "2026-03-20T00:00"), due("2026-0001", "2026-03-10T12:00")},
                            {{"room", "r1", "2026-03-09T09:00", "2026-03-09T11:00", "2026-0001", 1}}});
  store.replace_projection(
      {index_row("2026-0012", "2026-03-05"), {due("2026-0012", "2026-03-01T00:00", "2026-02-01")}, {}});
  store.replace_projection({index_row("2025-0012"), {due("2025-0012", "")}, {}});
  store.commit();
  CHECK(store.cases().size() == 3);
  CHECK(store.cases().front().number == "2025-0012");
  CHECK(store.late("2026-03-10T11:59").empty()); // paused and never-late ones are not in it
  CHECK(store.late("2026-03-10T12:00").size() == 1);
  const std::vector<DueRow> late = store.late("2026-12-31T00:00");
  REQUIRE(late.size() == 2);
  CHECK(late[0].late_from == "2026-03-10T12:00");
  CHECK(late[1].provisional);
  CHECK(late[1].due == "2026-03-20");
  CHECK(late[1].officer == "rina");
  CHECK(store.dues().size() == 4);
  CHECK(store.open_cases_with_serial(12) == std::vector<std::string>{"2025-0012"});
  CHECK(store.open_cases_with_serial(3).empty());
  CHECK(store.bookings("room", "r1", "2026-03-09T10:59", "2026-03-09T12:00").size() == 1);
  CHECK(store.bookings("room", "r1", "2026-03-09T11:00", "2026-03-09T12:00").empty()); // ends when the other begins
  CHECK(store.bookings("room", "r1", "2026-03-09T08:00", "2026-03-09T09:00").empty());
  CHECK(store.bookings("mediator", "r1", "2026-03-09T09:00", "2026-03-09T11:00").empty());

  store.begin();
  store.replace_projection({index_row("2026-0001", "2026-04-01"), {}, {}});
  CHECK(store.cases()[1].closed == "2026-04-01");
  CHECK(store.late("2026-12-31T00:00").empty());
  CHECK(store.bookings("room", "r1", "2026-03-09T10:00", "2026-03-09T12:00").empty());
  store.note_number("undangan", 2026, 1, "2026-0001", 4);
  store.clear_projections();
  CHECK(store.cases().empty());
  CHECK(store.dues().empty());
  CHECK(store.next_number("undangan", 2026) == 1);
  store.commit();
  CHECK(store.verify().sound);
}

TEST_CASE("store: numbers have no gaps and are never given twice") {
  const Made made;
  Store store = made.write();
  store.begin();
  CHECK(store.next_serial(2026) == 1);
  store.replace_projection({index_row(case_number_text(2026, 1)), {}, {}});
  CHECK(store.next_serial(2026) == 2);
  store.append(entry("2026-0002", "register"), {}); // in the journal and not in the index
  CHECK(store.next_serial(2026) == 3);
  CHECK(store.next_serial(2025) == 1);
  store.replace_projection({index_row(case_number_text(2026, 9999)), {}, {}});
  CHECK(case_number_text(2026, store.next_serial(2026)) == "2026-10000");
  store.replace_projection({index_row("2026-10000"), {}, {}});
  CHECK(store.next_serial(2026) == 10001);

  CHECK(store.next_number("undangan", 2026) == 1);
  store.note_number("undangan", 2026, 1, "2026-0001", 4);
  CHECK(store.next_number("undangan", 2026) == 2);
  CHECK(store.next_number("undangan", 2027) == 1);
  CHECK(store.next_number("berita_acara", 2026) == 1);
  CHECK(code_of([&] { store.note_number("undangan", 2026, 1, "2026-0009", 5); }) == Code::internal);
  store.rollback();
  store.begin();
  CHECK(store.next_number("undangan", 2026) == 1); // what was not committed was not given
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
  for (const char *sql :
       {"UPDATE entry SET act = 'x' WHERE seq = 2", "DELETE FROM entry WHERE seq = 3",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 2",
        "INSERT INTO entry SELECT 9, case_number, act, step, on_text, recorded, by_officer, typed, rules, correction, "
        "target, facts, key_no, key_hash, hash FROM entry WHERE seq = 2",
        "INSERT INTO sealed VALUES (2, 'a', x'00')"}) {
    CAPTURE(sql);
    CHECK_THROWS_AS(database.exec(sql), SQLite::Exception);
  }
}

TEST_CASE("store: the question of what is late reads one index and nothing else") {
  const Made made;
  SQLite::Database database(made.path, SQLite::OPEN_READONLY);
  SQLite::Statement plan(database, std::string("EXPLAIN QUERY PLAN ") + late_question);
  std::string words;
  while (plan.executeStep()) {
    words += plan.getColumn(3).getString() + "\n";
  }
  CHECK(words == "SEARCH due USING COVERING INDEX due_late (late_from>? AND late_from<?)\n");
}

TEST_CASE("store: never a write-ahead log, and nothing is left beside the file") {
  const Made made;
  Store store = made.write();
  add(store, entry("2026-0001", "register"), {{"story", "x"}});
  CHECK(bytes_in(made.path)[18] == 1);
  CHECK(bytes_in(made.path)[19] == 1);
  CHECK(files_in(made.folder.path) == 1);
}
