// Whether a paper may go out to its recipient: the person's own safe-contact answer, and the consent it rests on.
#pragma once

#include <string_view>

#include "model/casefile.h"
#include "rules/standard.h"

namespace mediasi {

enum class Barrier {
  none,
  safe_contact, // the person may not be written to
  consent,      // nobody consented to what the paper passes on, or whom it approaches
};

// What somebody is sent. What the sides sign or take in the office is none.
bool is_letter(const Paper &paper);

// `for_entry` is the act that owes the paper: a referral says itself whether data may be passed on.
Barrier barrier_to(const CaseFile &file, const Paper &paper, std::string_view to, std::int64_t for_entry);

// A respondent who was never asked, invited or written to does not learn of the case by a letter that it is over.
bool was_approached(const CaseFile &file, std::string_view person);

} // namespace mediasi
