#include "store/seal.h"

#include <array>

#include <sodium.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/language.h"

namespace mediasi {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char version = 1;

static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == key_size && nonce_size == 24 && tag_size == 16);
static_assert(crypto_generichash_BYTES_MIN == 16);
static_assert(crypto_scalarmult_BYTES == key_size && crypto_sign_SEEDBYTES == key_size);

void ready() {
  static const int state = sodium_init();
  if (state < 0) {
    throw Error({.code = Code::internal,
                 .message = say("the machine gives no random numbers"),
                 .hint = say("try again when the machine has started up")});
  }
}

unsigned char *writable(std::string &text) {
  return reinterpret_cast<unsigned char *>(text.data());
}

// Both publics go into the key, so that an agreement cannot be passed off as another's.
void agree(Secret &key, std::span<const unsigned char> own_secret, std::string_view other_public,
           std::string_view ephemeral_public, std::string_view store_public) {
  Secret shared(crypto_scalarmult_BYTES);
  if (crypto_scalarmult(shared.bytes().data(), own_secret.data(), octets(other_public)) != 0) {
    throw Error({.code = Code::store_altered,
                 .message = say("a public key in the store is not a key"),
                 .hint = say("run 'mediasi store verify' and restore a backup")});
  }
  const std::string parts = bound({"mediasi-wrap-1", ephemeral_public, store_public});
  crypto_generichash_state state;
  crypto_generichash_init(&state, shared.bytes().data(), shared.bytes().size(), key_size);
  crypto_generichash_update(&state, octets(parts), parts.size());
  crypto_generichash_final(&state, key.bytes().data(), key_size);
  sodium_memzero(&state, sizeof state);
}

} // namespace

void Secret::Free::operator()(unsigned char *bytes) const {
  sodium_free(bytes);
}

Secret::Secret(std::size_t size) : size_(size) {
  ready();
  bytes_.reset(static_cast<unsigned char *>(sodium_malloc(size)));
  // sodium_malloc gives the page also when it could not be locked; asking again tells
  if (!bytes_ || sodium_mlock(bytes_.get(), size) != 0) {
    throw Error(
        {.code = Code::no_locked_memory,
         .message = say("no locked memory for keys"),
         .hint = say("raise the limit: 'ulimit -l 8192', or LimitMEMLOCK=8M in the service; a key must never reach "
                     "the disk")});
  }
}

void fill_random(std::span<unsigned char> bytes) {
  ready();
  randombytes_buf(bytes.data(), bytes.size());
}

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  fill_random({writable(bytes), bytes.size()});
  return bytes;
}

std::string bound(std::initializer_list<std::string_view> parts) {
  constexpr std::size_t length = 8; // bytes before each part, least first
  std::size_t size = 0;
  for (std::string_view part : parts) {
    size += length + part.size();
  }
  std::string all;
  all.reserve(size);
  for (std::string_view part : parts) {
    std::array<char, length> before{};
    for (std::size_t byte = 0; byte < length; ++byte) {
      before[byte] = static_cast<char>((part.size() >> (8 * byte)) & 0xff);
    }
    all.append(before.data(), before.size()).append(part);
  }
  return all;
}

std::string seal(KeyView key, std::string_view plain, std::string_view bound_to) {
  std::string blob(1 + nonce_size + plain.size() + tag_size, version);
  unsigned char *nonce = writable(blob) + 1;
  fill_random({nonce, nonce_size});
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_size, nullptr, octets(plain), plain.size(), octets(bound_to),
                                             bound_to.size(), nullptr, nonce, key.data());
  return blob;
}

bool unseal_into(std::span<unsigned char> plain, KeyView key, std::string_view blob, std::string_view bound_to) {
  if (blob.size() != 1 + nonce_size + plain.size() + tag_size || blob.front() != version) {
    return false;
  }
  ready();
  const unsigned char *nonce = octets(blob) + 1;
  return crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, nonce + nonce_size,
                                                    blob.size() - 1 - nonce_size, octets(bound_to), bound_to.size(),
                                                    nonce, key.data()) == 0;
}

