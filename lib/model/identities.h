// The sealed facts of a case as they stand, opened: for the papers and for the search.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/entry.h"

namespace mediasi {

// Under the names papers know them by: person fields under the person's id, obligations under "obligation1", free text
// under its field's name with the entry's number: "story@12".
using Identities = std::map<std::string, Row, std::less<>>;

using OpenSealed = std::function<std::vector<Sealed>(const Entry &)>;

// Later entries for the same person replace single fields, as they do in the fold; corrections count as they do there.
Identities open_identities(const std::vector<Entry> &entries, const OpenSealed &open);

// Of the persons alone: nothing else is opened.
Identities open_persons(const std::vector<Entry> &entries, const OpenSealed &open);

// Does the entry say, correct or take back who somebody is?
bool tells_persons(const std::vector<Entry> &entries, const Entry &entry);

} // namespace mediasi
