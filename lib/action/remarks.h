// Complaints written into the form they are about, each as comment lines above the line it concerns, and taken out
// again before the form is read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace mediasi {

struct RemarkedForm {
  std::string text;
  std::vector<std::string> remarks; // the lines added, to be known again
};

// `file`: the name the problems call the form by; what lies elsewhere, or nowhere, stands at the top.
RemarkedForm with_remarks(std::string_view form, std::span<const Problem> problems, std::string_view file);

// Only lines that were added are taken away: a story may hold any line of its own.
std::string without_remarks(std::string_view text, std::span<const std::string> remarks);

// nothing stands in it but comments and blank lines
bool is_emptied(std::string_view text);

} // namespace mediasi
