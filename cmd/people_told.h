// What follows when a writing command says who somebody is: with the key at hand the people of the case go into the
// blind index, and records like them are told; without it the case waits, and that is told.
#pragma once

#include <vector>

#include "action/plan.h"
#include "cmd/command.h"
#include "store/search.h"
#include "store/store.h"

namespace mediasi {

// `entries`: the case before the plan. Adds warnings to the plan. With `changes` the index is brought up to date inside
// the running transaction, before the plan's entries are appended; a dry run asks and changes nothing.
enum class Indexing { changes, asks_only };
void tell_people(Store &store, const Env &env, const Standard &standard, const std::vector<Entry> &entries, Plan &plan,
                 Indexing indexing, Looking looking = Looking::widely);

// Takes in the cases that wait, where the store is unlocked; for every command that appends an entry afterwards.
void catch_up_some(Store &store);

} // namespace mediasi
