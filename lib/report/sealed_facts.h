// What is sealed beside the entries of one case, opened and told as facts, so that the same words tell both.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "model/identities.h"

namespace mediasi {

using SealedFacts = std::map<std::int64_t, Facts>; // by entry

// Of an entry that counts, as it stands with its amendments; of a correction, or of what was taken back, as it was
// written. A row of a group keeps its id or number. Pages and attached files are no facts.
SealedFacts sealed_facts(const std::vector<Entry> &entries, const OpenSealed &open);

struct AttachedFile { // one attached file: its place, and the kind the form gave it
  std::int64_t entry = 0;
  int number = 0;
  std::string path, kind;
};

// of every entry, also of those that do not count any more
std::vector<AttachedFile> attachments_of(const std::vector<Entry> &entries);

} // namespace mediasi
