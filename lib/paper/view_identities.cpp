// NIK and address in an agreement: only where every party of it said yes in code, and no address is secret (spec 5).
#include "paper/view_parts.h"

#include <algorithm>

#include "paper/labels.h"
#include "paper/people.h"

namespace mediasi {

namespace {

// Each giver's latest word, and at least one. Whoever refused or took it back is heard (UU 27/2022 art. 20 to 25).
bool agreed_to_show(const CaseFile &file, const Person &party) {
  const auto words = file.consents_of(party.id, "identity_in_agreement");
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [](const Consent *word) { return word->decision == "given"; });
}

// Not asked is not safe: only "no" opens an address. A child's may be its guardian's.
bool is_open(const PaperInput &input, const Person &party) {
  const auto said_no = [](const Person &person) { return tri_of(person.clear, "address_secret") == Tri::no; };
  const auto holders = address_holders(input, party);
  return said_no(party) &&
         std::all_of(holders.begin(), holders.end(), [&](const Person *holder) { return said_no(*holder); });
}

// one text of both sides, and no paper of one of them
bool is_signed_together(const PaperInput &input) {
  const Paper *paper = input.standard.paper(input.request.kind);
  if (paper == nullptr || paper->to != "office")
    return false;
  return std::find(paper->signers.begin(), paper->signers.end(), "parties") != paper->signers.end();
}

} // namespace

void add_identities(View &view, const PaperInput &input) {
  const Session *session = session_of(input);
  if (session == nullptr || !is_signed_together(input))
    return;
  const auto parties = sides_of(input, *session);
  const bool shown = std::all_of(parties.begin(), parties.end(), [&](const Person *party) {
    return agreed_to_show(input.file, *party) && is_open(input, *party);
  });
  if (!shown)
    return;
  for (const auto *party : parties)
    view.lists["identities"].push_back({{{"identity_label", side_label(*party, input.file)},
                                         {"identity_name", name_of(input, party->id)},
                                         {"identity_nik", identity(input, party->id, "nik")},
                                         {"identity_address", address_of(input, *party)}},
                                        {}});
}

} // namespace mediasi
