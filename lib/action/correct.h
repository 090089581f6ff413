// Amending and voiding: a new entry that corrects an old one, judged as the old one was, at its place (spec 3).
#pragma once

#include <optional>
#include <string>

#include "action/plan.h"

namespace mediasi {

// One entry, or every reason why not. The request's draft holds what changes, or the words of a void.
Plan plan_correction(const Bench &bench, const std::vector<Entry> &entries, const Request &request);

// What is wrong with a reason for a correction; nothing where the rules know it.
std::optional<Problem> unknown_reason(const Standard &standard, const std::string &because);

// The step that an entry belongs to: its own, for a paper that of the act which owed it, for a correction that of what
// it corrects; null when the rules know none.
const Step *step_behind(const Standard &standard, const std::vector<Entry> &entries, std::int64_t seq);

} // namespace mediasi
