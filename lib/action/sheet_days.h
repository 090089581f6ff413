// Days as sheets write them, the day first as in Indonesia: 31/12/2025, 31-12-2025, and behind it a time, 08:30 or
// 08.30; a month as 12/2025. What cannot be read in just one way is left as it is, for the check every act goes
// through.
#pragma once

#include <string>
#include <string_view>

namespace mediasi {

std::string iso_day(std::string_view text); // 2025-12-31, 2025-12-31T08:30; anything else unchanged

} // namespace mediasi
