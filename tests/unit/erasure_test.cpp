// Erasing a case in the store itself: what stays, what goes, and what verify makes of it.
#include "store/erasure.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

const std::string some_hash(64, 'a');

Made two_cases() {
  return Made([](Store &store) {
    store.append(entry("2026-0001", "register", {{"source", "rujukan"}}), {{"story", "cerita"}});
    store.append(entry("2026-0002", "register"), {{"story", "lain"}});
  });
}

Erasure erasure_for(const Store &store, const std::string &number) {
  Erasure erasure{number, first_entry_of(store, number), "2031-06-09", "habis", some_hash, {}, {}};
  sign(store, erasure);
  return erasure;
}

Store opened(const Made &made) {
  Store store = made.write();
  store.unlock(made.genesis.key_text);
  return store;
}

Erasure erase(Store &store, const std::string &number) {
  const Erasure erasure = erasure_for(store, number);
  store.begin();
  erase_keys(store, number);
  store.append(entry(std::string(house), "erase", facts_of(erasure)), {});
  store.commit();
  return erasure;
}

} // namespace

TEST_CASE("an erased case cannot be opened by any key, and the other can") {
  const Made made = two_cases();
  Store store = opened(made);
  CHECK_FALSE(erased(store, "2026-0001"));
  const Erasure erasure = erase(store, "2026-0001");
  CHECK(erased(store, "2026-0001"));
  CHECK_FALSE(erased(store, "2026-0002"));
  CHECK(erasure_of_case(store, "2026-0001")->reason == "habis");
  CHECK(store.verify().sound);
  for (const SecretText *key : {&made.genesis.key_text, &made.genesis.recovery_text}) {
    Store again = made.read();
    again.unlock(*key);
    CHECK(code_of([&] { again.open_sealed(again.entries_of("2026-0001").front()); }) == Code::case_erased);
    CHECK(again.open_sealed(again.entries_of("2026-0002").front()).front().plain == "lain");
  }
  REQUIRE(erasures(store).size() == 1);
  CHECK(line_of(erasures(store).front()) == line_of(erasure));
}

TEST_CASE("an erasure without its entry, or with one the store did not sign, is a damage") {
  const Made made = two_cases();
  {
    Store store = opened(made);
    store.begin();
    CHECK(erase_keys(store, "2026-0001") == 1);
    CHECK(erase_keys(store, "2026-0001") == 0);
    store.append(entry(std::string(house), "log"), {});
    store.commit();
  }
  REQUIRE_FALSE(made.read().verify().sound);
  CHECK(made.read().verify().problems.front().what == "keys");
  Store store = made.write(); // no key: nothing can be signed
  Erasure erasure{"2026-0001", first_entry_of(store, "2026-0001"), "2031-06-09", "habis", some_hash, {}, {}};
  CHECK(code_of([&] { sign(store, erasure); }) == Code::key_needed);
  for (const std::string &signature : {std::string(), std::string("xy"), std::string(128, '0')}) {
    erasure.signature = signature;
    add(store, entry(std::string(house), "erase", facts_of(erasure)));
    CHECK_FALSE(store.verify().sound);
  }
}

TEST_CASE("a signature holds for its own case, day, reason and minutes alone") {
  const Made made = two_cases();
  const Store store = opened(made);
  const Erasure good = erasure_for(store, "2026-0001");
  CHECK(well_signed(store, good, 0));
  for (const auto member :
       {&Erasure::case_number, &Erasure::first, &Erasure::on, &Erasure::reason, &Erasure::minutes}) {
    Erasure other = good;
    (other.*member)[0] = static_cast<char>((other.*member)[0] + 1);
    CHECK_FALSE(well_signed(store, other, 0));
  }
  const Made another = two_cases();
  CHECK_FALSE(well_signed(another.read(), good, 0));
}

TEST_CASE("the list is read back line for line, and nothing else is taken for one") {
  const Made made = two_cases();
  Store store = opened(made);
  erase(store, "2026-0001");
  erase(store, "2026-0002");
  const std::string text = erasure_list(store, erasures(store));
  const auto all = read_erasure_list(store, text, "list");
  REQUIRE(all.size() == 2);
  CHECK(erasure_list(store, all) == text);
  const auto crlf = [&] {
    std::string lines;
    for (const char c : text) {
      lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    return lines;
  }();
  CHECK(read_erasure_list(store, crlf, "list").size() == 2);
  CHECK(read_erasure_list(store, erasure_list(store, {}), "list").empty());
  const std::string line = line_of(all.front());
  for (const std::string &bad :
       std::vector<std::string>{std::string(), std::string("x"), text.substr(1), text + "2026-0001\n",
                                text + line + " \n", text + line + " " + std::string(128, 'g') + "\n",
                                text + line + " " + std::string(128, '0') + "\n", text + "0" + line + "\n",
                                text + std::string(100000, 'a'), "mediasi-erasures-1\n", "mediasi-erasures-1 0\n"}) {
    CAPTURE(bad.substr(0, 60));
    CHECK(code_of([&] { read_erasure_list(store, bad, "list"); }) == Code::bad_erasures);
  }
  const Made another = two_cases();
  CHECK(code_of([&] { read_erasure_list(another.read(), text, "list"); }) == Code::bad_erasures);
}
