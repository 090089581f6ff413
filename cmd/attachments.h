// Files that were sealed beside the acts of a case, and how one gets them out again.
#pragma once

#include <string>
#include <vector>

#include "store/store.h"

namespace mediasi {

// One line for each attached file of these entries: where it lies and of which kind.
std::vector<std::string> list_attachments(const std::vector<Entry> &entries);

// The same, each written to FOLDER as 2026-0001-14-1.pdf: case, entry, number, and an ending by what the file begins
// with. 0600, never over another file. Only after the reading has been recorded.
std::vector<std::string> write_attachments(const Store &store, const std::vector<Entry> &entries,
                                           const std::string &folder);

} // namespace mediasi
