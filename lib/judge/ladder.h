// The ladder of invitations (spec 1, "Invitations count"): one counts only with proof of delivery and without an
// excuse, and only for a session that had its day. A written refusal ends the ladder; so does the office's number of
// counted ones. The beneficiary's absence opens a safety check, not a second letter.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/casefile.h"

namespace mediasi {

bool had_its_day(
    const Session &session); // it was neither moved nor cancelled, and somebody was noted present or absent
int counted_invitations(const CaseFile &file, std::string_view person);
// the first invitation to this person to a session that had its day, of whose delivery nothing is known; or null
const Invitation *unproved_invitation(const CaseFile &file, std::string_view person);

// When the mediation counts as one that could not be held: the latest session was not held, and the ladder of a party
// is at its end.
std::optional<Moment> ladder_ended(const CaseFile &file, int most);

struct Absence {
  const Person *party = nullptr;
  const Session *session = nullptr;
};
// a beneficiary who stayed away without excuse, and was not found safe since
std::vector<Absence> unchecked_absences(const CaseFile &file);

} // namespace mediasi
