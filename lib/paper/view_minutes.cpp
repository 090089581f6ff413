#include "paper/view_parts.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/text.h"
#include "paper/labels.h"
#include "paper/people.h"

namespace mediasi {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> outcome_flags{{{"agreed", "is_agreed"},
                                                                                      {"partly", "is_partly"},
                                                                                      {"not_agreed", "is_not_agreed"},
                                                                                      {"continued", "is_continued"},
                                                                                      {"stopped", "is_stopped"},
                                                                                      {"not_held", "is_not_held"}}};

std::string party_note(const PaperInput &input, const Session &session, const Person &party) {
  const auto stands_in = represented_by(&session, party.id);
  const auto representative =
      stands_in.empty() ? identity(input, party.id, "representative") : name_of(input, stands_in);
  if (party.organisation || attendance_of(&session, party.id) == "represented")
    return representative.empty() ? "diwakili" : fmt::format("diwakili oleh {}", representative);
  return child_on(party, session.at.day) ? "anak" : "";
}

void add_people(View &view, const PaperInput &input, const Session &session) {
  bool child = false;
  for (const auto *party : sides_of(input, session)) {
    child = child || child_on(*party, session.at.day);
    view.lists["parties"].push_back({{{"party_label", side_label(*party, input.file)},
                                      {"party_name", name_of(input, party->id)},
                                      {"party_note", party_note(input, session, *party)}},
                                     {}});
  }
  raise(view, "child_involved", child);
  for (const auto *person : input.file.side(Side::companion)) {
    if (!took_part(&session, person->id))
      continue;
    view.lists["companions"].push_back({{{"companion_name", name_of(input, person->id)},
                                         {"companion_kind", companion_label(person->kinds)},
                                         {"companion_capacity", capitalised(side_label(*person, input.file))},
                                         {"companion_of", listed(accompanied(input, *person))}},
                                        {}});
  }
  for (const auto *person : input.file.side(Side::other))
    if (took_part(&session, person->id))
      view.lists["others"].push_back({{{"other_name", name_of(input, person->id)},
                                       {"other_capacity", capitalised(side_label(*person, input.file))}},
                                      {}});
  for (const auto &attendance : session.attendance) {
    const Person *person = input.file.person(attendance.person);
    if (attendance.status != "left_early" || person == nullptr)
      continue;
    view.lists["early_leavers"].push_back(
        {{{"leaver_name", name_of(input, person->id)}, {"leaver_capacity", side_label(*person, input.file)}}, {}});
  }
}

std::string time_of(const Obligation &obligation) {
  const auto due = obligation.due ? long_date(*obligation.due) : std::string{};
  if (obligation.recurrence == "standing")
    return due.empty() ? "berlaku terus-menerus" : fmt::format("berlaku terus-menerus sejak {}", due);
  if (obligation.recurrence != "recurring")
    return due.empty() ? "" : fmt::format("paling lambat {}", due);
  const auto interval = value_of(obligation.clear, "interval_days");
  auto text = interval.empty() ? std::string("berulang") : fmt::format("setiap {} hari", interval);
  return due.empty() ? text : fmt::format("{}, pertama kali paling lambat {}", text, due);
}

std::string amount_of(const Obligation &obligation) {
  const auto amount = parse_integer(value_of(obligation.clear, "amount"));
  if (!amount || *amount <= 0)
    return "";
  if (*amount > 999'999'999'999)
    return rupiah(*amount);
  return fmt::format("{} ({} rupiah)", rupiah(*amount), number_in_words(*amount));
}

std::string who_of(const PaperInput &input, std::string_view id) {
  const Person *person = input.file.person(id);
  if (person == nullptr)
    return std::string(id);
  return fmt::format("{}, {}", capitalised(side_label(*person, input.file)), name_of(input, person->id));
}

void add_obligations(View &view, const PaperInput &input, const Session &session) {
  for (const auto &obligation : input.file.obligations) {
    if (obligation.session != session.number)
      continue;
    const auto words = identity(input, fmt::format("obligation{}", obligation.number), "text");
    const auto proof = identity(input, fmt::format("obligation{}", obligation.number), "proof");
    view.lists["obligations"].push_back(
        {{{"obligation_number", std::to_string(obligation.number)},
          {"obligation_who", who_of(input, obligation.who)},
          {"obligation_text", words.empty() ? obligation_label(obligation.kind) : words},
          {"obligation_amount", amount_of(obligation)},
          {"obligation_time", time_of(obligation)},
          {"obligation_proof", proof_label(proof.empty() ? value_of(obligation.clear, "proof") : proof)}},
         {}});
  }
  raise(view, "has_obligations", !view.list("obligations").empty());
}

// somebody of each side has agreed to the mediation, and nobody who speaks for him has said no
bool both_consented(const CaseFile &file) {
  const auto stands = [&](const Person *party) {
    const auto last_words = file.consents_of(party->id, "mediation");
    return !last_words.empty() && std::all_of(last_words.begin(), last_words.end(),
                                              [](const Consent *word) { return word->decision == "given"; });
  };
  const auto given = [&](Side side) {
    const auto parties = file.side(side);
    return std::any_of(parties.begin(), parties.end(), stands);
  };
  return given(Side::beneficiary) && given(Side::respondent);
}

void add_course(View &view, const PaperInput &input, const Session &session) {
  const auto minutes = std::find_if(input.file.minutes.rbegin(), input.file.minutes.rend(),
                                    [&](const Minutes &m) { return m.session == session.number; });
  if (minutes == input.file.minutes.rend())
    return;
  add_paragraphs(view, "course", "paragraph", free_text(input, "course", minutes->entry));
}

} // namespace

std::vector<const Person *> sides_of(const PaperInput &input, const Session &session) {
  auto parties = input.file.parties();
  if (session.attendance.empty())
    return parties;
  std::erase_if(parties, [&](const Person *person) {
    const auto status = attendance_of(&session, person->id);
    return status.empty() || status == "absent" || status == "excused";
  });
  return parties;
}

namespace {

// The day the recipient still waits for: of the sessions this one was moved from, the last there is a letter of.
const Session *replaced_for(const PaperInput &input, const Session &session) {
  const auto written = [&](const Session &one) {
    return std::any_of(input.file.papers.begin(), input.file.papers.end(), [&](const IssuedPaper &paper) {
      return paper.to == input.request.recipient && paper.session == one.number;
    });
  };
  const auto *old = input.file.session(session.from);
  while (old != nullptr && !written(*old))
    old = input.file.session(old->from);
  return old;
}

} // namespace

void add_session(View &view, const PaperInput &input) {
  const Session *session = session_of(input);
  if (session == nullptr)
    return;
  view.texts["session_number"] = std::to_string(session->number);
  if (const auto *old = replaced_for(input, *session))
    view.texts["replaces_date"] =
        long_date(old->at.day) + (old->at.time ? " " + clock_time(*old->at.time, input.standard.office.zone) : "");
  view.texts["session_weekday"] = weekday_name(session->at.day);
  view.texts["session_date"] = long_date(session->at.day);
  if (session->at.time)
    view.texts["session_time"] = clock_time(*session->at.time, input.standard.office.zone);
  const auto *room = input.roster.room(session->room);
  view.texts["session_room"] = room == nullptr ? readable(session->room) : room->name;
  raise(view, "session_separate", session->mode == "separate");
  raise(view, "session_remote", session->mode == "remote");
  const auto *mediator = input.roster.mediator(mediator_of(input, session));
  if (mediator == nullptr)
    return;
  view.texts["mediator_name"] = mediator->name;
  view.texts["mediator_credential"] = credential_words(input, mediator->credential);
  view.texts["mediator_number"] = mediator->number;
  view.texts["mediator_issuer"] = mediator->issuer;
}

void add_minutes(View &view, const PaperInput &input) {
  const Session *session = session_of(input);
  if (session == nullptr)
    return;
  const auto day = session->at.day;
  view.texts["held_words"] = date_in_words(day);
  view.texts["held_date"] = fmt::format("{:02}-{:02}-{}", static_cast<unsigned>(day.day()),
                                        static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
  for (const auto &[outcome, flag] : outcome_flags)
    raise(view, flag, session->outcome == outcome);
  add_people(view, input, *session);
  const auto writer = minutes_writer(input, *session);
  view.texts["writer_title"] = writer.title;
  view.texts["writer_name"] = writer.name;
  raise(view, "consented", both_consented(input.file));
  add_course(view, input, *session);
  add_obligations(view, input, *session);
}

} // namespace mediasi
