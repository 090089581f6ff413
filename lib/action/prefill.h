// What a blank form can say of itself: who acts for the case, and the values and rows that follow from where it stands.
// Only what can be one thing alone, or what has to be asked of everybody concerned; never an identity.
#pragma once

#include <string>
#include <string_view>

#include "judge/judge.h"
#include "model/facts.h"

namespace mediasi {

// The officer assigned to the case for one of the step's roles; else nobody ("") where `typed` may do it, and the
// first who holds a role where `typed` may not.
std::string who_acts(const Bench &bench, const CaseFile &file, const Step &step, std::string_view typed, Date day);

// `about`: the session the act is about, or null where there is none, or where the form itself makes a new one.
Facts prefilled(const Bench &bench, const CaseFile &file, const Step &step, const Session *about, Date day);

} // namespace mediasi
