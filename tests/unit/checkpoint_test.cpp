// Checkpoints and their signatures as texts; tests/cli/witness_test.py has minisign itself check them.
#include <doctest/doctest.h>

#include "store/checkpoint.h"
#include "store/minisign.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

TEST_CASE("checkpoint: says the head and earlier entries ever further apart, and is read back") {
  const Made made;
  Store store = made.write();
  for (int i = 0; i < 20; ++i)
    add(store, entry("2026-0001", "log"));
  const Checkpoint checkpoint = checkpoint_of(store, instant("2026-03-02T02:00:00Z"));
  CHECK(checkpoint.head() == 23);
  std::vector<std::int64_t> numbers;
  for (const auto &[seq, hash] : checkpoint.entries)
    numbers.push_back(seq);
  CHECK(numbers == std::vector<std::int64_t>{7, 15, 19, 21, 22, 23});
  const std::string text = text_of(checkpoint);
  const Checkpoint read = read_checkpoint(text, "f");
  CHECK(text_of(read) == text);
  CHECK(read.entries == checkpoint.entries);
  CHECK(store.verify(&read).state == "sound");
}

TEST_CASE("verify: an altered, a cut off and a forked journal are told apart by a checkpoint") {
  const Made made;
  Store store = made.write();
  for (int i = 0; i < 5; ++i)
    add(store, entry("2026-0001", "log"));
  Checkpoint ahead = checkpoint_of(store, instant("2026-03-02T02:00:00Z"));
  ahead.entries[12] = std::string(64, 'a');
  CHECK(store.verify(&ahead).state == "cut_off");
  CHECK(store.verify(&ahead).problems.front().seq == 9);
  Checkpoint other = checkpoint_of(store, instant("2026-03-02T02:00:00Z"));
  other.entries[7] = std::string(64, 'a');
  const VerifyReport forked = store.verify(&other);
  CHECK_FALSE(forked.sound);
  CHECK(forked.state == "forked");
  CHECK(forked.problems.front().seq == 7); // 6 was the last that agreed
  CHECK(store.verify().state == "sound");
}

TEST_CASE("minisign: a signature holds for its text, comment and key alone") {
  const Secret one = fresh_master(), two = fresh_master();
  const std::string text = "mediasi\n";
  const std::string good = minisig(one, text, "entry 7");
  CHECK(minisig_ok(publics_of(one).sign, text, good));
  CHECK_FALSE(minisig_ok(publics_of(two).sign, text, good));
  CHECK_FALSE(minisig_ok(publics_of(one).sign, text + " ", good));
  CHECK_FALSE(minisig_ok("", text, good));
  for (std::size_t at = good.find('\n') + 1; at < good.size(); ++at) { // the untrusted comment is nobody's
    std::string bent = good;
    bent[at] = static_cast<char>(bent[at] ^ 1);
    CAPTURE(at);
    CHECK_FALSE(minisig_ok(publics_of(one).sign, text, bent));
  }
  for (std::size_t size = 0; size + 1 < good.size(); ++size)
    CHECK_FALSE(minisig_ok(publics_of(one).sign, text, good.substr(0, size)));
}
