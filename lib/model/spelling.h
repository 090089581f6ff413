// One word of a name, written small and without marks, in the one spelling that all its others share
// (model/name_forms.h).
// The store keeps hashes of what comes out: once released, a rule changes only together with an upgrade that lets every
// case wait for the index again (store/search.h, begin_search_anew), or old cases are found no more.
#pragma once

#include <string>
#include <vector>

namespace mediasi {

// "achmad" and "akhmat" -> "ahmat"; "abdurrachman" -> "abdul", "rahman"; a letter alone stays a letter
std::vector<std::string> spelt_alike(std::string word);

} // namespace mediasi
