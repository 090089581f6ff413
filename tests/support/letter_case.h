// A case of two children that stands under Pasuruan's rules, and letters of it by the acts that owe them.
#pragma once

#include <string>
#include <vector>

#include "support/paper_case.h"

namespace mediasi::testing {

// the two children of bullying(), before anything happened but the registration
PaperCase registered();

// adds an act of 20 June 2025 and answers its entry: 100, 101 ...
std::int64_t happened(PaperCase &sample, const char *step, const char *act, Row fields);

// the beneficiary's mother's, for one purpose
Consent consent(const char *purpose);

IssuedPaper issued(const char *kind, const char *to, std::int64_t for_entry);

// "kind recipient state" of every paper of the case
std::vector<std::string> due(const PaperCase &sample);

std::string letter(PaperCase &sample, const char *kind, const char *to, std::int64_t entry);

// the rule a letter is refused by, else the code; "none" when it is not refused
std::string rule_against(PaperCase &sample, const char *kind, const char *to, std::int64_t entry);

} // namespace mediasi::testing
