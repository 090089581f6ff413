// The sealed facts of a case, opened and put under the names papers know them by.
#pragma once

#include <functional>
#include <vector>

#include "paper/paper.h"

namespace mediasi {

using OpenSealed = std::function<std::vector<Sealed>(const Entry &)>;

// Later entries for the same person replace single fields, as they do in the fold; corrections count as they do there.
Identities open_identities(const std::vector<Entry> &entries, const OpenSealed &open);

} // namespace mediasi
