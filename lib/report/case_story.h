// One case from first contact to closing: every entry in order, and where the case stands. Initials and coded values
// only; no key is needed.
#pragma once

#include "report/case_view.h"

namespace mediasi {

Report case_story(const CaseView &view, const Moment &now);

} // namespace mediasi
