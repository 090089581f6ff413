// What a decision that sent a plan back asks for anew: initials that came before it, the plan itself, and then the
// decision. A step that may be done many times is not listed as next a second time for any other reason but a deadline.
#pragma once

#include <cstddef>

#include "judge/judge.h"

namespace mediasi {

bool asked_again(const Bench &bench, const CaseFile &file, const Step &step);

// where in the story the step was done last; -1 when it never was
std::ptrdiff_t last_done(const CaseFile &file, std::string_view step);

} // namespace mediasi
