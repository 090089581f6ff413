// What an officer's word that two records are one human being means for every other record of it: the case at hand
// tells its own part, and each of the others gets an entry of its own in the same transaction.
#pragma once

#include <string>
#include <vector>

#include "action/plan.h"
#include "cmd/bench.h"
#include "store/store.h"

namespace mediasi {

// Does a draft say so? Then the key is wanted at hand, to compare what is sealed of the records.
bool says_who_is_one(const Standard &standard, const std::vector<Draft> &drafts);

// Gives the plan's acts of the kind `identify` their pid, and gives back the entries that follow from them, in the
// order they are to be appended after the plan's own. Mistakes go to the plan's problems,
// what could not be compared to its warnings.
std::vector<Entry> join_records(const Store &store, Grounds &grounds, const std::vector<Entry> &entries,
                                const Request &request, Plan &plan);

} // namespace mediasi
