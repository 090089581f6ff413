#include "store/passphrase.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <sodium.h>
#include <utf8proc.h>

#include "base/error.h"
#include "base/language.h"
#include "store/key_text.h"

namespace mediasi {

namespace {

constexpr std::size_t fewest_letters = 12;
constexpr std::size_t fewest_different = 5;
constexpr std::size_t most_letters = 512;

constexpr std::uint64_t most_operations = crypto_pwhash_OPSLIMIT_SENSITIVE;
constexpr std::uint64_t most_memory = crypto_pwhash_MEMLIMIT_SENSITIVE;
static_assert(crypto_pwhash_SALTBYTES == salt_size);

Error passphrase_refused(std::string message, std::string hint) {
  return Error({.code = Code::passphrase_refused, .message = std::move(message), .hint = std::move(hint)});
}

const utf8proc_uint8_t *utf8proc_bytes(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t *>(text.data());
}

// the characters of a text, in locked memory; none when it is no text
struct Letters {
  Secret bytes{most_letters * sizeof(utf8proc_int32_t)};
  utf8proc_ssize_t count = 0;

  explicit Letters(std::string_view text, utf8proc_option_t options) {
    count = utf8proc_decompose(utf8proc_bytes(text), static_cast<utf8proc_ssize_t>(text.size()), data(),
                               static_cast<utf8proc_ssize_t>(most_letters), options);
  }
  utf8proc_int32_t *data() { return reinterpret_cast<utf8proc_int32_t *>(bytes.bytes().data()); }
};

std::optional<std::uint64_t> number_after(std::string_view &text, std::string_view word) {
  if (!text.starts_with(word)) {
    return std::nullopt;
  }
  text.remove_prefix(word.size());
  std::uint64_t number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc{}) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

} // namespace

Stretching usual_stretching() {
  return {.operations = crypto_pwhash_OPSLIMIT_MODERATE, .memory = crypto_pwhash_MEMLIMIT_MODERATE};
}

std::string text_of(const Stretching &stretching) {
  return "argon2id operations=" + std::to_string(stretching.operations) +
         " memory=" + std::to_string(stretching.memory);
}

std::optional<Stretching> parse_stretching(std::string_view text) {
  const auto operations = number_after(text, "argon2id operations=");
  const auto memory = number_after(text, " memory=");
  if (!operations || !memory || !text.empty() || *operations < crypto_pwhash_OPSLIMIT_MIN ||
      *operations > most_operations || *memory < crypto_pwhash_MEMLIMIT_MIN || *memory > most_memory) {
    return std::nullopt;
  }
  return Stretching{*operations, *memory};
}

std::optional<SecretText> normal_passphrase(std::string_view typed) {
  while (!typed.empty() && (typed.back() == '\n' || typed.back() == '\r')) {
    typed.remove_suffix(1);
  }
  Letters letters(typed, UTF8PROC_COMPOSE);
  if (letters.count < 0 || letters.count > static_cast<utf8proc_ssize_t>(most_letters)) {
    return std::nullopt;
  }
  letters.count = utf8proc_normalize_utf32(letters.data(), letters.count, UTF8PROC_COMPOSE);
  SecretText normal;
  std::array<utf8proc_uint8_t, 4> letter{};
  for (utf8proc_ssize_t at = 0; at < letters.count; ++at) {
    const utf8proc_int32_t code = letters.data()[at];
    if (utf8proc_category(code) == UTF8PROC_CATEGORY_CC) {
      return std::nullopt;
    }
    const auto size = static_cast<std::size_t>(utf8proc_encode_char(code, letter.data()));
    normal.add({reinterpret_cast<const char *>(letter.data()), size});
  }
  sodium_memzero(letter.data(), letter.size());
  return normal;
}

SecretText new_passphrase(std::string_view typed) {
  auto normal = normal_passphrase(typed);
  if (!normal) {
    throw passphrase_refused(say("a passphrase is a line of text in UTF-8"),
                             say("type it again, without control characters"));
  }
  Letters letters(*normal, UTF8PROC_COMPOSE);
  const std::string better = say("take four or more words that nobody would put together");
  if (letters.count < static_cast<utf8proc_ssize_t>(fewest_letters)) {
    throw passphrase_refused(say("the passphrase has fewer than {} characters", fewest_letters), better);
  }
  auto *end = letters.data() + letters.count;
  std::sort(letters.data(), end);
  if (static_cast<std::size_t>(std::unique(letters.data(), end) - letters.data()) < fewest_different) {
    throw passphrase_refused(say("the passphrase has fewer than {} different characters", fewest_different), better);
  }
  if (key_kind(*normal) != KeyKind::passphrase) {
    throw passphrase_refused(say("the passphrase reads like a key file or a recovery code"), better);
  }
  return std::move(*normal);
}

Secret stretched(std::string_view normal, std::string_view salt, const Stretching &stretching) {
  Secret key(key_size);
  const int failed = salt.size() != salt_size
                         ? -1
                         : crypto_pwhash(key.bytes().data(), key_size, normal.data(), normal.size(),
                                         reinterpret_cast<const unsigned char *>(salt.data()), stretching.operations,
                                         static_cast<std::size_t>(stretching.memory), crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) {
    throw Error({.code = Code::out_of_memory,
                 .message = say("not enough memory to try the passphrase: {} MiB", stretching.memory >> 20),
                 .hint = say("close other programs, or use a key file")});
  }
  return key;
}

} // namespace mediasi
