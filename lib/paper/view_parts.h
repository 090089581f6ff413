// The parts a view is made of, one file each. Files of this folder only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "paper/view.h"

namespace mediasi {

void add_office(View &view, const Standard &standard);    // letterhead, standard, fee, complaint channels
void add_letter(View &view, const PaperInput &input);     // number, day, who signs
void add_recipient(View &view, const PaperInput &input);  // whom it is for
void add_session(View &view, const PaperInput &input);    // when, where, which mediator
void add_minutes(View &view, const PaperInput &input);    // who came, what was said and agreed
void add_signers(View &view, const PaperInput &input);    // signature blocks
void add_annex(View &view, const PaperInput &input);      // identities, for the office alone
void add_records(View &view, const PaperInput &input);    // consents, attendance lists, copies, failed mediations
void add_assessed(View &view, const PaperInput &input);   // assessment, finding, plan, order, by initials
void add_visit(View &view, const PaperInput &input);      // a monitoring visit
void add_identities(View &view, const PaperInput &input); // NIK and address, where all parties said yes
void add_case(View &view, const PaperInput &input);       // a task, a result, an end, a referral

// the session the paper is about
const Session *session_of(const PaperInput &input);

// the act that owes the paper, nullptr where none does
const Happened *act_of(const PaperInput &input);

// had it happened when the paper became owed?
inline bool in_time(const PaperInput &input, std::int64_t entry) {
  return input.request.for_entry == 0 || entry <= input.request.for_entry;
}

// Parties who came or were represented; all of them while no attendance is recorded.
std::vector<const Person *> sides_of(const PaperInput &input, const Session &session);

inline bool is_party(const Person &person) {
  return person.side == Side::beneficiary || person.side == Side::respondent;
}

// do the rules name it among who signs: parties, mediator, companions, or a role
bool signs(const Paper &paper, std::string_view who);

// "Pihak I (C.A.S.)"
std::string who_in_brief(const Person &person, const CaseFile &file);

// whose address stands for this person's: nobody else's, or a child's guardians where it has none of its own
std::vector<const Person *> address_holders(const PaperInput &input, const Person &person);
std::string address_of(const PaperInput &input, const Person &person);

// one row of the list for each paragraph of the text
void add_paragraphs(View &view, const std::string &list, const std::string &member, std::string_view text);

// a free text of the referral, or of the earlier one that it answers
std::string of_referral(const PaperInput &input, const Happened &act, std::string_view field);

inline void raise(View &view, std::string_view flag, bool up) {
  view.texts.insert_or_assign(std::string(flag), std::string(up ? raised : std::string_view{}));
}

} // namespace mediasi
