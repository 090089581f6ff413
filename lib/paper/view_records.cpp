// What records show besides the session: consents, the attendance list, copies, why there was no agreement, and the
// identities that stand in an agreement.
#include "paper/view_parts.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "paper/coded_words.h"
#include "paper/labels.h"
#include "paper/people.h"
#include "rules/duties.h"
#include "rules/minutes_text.h"

namespace mediasi {

namespace {

// who did it and when, and who sees the paper after the first signer
void add_record(View &view, const PaperInput &input, const Paper &paper) {
  if (const auto *act = act_of(input)) {
    const auto *officer = input.roster.officer(act->by);
    view.texts["recorded_by"] = officer == nullptr ? std::string(blank_line) : officer->name;
    view.texts["recorded_on"] = long_date(act->on.day);
  }
  const auto signers = officials(input, paper, session_of(input));
  for (std::size_t at = 1; at < signers.size(); ++at)
    view.lists["seen_by"].push_back(
        {{{"seen_title", signers[at].title}, {"seen_name", signers[at].name}, {"seen_nip", signers[at].nip}}, {}});
  raise(view, "has_seen_by", !view.list("seen_by").empty());
}

void add_consent(View &view, const PaperInput &input, const Happened &act) {
  const auto &said = act.facts.fields;
  const auto *party = input.file.person(value_of(said, "party"));
  if (act.act != "consent" || party == nullptr)
    return;
  const auto giver = value_of(said, "given_by");
  const bool own = giver == "self" || giver == party->id;
  auto name = name_of(input, own ? std::string_view(party->id) : giver);
  if (own && party->organisation)
    name = identity(input, party->id, "representative");
  view.texts["consent_giver"] = name.empty() ? std::string(blank_line) : name;
  view.texts["consent_relation"] = own ? "" : coded_word("consent_relations", value_of(said, "relation"));
  raise(view, "consent_for_child", child_on(*party, act.on.day));
  for (const auto &purpose : values_of(said, "purposes"))
    view.lists["consent_purposes"].push_back({{{"consent_purpose", coded_word("consent_purposes", purpose)}}, {}});
  view.texts["consent_version"] = value_of(said, "text_version");
  view.texts["consent_language"] = free_text(input, "language", act.entry);
}

void add_attendee(View &view, const std::string &name, const std::string &capacity) {
  view.lists["attendees"].push_back({{{"attendee_name", name}, {"attendee_capacity", capacity}}, {}});
}

// Those invited; before anybody is, the parties and their companions. Of them those who sign the paper by the rules.
void add_attendees(View &view, const PaperInput &input, const Paper &paper, const Session &session) {
  if (signs(paper, "mediator")) {
    const auto mediator = mediator_who_signs(input, &session);
    add_attendee(view, mediator.name, mediator.title);
  }
  const auto expected = [&](const Person &person) {
    if (!asks_hand(paper, &person, person.id))
      return false;
    if (session.invitations.empty())
      return person.side != Side::other;
    return std::any_of(session.invitations.begin(), session.invitations.end(),
                       [&](const Invitation &invitation) { return invitation.person == person.id; });
  };
  for (const auto &person : input.file.persons)
    if (expected(person))
      add_attendee(view, name_of(input, person.id), capitalised(side_label(person, input.file)));
  for (const auto &role : paper.signers)
    if (role != "mediator" && input.standard.role(role) != nullptr) {
      const auto officer = official(input, role);
      add_attendee(view, officer.name, officer.title);
    }
}

// The page of the minutes as it was issued: what agreements and receipts refer to.
void add_minutes_issued(View &view, const PaperInput &input, const Session &session) {
  for (const auto &minutes : input.file.minutes)
    for (const auto &paper : input.file.papers) {
      if (minutes.session != session.number || minutes.frozen.empty() || paper.entry != minutes.frozen_by)
        continue;
      view.texts["minutes_number"] = paper.number;
      view.texts["minutes_date"] = long_date(paper.on.day);
      view.texts["minutes_code"] = paper.hash.substr(0, 20);
    }
}

void add_copy(View &view, const PaperInput &input, const Happened &act) {
  for (const auto &copy : rows_of(act.facts, "copy")) {
    if (value_of(copy, "person") != input.request.recipient)
      continue;
    const auto on = parse_date(value_of(copy, "on"));
    view.texts["handed_how"] = coded_word("delivery_means", value_of(copy, "how"));
    view.texts["handed_on"] = long_date(on ? *on : act.on.day);
  }
}

void add_failure(View &view, const PaperInput &input, const Session &session) {
  view.texts["outcome_reason"] = coded_word("outcome_reasons", value_of(session.outcome_clear, "reason"));
  int sent = 0; // rounds of letters, whomever they went to
  for (const auto &one : input.file.sessions)
    for (const auto &invitation : one.invitations)
      sent = std::max(sent, invitation.number);
  if (sent > 0)
    view.texts["invitations_sent"] = fmt::format("{} ({})", sent, number_in_words(sent));
  for (const auto *party : input.file.parties()) {
    const auto status = attendance_of(&session, party->id);
    if (status != "absent" && status != "excused")
      continue;
    view.lists["absentees"].push_back({{{"absentee_label", side_label(*party, input.file)},
                                        {"absentee_name", name_of(input, party->id)},
                                        {"absentee_status", coded_word("attendance_states", status)}},
                                       {}});
  }
}

} // namespace

const Happened *act_of(const PaperInput &input) {
  const auto &story = input.file.story;
  const auto found = std::find_if(story.begin(), story.end(),
                                  [&](const Happened &act) { return act.entry == input.request.for_entry; });
  return input.request.for_entry == 0 || found == story.end() ? nullptr : &*found;
}

void add_paragraphs(View &view, const std::string &list, const std::string &member, std::string_view text) {
  for (const auto &line : split(text, '\n'))
    if (const auto paragraph = trim(line); !paragraph.empty())
      view.lists[list].push_back({{{member, std::string(paragraph)}}, {}});
}

void add_records(View &view, const PaperInput &input) {
  const Paper *paper = input.standard.paper(input.request.kind);
  if (paper == nullptr)
    return;
  add_record(view, input, *paper);
  if (const auto *act = act_of(input)) {
    add_consent(view, input, *act);
    add_copy(view, input, *act);
  }
  if (const auto *session = session_of(input)) {
    add_attendees(view, input, *paper, *session);
    add_minutes_issued(view, input, *session);
    add_failure(view, input, *session);
  }
}

} // namespace mediasi
