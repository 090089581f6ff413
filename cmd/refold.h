// What the question tables must say of one case by its entries alone: for a rebuild, and for verify against a
// checkpoint.
#pragma once

#include <optional>
#include <string>

#include "cmd/bench.h"
#include "store/store.h"

namespace mediasi {

// Nothing of a case that was undone with its batch; of `house` what the complaints give.
std::optional<Projection> refold(const Store &store, Grounds &grounds, const std::string &case_number);

} // namespace mediasi
