#include "report/chain_notes.h"

#include "base/language.h"
#include "base/text.h"
#include "report/in_words.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

using Notes = std::vector<std::string>;

std::string call_in_words(std::string_view what, const Standard &standard) {
  if (what == "violence")
    return say("new violence: {} takes it up", case_manager(standard));
  if (what == "irregular")
    return say("irregular session: {} takes it up", case_manager(standard));
  if (what == "objection")
    return say("objection to a consent: {} takes it up", case_manager(standard));
  return std::string(what);
}

// why a session ended before its day: a coded reason, or the act that cancelled it by itself
std::string why_ended(const Session &session) {
  if (session.ended_why == "violence")
    return tr("new violence");
  if (session.ended_why == "consent")
    return tr("consent refused or withdrawn");
  if (session.ended_why == "termination")
    return tr("the case was closed");
  return choice_in_words("session_cancel", "", "reason", session.ended_why);
}

std::string session_note(const Session &session, const Standard &standard) {
  auto text = say("session {}: {}", session.number, text_of(session.at));
  if (session.from != 0)
    text += say(", in place of session {}", session.from);
  if (session.state == "moved")
    return text + say("; moved to session {}: {}", session.to, why_ended(session));
  if (session.state == "cancelled")
    return text + say("; cancelled: {}", why_ended(session));
  if (session.outcome.empty())
    return text + say("; {}", session.attendance.empty() ? tr("planned") : tr("begun, without an outcome yet"));
  const auto recorded = value_of(session.outcome_clear, "outcome");
  text += say("; {}", choice_in_words(standard, "outcome", "outcome", session.outcome));
  if (recorded != session.outcome)
    text += say(", recorded as {}, changed by a refusal to sign",
                choice_in_words(standard, "outcome", "outcome", recorded));
  return text;
}

Notes of_sessions(const CaseFile &file, const Standard &standard) {
  Notes notes;
  for (const auto &session : file.sessions)
    notes.push_back(session_note(session, standard));
  return notes;
}

Notes of_people_in_charge(const CaseFile &file, const Standard &standard) {
  Notes notes;
  for (const auto &one : file.assignments) {
    const auto *role = standard.role(one.role);
    const auto title = role ? role->title : title_of_duty(standard, one.role); // a registration names the duty
    notes.push_back(say("{}: {} from {}", title.empty() ? one.role : title, one.officer, text_of(one.on.day)));
  }
  return notes;
}

Notes of_referrals(const CaseFile &file) {
  Notes notes;
  int number = 0;
  for (const auto &one : file.referrals)
    notes.push_back(say("referral {}: {}, {}", ++number, choice_in_words("referral", "", "to", one.to),
                        choice_in_words("referral", "", "answer", one.answer)));
  return notes;
}

Notes of_calls(const CaseFile &file, const Standard &standard) {
  Notes notes;
  for (const auto &one : file.follow_ups)
    notes.push_back(
        one.answer
            ? say("{} (entry {}): done {}", call_in_words(one.what, standard), one.entry, text_of(one.answer->day))
            : say("{} (entry {}): open since {}", call_in_words(one.what, standard), one.entry, text_of(one.on.day)));
  for (const auto &check : file.safety_checks)
    notes.push_back(say("safety check of {}: {}", check.party,
                        check.safe == Tri::yes  ? tr("safe")
                        : check.safe == Tri::no ? tr("not safe")
                                                : tr("not known")));
  return notes;
}

Notes of_old_acts(const CaseFile &file) {
  Notes notes;
  for (const auto &done : file.story)
    if (done.as_found && !done.breaches.empty())
      notes.push_back(
          done.accepted
              ? say("entry {} as found, in breach of {}: accepted", done.entry, join(done.breaches, ", "))
              : say("entry {} as found, in breach of {}: opens nothing", done.entry, join(done.breaches, ", ")));
  return notes;
}

Notes of_endings(const CaseFile &file, const Standard &standard) {
  Notes notes;
  for (const auto &old : file.ended)
    notes.push_back(
        say("was closed {}: {}", text_of(old.on.day), choice_in_words(standard, "termination", "reason", old.reason)));
  for (const auto &moment : file.reopened)
    notes.push_back(say("reopened {}", text_of(moment.day)));
  if (file.legal_hold)
    notes.push_back(say("legal hold since {}: {}", text_of(file.legal_hold->on.day),
                        choice_in_words("legal_hold", "", "reason", file.legal_hold->reason)));
  return notes;
}

} // namespace

std::vector<std::string> chain_notes(const CaseFile &file, const Standard &standard) {
  Notes all;
  for (auto &part : {of_people_in_charge(file, standard), of_sessions(file, standard), of_referrals(file),
                     of_calls(file, standard), of_old_acts(file), of_endings(file, standard)})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

std::string due_in_words(std::string_view deadline, const Standard &standard) {
  if (const auto *known = standard.deadline(deadline))
    return known->title;
  const auto dot = deadline.find('.');
  const auto kind = deadline.substr(0, dot);
  const auto rest = dot == deadline.npos ? std::string_view() : deadline.substr(dot + 1);
  if (kind == "obligation")
    return say("obligation {}", rest);
  if (kind == "follow_up")
    return call_in_words(rest, standard);
  if (kind == "safety_check")
    return say("safety check of {}", rest);
  return std::string(deadline);
}

} // namespace mediasi
