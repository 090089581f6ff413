// The register of complaints about the service: how each came in, what about, and whether it was answered in time. Who
// complains and in which words is sealed.
#pragma once

#include "report/asked.h"
#include "report/case_view.h"

namespace mediasi {

Report complaints_head(const Asked &asked);
std::vector<Cells> complaints_rows(const CaseView &house_view, const Asked &asked);
Report complaints_done(Report report, const Asked &asked);

} // namespace mediasi
