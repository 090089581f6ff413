// Coded facts in words: labels of fields and choices, the office's own where it gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "model/person.h"
#include "rules/standard.h"

namespace mediasi {

struct InWords { // one fact, or one row of a group
  std::string label, value;
  bool row = false;
};

std::vector<InWords> facts_told(const Facts &facts, std::string_view act, const Step *step, const Standard &standard);
std::vector<InWords> row_told(const Row &row, std::string_view act, std::string_view group, const Standard &standard);
std::string joined(const std::vector<InWords> &told); // "Cara: telepon; Pihak (NIK: ...)"

// "Cara: telepon; risiko: rendah", fields of an entry and the rows of its groups; sealed fields are not among them
std::string facts_in_words(const Facts &facts, std::string_view act, const Step *step, const Standard &standard);

// the same of one row of a group of that act: "name: ...; NIK: ..."
std::string row_in_words(const Row &row, std::string_view act, std::string_view group, const Standard &standard);

// the label of one coded value of an act's field ("outcome.obligation.kind"); the id itself when it has none
std::string choice_in_words(std::string_view act, std::string_view group, std::string_view field,
                            std::string_view value);

// the office's own word for such a value, or else the program's
std::string choice_in_words(const Standard &standard, std::string_view act, std::string_view field,
                            std::string_view value);

std::string side_in_words(Side side);

// the group of the form a person stands in: "companion" of "companion2"
std::string_view group_of_person(std::string_view id);

} // namespace mediasi
