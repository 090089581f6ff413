#include "store/seal.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.h"
#include "store/key_text.h"

using namespace mediasi;

namespace {

Secret random_key() {
  Secret key(key_size);
  fill_random(key.bytes());
  return key;
}

bool same(const Secret &a, const Secret &b) {
  return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin(), b.bytes().end());
}

const std::string store_id = "00112233445566778899aabbccddeeff";

} // namespace

TEST_CASE("seal: opens with its key and binding, and with nothing else") {
  const Secret key = random_key();
  const Secret other = random_key();
  const std::string binding = bound({"toko", "2026-0001"});
  const std::string blob = seal(key.key(), "Siti", binding);
  CHECK(unseal(key.key(), blob, binding) == "Siti");
  CHECK_FALSE(unseal(other.key(), blob, binding));
  CHECK_FALSE(unseal(key.key(), blob, bound({"toko2026-0001"})));
  CHECK_FALSE(unseal(key.key(), "", binding));
  CHECK(seal(key.key(), "Siti", binding) != blob); // a fresh nonce each time
  for (std::size_t at = 0; at < blob.size(); ++at) {
    std::string bent = blob;
    bent[at] = static_cast<char>(bent[at] ^ 1);
    CHECK_FALSE(unseal(key.key(), bent, binding));
  }
  for (std::size_t size = 0; size < blob.size(); ++size) {
    CHECK_FALSE(unseal(key.key(), std::string_view(blob).substr(0, size), binding));
  }
}

TEST_CASE("seal: bindings of different parts never read alike") {
  CHECK(bound({"a", "bc"}) != bound({"ab", "c"}));
  CHECK(bound({"a", ""}) != bound({"a"}));
}

TEST_CASE("seal: padding hides lengths in steps and comes off again") {
  for (std::size_t size : std::vector<std::size_t>{0, 1, 62, 63, 64, 65, 127, 128, 4095, 4096}) {
    const std::string plain(size, 'x');
    for (std::size_t block : std::vector<std::size_t>{64, 4096}) {
      std::string filled = padded(plain, block);
      CHECK(filled.size() == (size / block + 1) * block);
      REQUIRE(unpad(filled, block));
      CHECK(filled == plain);
    }
  }
  std::string never(64, 'x');
  CHECK_FALSE(unpad(never, 64));
  std::string brief = "x";
  CHECK_FALSE(unpad(brief, 64));
}

TEST_CASE("seal: who has only the public key can wrap and not unwrap") {
  Secret master = fresh_master();
  const Publics publics = publics_of(master);
  const Secret key = random_key();
  const Wrapper wrapper(publics.read);
  const std::string wrapped = wrapper.wrap(key.key(), "kasus");
  CHECK(wrapped.size() == wrapped_size);

  Unwrapper reader(std::move(master));
  Unwrapper stranger(fresh_master());
  Secret opened(key_size);
  CHECK(reader.unwrap(opened.bytes(), wrapped, "kasus"));
  CHECK(same(opened, key));
  CHECK_FALSE(reader.unwrap(opened.bytes(), wrapped, "kasus lain"));
  CHECK_FALSE(stranger.unwrap(opened.bytes(), wrapped, "kasus"));
  for (std::size_t at = 0; at < wrapped.size(); ++at) {
    std::string bent = wrapped;
    bent[at] = static_cast<char>(bent[at] ^ 2);
    CHECK_FALSE(reader.unwrap(opened.bytes(), bent, "kasus"));
  }
  CHECK_THROWS_AS(Wrapper(std::string(32, '\0')), Error); // no point of the curve's big group
}

TEST_CASE("key texts: key file and recovery code give the key back, however they are typed") {
  const FreshKey file = fresh_key_file(store_id, StoreId::of_its_keys);
  const KeyText read = read_key_text(file.text);
  CHECK(read.kind == KeyKind::file);
  CHECK(read.store == store_id);
  CHECK(same(read.key, file.key));

  const FreshKey paper = fresh_recovery(store_id, StoreId::of_its_keys);
  const KeyText whole = read_key_text(paper.text);
  CHECK(whole.kind == KeyKind::recovery);
  CHECK(whole.store == store_id);
  CHECK(same(whole.key, paper.key));

  const std::string text(paper.text.view());
  std::string code = text.substr(text.find('\n') + 1);
  CHECK(code.size() == 7 * 5 + 6 + 1);
  CHECK(same(read_key_text(code).key, paper.key));
  for (char &letter : code) {
    letter = letter == '-' ? ' ' : letter == '0' ? 'o' : letter == '1' ? 'l' : static_cast<char>(std::tolower(letter));
  }
  CHECK(same(read_key_text(code).key, paper.key));
}

TEST_CASE("key texts: a slip of the pen is noticed") {
  const std::string file(fresh_key_file(store_id, StoreId::of_its_keys).text.view());
  const std::string paper(fresh_recovery(store_id, StoreId::of_its_keys).text.view());
  const std::string code = paper.substr(paper.find('\n') + 1);
  std::string wrong = code;
  wrong[0] = wrong[0] == '7' ? '8' : '7';
  std::string swapped = code;
  swapped[0] = code[0] == 'A' ? 'B' : 'A';
  for (const std::string &bad :
       {std::string(), std::string("rahasia"), file.substr(0, file.size() - 4), file + " more",
        "mediasi-key-1 " + store_id, "mediasi-key-3 " + store_id, std::string("mediasi-recovery-1 x"), wrong, swapped,
        code.substr(0, 35), code + "A", "mediasi-recovery-1 " + store_id + "\n" + wrong}) {
    CAPTURE(bad.size());
    CHECK_THROWS_AS(read_key_text(bad), Error);
  }
}
