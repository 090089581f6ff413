// Help pages, made from the same tables that the parser reads; at most 80 columns.
#pragma once

#include <string>

#include "cmd/grammar.h"

namespace mediasi {

// the page of the command, of the group, or of the program
std::string help_page(const Parsed &parsed);

} // namespace mediasi
