// Fields that name something only the rules know: a deadline, a reason of a pause.
#pragma once

#include "action/draft.h"
#include "model/entry.h"
#include "rules/standard.h"

namespace mediasi {

void check_rule_names(const Draft &draft, const Entry &act, const Standard &standard, std::vector<Problem> &problems);

} // namespace mediasi
