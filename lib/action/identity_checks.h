// What can only be asked while names and numbers are at hand in the clear: does a NIK agree with birth date and sex, is
// its region known, is a sub-district code known, has an organisation a named representative. Of each answer only a
// coded word stays beside the person; guards read it.
//   nik_check       agrees, or what does not: birth, sex, province, district, twice; not_compared: sealed earlier
//   district_check  known, unknown
//   represented     yes
#pragma once

#include <vector>

#include "action/check.h"
#include "model/regions.h"

namespace mediasi {

void note_identity_checks(const Draft &draft, CheckedAct &act, const CaseFile &file, const RegionSource &regions,
                          Date today, std::vector<Problem> &problems);

} // namespace mediasi
