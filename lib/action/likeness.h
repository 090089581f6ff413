// "This may be the same human being": how a likeness between two records is told. Initials and ids, never what they
// were found by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/casefile.h"
#include "model/search_terms.h"
#include "rules/standard.h"

namespace mediasi {

struct LikeRecord { // a record that is like a person of the case at hand
  std::string person;
  const CaseFile &file; // where the other record is; may be the case at hand
  std::string other;
  Likeness how = Likeness::none;
};

// "the same NIK", for people
std::string in_words(Likeness how);

// A warning, with the command that confirms it; nothing where an officer has confirmed it already or the record is
// gone.
std::vector<Problem> told_likeness(const CaseFile &file, const Standard &standard, const LikeRecord &like);

// One for the beneficiaries' side, the other for the respondents': what an officer has to know before anything is
// shared.
bool on_opposite_sides(const CaseFile &file, const Person &one, const CaseFile &other_file, const Person &other);

} // namespace mediasi
