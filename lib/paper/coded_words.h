// The Indonesian words papers use for the codes of facts: one table for each list of acts/lists.h that a paper shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mediasi {

// "risks", "high" -> "tinggi". A code without words comes through readable; "" stays "".
std::string coded_word(std::string_view list, std::string_view code);

// of several, as one phrase: "pendengaran dan wicara"
std::string coded_words(std::string_view list, const std::vector<std::string> &codes);

} // namespace mediasi
