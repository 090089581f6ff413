// What only the rules know by its id: a deadline, the reason of a pause, a correction, an acceptance.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "action/draft.h"
#include "model/entry.h"
#include "rules/standard.h"

namespace mediasi {

void check_rule_names(const Draft &draft, const Entry &act, const Standard &standard, std::vector<Problem> &problems);

std::vector<std::string> reasons_of(const Standard &standard, std::string_view of); // ids of [[reason]]
// what to do where a reason is none of them
std::string reason_meant(const Standard &standard, std::string_view of, std::string_view written);

} // namespace mediasi
