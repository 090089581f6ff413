// The case somebody means by what they typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace mediasi {

// "2026-0012", also "2026-12"; or a short "12" when exactly one open case bears it.
// Error(no_such_case | ambiguous_case) with the candidates.
enum class Undone { is_none, counts }; // a case of which nothing stands, since its batch was undone
struct CaseWord {
  std::optional<int> year; // none in a short number
  int serial = 0;
};
CaseWord case_word(std::string_view typed); // Error(no_such_case) where it is no number of a case
// the one among the open cases that bear the number; Error(no_such_case | ambiguous_case)
std::string only_open(int serial, const std::vector<std::string> &open);

std::string which_case(const Store &store, std::string_view typed, Undone undone = Undone::is_none);

} // namespace mediasi
