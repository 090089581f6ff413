// A day by its text, for tests that write down many.
#pragma once

#include <string_view>

#include "base/date.h"

namespace mediasi::testing {

inline Date parsed_day(std::string_view text) {
  return parse_date(text).value();
}

} // namespace mediasi::testing
