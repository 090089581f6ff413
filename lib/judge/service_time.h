// How long the service took: the days that the promise of the standard counts (S12), as they went by.
#pragma once

#include <optional>

#include "judge/judge.h"

namespace mediasi {

struct ServiceTime {
  Date from{};
  std::optional<Date> until; // still running when absent
};

// nothing before it begins, or where the rules promise no time
std::optional<ServiceTime> service_time(const Bench &bench, const CaseFile &file);

} // namespace mediasi
