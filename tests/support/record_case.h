// The case of paper_case.h asked for its records: the agreement, and the assessment as the office reads it.
#pragma once

#include "support/paper_case.h"

namespace mediasi::testing {

// the agreement beside the minutes, signed by both sides
PaperCase agreement(PaperCase sample = bullying());

// the report on the assessment that the plan (entry 30) owes to the section head; people by their initials
PaperCase assessed();

} // namespace mediasi::testing
