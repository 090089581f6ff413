// Opening a store: by whom, where, in what state, and while others are at work in it.
#include <csignal>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds briefly{50};

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

} // namespace

TEST_CASE("store: read in a folder and file that cannot be written, making nothing") {
  const Made made;
  {
    Store store = made.write();
    add(store, entry("2026-0001", "register"), {{"story", "rahasia"}});
    store.begin();
    store.replace_projection({index_row("2026-0001"), {due("2026-0001", "2026-03-20T00:00")}, {}});
    settle(store);
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
  CHECK(made.read().info().entries == 5);
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
  bytes[63] = 99; // user_version
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
    store.append(entry("2026-0001", "register"), {{"attachment#1", big}, {"attachment#2", big}, {"attachment#3", big}});
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

TEST_CASE("store: what several commands write at once is there once each, in one sound chain") {
  const Made made;
  std::vector<pid_t> writers;
  for (int writer = 1; writer <= 4; ++writer) {
    writers.push_back(fork());
    if (writers.back() == 0) {
      try {
        for (int round = 0; round < 15; ++round) {
          Store store = made.write();
          store.begin();
          const std::string number = case_number_text(2026, store.next_serial(2026));
          store.replace_projection({index_row(number), {}, {}});
          store.append(entry(number, "register"), {{"story", std::to_string(writer)}});
          store.commit();
        }
      } catch (const Error &) {
        _exit(1);
      }
      _exit(0);
    }
  }
  for (const pid_t writer : writers) {
    int status = 1;
    waitpid(writer, &status, 0);
    CHECK(status == 0);
  }
  const Store store = made.read();
  CHECK(store.verify().sound);
  REQUIRE(store.cases().size() == 60);
  CHECK(store.cases().back().number == "2026-0060");
  CHECK(store.info().entries == 63);
}
