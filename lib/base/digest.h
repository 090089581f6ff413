// BLAKE2b-256 (RFC 7693): the one hash of the program. Whole texts, or piece by piece with length prefixes, so that no
// two different lists of pieces ever hash alike.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mediasi {

using Hash = std::array<unsigned char, 32>;

class Digest {
public:
  Digest();
  Digest &add(std::string_view bytes);       // as they are
  Digest &add_sized(std::string_view bytes); // after their length, 8 bytes, least first
  Digest &add_number(std::int64_t number);   // 8 bytes, least first
  Hash finish();                             // once; the object is used up

private:
  alignas(64) std::array<unsigned char, 384> state_; // libsodium's own state, kept out of this header
};

Hash digest(std::string_view bytes);
std::string digest_hex(std::string_view bytes); // 64 small hex digits

std::string_view bytes_of(const Hash &hash); // valid as long as the hash
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text); // small digits only, even count

} // namespace mediasi
