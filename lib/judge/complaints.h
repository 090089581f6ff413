// The days by which complaints about the service are to be answered: the rules' deadlines that count from "complaint",
// each complaint by itself.
#pragma once

#include <optional>
#include <vector>

#include "judge/judge.h"

namespace mediasi {

struct ComplaintLimit {
  std::int64_t complaint = 0; // its entry
  const Deadline *deadline = nullptr;
  DueRow due;
  std::optional<Moment> met; // when it was answered
};

std::vector<ComplaintLimit> complaint_limits(const Bench &bench, const CaseFile &house_file);

} // namespace mediasi
