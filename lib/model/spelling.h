// One word of a name, written small and without marks, in the one spelling that all its others share
// (model/name_forms.h).
#pragma once

#include <string>
#include <vector>

namespace mediasi {

// "achmad" and "akhmat" -> "ahmat"; "abdurrachman" -> "abdul", "rahman"; a letter alone stays a letter
std::vector<std::string> spelt_alike(std::string word);

} // namespace mediasi
