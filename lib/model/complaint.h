// A complaint about the service itself: kept under the house, answered in time. Clear facts only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace mediasi {

struct ComplaintAnswer {
  std::string kind; // reply, decision
  Moment on;
  std::int64_t entry = 0;
};

struct Complaint {
  std::int64_t entry = 0; // its number in the register
  Moment on;              // when it was received
  std::string channel, about;
  std::string concerns; // number of a case, or ""
  std::vector<ComplaintAnswer> answers;

  // the first answer of this kind, or null
  const ComplaintAnswer *answer(std::string_view kind) const;
};

} // namespace mediasi
