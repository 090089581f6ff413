// The sealed facts of a case, opened and put under the names papers know them by.
#pragma once

#include <vector>

#include "model/identities.h"

namespace mediasi {

// Later entries for the same person replace single fields, as they do in the fold; corrections count as they do there.
Identities open_identities(const std::vector<Entry> &entries, const OpenSealed &open);

} // namespace mediasi
