// How long a case is kept, and what stands against destroying it. Proposes and refuses; nothing is ever destroyed by
// itself. Unknown is never safe: whoever may be a child or a woman counts as one, and of several classes the longest
// keeps the case.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/casefile.h"
#include "model/projection.h"
#include "rules/retention.h"

namespace mediasi {

struct Kept {
  std::vector<std::string> codes; // of the classes the case falls under; none: nothing says it may ever go
  bool permanent = false;
  std::optional<Date> until; // the first day its time is over; nothing while it is open, without class, or permanent
};
Kept how_long_kept(const Retention &retention, const CaseFile &file);

struct Obstacle { // one thing that keeps a case
  enum class What { open, obligation, deadline, hold, linked, time, permanent, unclassed };
  What what;
  std::string which; // number of the obligation or the other case, id of the deadline, day
};
std::string obstacle_word(const Obstacle &obstacle); // "obligation 2", for a table

// What is asked before a case is erased, besides the case itself.
struct Keeping {
  const Retention &retention;
  std::vector<DueRow> dues;            // of the case, still running
  std::vector<std::string> open_cases; // other open cases with somebody of this one
  Date day{};
};

// In the order of the list above. With `reason` early, time, class and linked cases do not stand in the way.
std::vector<Obstacle> obstacles_to_erasing(const Keeping &keeping, const CaseFile &file, const ErasureReason *reason);
Problem problem_of(const Obstacle &obstacle, const std::string &case_number);

} // namespace mediasi
