// The persons of a case: which fields each side has, and how a row becomes a Person. Used by register and person.
#pragma once

#include <array>

#include "acts/spec.h"

namespace mediasi {

std::span<const GroupSpec> people_groups(); // beneficiary, respondent, companion, other

// Rows carry the id the action layer gave them ("beneficiary1"); a row whose id is known replaces that person's facts.
void apply_people(CaseFile &file, const Facts &facts);

} // namespace mediasi
