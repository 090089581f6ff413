#include "paper/view_parts.h"

#include <algorithm>

#include "base/text.h"
#include "paper/labels.h"
#include "paper/people.h"

namespace mediasi {

namespace {

// An address typed on several lines stands on one.
std::string one_line(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto &line : split(text, '\n'))
    if (const auto part = trim(line); !part.empty())
      lines.emplace_back(part);
  return join(lines, ", ");
}

std::vector<std::string> names_of(const PaperInput &input, const std::vector<const Person *> &persons) {
  std::vector<std::string> found;
  for (const auto *person : persons)
    if (auto name = identity(input, person->id, "name"); !name.empty())
      found.push_back(std::move(name));
  return found;
}

void add_person(View &view, const PaperInput &input, const Person &person) {
  const Session *session = session_of(input);
  const Date day = session == nullptr ? input.request.issued : session->at.day;
  const bool party = person.side == Side::beneficiary || person.side == Side::respondent;
  const bool child = party && child_on(person, day);
  const auto guardians = child ? guardians_of(input.file, person) : std::vector<const Person *>{};
  view.texts["recipient_name"] = name_of(input, person.id);
  view.texts["recipient_address"] = address_of(input, person);
  view.texts["recipient_capacity"] = side_label(person, input.file);
  view.texts["recipient_representative"] = identity(input, person.id, "representative");
  view.texts["recipient_guardians"] = listed(names_of(input, guardians));
  view.texts["recipient_companions"] = listed(names_of(input, input.file.companions_of(person.id)));
  view.texts["recipient_party_name"] = listed(accompanied(input, person));
  raise(view, "recipient_is_party", party);
  raise(view, "recipient_is_child", child);
  raise(view, "recipient_is_companion", person.side == Side::companion);
  raise(view, "recipient_is_other", person.side == Side::other);
}

// the one this act appoints, else the one of the session
void add_mediator(View &view, const PaperInput &input) {
  const auto *act = act_of(input);
  const auto appointed = act == nullptr ? std::string_view{} : value_of(act->facts.fields, "mediator");
  const auto *mediator =
      input.roster.mediator(appointed.empty() ? mediator_of(input, session_of(input)) : std::string(appointed));
  view.texts["recipient_name"] = mediator == nullptr ? std::string(blank_line) : mediator->name;
  view.texts["recipient_capacity"] = "mediator";
  raise(view, "recipient_is_mediator", true);
}

// Its name where the referral says it, else who answers for services of that kind.
void add_institution(View &view, const PaperInput &input) {
  const auto *act = act_of(input);
  const auto name = act == nullptr ? std::string{} : of_referral(input, *act, "to_name");
  view.texts["recipient_name"] =
      name.empty() ? institution_label(act == nullptr ? "" : value_of(act->facts.fields, "to")) : name;
  raise(view, "recipient_is_other", true);
}

} // namespace

// A child without an address of its own lives with who stands for it: the same side, so no shield is crossed.
std::vector<const Person *> address_holders(const PaperInput &input, const Person &person) {
  const Session *session = session_of(input);
  const Date day = session == nullptr ? input.request.issued : session->at.day;
  const bool party = person.side == Side::beneficiary || person.side == Side::respondent;
  if (!party || !child_on(person, day) || !identity(input, person.id, "address").empty())
    return {};
  return guardians_of(input.file, person);
}

std::string address_of(const PaperInput &input, const Person &person) {
  auto address = identity(input, person.id, "address");
  for (const auto *holder : address_holders(input, person))
    if (address.empty())
      address = identity(input, holder->id, "address");
  return one_line(address);
}

void add_recipient(View &view, const PaperInput &input) {
  const auto &recipient = input.request.recipient;
  if (recipient.empty())
    return;
  if (recipient == "mediator" || recipient == "institution") {
    recipient == "mediator" ? add_mediator(view, input) : add_institution(view, input);
    return;
  }
  if (const auto *person = input.file.person(recipient); person != nullptr) {
    add_person(view, input, *person);
    return;
  }
  const auto officer = official(input, recipient);
  view.texts["recipient_name"] = officer.name;
  view.texts["recipient_capacity"] = officer.title;
  raise(view, "recipient_is_other", true);
}

} // namespace mediasi
