// What a register calls its rows by. It stands in the clear, so it may be nobody's number.
#pragma once

#include <string_view>

namespace mediasi {

// May it stand in the clear as the name of a register or of a row in it? [A-Za-z0-9._/-]{1,64}
bool is_row_key(std::string_view text);

// Sixteen digits in a row, a number that could be one with what parts a number between its digits, or sixteen digits
// in all and no letter.
bool may_hold_nik(std::string_view text);

} // namespace mediasi
