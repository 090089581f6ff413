#include "judge/judge.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "judge/builtin.h"
#include "judge/clocks.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/statute.h"

namespace mediasi {

namespace {

bool is_after(const Moment &a, const Moment &b) {
  if (a.day != b.day)
    return b.day < a.day;
  return a.time && b.time && *b.time < *a.time; // a day without a time is never after today
}

Problem refusal(Code code, std::string message, std::string hint, std::string rule, std::string basis) {
  return {code, std::move(message), std::move(hint), {}, std::move(rule), std::move(basis), {}};
}

// what the office itself wrote: its standard, and the step of its rules
Problem refusal(Code code, std::string message, std::string hint, std::string rule, const Bench &bench,
                const Step &step) {
  auto problem = refusal(code, std::move(message), std::move(hint), std::move(rule),
                         standard_of(bench.standard) + say(", step '{}'", step.id));
  problem.place = {bench.standard.file, step.line, 0, 0, {}, {}};
  return problem;
}

// days a row names for itself: a signature, a copy, a delivery, an incident
bool any_row_after(const Entry &act, const Moment &now) {
  for (const auto &[group, rows] : act.facts.groups)
    for (const auto &row : rows)
      for (const auto field : {"on", "incident_on"})
        if (const auto day = parse_moment(value_of(row, field)); day && is_after(*day, now))
          return true;
  return false;
}

void check_dates(const CaseFile &file, const Entry &act, const Moment &now, std::vector<Problem> &problems) {
  if (any_row_after(act, now))
    problems.push_back(refusal(Code::future_date, say("a day in the form is in the future"),
                               say("record it when it has happened"), "builtin.future",
                               tr("an act is recorded when it has happened")));
  if (is_after(act.on, now))
    problems.push_back(refusal(Code::future_date, say("'{}' is in the future", text_of(act.on)),
                               say("record it when it has happened"), "builtin.future",
                               tr("an act is recorded when it has happened")));
  if (!file.story.empty() && is_after(file.received, act.on) && act.on.day < file.received.day)
    problems.push_back(refusal(
        Code::before_intake, say("'{}' is before the case was received, '{}'", text_of(act.on), text_of(file.received)),
        say("check --on"), "builtin.before_intake", tr("a case begins with its registration")));
}

// A session is fixed before it is held; one that was held is put in with the day it was fixed on (--on).
void check_session_day(const Entry &act, std::vector<Problem> &problems) {
  const auto at = parse_moment(value_of(act.facts.fields, "at"));
  const bool fixes = act.act == "session" || act.act == "session_move";
  if (fixes && at && is_after(act.on, *at))
    problems.push_back(
        refusal(Code::session_past,
                say("the session on '{}' is before the day it is fixed on, '{}'", text_of(*at), text_of(act.on)),
                say("choose a later day; for a session that was held say with --on when it was fixed"),
                "builtin.session_past", tr("a session is fixed before it is held")));
}

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

// Complaints lie with the house, everything else with its case.
void check_place(const Bench &bench, const Step &step, const Entry &act, std::vector<Problem> &problems) {
  const bool in_house = act.case_number == house;
  if (of_house(step.act) == in_house)
    return;
  problems.push_back(
      refusal(Code::not_of_case,
              in_house ? say("step '{}' belongs to a case", step.id) : say("step '{}' belongs to no case", step.id),
              in_house ? say("name the case: mediasi {} CASE --step {}", step.command, step.id)
                       : say("leave the case out: mediasi {} --step {}", step.command, step.id),
              "builtin.house", bench, step));
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
  for (const auto &needed : step.after)
    if (!has_happened(bench, file, needed))
      add(Code::step_not_open, say("step '{}' is not open: '{}' has not happened", step.id, needed),
          say("record '{}' first", needed), "builtin.order", needed + " = not done");
  const auto done = times_done(file, step.id);
  const bool again = step.repeat == Repeat::once && done > 0;
  const bool too_often = step.most > 0 && done >= step.most;
  if (again || too_often || done_for_session(file, step, act))
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
  Judgement judgement;
  check_dates(file, act, now, judgement.problems);
  check_session_day(act, judgement.problems);
  const auto after = after_act(file, act);
  for (const auto *gate : gates_for(bench, after, act))
    sort_verdict(bench, act, ask(bench, file, act, after, gate->guard), judgement);
  const auto *step = bench.standard.step(act.step);
  if (!step)
    return judgement; // the program's own acts (paper) have gates only
  check_place(bench, *step, act, judgement.problems);
  if (auto problem = role_refusal(bench, *step, act.by, act.on.day))
    judgement.problems.push_back(std::move(*problem));
  check_order(bench, file, *step, act, judgement.problems);
  check_clocks(bench, file, act, judgement.problems);
  for (const auto &guard : step->guards)
    sort_verdict(bench, act, ask(bench, file, act, after, guard), judgement);
  return judgement;
}

} // namespace mediasi
