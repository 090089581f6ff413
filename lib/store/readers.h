// Who may read identities: adding a reader, taking one away, and new keys for all of them. Each is one signed entry
// 'reader' of the house (change = added, removed, renewed). All but the list need an unlocked store (Error(key_needed))
// and a transaction; the entry given says who does it and when.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "store/key_text.h"
#include "store/store.h"

namespace mediasi {

struct KeyHolder {
  std::int64_t id = 0;
  std::string officer, kind; // kind: file, passphrase, recovery
  std::int64_t entry = 0;    // that added it
  Moment since;
  std::string by;
};

// by id; needs no key. Error(store_altered) when somebody without a key wrote into them.
std::vector<KeyHolder> readers(const Store &store);
std::int64_t last_renewal(const Store &store); // the entry; 0 = the keys are those of the first day

// How a new reader opens his copy: a key that a file or a recovery paper holds, or a passphrase. Making it takes a
// moment for a passphrase, so it is made before the transaction.
struct ReaderKey {
  std::string kind, salt, params;
};
ReaderKey reader_key(KeyKind kind, const FreshKey &fresh);
ReaderKey reader_key(std::string_view passphrase); // as new_passphrase gives it

struct ReaderChange {
  std::int64_t reader = 0, entry = 0;
  std::int64_t renewed = 0;                   // the entry that renewed the keys with it; 0 = none did
  std::vector<std::int64_t> old_readers = {}; // because of these, which have to be added anew
};

inline constexpr std::size_t most_readers = 64; // tries of a passphrase are many times as slow as anything else

ReaderChange add_reader(Store &store, std::string officer, ReaderKey key, Entry act);

// Takes a reader's copy away and renews the keys, so that he cannot read what is recorded from then on, whatever he
// kept. Error(no_such_reader); Error(reader_needed) for the last reader and the last recovery code. Readers of a store
// of format 2 cannot be given new keys: as long as there are others of them, nothing is renewed.
ReaderChange remove_reader(Store &store, std::int64_t id, Entry act);

// A new master, wrapped to every reader's own public key: their files, papers and passphrases stay as they are. New
// case keys are wrapped to the new one. The keys of the cases so far stay as they are, too: the new master comes with
// the old read secret, and whoever had it before the renewal can have kept those cases anyhow. The signing key and that
// of the blind indexes change with it; the indexes are made again under the new one. Error(reader_needed) where there
// are readers of format 2.
std::int64_t renew_keys(Store &store, Entry act);

// Rows that no entry speaks of open nothing, and are in the way of every backup: taken away at a rebuild, which needs
// no key. `spoken_of`: ids that entries name, whoever wrote these, read off the whole journal (an index may hide some).
// A row that was entered and altered stays: only a backup has what it was. How many there were.
std::int64_t drop_strangers(Store &store, const std::set<std::int64_t> &spoken_of);
void note_readers(const Entry &entry, std::set<std::int64_t> &spoken_of); // those this entry names

} // namespace mediasi
