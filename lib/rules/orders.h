// Which decision on a plan is the order. Where a paper is initialled on its way up (steps with initials = true), every
// link of the chain decides, and only the last one orders.
#pragma once

#include <string_view>

#include "model/casefile.h"
#include "rules/standard.h"

namespace mediasi {

bool is_the_order(const Standard &standard, const Order &order);

// The latest decision of this step; "": of any step that orders. Null when there is none.
const Order *latest_order(const Standard &standard, const CaseFile &file, std::string_view step);

} // namespace mediasi
