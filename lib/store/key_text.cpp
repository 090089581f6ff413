#include "store/key_text.h"

#include <array>
#include <cstdint>
#include <optional>

#include <sodium.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 2> key_words = {"mediasi-key-1", "mediasi-key-2"}; // by StoreId
constexpr std::array<std::string_view, 2> recovery_words = {"mediasi-recovery-1", "mediasi-recovery-2"};
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_bytes = 20; // 160 random bits: 32 letters
constexpr std::size_t code_letters = 32;
constexpr std::size_t check_letters = 3; // 15 bits: one typing error in 32768 passes
constexpr std::size_t group = 5;         // letters between hyphens
constexpr int key_base64 = sodium_base64_VARIANT_ORIGINAL;

constexpr std::array<std::string_view, 3> kind_names = {"file", "recovery", "passphrase"};

[[noreturn]] void refuse_key(std::string message, std::string hint) {
  throw Error({.code = Code::key_wrong, .message = std::move(message), .hint = std::move(hint)});
}

std::string_view word_of(const std::array<std::string_view, 2> &words, StoreId id) {
  return words.at(static_cast<std::size_t>(id));
}

std::optional<StoreId> id_by(const std::array<std::string_view, 2> &words, std::string_view word) {
  for (const StoreId id : {StoreId::drawn, StoreId::of_its_keys})
    if (word == word_of(words, id))
      return id;
  return std::nullopt;
}

std::string_view view(const Secret &secret) {
  return {reinterpret_cast<const char *>(secret.bytes().data()), secret.bytes().size()};
}

// cuts the first word off
std::string_view take_word(std::string_view &text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto start = text.find_first_not_of(blanks);
  if (start == std::string_view::npos) {
    text = {};
    return {};
  }
  text.remove_prefix(start);
  const std::string_view word = text.substr(0, text.find_first_of(blanks));
  text.remove_prefix(word.size());
  return word;
}

void add_letters(SecretText &text, std::string_view bytes) {
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (char byte : bytes) {
    held = (held << 8) | static_cast<unsigned char>(byte);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text.add(letters[(held >> bits) & 31]);
    }
    held &= (1U << bits) - 1;
  }
}

SecretText check_of(std::string_view bytes) {
  const Hash hash = Digest{}.add_sized("mediasi-recovery-check-1").add_sized(bytes).finish();
  SecretText text;
  add_letters(text, bytes_of(hash));
  text.cut(check_letters);
  return text;
}

// The code as read off paper: I and L are 1, O is 0. Empty when something else stands there.
SecretText plain_letters(std::string_view typed) {
  SecretText text;
  for (char letter : typed) {
    if (letter >= 'a' && letter <= 'z') {
      letter = static_cast<char>(letter - 'a' + 'A');
    }
    if (letter == 'I' || letter == 'L') {
      letter = '1';
    } else if (letter == 'O') {
      letter = '0';
    }
    if (letters.find(letter) != std::string_view::npos) {
      text.add(letter);
    } else if (letter != '-' && letter != ' ' && letter != '\t' && letter != '\r' && letter != '\n') {
      text.cut(0);
      return text;
    }
  }
  return text;
}

void key_from_code(Secret &key, std::string_view bytes) {
  Hash hash = Digest{}.add_sized("mediasi-recovery-key-1").add_sized(bytes).finish();
  std::copy(hash.begin(), hash.end(), key.bytes().begin());
  sodium_memzero(hash.data(), hash.size());
}

KeyText read_recovery(std::string_view code, std::string_view store) {
  const SecretText text = plain_letters(code);
  SecretText bytes;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (char letter : text.view().substr(0, code_letters)) {
    held = (held << 5) | static_cast<std::uint32_t>(letters.find(letter));
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.add(static_cast<char>((held >> bits) & 0xff));
    }
    held &= (1U << bits) - 1;
  }
  if (text.view().size() != code_letters + check_letters ||
      check_of(bytes).view() != text.view().substr(code_letters)) {
    refuse_key(say("the recovery code is mistyped or not whole"), say("type its seven groups of five again"));
  }
  KeyText read{.kind = KeyKind::recovery, .store = std::string(store)};
  key_from_code(read.key, bytes);
  return read;
}

KeyText read_key_file(std::string_view rest) {
  KeyText read{.kind = KeyKind::file, .store = std::string(take_word(rest))};
  const std::string_view code = take_word(rest);
  std::size_t size = 0;
  const int wrong = sodium_base642bin(read.key.bytes().data(), key_size, code.data(), code.size(), nullptr, &size,
                                      nullptr, key_base64);
  if (wrong != 0 || size != key_size || !take_word(rest).empty()) {
    refuse_key(say("the key file is cut short or altered"), say("take a fresh copy of the key file"));
  }
  return read;
}

} // namespace

std::string_view kind_name(KeyKind kind) {
  return kind_names.at(static_cast<std::size_t>(kind));
}

KeyKind key_kind(std::string_view text) {
  std::string_view rest = text;
  const std::string_view word = take_word(rest);
  if (word.starts_with("mediasi-key-")) {
    return KeyKind::file;
  }
  const bool recovery =
      word.starts_with("mediasi-recovery-") || plain_letters(text).view().size() == code_letters + check_letters;
  return recovery ? KeyKind::recovery : KeyKind::passphrase;
}

KeyText read_key_text(std::string_view text) {
  std::string_view rest = text;
  const std::string_view word = take_word(rest);
  if (const auto id = id_by(key_words, word)) {
    KeyText read = read_key_file(rest);
    read.id = *id;
    return read;
  }
  if (const auto id = id_by(recovery_words, word)) {
    const std::string_view store = take_word(rest);
    KeyText read = read_recovery(rest, store);
    read.id = *id;
    return read;
  }
  if (plain_letters(text).view().size() == code_letters + check_letters) {
    return read_recovery(text, {});
  }
  refuse_key(say("this is neither a key file nor a recovery code of mediasi"),
             say("name the key file that 'mediasi init' wrote, with --key FILE"));
}

FreshKey fresh_key_file(std::string_view store_id, StoreId id) {
  FreshKey fresh;
  fill_random(fresh.key.bytes());
  for (const std::string_view part : {word_of(key_words, id), std::string_view(" "), store_id, std::string_view(" ")}) {
    fresh.text.add(part);
  }
  const std::size_t size = sodium_base64_ENCODED_LEN(key_size, key_base64); // with a closing NUL
  sodium_bin2base64(reinterpret_cast<char *>(fresh.text.room().data()), size, fresh.key.bytes().data(), key_size,
                    key_base64);
  fresh.text.grow(size - 1);
  fresh.text.add('\n');
  return fresh;
}

FreshKey fresh_recovery(std::string_view store_id, StoreId id) {
  Secret bytes(code_bytes);
  fill_random(bytes.bytes());
  SecretText code;
  add_letters(code, view(bytes));
  code.add(check_of(view(bytes)));
  FreshKey fresh;
  key_from_code(fresh.key, view(bytes));
  for (const std::string_view part :
       {word_of(recovery_words, id), std::string_view(" "), store_id, std::string_view("\n")}) {
    fresh.text.add(part);
  }
  for (std::size_t at = 0; at < code.view().size(); at += group) {
    fresh.text.add(at > 0 ? "-" : "");
    fresh.text.add(code.view().substr(at, group));
  }
  fresh.text.add('\n');
  return fresh;
}

} // namespace mediasi
