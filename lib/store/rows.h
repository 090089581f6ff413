// Columns to values and back: the only place that knows the order of columns. A RawEntry is a row of the table entry as
// it lies there, for hashing; an Entry is what it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "model/entry.h"
#include "model/projection.h"
#include "store/store.h"

namespace SQLite {
class Statement;
}

namespace mediasi {

// where the facts of an entry say which batch brought it
inline constexpr std::string_view brought_group = "_batch";
// beside such an entry: the digest over all its row says
inline constexpr std::string_view row_path = "_row";

struct RawEntry {
  std::int64_t seq = 0;
  std::string case_number, act, step, on_text, recorded, by_officer, typed, rules, correction;
  std::int64_t target = 0;
  std::string facts;
  std::int64_t key_no = 0;
  std::string key_hash, hash;
  std::string tables; // what the question tables held, 32 bytes; empty in entries of versions 1 and 2
};

// of a statement that gives entry.*, and nothing before it; a store of an older version has one column less
void read_entry(const SQLite::Statement &row, RawEntry &entry);
bool well_typed(const SQLite::Statement &row); // each column is of the type it was stored as
std::optional<RawEntry> raw_entry(Store::Inside &inside, std::int64_t seq);

RawEntry raw_of(const Entry &entry);
Entry entry_of(RawEntry &&raw); // Error(store_damaged); sealed_paths are not known here

// The chain: hash = H(tag, hash before, every column but hash, each sealed path and blob, how many there are).
class EntryHash {
public:
  EntryHash(std::string_view before, const RawEntry &entry);
  void sealed(std::string_view path, std::string_view blob); // by path
  Hash finish();

private:
  Digest digest_;
  std::int64_t sealed_ = 0;
};

CaseRow case_row(const SQLite::Statement &row); // number, initials, rules, stage, received, complete, closed, ...
DueRow due_row(const SQLite::Statement &row);   // columns in the order of the table
Booking booking_row(const SQLite::Statement &row);
PersonLink link_row(const SQLite::Statement &row);

// the question of `report overdue`; a test holds it to one index
inline constexpr const char *late_question =
    "SELECT case_number, deadline, step, role, officer, due, late_from, provisional, paused_since FROM due "
    "WHERE paused_since = '' AND late_from > '' AND late_from <= $moment ORDER BY late_from, case_number";

// which batches were undone; likewise
inline constexpr const char *undone_question =
    "SELECT entry.* FROM entry WHERE case_number = '0' AND act = 'undo_batch' ORDER BY seq";

// what every sealing command asks of the journal; likewise
inline constexpr const char *readers_question =
    "SELECT entry.* FROM entry WHERE case_number = '0' AND act = 'reader' ORDER BY seq";

} // namespace mediasi
