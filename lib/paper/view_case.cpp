#include "paper/view_parts.h"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "base/text.h"
#include "paper/labels.h"
#include "paper/people.h"
#include "rules/orders.h"

namespace mediasi {

namespace {

std::string said_by(const Happened &act, std::string_view field) {
  return std::string(value_of(act.facts.fields, field));
}

// who is sent: an officer with rank and NIP, or a mediator with a certificate
void add_task(View &view, const PaperInput &input, const Happened &act) {
  view.texts["task_since"] = long_date(act.on.day);
  const auto order = std::find_if(input.file.orders.rbegin(), input.file.orders.rend(),
                                  [&](const Order &one) { return one.ordered && is_the_order(input.standard, one); });
  if (order != input.file.orders.rend())
    view.texts["task_order_date"] = long_date(order->on.day);
  if (act.act == "assignment") {
    const auto officer = official(input, said_by(act, "role"));
    view.texts["task_rank"] = officer.rank;
    view.texts["task_nip"] = officer.nip;
  }
  const auto *mediator = input.roster.mediator(said_by(act, "mediator"));
  if (mediator != nullptr)
    view.texts["task_credential"] =
        fmt::format("{} Nomor {}{}{}", credential_words(input, mediator->credential), mediator->number,
                    mediator->issuer.empty() ? "" : ", ", mediator->issuer);
}

// Initials are enough for a report that goes round the office; who is who stands in the minutes.
std::string parties_of(const PaperInput &input, const Session &session) {
  std::vector<std::string> words;
  for (const auto *party : input.file.parties()) {
    const auto status = attendance_of(&session, party->id);
    if (status.empty() || status == "absent" || status == "excused")
      continue;
    words.push_back(fmt::format("{} ({})", side_label(*party, input.file), party->initials));
  }
  return listed(words);
}

std::string people(std::size_t count) {
  return count == 0 ? std::string() : fmt::format("{} orang", count);
}

void add_signatures(View &view, const Minutes &minutes) {
  std::map<std::string_view, bool> refused; // the latest answer of each
  for (const auto &signature : minutes.signatures)
    refused[signature.signer] = signature.state == "refused";
  const auto no = static_cast<std::size_t>(
      std::count_if(refused.begin(), refused.end(), [](const auto &answer) { return answer.second; }));
  view.texts["result_signed"] = people(refused.size() - no);
  view.texts["result_refused"] = people(no);
}

void add_result(View &view, const PaperInput &input) {
  const auto *session = session_of(input);
  if (session == nullptr)
    return;
  const auto &file = input.file;
  view.texts["result_parties"] = parties_of(input, *session);
  const auto agreed = std::count_if(file.obligations.begin(), file.obligations.end(),
                                    [&](const Obligation &one) { return one.session == session->number; });
  if (agreed > 0)
    view.texts["result_obligations"] = fmt::format("{} butir", agreed);
  const auto minutes = std::find_if(file.minutes.rbegin(), file.minutes.rend(),
                                    [&](const Minutes &one) { return one.session == session->number; });
  if (minutes == file.minutes.rend())
    return;
  add_signatures(view, *minutes);
  const auto paper = std::find_if(file.papers.rbegin(), file.papers.rend(), [&](const IssuedPaper &one) {
    return one.for_entry == minutes->entry && one.hash == minutes->frozen;
  });
  if (paper == file.papers.rend())
    return;
  view.texts["result_minutes"] = paper->number;
  view.texts["result_minutes_date"] = long_date(paper->on.day);
}

void add_closing(View &view, const PaperInput &input, const Happened &act) {
  const auto *person = input.file.person(input.request.recipient);
  view.texts["closing_date"] = long_date(act.on.day);
  view.texts["closing_reason"] =
      closing_label(said_by(act, "reason"), person != nullptr && person->side == Side::beneficiary);
}

// the referral that this act answers, by its number
const Happened *referral_answered(const CaseFile &file, const Happened &act) {
  const auto number = parse_integer(value_of(act.facts.fields, "number"));
  const auto &referrals = file.referrals;
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > referrals.size())
    return nullptr;
  const auto entry = referrals[static_cast<std::size_t>(*number) - 1].entry;
  const auto found =
      std::find_if(file.story.begin(), file.story.end(), [&](const Happened &one) { return one.entry == entry; });
  return found == file.story.end() || found->entry >= act.entry ? nullptr : &*found;
}

// a matter is said of them, and they were a child on its day
bool child_said_to_have(const CaseFile &file, const Person &person, Date day) {
  return std::any_of(file.matters.begin(), file.matters.end(), [&](const Matter &matter) {
    return (matter.respondent.empty() || matter.respondent == person.id) &&
           child_on(person, parse_date(value_of(matter.clear, "incident_on")).value_or(day));
  });
}

// Who is named, here or by the referral that this answers; else, for diversion, who was a child on the day of it, and
// for all other services whom the case is for. Diversion is never the victim's.
std::vector<const Person *> referred(const CaseFile &file, const Happened &act) {
  if (const auto *person = file.person(value_of(act.facts.fields, "person")))
    return {person};
  if (const auto *earlier = referral_answered(file, act))
    return referred(file, *earlier);
  if (said_by(act, "to") != "diversi")
    return file.side(Side::beneficiary);
  const auto respondents = file.side(Side::respondent);
  auto children = respondents;
  std::erase_if(children, [&](const Person *person) { return !child_said_to_have(file, *person, act.on.day); });
  return children.empty() ? respondents : children;
}

void add_referral(View &view, const PaperInput &input, const Happened &act) {
  std::vector<std::string> names;
  std::vector<std::string> guardians;
  for (const auto *person : referred(input.file, act)) {
    names.push_back(name_of(input, person->id));
    if (!child_on(*person, act.on.day))
      continue;
    for (const auto *guardian : guardians_of(input.file, *person))
      if (auto name = identity(input, guardian->id, "name"); !name.empty())
        guardians.push_back(std::move(name));
  }
  view.texts["referral_service"] = referral_label(said_by(act, "to"));
  view.texts["referral_person"] = listed(names);
  view.texts["referral_guardians"] = listed(guardians);
  view.texts["referral_summary"] = of_referral(input, act, "summary");
}

} // namespace

std::string of_referral(const PaperInput &input, const Happened &act, std::string_view field) {
  if (auto own = free_text(input, field, act.entry); !own.empty())
    return own;
  const auto number = parse_integer(value_of(act.facts.fields, "number"));
  const auto &referrals = input.file.referrals;
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > referrals.size())
    return "";
  return free_text(input, field, referrals[static_cast<std::size_t>(*number) - 1].entry);
}

void add_case(View &view, const PaperInput &input) {
  add_result(view, input);
  const auto *act = act_of(input);
  if (act == nullptr)
    return;
  if (act->act == "assignment" || act->act == "mediator")
    add_task(view, input, *act);
  if (act->act == "termination")
    add_closing(view, input, *act);
  if (act->act == "referral")
    add_referral(view, input, *act);
}

} // namespace mediasi
