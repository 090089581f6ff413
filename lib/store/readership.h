// Who may read, and under which keys: what the journal's entries 'reader' say, told from the first on. Each is signed
// by the master in force and covers the whole journal before it: whoever has only the file can add none, and so can
// neither let a stranger in nor have new cases wrapped to a key of his own. For lib/store alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/inside.h"
#include "store/reader_rows.h"
#include "store/readers.h"
#include "store/rows.h"

namespace mediasi {

struct Generation {      // of the master
  std::int64_t from = 1; // the entry that names it
  Publics publics;
  std::string former;   // the read secret of the one before, wrapped to this one; empty for the first
  std::string handover; // the signing key as the one before signed it, hex, see handover.h; empty for the first
};

struct KnownReader {
  KeyHolder shown;
  std::string hash; // of its row as it must be, hex
};

struct Readership {
  std::vector<Generation> generations; // oldest first, never empty
  std::map<std::int64_t, KnownReader> readers;
  std::int64_t last_id = 0;
  std::vector<std::int64_t> foreign; // entries that nobody with a key wrote; they count for nothing

  const Generation &current() const { return generations.back(); }
};

Readership readership(Store::Inside &inside);
// the same; Error(store_altered) when somebody without a key wrote into it
Readership sound_readership(Store::Inside &inside);
// The key that signed when the entry of this number was written: who was removed keeps an older one, and may sign with
// it what is older, and nothing else. 0: the key in force.
std::string sign_key_at(Store::Inside &inside, std::int64_t seq);

// whether the row is the one that was entered
bool is_entered(const Readership &known, const ReaderRow &row);

Error other_readers(); // the rows are not those that were entered

// Signs and appends an entry 'reader' of the house.
std::int64_t append_signed(Store &store, Entry entry, const Secret &master);

std::string wrap_former(const Origin &origin, const Publics &fresh, const Secret &former_master);
bool unwrap_former(const Origin &origin, const Generation &generation, Unwrapper &reader, Secret &former_read_secret);

} // namespace mediasi
