// Which paper of a minutes' step is the text of the minutes: its issue fixes what is signed.
#pragma once

#include <string_view>

#include "model/facts.h"
#include "model/person.h"
#include "rules/standard.h"

namespace mediasi {

// parties or companions are among its signers, so both sides read it
bool is_signed_by_sides(const Paper &paper);

// Does the paper ask for this hand? A person's by where they stand in the case, anybody else's by the id itself: the
// mediator, a role. Who asks for companions asks for others at the table too.
bool asks_hand(const Paper &paper, const Person *person, std::string_view id);

// of these minutes its conditions hold
bool is_for_minutes(const Paper &paper, const Row &says, std::string_view outcome);

// One text for each outcome: the first paper to the office that the sides sign and that is for these minutes; where the
// sides sign none (a mediator's written advice), the first that others sign. What else the step owes (an agreement, an
// annex) is made beside it and fixes nothing. `says` is the act's own word, `outcome` what was recorded of its session:
// a later refusal to sign changes the outcome, not the text.
const Paper *text_of_minutes(const Standard &standard, const Step &step, const Row &says, std::string_view outcome);

} // namespace mediasi
