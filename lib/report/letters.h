// The book of outgoing letters: every number that was taken or set aside, by register, from the journal alone. A voided
// letter keeps its line; whom a letter went to is said by id, never by name.
#pragma once

#include <functional>

#include "report/journal.h"

namespace mediasi {

using EachEntry = std::function<void(const std::function<void(const EntryView &)> &take)>;

Report letters(const EachEntry &each, const Asked &asked);

} // namespace mediasi
