// Which closed cases the office's schedule keeps no longer, and what stands against destroying each. It proposes:
// nothing is ever destroyed by itself.
#pragma once

#include "report/asked.h"
#include "report/case_view.h"

namespace mediasi {

Report retention_head(const Asked &asked);
std::vector<Cells> retention_rows(const CaseView &view, const Asked &asked);
Report retention_done(Report report, const Asked &asked);

} // namespace mediasi
