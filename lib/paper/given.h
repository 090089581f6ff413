// What a paper takes from the office's rules alone. It is known before there is a case: whoever writes the rules is
// told at once, and not the clerk in front of whom the people sit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "paper/paper.h"

namespace mediasi {

// Each field once, although a template and its parts may both name it; needed where one of them needs it.
std::vector<Declared::Need> needs_of(const TemplateSource &source);

// Where the rules say what the field shows: "[office] address"; "" for a field that the case gives.
std::string_view said_in_rules(std::string_view field);

// Needs of the template that these rules leave open, called when rules are loaded. `at` is copied into each.
std::vector<Problem> check_given(const Standard &standard, const Paper &paper, const TemplateSource &source,
                                 const Place &at);

// The same complaint wherever it is found.
Problem not_given(const std::string &paper, const std::string &field);

} // namespace mediasi
