// The days of a deadline, a week a line.
#pragma once

#include <string>

#include "report/report.h"

namespace mediasi {

// `whole`: the days also of one that is over or has not begun
std::string deadline_as_text(const ExplainedDeadline &deadline, bool whole);

} // namespace mediasi
