#include "store/multiset_hash.h"

#include <cstring>

#include <sodium.h>

namespace mediasi {

namespace {

using Lanes = std::array<std::uint16_t, MultisetHash::lanes>;

static_assert(sizeof(Hash) == crypto_stream_chacha20_ietf_KEYBYTES && sizeof(Lanes) == MultisetHash::size);
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "lanes are kept as they lie in memory");

// 2048 bytes that only this element gives: the key stream under its hash
Lanes spread(const Hash &element) {
  static constexpr std::array<unsigned char, crypto_stream_chacha20_ietf_NONCEBYTES> nonce{};
  Lanes lanes{};
  crypto_stream_chacha20_ietf(reinterpret_cast<unsigned char *>(lanes.data()), sizeof lanes, nonce.data(),
                              element.data());
  return lanes;
}

} // namespace

MultisetHash::MultisetHash(std::string_view bytes) {
  if (bytes.size() == size)
    std::memcpy(lanes_.data(), bytes.data(), size);
}

void MultisetHash::add(const Hash &element) {
  const Lanes more = spread(element);
  for (std::size_t at = 0; at < lanes; ++at)
    lanes_[at] = static_cast<std::uint16_t>(lanes_[at] + more[at]);
}

void MultisetHash::remove(const Hash &element) {
  const Lanes less = spread(element);
  for (std::size_t at = 0; at < lanes; ++at)
    lanes_[at] = static_cast<std::uint16_t>(lanes_[at] - less[at]);
}

std::string MultisetHash::bytes() const {
  return {reinterpret_cast<const char *>(lanes_.data()), size};
}

Hash MultisetHash::digest() const {
  return Digest{}.add_sized("mediasi-tables-1").add({reinterpret_cast<const char *>(lanes_.data()), size}).finish();
}

} // namespace mediasi
