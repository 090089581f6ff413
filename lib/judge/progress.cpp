// Where a case stands: its stage, and what comes next.
#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/again.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/instead.h"
#include "judge/judge.h"
#include "judge/of_session.h"
#include "judge/sides.h"
#include "judge/statute.h"
#include "judge/suppose.h"
#include "model/signing.h"
#include "rules/orders.h"

namespace mediasi {

namespace {

// acts that lead to the table: no case that was found unfit is on its way there
constexpr std::array<std::string_view, 7> towards_mediation{"assessment", "plan",    "order",     "mediator",
                                                            "briefing",   "session", "invitation"};

// Found unfit, a case is referred, or it is put down that the offer was declined, and closed (S2).
bool found_unfit(const CaseFile &file) {
  return file.finding() && file.finding()->finding == "unfit";
}

bool ends_unfit(const CaseFile &file, const Step &step) {
  const auto after = [&](const Referral &one) { return one.entry > file.finding()->entry; };
  if (step.act == "referral")
    return std::none_of(file.referrals.begin(), file.referrals.end(), after);
  return step.act == "termination" && times_done(file, step.id) == 0;
}

// the last one takes place no more, or did not, or is to be continued
bool needs_another_session(const CaseFile &file) {
  const auto *last = file.last_session();
  return last && (last->state == "cancelled" || last->outcome == "not_held" || last->outcome == "continued");
}

// A session that was moved or cancelled has no day, and nobody comes to it; once one has begun, nobody is asked any
// more whether it may.
bool of_no_session(const CaseFile &file, std::string_view act) {
  const auto *last = file.last_session();
  if (last == nullptr)
    return false;
  const bool begun = !last->attendance.empty() || !last->outcome.empty();
  return (takes_place_no_more(*last) && of_the_day(act)) || (begun && act == "day_questions");
}

// Each session has invitations of its own, their proof, and the questions of its day.
bool waits_for_session(const CaseFile &file, const Step &step) {
  constexpr std::array<std::string_view, 3> acts{"invitation", "delivery", "day_questions"};
  const auto *last = file.last_session();
  return last && last->state == "planned" && last->attendance.empty() &&
         std::find(acts.begin(), acts.end(), step.act) != acts.end() && !done_for(file, step, *last) &&
         (step.act != "delivery" || !last->invitations.empty());
}

bool waits_for_it(const Bench &bench, const CaseFile &file, const Step &step, const std::vector<DueRow> &dues) {
  if (found_unfit(file)) {
    if (ends_unfit(file, step))
      return true;
    if (std::find(towards_mediation.begin(), towards_mediation.end(), step.act) != towards_mediation.end())
      return false;
  }
  if (step.always || step.optional || of_house(step.act) || wholly_done(bench, file, step) ||
      of_no_session(file, step.act))
    return false;
  if (step.repeat != Repeat::many || times_done(file, step.id) == 0 || asked_again(bench, file, step) ||
      (step.act == "session" && needs_another_session(file)) || waits_for_session(file, step))
    return true;
  return std::any_of(dues.begin(), dues.end(), [&](const DueRow &due) { return due.step == step.id; });
}

// The guards that can be judged before the act is written, and do not hold.
std::vector<Verdict> closed_by(const Bench &bench, const CaseFile &file, const Step &step, const Entry &blank) {
  std::vector<Verdict> failed;
  for (const auto &guard : step.guards) {
    const auto *kind = guard_kind(guard.kind);
    const bool waits = guard.kind == "not_before"; // of what reads the act, this alone is told by the day
    if (!kind || (kind->reads_act && !waits) || guard.severity == Severity::warn)
      continue;
    const bool link = guard.kind == "order_given" && guard.with.find("step"); // what has not come up is not decided on
    if (guard.with.find("only") && !link)
      continue;
    const auto check = waits ? kind->sure : kind->check;
    if (auto seen = check({bench, file, blank, file, guard}); !seen.passed)
      failed.push_back({&guard, false, seen.known, std::move(seen.fact), std::move(seen.seen)});
  }
  if (step.act != "minutes") // other gates ask for what only the act will tell
    return failed;
  Entry minutes = blank;
  minutes.act = step.act;
  for (const auto *gate : gates_for(bench, file, minutes))
    if (auto verdict = ask(bench, file, minutes, file, gate->guard); !verdict.passed)
      failed.push_back(std::move(verdict));
  return failed;
}

// What came of the session rules the step out: of one that is continued there are no minutes.
bool ruled_out(const Step &step, const Session &session) {
  return !session.outcome.empty() && std::any_of(step.guards.begin(), step.guards.end(), [&](const Guard &guard) {
    const auto *wanted = guard.kind == "outcome_is" && !guard.with.find("only") ? guard.with.find("is") : nullptr;
    return wanted && !contains(*wanted, session.outcome);
  });
}

bool all_before_it(const Bench &bench, const CaseFile &file, const Step &step, const Session *session) {
  return std::all_of(step.after.begin(), step.after.end(),
                     [&](const std::string &needed) { return has_happened(bench, file, needed, session); });
}

bool comes_for(const Bench &bench, const CaseFile &file, const Step &step, const Session &session) {
  const bool done = step.repeat == Repeat::per_session && done_for(file, step, session);
  return !takes_place_no_more(session) && !done && !ruled_out(step, session) &&
         all_before_it(bench, file, step, &session);
}

bool comes_now(const Bench &bench, const CaseFile &file, const Step &step) {
  if (file.closed() || !all_before_it(bench, file, step, nullptr))
    return false;
  if (file.sessions.empty())
    return !needs_a_session(step.act);
  return !about_a_session(step.act) ||
         std::any_of(file.sessions.begin(), file.sessions.end(),
                     [&](const Session &session) { return comes_for(bench, file, step, session); });
}

// what has to be typed besides, where the act would else be about another session
std::string of_session(const Bench &bench, const CaseFile &file, const Step &step) {
  const auto *session = about_a_session(step.act) ? session_to_come(bench, file, step) : nullptr;
  return session && session != file.last_session() ? " --set session=" + std::to_string(session->number) : "";
}

bool waits_for_signatures(const Standard &standard) {
  constexpr std::string_view all_signed = "minutes_complete";
  const auto names = [&](const std::vector<std::string> &events) {
    return std::find(events.begin(), events.end(), all_signed) != events.end();
  };
  return std::any_of(standard.steps.begin(), standard.steps.end(),
                     [&](const Step &step) {
                       return names(step.after) ||
                              std::any_of(step.guards.begin(), step.guards.end(),
                                          [&](const Guard &guard) { return guard.kind == all_signed; });
                     }) ||
         std::any_of(standard.deadlines.begin(), standard.deadlines.end(),
                     [&](const Deadline &deadline) { return names(deadline.until); });
}

// Once a round of signatures has begun its step is done, and nothing else tells whose hand is still wanted.
std::vector<std::string> signatures_missing(const Standard &standard, const CaseFile &file) {
  std::vector<std::string> missing;
  for (const auto &minutes : unsigned_minutes(standard, file))
    if (minutes.begun)
      missing.push_back(signatures_in_words(minutes));
  return missing;
}

Entry blank_act(const CaseFile &file, const Step &step, const Moment &now) {
  Entry blank;
  blank.step = step.id;
  blank.case_number = file.number;
  blank.on = now;
  return blank;
}

} // namespace

std::vector<std::string> missing_now(const Bench &bench, const CaseFile &file) {
  auto missing = found_unfit(file) ? std::vector<std::string>{} : missing_words(bench, file);
  for (auto &signature : signatures_missing(bench.standard, file))
    missing.push_back(std::move(signature));
  return missing;
}

std::vector<UnsignedMinutes> unsigned_minutes(const Standard &standard, const CaseFile &file) {
  std::vector<UnsignedMinutes> all;
  if (file.closed() || !waits_for_signatures(standard))
    return all;
  for (const auto &minutes : file.minutes)
    if (auto waiting = unanswered(minutes); !waiting.empty())
      all.push_back({minutes.session, !minutes.signatures.empty(), std::move(waiting)});
  return all;
}

std::string signatures_in_words(const UnsignedMinutes &minutes) {
  return say("signatures on the minutes of session {}: {}", minutes.session, join(minutes.waiting, ", "));
}

std::string stage_of(const Bench &bench, const CaseFile &file) {
  if (file.closed())
    return "closed";
  const auto *session = file.last_session();
  if (session && (session->outcome == "agreed" || session->outcome == "partly")) {
    const bool signed_by_all =
        std::any_of(file.minutes.begin(), file.minutes.end(), [](const Minutes &m) { return m.complete.has_value(); });
    return signed_by_all ? "monitoring" : "minutes";
  }
  if (session && !session->outcome.empty())
    return session->outcome;
  if (session && session->state == "planned")
    return "scheduled";
  if (const auto *order = latest_order(bench.standard, file, {}); order && order->ordered)
    return "ordered";
  if (const auto *finding = file.finding())
    return finding->finding;
  return complete_on(bench, file) ? "complete" : "registered";
}

std::string stage_in_words(std::string_view stage) {
  static constexpr std::array own{
      Choice{"registered", later("registered")}, Choice{"complete", later("file complete")},
      Choice{"ordered", later("ordered")},       Choice{"scheduled", later("session scheduled")},
      Choice{"minutes", later("minutes")},       Choice{"monitoring", later("monitoring")},
      Choice{"closed", later("closed")},
  };
  for (const lists::List list : {lists::List(own), lists::findings(), lists::outcomes()})
    for (const auto &choice : list)
      if (choice.id == stage)
        return tr(choice.label.data());
  return std::string(stage);
}

const Session *session_to_come(const Bench &bench, const CaseFile &file, const Step &step) {
  if (step.repeat != Repeat::per_session)
    return file.last_session();
  const auto found = std::find_if(file.sessions.rbegin(), file.sessions.rend(),
                                  [&](const Session &session) { return comes_for(bench, file, step, session); });
  return found == file.sessions.rend() ? file.last_session() : &*found;
}

std::vector<NextStep> next_steps(const Bench &bench, const CaseFile &file, const Moment &now) {
  std::vector<NextStep> next;
  const auto dues = dues_now(bench, file, now);
  for (const auto &step : bench.standard.steps) {
    if (!waits_for_it(bench, file, step, dues) || !comes_now(bench, file, step) ||
        !closed_by(bench, file, step, blank_act(file, step, now)).empty())
      continue;
    NextStep row{step.id, step.title, step.command, step.roles, {}, {}, of_session(bench, file, step)};
    for (const auto &role : step.roles)
      if (const auto officer = stand_in_for(bench, file, role, now.day);
          !officer.empty() && !contains(row.who, officer))
        row.who.push_back(officer);
    for (const auto &due : dues)
      if (due.step == step.id && (row.due.empty() || due.due < row.due))
        row.due = due.due;
    next.push_back(std::move(row));
  }
  return next;
}

std::vector<std::string> obstacles(const Bench &bench, const CaseFile &file, const Moment &now) {
  std::vector<std::string> found;
  const auto dues = dues_of(bench, file);
  for (const auto &step : bench.standard.steps)
    if (waits_for_it(bench, file, step, dues) && comes_now(bench, file, step))
      for (const auto &verdict : closed_by(bench, file, step, blank_act(file, step, now))) {
        const auto way = instead_in(file.number, *verdict.guard);
        const auto day = verdict.guard->kind == "not_before" ? first_moment(bench, file, step) : std::string();
        const auto text = step.title + ": " + verdict.guard->says +
                          (day.empty() ? std::string() : "; " + say("from {}", day)) + (way.empty() ? "" : "; ") + way;
        if (!contains(found, text))
          found.push_back(text);
      }
  return found;
}

} // namespace mediasi
