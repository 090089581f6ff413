// Who read identities: of the journal's "read" entries a row for each case that was opened, and one without a case
// where none was. What is told needs no key.
#pragma once

#include <string>
#include <vector>

#include "report/journal.h"

namespace mediasi {

Report reads_head(const Asked &asked);
std::vector<Cells> reads_rows(const EntryView &view, const Asked &asked);

// "identities read: report case, audit, cases: 1", for a line of the journal
std::string reading_in_words(const Entry &entry);

} // namespace mediasi
