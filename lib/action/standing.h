// What a writing command ends with: what was done and where the case stands (mediasi(1), "act").
#pragma once

#include "action/plan.h"
#include "report/report.h"

namespace mediasi {

ActAnswer standing(const Bench &bench, const Plan &plan, const Request &request, Zone zone);

} // namespace mediasi
