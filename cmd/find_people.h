// --find FILE: the cases of somebody, by NIK, name or month of birth. Looking somebody up is reading, so it happens
// inside the transaction that records it; what was looked for is never recorded and never said again.
#pragma once

#include <string>
#include <vector>

#include "model/search_terms.h"
#include "store/store.h"

namespace mediasi {

// The form, from a file or standard input: before the store is opened, for a person may be typing it.
SearchTerms read_question(const std::string &file);

struct FoundPeople {
  std::vector<std::string> cases; // each once, the strongest hit first
  std::vector<std::string> notes; // a line for each person: the case, who there, how it matched
  bool whole = true;              // false: some cases could not be opened, and a note says so
};

// Takes in every case that waits for the index, then looks. The store is unlocked and in a transaction.
FoundPeople find_in(Store &store, const SearchTerms &asked);

} // namespace mediasi
