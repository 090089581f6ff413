// The records of one human being over all cases: those of other cases from the bench, those of this one from its file.
#pragma once

#include <string_view>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

// what the fold of a case puts into the table of links: its persons who have a pid
std::vector<PersonLink> links_of(const CaseFile &file);

// Every record of whoever has this pid; none for "".
std::vector<PersonLink> records_of(const Bench &bench, const CaseFile &file, std::string_view pid);

// Every record of somebody of the roster, "mediator:ID" or "officer:ID", this case's first.
std::vector<PersonLink> records_of_staff(const Bench &bench, const CaseFile &file, std::string_view staff);

} // namespace mediasi
