// The parts a view is made of, one file each. Files of this folder only.
#pragma once

#include "paper/view.h"

namespace mediasi {

void add_office(View &view, const PaperInput &input);    // letterhead, standard, fee, complaint channels
void add_letter(View &view, const PaperInput &input);    // number, day, who signs
void add_recipient(View &view, const PaperInput &input); // whom it is for
void add_session(View &view, const PaperInput &input);   // when, where, which mediator
void add_minutes(View &view, const PaperInput &input);   // who came, what was said and agreed
void add_signers(View &view, const PaperInput &input);   // signature blocks
void add_case(View &view, const PaperInput &input);      // a task, a result, an end, a referral
void add_annex(View &view, const PaperInput &input);     // identities, for the office alone

// the session the paper is about
const Session *session_of(const PaperInput &input);

// the act that owes the paper; nullptr when it is none of the case's
const Happened *act_of(const PaperInput &input);

// a free text of the referral, or of the earlier one that it answers
std::string of_referral(const PaperInput &input, const Happened &act, std::string_view field);

inline void raise(View &view, std::string_view flag, bool up) {
  view.texts.insert_or_assign(std::string(flag), std::string(up ? raised : std::string_view{}));
}

} // namespace mediasi
