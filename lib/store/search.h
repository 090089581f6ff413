// The blind index: who is in which case, under the reader's key. A row is a keyed hash of one thing a person is
// searched by; whoever has the file alone sees which rows are equal and no more. Cases that somebody wrote without the
// key wait until somebody comes with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/search_terms.h"
#include "store/store.h"

namespace mediasi {

// --- without the key ---
void leave_pending(Store &store,
                   std::string_view case_number);           // its people changed: what is known of them stays so long
std::vector<std::string> pending_cases(const Store &store); // by number
void forget_search(Store &store, std::string_view case_number); // of an erased case: nothing stays, nothing waits
void begin_search_anew(Store &store);                           // nothing is known, every case waits

// --- with the key: Error(key_needed) ---
// What a person is searched by as it lies in the index: made once, to look for the person and to put it in.
struct BlindTerms {
  SearchTerms tokens; // `person` in the clear, each text as its keyed hash
};
std::vector<BlindTerms> blinded(const Store &store, const std::vector<SearchTerms> &people);
void index_people(Store &store, std::string_view case_number, const std::vector<BlindTerms> &people);

// Takes in what waits, at most so many cases. What cannot be opened (altered, its key gone) goes on waiting.
struct CaughtUp {
  std::size_t taken = 0;
  std::vector<std::string> waiting; // by number
};
CaughtUp catch_up(Store &store, std::size_t most);

struct FoundPerson {
  std::string case_number, person;
  Likeness likeness = Likeness::none;
};
// Strongest first, then by case and person; nobody twice.
std::vector<FoundPerson> find_people(const Store &store, const SearchTerms &asked); // found_as
// How far one looks for records like one that is put in: by every word of a name, or, where a hundred thousand are put
// in at once, by the number and the whole name alone, whose time does not grow with how many share a word.
enum class Looking { widely, exactly };
std::vector<FoundPerson> find_likenesses(const Store &store, const BlindTerms &of, Looking looking); // same_as

} // namespace mediasi
