// A person's name word by word, as Indonesian offices write names: titles before it, a father's name after "bin",
// degrees and other names after it. For initials and for the search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

enum class NamePart {
  title,  // Hj., Drs., Ibu, before the name
  maybe,  // left out as often as said, or a name for some: Raden, Mas, Alm., and Hj. among the names
  given,  // the name
  mark,   // bin, binti, alias
  father, // after bin, binti
  other,  // what the person is called besides: after alias, in brackets
  degree, // S.H., M.Si.
  rest,   // after a comma, and no degree that is known
};

struct NameWord {
  std::string text; // as written
  NamePart part = NamePart::given;
};

std::vector<NameWord> name_words(std::string_view name); // of text that is no UTF-8: none

} // namespace mediasi
