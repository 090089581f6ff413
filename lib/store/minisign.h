// Signatures that Debian's minisign (0.11) checks, so that nobody needs this program to check one: Ed25519 over the
// BLAKE2b-512 of the text ("ED"), and a trusted comment signed with it. The key is the store's; a number made from it
// (8 bytes) says which key it was.
#pragma once

#include <string>
#include <string_view>

#include "store/seal.h"
#include "store/store.h"

namespace mediasi {

// What stands in TEXT.minisig. The comment is one line, of coded facts alone.
std::string minisig(const Secret &master, std::string_view text, std::string_view comment);
// both the text and the comment; false for whatever is no signature
bool minisig_ok(std::string_view sign_public, std::string_view text, std::string_view signature);
// the public key as `minisign -P` takes it: 56 letters
std::string minisign_public(std::string_view sign_public);

// The same with a store's own key. Signing needs the store unlocked: Error(key_needed).
std::string sign_for(const Store &store, std::string_view text, std::string_view comment);
// by the key in force, or by one it had before it was renewed
bool signed_by(const Store &store, std::int64_t entry, std::string_view text, std::string_view signature);
std::string public_key_of(const Store &store);

} // namespace mediasi
