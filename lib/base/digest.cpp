#include "base/digest.h"

#include <new>

#include <sodium.h>

namespace mediasi {

namespace {

static_assert(sizeof(crypto_generichash_state) == 384 && alignof(crypto_generichash_state) <= 64);

crypto_generichash_state *state_in(std::array<unsigned char, 384> &bytes) {
  return std::launder(reinterpret_cast<crypto_generichash_state *>(bytes.data()));
}

const unsigned char *unsigned_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

Digest::Digest() {
  // picks the fastest BLAKE2b of this processor; without it the plain one would run, with the same result
  [[maybe_unused]] static const int ready = sodium_init();
  new (state_.data()) crypto_generichash_state;
  crypto_generichash_init(state_in(state_), nullptr, 0, sizeof(Hash));
}

Digest &Digest::add(std::string_view bytes) {
  crypto_generichash_update(state_in(state_), unsigned_bytes(bytes), bytes.size());
  return *this;
}

Digest &Digest::add_sized(std::string_view bytes) {
  return add_number(static_cast<std::int64_t>(bytes.size())).add(bytes);
}

Digest &Digest::add_number(std::int64_t number) {
  std::array<unsigned char, 8> little{};
  auto rest = static_cast<std::uint64_t>(number);
  for (unsigned char &byte : little) {
    byte = static_cast<unsigned char>(rest & 0xff);
    rest >>= 8;
  }
  crypto_generichash_update(state_in(state_), little.data(), little.size());
  return *this;
}

Hash Digest::finish() {
  Hash hash{};
  crypto_generichash_final(state_in(state_), hash.data(), hash.size());
  return hash;
}

Hash digest(std::string_view bytes) {
  return Digest{}.add(bytes).finish();
}

std::string digest_hex(std::string_view bytes) {
  return to_hex(bytes_of(digest(bytes)));
}

std::string_view bytes_of(const Hash &hash) {
  return {reinterpret_cast<const char *>(hash.data()), hash.size()};
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += digits[value >> 4];
    text += digits[value & 15];
  }
  return text;
}

std::optional<std::string> from_hex(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (text.size() % 2 != 0) {
    return std::nullopt;
  }
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const auto high = digits.find(text[at]);
    const auto low = digits.find(text[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) {
      return std::nullopt;
    }
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

} // namespace mediasi
