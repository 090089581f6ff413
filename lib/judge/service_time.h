// How long the service took: the days that the promise of the standard (S12) counts, by its own unit and pauses, so
// that the register says what explain says.
#pragma once

#include <optional>

#include "judge/judge.h"

namespace mediasi {

struct ServiceTime {
  Date from{};
  std::optional<Date> until; // still running when absent
  int days = 0;              // to its end, or to the day asked about
};

// nothing before it begins, or where the rules promise no time
std::optional<ServiceTime> service_time(const Bench &bench, const CaseFile &file, Date day);

} // namespace mediasi
