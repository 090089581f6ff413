// Questions about parties that several guards ask.
#pragma once

#include <string_view>
#include <vector>

#include "judge/guard_kind.h"

namespace mediasi {

// "beneficiary", "respondent" or "both" of the guard's `who`, as far as they are to sit down together
std::vector<const Person *> who_asked(const Question &question);

// nobody is known yet on a side that is asked about
bool lacks_a_side(const Question &question, const std::vector<const Person *> &parties);

// the day that ages and credentials are judged on: the session's, or the act's where there is none
Date session_day(const Question &question);

bool contains(const std::vector<std::string> &list, std::string_view item);

// The parties of what was agreed there: those who came. Without an attendance, as in an old register, all of them.
std::vector<const Person *> parties_who_came(const CaseFile &file, const Session &session);

// People the session's beginning counts: invited ones at "invitation", those who came at "attendance".
std::vector<std::string> gathered(const Session &session, std::string_view at);

} // namespace mediasi