std::optional<std::string> unseal(KeyView key, std::string_view blob, std::string_view bound_to) {
  if (blob.size() < 1 + nonce_size + tag_size) {
    return std::nullopt;
  }
  std::string plain(blob.size() - 1 - nonce_size - tag_size, '\0');
  if (!unseal_into({writable(plain), plain.size()}, key, blob, bound_to)) {
    return std::nullopt;
  }
  return plain;
}

std::string blind(KeyView key, std::string_view word) {
  ready();
  std::string mark(crypto_generichash_BYTES_MIN, '\0');
  crypto_generichash(writable(mark), mark.size(), octets(word), word.size(), key.data(), key.size());
  return mark;
}

std::string padded(std::string_view plain, std::size_t block) {
  std::string filled(plain);
  filled.resize((plain.size() / block + 1) * block);
  std::size_t size = 0;
  sodium_pad(&size, writable(filled), plain.size(), block, filled.size());
  filled.resize(size);
  return filled;
}

bool unpad(std::string &plain, std::size_t block) {
  std::size_t size = 0;
  if (plain.size() < block || sodium_unpad(&size, octets(plain), plain.size(), block) != 0) {
    return false;
  }
  plain.resize(size);
  return true;
}

Secret fresh_master() {
  Secret master(master_size);
  fill_random(master.bytes());
  return master;
}

Publics publics_of(const Secret &master) {
  Publics publics{public_of(master.key(0)), std::string(key_size, '\0')};
  Secret signing(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(writable(publics.sign), signing.bytes().data(), master.key(1).data());
  return publics;
}

std::string store_id_of(const Publics &first) {
  constexpr std::size_t digits = 32;
  const Hash hash = Digest{}.add_sized("mediasi-store-id-1").add_sized(first.read).add_sized(first.sign).finish();
  return to_hex(bytes_of(hash)).substr(0, digits);
}

std::string public_of(KeyView read_secret) {
  std::string read_public(key_size, '\0');
  crypto_scalarmult_base(writable(read_public), read_secret.data());
  return read_public;
}

Secret box_secret(KeyView key) {
  constexpr std::string_view tag = "mediasi-reader-box-1";
  Secret secret(key_size);
  crypto_generichash(secret.bytes().data(), key_size, octets(tag), tag.size(), key.data(), key.size());
  return secret;
}

Wrapper::Wrapper(std::string_view read_public) : ephemeral_(key_size, '\0'), key_(key_size) {
  Secret secret(key_size);
  fill_random(secret.bytes());
  crypto_scalarmult_base(writable(ephemeral_), secret.bytes().data());
  agree(key_, secret.bytes(), read_public, ephemeral_, read_public);
}

std::string Wrapper::wrap(std::span<const unsigned char> plain, std::string_view bound_to) const {
  const std::string sealed = seal(key_.key(), {reinterpret_cast<const char *>(plain.data()), plain.size()}, bound_to);
  return version + ephemeral_ + sealed.substr(1);
}

Unwrapper::Unwrapper(Secret master)
    : master_(std::move(master)), read_public_(public_of(master_.key(0))), key_(key_size) {}

bool Unwrapper::unwrap(std::span<unsigned char> plain, std::string_view wrapped, std::string_view bound_to) {
  if (wrapped.size() != wrapping + plain.size() || wrapped.front() != version) {
    return false;
  }
  const std::string_view ephemeral = wrapped.substr(1, key_size);
  if (ephemeral != ephemeral_) {
    ephemeral_.clear();
    agree(key_, master_.key(0), ephemeral, ephemeral, read_public_);
    ephemeral_ = ephemeral;
  }
  const std::string blob = version + std::string(wrapped.substr(1 + key_size));
  return unseal_into(plain, key_.key(), blob, bound_to);
}

} // namespace mediasi
