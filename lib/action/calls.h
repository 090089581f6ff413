// What an act that was just taken down asks for, now: whom to call about new violence or a parent's objection, which
// session may not be held any more.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

void note_calls(const Bench &bench, const CaseFile &before, const CaseFile &after, const Entry &entry,
                std::vector<Problem> &warnings);

} // namespace mediasi
