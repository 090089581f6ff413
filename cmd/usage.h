// Complaints about the command line itself, in our words: CLI11's are English and fixed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "cmd/grammar.h"

namespace mediasi {

Problem value_missing(std::string_view name);
Problem given_twice(std::string_view name);
Problem argument_missing(std::string_view name, std::string_view about);
Problem unreadable_arguments();
Problem command_missing(const Parsed &parsed);

// "--name=" and "--flag=value", which CLI11 would misread: it takes the next word for the value of the first
std::vector<Problem> check_spelling(const std::vector<std::string> &arguments, const std::vector<const Options *> &all);

// what nobody declared: a misspelt command, a misspelt option, or a word too many
std::vector<Problem> unknown_words(const std::vector<std::string> &words, const Parsed &parsed);

} // namespace mediasi
