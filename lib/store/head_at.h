// The journal's head as it was when an entry had just been appended.
#pragma once

#include <cstdint>

#include "store/store.h"

namespace mediasi {

JournalHead head_at(const Store &store, std::int64_t seq);

} // namespace mediasi
