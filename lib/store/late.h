// The question of cron's report, one row after another: there may be tens of thousands.
#pragma once

#include <functional>
#include <string_view>

#include "store/store.h"

namespace mediasi {

// late_from <= moment, not paused; by late_from, then case
void each_late(const Store &store, std::string_view moment, const std::function<void(const DueRow &)> &take);

} // namespace mediasi
