#include "action/calls.h"

#include <algorithm>

#include "base/language.h"
#include "judge/guard_kind.h"
#include "judge/statute.h"
#include "model/as_found.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

std::string sentence(std::string_view what) {
  if (what == "violence")
    return say("new violence: sessions still to come are cancelled, and assessments no longer count");
  if (what == "objection")
    return say("one who may consent objects, while another's consent stands");
  return {};
}

bool refuses(const Bench &bench, const CaseFile &file, const Entry &act, const Guard &guard) {
  return !ask(bench, file, act, file, guard).passed;
}

std::string step_that_cancels(const Standard &standard) {
  const auto step = std::find_if(standard.steps.begin(), standard.steps.end(),
                                 [](const Step &one) { return one.act == "session_cancel"; });
  return step == standard.steps.end() ? std::string() : step->id;
}

// A session that was lawful until this was known, and would no more be fixed today: those who are invited to it must be
// told before they come. Who is invited or came is judged when that is recorded.
void note_unlawful_session(const Bench &bench, const CaseFile &before, const CaseFile &after, const Entry &entry,
                           std::vector<Problem> &warnings) {
  const auto *session = after.last_session();
  const auto today = Clock{entry.recorded, bench.standard.office.zone}.today();
  if (!session || session->state != "planned" || !session->attendance.empty() || session->at.day < today ||
      before.sessions.size() != after.sessions.size())
    return;
  const auto known = gates_at(bench, before, "invitation"); // a gate that did not apply then refused nothing
  for (const auto *gate : gates_at(bench, after, "invitation")) {
    const auto &guard = gate->guard;
    const bool refused =
        std::find(known.begin(), known.end(), gate) != known.end() && refuses(bench, before, entry, guard);
    if (!guard.with.one("at").empty() || refused || !refuses(bench, after, entry, guard))
      continue;
    const auto step = step_that_cancels(bench.standard);
    warnings.push_back({Code::refused_by_statute,
                        say("session {} may no longer be held: {}", session->number, guard.says),
                        step.empty() ? say("tell those who are invited that it is off")
                                     : say("cancel it, and tell those who are invited: mediasi schedule {} --step {}",
                                           entry.case_number, step),
                        {},
                        guard.id,
                        guard.because,
                        {}});
  }
}

// On another day or at another hour than the office works is where a slip of the finger lands.
void note_odd_hours(const Bench &bench, const CaseFile &before, const CaseFile &after, std::vector<Problem> &warnings) {
  const auto *session = after.last_session();
  if (!session || before.sessions.size() == after.sessions.size())
    return;
  const auto &hours = bench.standard.hours;
  const auto &time = session->at.time;
  if (bench.calendar.is_working(session->at.day) && (!time || (*time >= hours.from && *time < hours.to)))
    return;
  warnings.push_back(
      {Code::worth_a_look,
       say("session {} is fixed for '{}', when the office does not work", session->number, text_of(session->at)),
       say("if a figure slipped in, move the session or correct it: --amend"),
       {},
       "builtin.office_hours",
       {},
       {}});
}

} // namespace

void note_calls(const Bench &bench, const CaseFile &before, const CaseFile &after, const Entry &entry,
                std::vector<Problem> &warnings) {
  if (!is_as_found(entry.facts)) { // of an old one nobody is to be called any more
    note_unlawful_session(bench, before, after, entry, warnings);
    note_odd_hours(bench, before, after, warnings);
  }
  for (std::size_t i = before.follow_ups.size(); i < after.follow_ups.size(); ++i) {
    const auto text = sentence(after.follow_ups[i].what);
    if (text.empty())
      continue; // an irregular session tells its breaches one by one
    const auto officer = stand_in_for(bench, after, role_of_duty(bench.standard, "mk"), entry.on.day);
    const auto manager = case_manager(bench.standard);
    warnings.push_back({Code::refused_by_rule,
                        text,
                        officer.empty() ? say("call {} now; the role is vacant: call the head", manager)
                                        : say("call {} now: {}", manager, officer),
                        {},
                        "builtin.follow_up",
                        say("{} has it as a row due today", manager),
                        {}});
  }
}

} // namespace mediasi
