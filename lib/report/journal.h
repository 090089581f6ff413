// Every entry of the store in order: who recorded what, of which case, when it happened and when it was recorded. Of
// what is sealed only the places are named.
#pragma once

#include <string>
#include <string_view>

#include "model/entry.h"
#include "report/asked.h"
#include "rules/standard.h"

namespace mediasi {

struct EntryView {
  const Entry &entry;
  const Standard *standard = nullptr; // the rules it ran under; null for entries older than any rules
};

// "" where it does not say
inline std::string field_said(const Entry &entry, std::string_view name) {
  return std::string(value_of(entry.facts.fields, name));
}

Report journal_head(const Asked &asked);
std::vector<Cells> journal_rows(const EntryView &view, const Asked &asked);
Report journal_done(Report report, const Asked &asked);

} // namespace mediasi
