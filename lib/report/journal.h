// Every entry of the store in order: who recorded what, of which case, when it happened and when it was recorded. Of
// what is sealed only the places are named.
#pragma once

#include "model/entry.h"
#include "report/asked.h"
#include "rules/standard.h"

namespace mediasi {

struct EntryView {
  const Entry &entry;
  const Standard *standard = nullptr; // the rules it ran under; null for entries older than any rules
};

Report journal_head(const Asked &asked);
std::vector<Cells> journal_rows(const EntryView &view, const Asked &asked);
Report journal_done(Report report, const Asked &asked);

} // namespace mediasi
