// What was taken down as it was and counts for nothing, so that the office hears it on the same day.
#pragma once

#include <vector>

#include "judge/judge.h"

namespace mediasi {

// An invitation that was received after the session it is to (spec 1, "Invitations count"), and a child's word alone.
void note_uncounted(const CaseFile &before, const CaseFile &after, const Entry &entry, std::vector<Problem> &warnings);

// The same step with the same words on the same day: mostly it was sent off twice, and every letter it owes with it.
void note_twice(const std::vector<Entry> &known, const Entry &entry, std::vector<Problem> &warnings);

} // namespace mediasi
