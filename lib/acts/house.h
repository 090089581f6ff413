// Acts of the house: officers, mediators and rooms of the roster. Public staff, clear but for their phones.
#pragma once

#include <span>
#include <string_view>

#include "acts/acts.h"

namespace mediasi {

std::span<const ActKind> house_kinds();
const ActKind *house_kind(std::string_view id); // officer, mediator, room

} // namespace mediasi
