// What a straight path has none of, told in the notes of a case: sessions that were moved or cancelled, who had to look
// at something, handovers, referrals, changed obligations, old acts as found, holds and reopenings.
#pragma once

#include <string>
#include <vector>

#include "model/casefile.h"
#include "rules/standard.h"

namespace mediasi {

std::vector<std::string> chain_notes(const CaseFile &file, const Standard &standard);

// A row of the due table in words: the title of a deadline, "obligation 2", "new violence ..."
std::string due_in_words(std::string_view deadline, const Standard &standard);

} // namespace mediasi
