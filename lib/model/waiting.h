// What holds a case up: waits, which are shown and stop nothing; pauses, which stop the clock of one deadline where the
// rules allow it; and extensions, kept apart from lateness.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"

namespace mediasi {

struct Wait {
  std::string on_whom; // acts/lists.h: awaited
  Moment from;
  std::optional<Date> until; // expected
  std::optional<Moment> over;
  std::int64_t entry = 0;
};

struct StoppedClock {
  std::string deadline, reason; // ids of the rules
  Moment from;
  std::optional<Moment> until; // still stopped when absent
  std::int64_t entry = 0;
};

struct Extension {
  std::string deadline, reason;
  int amount = 0; // in the deadline's own unit
  Moment on;
  std::int64_t entry = 0;
};

} // namespace mediasi
