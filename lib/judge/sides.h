// Questions about parties that several guards ask.
#pragma once

#include <string_view>
#include <vector>

#include "judge/guard_kind.h"

namespace mediasi {

// "beneficiary", "respondent" or "both" of the guard's `who`
std::vector<const Person *> who_asked(const Question &question, const CaseFile &file);

// the day that ages and credentials are judged on: the session's, or the act's where there is none
Date session_day(const Question &question);

bool contains(const std::vector<std::string> &list, std::string_view item);

// People the session's beginning counts: invited ones at "invitation", those who came at "attendance".
std::vector<std::string> gathered(const Session &session, std::string_view at);

} // namespace mediasi
