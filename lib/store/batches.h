// Batches: many acts taken in at once and, as long as nothing followed them, undone at once. The journal says it all:
// an entry of the house closes each batch and tells which entries it brought; another undoes it, and those entries
// count no more (corrections.h). Rows that carried a key of their own are found by it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace mediasi {

struct Batch { // facts of a house entry 'batch'
  std::int64_t number = 0;
  std::int64_t first = 0, last = 0; // the entries it brought: all of them, and no others; 0 = none
  std::int64_t taken = 0, unchanged = 0, refused = 0;
  std::string command, source;
  Entry entry = {};         // that closed it
  std::int64_t undone = 0;  // the entry that undid it
  std::string because = {}; // why: a reason of the rules; "" when none was given
};

Row facts_of(const Batch &batch);
Row undoing_of(const Batch &batch, const std::string &because); // facts of 'undo_batch'

std::vector<Batch> batches(const Store &store);        // by number
std::int64_t next_batch(const Store &store);           // holds inside a transaction
std::vector<Batch> undone_batches(const Store &store); // what was brought by them counts no more

struct KnownRow {
  std::int64_t entry = 0;
  std::string case_number, act, step;
  std::string clear; // as in Brought
};
// The row of a source that stands in the journal under this key; none when its batch was undone.
std::optional<KnownRow> known_row(const Store &store, std::string_view source, std::string_view ref);
// The digest over all it said; needs the key. nullopt when it cannot be opened any more.
std::optional<std::string> whole_row(const Store &store, const KnownRow &row);

struct TouchedCase {
  std::string number;
  std::int64_t later = 0; // its first entry after the batch that stands, 0 = none
};
std::vector<TouchedCase> touched_cases(const Store &store, const Batch &batch); // by number

// Inside a transaction: a row's key is known, as append makes it; for a rebuild.
bool row_noted(const Store &store, const Brought &row);
void note_row(Store &store, const Brought &row, std::int64_t seq);
// Inside a transaction: the keys of a batch's rows can be given again.
void free_refs(Store &store, const Batch &batch);
// Inside a transaction: nothing of the case is left in any question. Its number stays used.
void forget_case(Store &store, std::string_view case_number);

} // namespace mediasi
