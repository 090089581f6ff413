// What stands of a journal once its corrections are applied. An amendment says only what it changes; a void takes an
// entry out of sight of the fold, or a correction back. Nothing is ever edited.
//
// Of an amendment's facts: fields and groups replace those of the entry; "remove" lists what it takes away; "on" and
// "by" are the entry's, corrected. "because" and what is sealed under correction_note belong to the correction itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/entry.h"

namespace mediasi {

inline constexpr std::string_view correction_note = "correction_note";

// what an amendment says about itself and not about the entry it changes
bool belongs_to_correction(std::string_view field);

// One amendment laid over an entry as it stands so far.
void amend(Entry &standing, const Entry &amendment);

// What does not count, with the void that took it back. A void that is itself taken back takes nothing.
std::map<std::int64_t, std::int64_t> taken_back(const std::vector<Entry> &entries);

// The entries that count, amended, by number. `sealed_paths` is the union of what is sealed for each.
std::vector<Entry> standing_entries(const std::vector<Entry> &entries);

// Where the sealed things of one entry lie as it stands: path -> the entry that holds it.
using SealedAt = std::map<std::string, std::int64_t, std::less<>>;
SealedAt sealed_at(const std::vector<Entry> &entries, std::int64_t seq);

} // namespace mediasi
