// What a person of a case is searched by, and how near two records are. In the clear these texts exist in memory alone:
// the store keeps keyed hashes of them (store/search.h), and the functions below work on either.
#pragma once

#include <string>
#include <vector>

#include "model/identities.h"
#include "model/name_forms.h"

namespace mediasi {

struct SearchTerms {
  std::string person; // id within the case; "" of a question
  std::string nik;    // "" = not known
  std::string born;   // year and month, "1990-05"; "" = not known
  NameForms name;

  bool empty() const { return nik.empty() && born.empty() && name.words.empty(); }
};

SearchTerms terms_of(std::string_view nik, std::string_view name, std::string_view born);

// Every person of a case with anything to search by. An organisation answers to the name of its representative too.
std::vector<SearchTerms> terms_of(const Identities &identities);

enum class Likeness { none, born, name, name_and_born, nik }; // the later, the stronger

// A record beside what somebody looks for: what is not asked does not count, and a name or a month of birth alone is
// enough.
Likeness found_as(const SearchTerms &record, const SearchTerms &asked);

// Two records that may be of one human being. A name alone does not make them one where both numbers and both months
// of birth are known and neither agrees; one word inside a longer name counts only where the months agree.
Likeness same_as(const SearchTerms &one, const SearchTerms &other);

} // namespace mediasi
