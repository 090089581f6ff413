// The case somebody means by what they typed.
#pragma once

#include <string>
#include <string_view>

#include "store/store.h"

namespace mediasi {

// "2026-0012", also "2026-12"; or a short "12" when exactly one open case bears it.
// Error(no_such_case | ambiguous_case) with the candidates.
enum class Undone { is_none, counts }; // a case of which nothing stands, since its batch was undone
std::string which_case(const Store &store, std::string_view typed, Undone undone = Undone::is_none);

} // namespace mediasi
