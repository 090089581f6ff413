// The register book: one line a case, from its number to how it was closed. Counted in cases.
#pragma once

#include "report/asked.h"
#include "report/case_view.h"

namespace mediasi {

Report register_head(const Asked &asked);
std::vector<Cells> register_rows(const CaseView &view, const Asked &asked);
Report register_done(Report report, const Asked &asked);

} // namespace mediasi
