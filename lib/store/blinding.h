// What is searched by, as it lies in the index. For lib/store alone.
#pragma once

#include "model/search_terms.h"
#include "store/store.h"

namespace mediasi {

// Every text as the keyed hash of 16 bytes that stands for it, lists sorted. A word is the same whether it is part of a
// name, a father's name or all of it. Error(key_needed) in a locked store.
SearchTerms blinded(Store::Inside &inside, const SearchTerms &terms);
void need_index_key(const Store::Inside &inside);

// a store opened for reading may still be of the version before there was an index
bool has_search(Store::Inside &inside);

} // namespace mediasi
