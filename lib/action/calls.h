// Whom an act that was just taken down says to call, now: new violence, and a parent's objection.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

void note_calls(const Bench &bench, const CaseFile &before, const CaseFile &after, const Entry &entry,
                std::vector<Problem> &warnings);

} // namespace mediasi
