// Keys as people and files hold them. A key file is one line "mediasi-key-2 STOREID BASE64"; a recovery paper is
// "mediasi-recovery-2 STOREID" and a code of seven groups of five (Crockford's base 32: no I, L, O, U; case, hyphens
// and spaces do not matter; the last three letters are a check). Everything else is a passphrase. Each gives a key.
// The id of a store is made of its first public keys, so whoever holds a file or paper that names it sees when they
// were exchanged. "-1" instead of "-2": of a store whose id was drawn by lot, by an earlier version.
#pragma once

#include <string>
#include <string_view>

#include "store/secret_text.h"
#include "store/store.h"

namespace mediasi {

enum class KeyKind { file, recovery, passphrase };

std::string_view kind_name(KeyKind kind); // as reader rows have it: "file"
KeyKind key_kind(std::string_view text);  // by how it begins, a bare recovery code by its letters

struct KeyText {
  KeyKind kind = KeyKind::file; // which reader rows it may open; never passphrase
  std::string store;            // id of the store it names; empty for a bare recovery code
  StoreId id = StoreId::drawn;
  Secret key{key_size};
};

// Error(key_wrong) says what is wrong with it, never what stood there; a passphrase is neither
KeyText read_key_text(std::string_view text);

// a fresh key, and the text that holds it
struct FreshKey {
  Secret key{key_size};
  SecretText text;
};
FreshKey fresh_key_file(std::string_view store_id, StoreId id);
FreshKey fresh_recovery(std::string_view store_id, StoreId id);

} // namespace mediasi
