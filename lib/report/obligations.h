// Every obligation of the running cases: who, what kind, by when, how it fares. What exactly is to be done is sealed.
#pragma once

#include "report/asked.h"
#include "report/case_view.h"

namespace mediasi {

Report obligations_head(const Asked &asked);
std::vector<Cells> obligations_rows(const CaseView &view, const Asked &asked);
Report obligations_done(Report report, const Asked &asked);

} // namespace mediasi
