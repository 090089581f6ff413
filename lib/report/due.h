// What is still to be done: deadlines and obligations with their days, late or coming, papers owed and not issued,
// complaints to be answered. Who must act; nothing that identifies anybody.
#pragma once

#include "report/asked.h"
#include "report/case_view.h"

namespace mediasi {

Report due_head(const Asked &asked);
std::vector<Cells> due_rows(const CaseView &view, const Asked &asked);
Report due_done(Report report, const Asked &asked);

} // namespace mediasi
