// What the files of the journal share about batches. For lib/store alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/batches.h"

namespace mediasi {

std::vector<Batch> undone_batches(Store::Inside &inside);
void mark_undone(const std::vector<Batch> &undone, Entry &entry);
// what is sealed beside an entry about the row that brought it; needs the key
std::optional<std::string> open_row_digest(Store::Inside &inside, const Entry &entry);
void note_ref(Store::Inside &inside, const Brought &row, std::int64_t seq); // its key is known from now on
// the rows of a case in the question tables, all but its line in the index
void forget_rows(Store::Inside &inside, std::string_view case_number);

} // namespace mediasi
