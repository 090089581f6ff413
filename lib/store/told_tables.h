// The tables of the cases beside what their entries give. The sum an entry carries holds the tables to that entry;
// whoever adds an entry of his own can give it any sum, and against a checkpoint that is seen here.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/projection.h"
#include "store/store.h"

namespace mediasi {

using Refold = std::function<std::optional<Projection>(const std::string &case_number)>; // nothing: no row of it

// The cases of which the tables say something else, by number; `house` for the complaints. Who was found to be on duty
// is left out: a roster changes, and the rows of a case are made when something is recorded of it.
std::vector<std::string> told_otherwise(const Store &store, const Refold &refold);

} // namespace mediasi
