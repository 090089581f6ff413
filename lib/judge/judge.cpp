#include "judge/judge.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "judge/builtin.h"
#include "judge/clocks.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/instead.h"
#include "judge/of_session.h"
#include "judge/statute.h"

namespace mediasi {

namespace {

// What one session has once it has for good: a second attendance would make an irregular session regular again, a
// second text of the minutes would lose the signatures under the first.
bool done_for_session(const CaseFile &file, const Step &step, const Entry &act) {
  const auto session = value_of(act.facts.fields, "session");
  if (step.repeat != Repeat::per_session || session.empty())
    return false;
  return std::any_of(file.story.begin(), file.story.end(), [&](const Happened &done) {
    return done.opens() && done.step == step.id && value_of(done.facts.fields, "session") == session;
  });
}

} // namespace

std::string standard_of(const Standard &standard) {
  const auto &decree = standard.printed.decree; // several offices publish none
  return decree.empty() ? tr("the office's standard") : say("standard {}", decree);
}

void check_order(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems) {
  const auto add = [&](Code code, std::string message, std::string hint, std::string rule, std::string fact) {
    problems.push_back(refusal(code, std::move(message), std::move(hint), std::move(rule), bench, step));
    problems.back().fact = std::move(fact);
  };
  if (file.closed() && !step.always)
    add(Code::case_closed, say("case '{}' is closed", file.number),
        say("only acts that stay open after closing can be recorded: mediasi report case {}", file.number),
        "builtin.closed", "case = closed");
  check_reopening(bench, file, step, problems);
  const auto *session = about_a_session(step.act) ? session_named(file, act) : nullptr;
  for (const auto &needed : step.after)
    if (!has_happened(bench, file, needed, session)) {
      const auto event = event_in_words(needed);
      const bool of_session = session && file.sessions.size() > 1 && has_happened(bench, file, needed);
      add(Code::step_not_open,
          of_session
              ? say("step '{}' is not open: '{}' has not happened for session {}", step.id, needed, session->number)
          : event.empty() ? say("step '{}' is not open: '{}' has not happened", step.id, needed)
                          : say("step '{}' is not open; what is missing: {}", step.id, event),
          event.empty() ? say("record '{}' first", needed)
                        : say("see what opens it: mediasi explain {} {}", act.case_number, step.id),
          "builtin.order", needed + " = not done");
    }
  const auto done = times_done(file, step.id);
  if (used_up(file, step) || done_for_session(file, step, act))
    add(Code::step_not_open, say("step '{}' was already recorded {} times", step.id, done),
        say("see what was recorded: mediasi report case {}", file.number), "builtin.repeat",
        step.id + " = " + std::to_string(done));
}

namespace {

// RULE:REASON:OFFICER; who accepts is who acts, when no officer is named
bool accepted(const Bench &bench, const Guard &guard, const Entry &act) {
  const auto list = values_of(act.facts.fields, "accepted");
  return std::any_of(list.begin(), list.end(), [&](const std::string &item) {
    const auto parts = split(item, ':');
    const auto *officer = bench.roster.officer(parts.size() > 2 ? parts[2] : act.by);
    return parts.front() == guard.id && officer && holds(*officer, guard.accept_by, act.on.day);
  });
}

void sort_verdict(const Bench &bench, const Entry &act, Verdict verdict, Judgement &judgement) {
  if (verdict.passed)
    return;
  const auto &guard = *verdict.guard;
  if (guard.severity == Severity::warn) {
    judgement.warned.push_back(verdict);
    if (accepted(bench, guard, act))
      return;
  } else {
    judgement.refused.push_back(verdict);
  }
  judgement.problems.push_back(problem_of(verdict));
  if (guard.severity != Severity::warn)
    judgement.problems.back().hint = instead_in(act.case_number, guard);
}

} // namespace

std::vector<std::string> holders_of(const Roster &roster, const std::vector<std::string> &roles, Date day) {
  std::vector<std::string> able;
  for (const auto &officer : roster.officers)
    if (std::any_of(roles.begin(), roles.end(), [&](const auto &role) { return holds(officer, role, day); }))
      able.push_back(officer.id);
  return able;
}

std::optional<Problem> role_refusal(const Bench &bench, const Step &step, const std::string &by, Date day) {
  const auto *officer = bench.roster.officer(by);
  const auto held = [&](const std::string &role) { return officer && holds(*officer, role, day); };
  if (officer && (step.roles.empty() || std::any_of(step.roles.begin(), step.roles.end(), held)))
    return std::nullopt;
  const auto able = holders_of(bench.roster, step.roles, day);
  const auto hint = able.empty()
                        ? say("enter who holds '{}' on that day: mediasi roster add officer", join(step.roles, ", "))
                        : say("name who did it: --by {}", join(able, " | "));
  auto problem = refusal(Code::role_not_held,
                         say("'{}' does not hold the role '{}' on {}", by, join(step.roles, ", "), text_of(day)), hint,
                         "builtin.role", bench, step);
  problem.fact = "role of " + by + " = not " + join(step.roles, ",");
  return problem;
}

Problem problem_of(const Verdict &verdict) {
  const auto &guard = *verdict.guard;
  Problem problem;
  problem.code = guard.file == statute_file ? Code::refused_by_statute : Code::refused_by_rule;
  problem.message = guard.says.empty() ? say("rule '{}' does not hold", guard.id) : guard.says;
  problem.hint = guard.instead;
  problem.place.file = guard.file;
  problem.place.line = guard.line;
  problem.rule = guard.id;
  problem.basis = guard.because;
  problem.fact = verdict.fact.empty() ? "" : verdict.fact + " = " + verdict.seen;
  if (guard.severity == Severity::warn)
    problem.hint = say("'{}' may accept it: --accept {}:REASON:OFFICER", guard.accept_by, guard.id);
  return problem;
}

CaseFile after_act(const CaseFile &file, const Entry &act) {
  auto after = file;
  if (const auto *kind = act_kind(act.act))
    kind->apply(after, act);
  return after;
}

Judgement judge(const Bench &bench, const CaseFile &file, const Entry &act, const Moment &now) {
  return judge(bench, file, act, after_act(file, act), now);
}

Judgement judge(const Bench &bench, const CaseFile &file, const Entry &act, const CaseFile &after, const Moment &now) {
  Judgement judgement;
  check_dates(file, act, now, judgement.problems);
  check_session_day(act, judgement.problems);
  for (const auto *gate : gates_for(bench, after, act))
    sort_verdict(bench, act, ask(bench, file, act, after, gate->guard), judgement);
  const auto *step = bench.standard.step(act.step);
  if (!step)
    return judgement; // the program's own acts (paper) have gates only
  check_place(bench, *step, act, judgement.problems);
  check_session_there(bench, file, *step, act, judgement.problems);
  check_invited_before(bench, file, *step, act, judgement.problems);
  check_session_over(bench, file, *step, act, judgement.problems);
  check_session_begun(bench, file, *step, act, judgement.problems);
  check_both_sides(bench, file, *step, act, judgement.problems);
  check_still_regular(bench, file, act, after, judgement.problems);
  check_assigned(bench, *step, act, judgement.problems);
  check_party(bench, file, *step, act, judgement.problems);
  if (auto problem = role_refusal(bench, *step, act.by, act.on.day))
    judgement.problems.push_back(std::move(*problem));
  check_order(bench, file, *step, act, judgement.problems);
  check_clocks(bench, file, act, judgement.problems);
  for (const auto &guard : step->guards)
    sort_verdict(bench, act, ask(bench, file, act, after, guard), judgement);
  return judgement;
}

} // namespace mediasi
