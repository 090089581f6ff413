// Names beside the initials, for a report asked with --names. Asking for one opens the case, which is then recorded as
// read: so a builder asks only for the rows it shows. The columns with names come last; all others stay as they are.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/case_view.h"

namespace mediasi {

// the initials where no name is known; an id that is no person's as it is
std::string name_of(const CaseView &view, std::string_view person);

Cell names_cell(const CaseView &view, std::span<const std::string> persons);
Cell side_cell(const CaseView &view, Side side); // every name of one side

// a sealed field of a person, an obligation ("obligation1"); "" where there is none
std::string sealed_value(const CaseView &view, std::string_view of, std::string_view field);
// a sealed text of one entry: "words" of entry 12; "" where there is none
std::string text_of_entry(const CaseView &view, std::string_view field, std::int64_t entry);

// keys "beneficiaries" and "respondents"
Column beneficiaries_column();
Column respondents_column();

} // namespace mediasi
