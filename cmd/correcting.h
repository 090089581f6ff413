// --amend, --void, --because: which entry is corrected, and whether this command may.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "action/plan.h"
#include "cmd/writing.h"

namespace mediasi {

// Nothing when no entry is corrected. Names the entry's step in `options`, so that the form is read as one of that
// step.
std::optional<Correcting> correcting(const Standard &standard, const std::vector<Entry> &entries,
                                     std::string_view command, WritingOptions &options);

} // namespace mediasi
