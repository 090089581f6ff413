// What a form that amends says about itself: what it takes away, and the words of the correction.
#pragma once

#include <vector>

#include "action/check.h"

namespace mediasi {

// `act`: what the form changes, checked field by field. Adds "remove", "on" and "by" to its facts and the words to what
// it seals; complains about what cannot be taken away, and when nothing would change.
void check_amendment(const Draft &draft, const Step &step, const ActKind &kind, const Entry &amended, CheckedAct &act,
                     std::vector<Problem> &problems);

// The words of a correction, from a draft that may have them: "note", or correction_note where the act has a note of
// its own. True when the draft had some.
bool take_note(const Draft &draft, bool note_is_field, CheckedAct &act);

} // namespace mediasi
