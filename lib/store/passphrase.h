// Passphrases: what may be one, and Argon2id (RFC 9106) that makes a key of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/secret_text.h"

namespace mediasi {

struct Stretching { // the costs of one try
  std::uint64_t operations = 0;
  std::uint64_t memory = 0; // bytes
};

inline constexpr std::size_t salt_size = 16;

Stretching usual_stretching(); // a third of a second and 256 MiB
std::string text_of(const Stretching &stretching);
// nullopt also for costs out of bounds: a store made by somebody else must not take a day or all memory
std::optional<Stretching> parse_stretching(std::string_view text);

// As it counts, however it was typed: the line's end taken off, in NFC; nullopt when it is no text.
std::optional<SecretText> normal_passphrase(std::string_view typed);
// The same of a new one; Error(passphrase_refused) says why it will not do, never what it is.
SecretText new_passphrase(std::string_view typed);

Secret stretched(std::string_view normal, std::string_view salt, const Stretching &stretching);

} // namespace mediasi
