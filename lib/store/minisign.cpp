#include "store/minisign.h"

#include <array>
#include <optional>

#include <sodium.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
#include "store/inside.h"
#include "store/readership.h"

namespace mediasi {

namespace {

constexpr int minisign_base64 = sodium_base64_VARIANT_ORIGINAL;
constexpr std::string_view hashed = "ED"; // the algorithm of a signature; "Ed" is that of a key
constexpr std::size_t number_size = 8, signature_size = crypto_sign_BYTES;
constexpr std::string_view untrusted = "untrusted comment: ";
constexpr std::string_view trusted = "trusted comment: ";

std::string encoded(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), minisign_base64), '\0');
  sodium_bin2base64(text.data(), text.size(), octets(bytes), bytes.size(), minisign_base64);
  text.pop_back(); // the closing NUL
  return text;
}

std::optional<std::string> decoded(std::string_view text, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  const int wrong = sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), size, text.data(), text.size(),
                                      nullptr, &got, nullptr, minisign_base64);
  return wrong == 0 && got == size ? std::optional(bytes) : std::nullopt;
}

std::string key_number(std::string_view sign_public) {
  return std::string(bytes_of(digest(sign_public)).substr(0, number_size));
}

std::string long_hash(std::string_view text) { // BLAKE2b-512
  std::string hash(crypto_generichash_BYTES_MAX, '\0');
  crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), hash.size(), octets(text), text.size(), nullptr,
                     0);
  return hash;
}

std::string signed_with(const Secret &signing, std::string_view message) {
  std::string signature(signature_size, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, octets(message), message.size(),
                       signing.bytes().data());
  return signature;
}

bool holds(std::string_view signature, std::string_view message, std::string_view sign_public) {
  return crypto_sign_verify_detached(octets(signature), octets(message), message.size(), octets(sign_public)) == 0;
}

// the line, taken from the front, when it begins so
std::optional<std::string_view> take_line(std::string_view &text, std::string_view begin) {
  const auto end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  if (!line.starts_with(begin))
    return std::nullopt;
  return line.substr(begin.size());
}

} // namespace

std::string minisig(const Secret &master, std::string_view text, std::string_view comment) {
  std::string sign_public(crypto_sign_PUBLICKEYBYTES, '\0');
  Secret signing(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(sign_public.data()), signing.bytes().data(),
                           master.key(1).data());
  const std::string signature = signed_with(signing, long_hash(text));
  std::string page(untrusted);
  page += "signature of a store of mediasi\n";
  page += encoded(std::string(hashed) + key_number(sign_public) + signature) + "\n";
  page += std::string(trusted) + std::string(comment) + "\n";
  page += encoded(signed_with(signing, signature + std::string(comment))) + "\n";
  return page;
}

bool minisig_ok(std::string_view sign_public, std::string_view text, std::string_view signature) {
  if (sign_public.size() != crypto_sign_PUBLICKEYBYTES || !take_line(signature, untrusted))
    return false;
  const auto first = take_line(signature, "");
  const auto comment = take_line(signature, trusted);
  const auto second = take_line(signature, "");
  const auto of_text = decoded(*first, hashed.size() + number_size + signature_size);
  if (!comment || !of_text || !of_text->starts_with(hashed))
    return false;
  const auto of_both = decoded(*second, signature_size);
  const std::string_view bare = std::string_view(*of_text).substr(hashed.size() + number_size);
  return of_both && of_text->substr(hashed.size(), number_size) == key_number(sign_public) &&
         holds(bare, long_hash(text), sign_public) &&
         holds(*of_both, std::string(bare) + std::string(*comment), sign_public);
}

std::string minisign_public(std::string_view sign_public) {
  return encoded("Ed" + key_number(sign_public) + std::string(sign_public));
}

std::string sign_for(const Store &store, std::string_view text, std::string_view comment) {
  const auto &reading = store.inside().reading;
  if (!reading) {
    throw Error({.code = Code::key_needed,
                 .message = say("signing needs the key"),
                 .hint = say("name the key file with --key FILE or MEDIASI_KEY")});
  }
  return minisig(reading->unwrapper.master(), text, comment);
}

bool signed_by(const Store &store, std::int64_t entry, std::string_view text, std::string_view signature) {
  return store.inside().asking([&] { return minisig_ok(sign_key_at(store.inside(), entry), text, signature); });
}

std::string public_key_of(const Store &store) {
  return store.inside().asking(
      [&] { return minisign_public(sound_readership(store.inside()).current().publics.sign); });
}

} // namespace mediasi
