// What is sealed, opened: for papers and for whoever may see names.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/entry.h"

namespace mediasi {

// The sealed facts of one case, opened: path -> values. Person fields under the person's id, obligations under
// "obligation1", free text under its field's name with the entry's number: "story@12".
using Identities = std::map<std::string, Row, std::less<>>;

// Everything sealed beside one entry, by path.
using OpenSealed = std::function<std::vector<Sealed>(const Entry &)>;

} // namespace mediasi
