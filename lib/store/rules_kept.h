// How adopted rules lie in the store; for store and verify.
#pragma once

#include <string>
#include <string_view>

#include "store/store.h"

namespace mediasi {

// the row as it lies there, whatever its hashes say; the text is empty where there is none
RulesText kept_rules(Store::Inside &inside, std::string_view hash);

// what rules.row_hash must be: 32 bytes over hash and file name
std::string hash_of_rules_row(std::string_view hash, std::string_view file);

} // namespace mediasi
