// What a guard tells to do instead, as it can be typed: KASUS or CASE in its sentence stands for the case at hand.
#pragma once

#include <string>
#include <string_view>

#include "rules/standard.h"

namespace mediasi {

std::string instead_in(std::string_view case_number, const Guard &guard);

} // namespace mediasi
