// Erasing a case: its keys are emptied, so that what is sealed of it can be read by nobody any more, while its entries
// stay and the chain with them. Each erasure is signed by the store and outlives it in a list kept elsewhere; a backup
// made before still has the keys, and whoever restores it applies the list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/facts.h"
#include "store/store.h"

namespace mediasi {

struct Erasure {
  std::string case_number;
  std::string first;     // hash of the case's first entry, hex: after a restore a number may be given to another case
  std::string on;        // the day
  std::string reason;    // code of the rules
  std::string minutes;   // BLAKE2b-256 of the destruction minutes, hex
  std::string signature; // Ed25519 over all this and the store's id, by the store's signing key; hex
  std::string handovers; // from the store's first signing key to that one, see handover.h; "" when it is the first
};

// the facts of a house entry 'erase', and back
Row facts_of(const Erasure &erasure);
Erasure erasure_of(const Row &facts);

std::string line_of(const Erasure &erasure); // what is signed, of the list's line

std::string first_entry_of(const Store &store, std::string_view case_number); // its hash, hex; "" when there is none
// An entry says so and no key is left. A key that is gone without such an entry is a damage.
std::optional<Erasure> erasure_of_case(const Store &store, std::string_view case_number);
bool erased(const Store &store, std::string_view case_number);
bool erased(Store::Inside &inside, std::string_view case_number); // for lib/store
Error erased_case(std::string_view case_number);                  // what to say of it
std::vector<Erasure> erasures(const Store &store); // by the journal, in its order; what a restore found besides last

void sign(const Store &store, Erasure &erasure); // Error(key_needed)
// by the key of that entry's time, or one to which it was handed over
bool well_signed(const Store &store, const Erasure &erasure, std::int64_t entry);
// of a list: by the key in force, or one to which it was handed over; or by an older one, and the journal has it
bool well_signed_or_known(const Store &store, const Erasure &erasure);

// Inside a transaction, before the entry of it is appended: empties the keys and takes the case out of all questions
// but the counting ones. Gives the number of keys.
std::int64_t erase_keys(Store &store, std::string_view case_number);

// --- the list as a file: one line a case, readable by people ---
std::string erasure_list(const Store &store, const std::vector<Erasure> &all);
// Those of a list that this store signed. Throws Error(bad_erasures): another store's, a line that cannot be read,
// a signature that is wrong. An empty list is as good as none, so it needs no signature.
std::vector<Erasure> read_erasure_list(const Store &store, const std::string &text, const std::string &file);

} // namespace mediasi
