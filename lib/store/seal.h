// The only place with secret keys. XChaCha20-Poly1305 seals; X25519 wraps case keys so that whoever has only the store
// can write what nobody without the reader's key can read; Ed25519 signs who may read. Keys lie in locked memory
// with guard pages and are wiped when dropped. A sealed blob is: version (1 byte, 1) | nonce (24) | ciphertext and tag.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mediasi {

inline constexpr std::size_t key_size = 32;

// a text as libsodium takes it
inline const unsigned char *octets(std::string_view text) {
  return reinterpret_cast<const unsigned char *>(text.data());
}

using KeyView = std::span<const unsigned char, key_size>;

// Locked (never swapped), guarded, wiped, not in core dumps. Throws Error(no_locked_memory) where the system gives no
// such page.
class Secret {
public:
  explicit Secret(std::size_t size);

  std::span<unsigned char> bytes() { return {bytes_.get(), size_}; }
  std::span<const unsigned char> bytes() const { return {bytes_.get(), size_}; }
  KeyView key(std::size_t number = 0) const { return KeyView{bytes_.get() + number * key_size, key_size}; }

private:
  struct Free {
    void operator()(unsigned char *bytes) const;
  };
  std::size_t size_;
  std::unique_ptr<unsigned char, Free> bytes_;
};

void fill_random(std::span<unsigned char> bytes);
std::string random_bytes(std::size_t count);

// What the ciphertext is bound to: the parts with their lengths, so that no two lists read alike.
std::string bound(std::initializer_list<std::string_view> parts);

std::string seal(KeyView key, std::string_view plain, std::string_view bound_to);
std::optional<std::string> unseal(KeyView key, std::string_view blob, std::string_view bound_to);
// into locked memory of just the right size; false when key, binding or size is another
bool unseal_into(std::span<unsigned char> plain, KeyView key, std::string_view blob, std::string_view bound_to);

// A word under a key: equal words give equal marks, and without the key no word is found out by trying.
std::string blind(KeyView key, std::string_view word); // 16 bytes

// Fills up to a multiple of the block, so that lengths do not tell names.
std::string padded(std::string_view plain, std::size_t block);
bool unpad(std::string &plain, std::size_t block); // false when it was never padded so

// The reader's three keys in one: X25519 secret | Ed25519 seed | key of the blind indexes.
inline constexpr std::size_t master_size = 3 * key_size;

struct Publics { // 32 bytes each
  std::string read, sign;
};

Secret fresh_master();
Publics publics_of(const Secret &master);
std::string store_id_of(const Publics &first); // 32 hex digits, of BLAKE2b-256: a store's id, so that it names its keys
std::string public_of(KeyView read_secret);    // X25519

// The X25519 secret that belongs to a reader's own key: whoever knows its public half can give this reader a copy of
// the master, and need not know the reader's key.
Secret box_secret(KeyView key);

// One ephemeral agreement with the store's public key, whose secret is forgotten as soon as it is made. Serves a whole
// transaction. What is wrapped is: version | ephemeral public key (32) | nonce | ciphertext and tag.
class Wrapper {
public:
  explicit Wrapper(std::string_view read_public); // Error(store_altered) for a key that is no point
  std::string wrap(std::span<const unsigned char> plain, std::string_view bound_to) const;

private:
  std::string ephemeral_;
  Secret key_;
};

inline constexpr std::size_t wrapping = 1 + 32 + 24 + 16; // by so much it grows
inline constexpr std::size_t wrapped_size = wrapping + key_size;

// The other side, for a master or a read secret alone. Remembers the agreement it made last: all keys of one
// transaction share it.
class Unwrapper {
public:
  explicit Unwrapper(Secret master);
  const Secret &master() const { return master_; }
  bool unwrap(std::span<unsigned char> plain, std::string_view wrapped, std::string_view bound_to);

private:
  Secret master_;
  std::string read_public_;
  std::string ephemeral_; // of the agreement in key_; empty = none yet
  Secret key_;
};

} // namespace mediasi
