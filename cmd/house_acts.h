// Steps that are recorded under the house and under no case: complaints about the service and their answers.
#pragma once

#include <string_view>

#include "action/plan.h"
#include "store/store.h"

namespace mediasi {

// a step of the rules whose act belongs to the house
bool is_house_step(const Standard &standard, std::string_view step);

// The entries of complaints, and what corrects them: the rest of the house is no case.
std::vector<Entry> complaint_entries(const Store &store);

// A complaint names only a case there is.
void check_concerned_case(const Store &store, Plan &plan);

} // namespace mediasi
