// What it means for every other record of a human being that an officer's word about it is taken back: the command that
// said it gave each record an entry of its own (cmd/same_person), and all of them are taken back together.
#pragma once

#include <vector>

#include "action/plan.h"
#include "cmd/bench.h"
#include "store/store.h"

namespace mediasi {

// The voids that follow from the plan's void of an act of the kind `identify`, in the order they are to be appended
// after the plan's own; none for any other plan. A later word about the same human being goes to the plan's problems.
std::vector<Entry> part_records(const Store &store, const std::vector<Entry> &entries, const Request &request,
                                Plan &plan);

} // namespace mediasi
