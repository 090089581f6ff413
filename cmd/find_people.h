// --find FILE: the cases of somebody, by NIK, name or month of birth. Looking somebody up is reading, so it happens
// inside the transaction that records it; what was looked for is never recorded and never said again.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "model/search_terms.h"
#include "report/report.h"
#include "store/store.h"

namespace mediasi {

// The form, from a file or standard input: before the store is opened, for a person may be typing it.
SearchTerms read_question(const std::string &file);

struct FoundHere { // a person who was found, as may be told
  std::string case_number, person, initials;
  Likeness how = Likeness::none;
};

struct FoundPeople {
  std::vector<FoundHere> people; // the strongest hit first
  std::size_t more = 0;          // that fit as well, and are too many to tell
  std::size_t unopened = 0;      // cases that could not be opened, and so were not searched

  std::vector<std::string> cases() const; // each once, in the order of the people
  std::vector<std::string> notes() const; // a line for each person, and for what was not told or not searched
};

// Takes in every case that waits for the index, then looks. The store is unlocked and in a transaction.
FoundPeople find_in(Store &store, const SearchTerms &asked);

// Instead of a report about one case, where not just one was found.
Report list_found(const FoundPeople &found, const Date &day);

} // namespace mediasi
