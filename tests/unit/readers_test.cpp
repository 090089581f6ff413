#include "store/readers.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/passphrase.h"
#include "store/reader_rows.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

Entry act() {
  return entry("0", "reader");
}

template <typename Work> void in_one(Store &store, Work &&work) {
  store.begin();
  work();
  store.commit();
}

std::string story_of(const Store &store, const std::string &number) {
  return store.open_sealed(store.entries_of(number).front()).front().plain;
}

} // namespace

TEST_CASE("passphrases: costs out of bounds are no costs") {
  CHECK(parse_stretching(text_of(usual_stretching())));
  for (const char *bad :
       {"", "argon2id", "argon2id operations=3", "argon2id operations=3 memory=", "argon2id operations=3 memory=8191",
        "argon2id operations=0 memory=8192", "argon2id operations=5 memory=8192", "argon2id operations=3 memory=-1",
        "argon2id operations=3 memory=1073741825", "argon2id operations=99999999999999999999 memory=8192",
        "argon2id operations=3  memory=8192", "argon2id operations=3 memory=8192 ",
        "argon2i operations=3 memory=8192"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_stretching(bad));
  }
}

TEST_CASE("passphrases: what counts is the text, not how it was typed") {
  CHECK(normal_passphrase("kuda sungai\r\n")->view() == "kuda sungai");
  CHECK(normal_passphrase("caf\x65\xcc\x81")->view() == "caf\xc3\xa9");
  CHECK(normal_passphrase(" kuda ")->view() == " kuda ");
  CHECK(normal_passphrase("")->view().empty());
  for (const char *bad : {"kuda\tsungai", "kuda\nsungai", "\xff\xfe", "kuda \xc3"}) {
    CAPTURE(bad);
    CHECK_FALSE(normal_passphrase(bad));
    CHECK(code_of([&] { new_passphrase(bad); }) == Code::passphrase_refused);
  }
}

TEST_CASE("passphrases: too short, too plain, or like another key is refused") {
  CHECK(new_passphrase("kuda sungai tujuh payung\n").view() == "kuda sungai tujuh payung");
  CHECK(new_passphrase("dua belas hu").view() == "dua belas hu");
  for (const char *bad : {"", "sebelas hur", "aaaaaaaaaaaaaaaa", "abcdabcdabcdabcd", "mediasi-key-1 apa saja",
                          "01234-56789-ABCDE-FGHJK-MNPQR-STVWX-YZ012"}) {
    CAPTURE(bad);
    CHECK(code_of([&] { new_passphrase(bad); }) == Code::passphrase_refused);
  }
}

TEST_CASE("readers: parameters of a row are read back whole or not at all") {
  const std::string box(32, 'b');
  CHECK(parse_reader_params(text_of({.stretching = std::nullopt, .box = box}))->box == box);
  CHECK(parse_reader_params(text_of({.stretching = usual_stretching(), .box = box}))->stretching->operations == 3);
  for (const std::string &bad :
       {std::string(), std::string("box="), "box=" + std::string(63, 'a'), "box=" + std::string(66, 'a'),
        "box=" + std::string(64, 'x'), "argon2id operations=3 memory=1 box=" + std::string(64, 'a'),
        " box=" + std::string(64, 'a'), "x box=" + std::string(64, 'a')}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_reader_params(bad));
  }
}

TEST_CASE("readers: every way opens what was written before and after the keys were renewed") {
  const Made made;
  Store store = made.write();
  add(store, entry("2026-0001", "register"), {{"story", "lama"}});
  store.unlock(made.genesis.key_text);
  for (int turn = 0; turn < 3; ++turn) {
    in_one(store, [&] { renew_keys(store, act()); });
    CHECK(story_of(store, "2026-0001") == "lama"); // by the same opened store
  }
  add(store, entry("2026-0002", "register"), {{"story", "baru"}});
  for (const std::string_view key : {made.genesis.key_text.view(), made.genesis.recovery_text.view()}) {
    Store again = made.read();
    again.unlock(key);
    CHECK(story_of(again, "2026-0001") == "lama");
    CHECK(story_of(again, "2026-0002") == "baru");
  }
  CHECK(store.verify().problems.empty());
  CHECK(last_renewal(store) == store.entries_of("2026-0002").front().seq - 1);
}

TEST_CASE("readers: what is sealed in the transaction of a renewal, before and behind it, opens") {
  const Made made;
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  in_one(store, [&] {
    store.append(entry("2026-0001", "register"), {{"story", "sebelum"}});
    renew_keys(store, act());
    store.append(entry("2026-0001", "log"), {{"text", "sesudah"}});
  });
  Store again = made.read();
  again.unlock(made.genesis.recovery_text);
  CHECK(story_of(again, "2026-0001") == "sebelum");
  CHECK(again.open_sealed(again.entries_of("2026-0001").back()).front().plain == "sesudah");
}

TEST_CASE("readers: a change that is undone leaves the store and its keys as they were") {
  const Made made;
  {
    Store store = made.write();
    store.unlock(made.genesis.key_text);
    const std::string before = bytes_in(made.path);
    store.begin();
    remove_reader(store, 1, act());
    store.rollback();
    CHECK(bytes_in(made.path) == before);
  }
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  CHECK(readers(store).size() == 2);
}

TEST_CASE("readers: a change needs the key, and ends at as many readers as a passphrase is tried for") {
  const Made made;
  Store store = made.write();
  const ReaderKey key = reader_key(KeyKind::file, fresh_key_file(store.info().id, StoreId::of_its_keys));
  store.begin();
  CHECK(code_of([&] { add_reader(store, "rina", key, act()); }) == Code::key_needed);
  store.rollback();
  store.unlock(made.genesis.key_text);
  store.begin();
  for (std::size_t number = readers(store).size(); number < most_readers; ++number) {
    add_reader(store, "rina", key, act());
  }
  store.commit();
  store.begin();
  CHECK(code_of([&] { add_reader(store, "rina", key, act()); }) == Code::reader_needed);
  store.rollback();
  CHECK(readers(store).size() == most_readers);
  CHECK(store.verify().problems.empty());
}

TEST_CASE("readers: a key pair put into a row by somebody else is given no copy of the new master") {
  const Made made;
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  const FreshKey stranger = fresh_key_file(store.info().id, StoreId::of_its_keys);
  {
    SQLite::Database database(made.path, SQLite::OPEN_READWRITE);
    SQLite::Statement update(database, "UPDATE reader SET params = $params WHERE id = 2");
    update.bind("$params", reader_key(KeyKind::file, stranger).params);
    update.exec();
  }
  store.begin();
  CHECK(code_of([&] { renew_keys(store, act()); }) == Code::store_altered);
  store.rollback();
  CHECK_FALSE(store.verify().sound);
}
