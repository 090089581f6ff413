// The refusals that no file needs to write.
#include "judge/builtin.h"

#include <algorithm>

#include "acts/lists.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/judge.h"
#include "judge/of_session.h"
#include "judge/statute.h"
#include "model/signing.h"
#include "rules/duties.h"

namespace mediasi {

Problem refusal(Code code, std::string message, std::string hint, std::string rule, std::string basis) {
  return {code, std::move(message), std::move(hint), {}, std::move(rule), std::move(basis), {}};
}

Problem refusal(Code code, std::string message, std::string hint, std::string rule, const Bench &bench,
                const Step &step) {
  auto problem = refusal(code, std::move(message), std::move(hint), std::move(rule),
                         standard_of(bench.standard) + say(", step '{}'", step.id));
  problem.place = {bench.standard.file, step.line, 0, 0, {}, {}};
  return problem;
}

namespace {

// A day that a form names, and where: "paid_on", "delivery2.on".
struct NamedDay {
  std::string field;
  Moment day;
};

std::vector<NamedDay> named_days(const Entry &act) {
  std::vector<NamedDay> days;
  const auto add = [&](const Row &row, const char *field, const std::string &before) {
    if (const auto day = parse_moment(value_of(row, field)))
      days.push_back({before + field, *day});
  };
  for (const auto *field : {"paid_on", "paper_date", "accept_paper_date"})
    add(act.facts.fields, field, {});
  for (const auto &[group, rows] : act.facts.groups)
    for (std::size_t at = 0; at < rows.size(); ++at)
      for (const auto *field : {"on", "incident_on"})
        add(rows[at], field, group + std::to_string(at + 1) + ".");
  return days;
}

} // namespace

std::optional<Moment> latest_named(const Entry &act) {
  std::optional<Moment> latest;
  for (const auto &[field, day] : named_days(act)) {
    const bool says_more = latest && latest->day == day.day && !latest->time; // of one day, the one with a time
    if (!latest || says_more || is_after(day, *latest))
      latest = day;
  }
  return latest;
}

void check_dates(const CaseFile &file, const Entry &act, const Moment &now, std::vector<Problem> &problems) {
  for (const auto &[field, day] : named_days(act))
    if (is_after(day, now))
      problems.push_back(refusal(Code::future_date, say("'{}' of '{}' is in the future", text_of(day), field),
                                 say("record it when it has happened"), "builtin.future",
                                 tr("an act is recorded when it has happened")));
  if (is_after(act.on, now))
    problems.push_back(refusal(Code::future_date, say("'{}' is in the future", text_of(act.on)),
                               say("record it when it has happened"), "builtin.future",
                               tr("an act is recorded when it has happened")));
  if (!file.story.empty() && is_after(file.received, act.on))
    problems.push_back(refusal(
        Code::before_intake, say("'{}' is before the case was received, '{}'", text_of(act.on), text_of(file.received)),
        say("check the day of the act ('on', --on)"), "builtin.before_intake",
        tr("a case begins with its registration")));
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

// The clock of the service begins anew with a reopening, so there has to be an end before it. Rules that ask for that
// themselves are answered by their own line.
void check_reopening(const Bench &bench, const CaseFile &file, const Step &step, std::vector<Problem> &problems) {
  const bool asked = std::find(step.after.begin(), step.after.end(), "closed") != step.after.end();
  if (step.act != "reopening" || file.closed() || asked)
    return;
  auto problem = refusal(Code::step_not_open, say("case '{}' is not closed", file.number),
                         say("it goes on as it is; see what comes next: mediasi explain {}", file.number),
                         "builtin.reopening", bench, step);
  problem.fact = "case = running";
  problems.push_back(std::move(problem));
}

// whom a step is done for; empty: for anybody of the case
std::vector<Side> sides_served(const Step &step) {
  if (step.repeat == Repeat::per_beneficiary)
    return {Side::beneficiary};
  if (step.repeat == Repeat::per_respondent)
    return {Side::respondent};
  if (step.repeat == Repeat::per_party || step.act == "consent")
    return {Side::beneficiary, Side::respondent};
  return {};
}

// A step done for each of one side is not done by what is recorded of the other, and a companion is of neither.
void check_party(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                 std::vector<Problem> &problems) {
  const auto sides = sides_served(step);
  const auto *party = file.person(value_of(act.facts.fields, "party"));
  if (!party || sides.empty() || std::find(sides.begin(), sides.end(), party->side) != sides.end())
    return;
  const auto told = sides.size() > 1 ? say("step '{}' is of each party, and '{}' is none", step.id, party->id)
                    : sides.front() == Side::beneficiary
                        ? say("step '{}' is of each beneficiary, and '{}' is none", step.id, party->id)
                        : say("step '{}' is of each respondent, and '{}' is none", step.id, party->id);
  auto problem = refusal(Code::step_not_open, told,
                         sides.size() > 1 ? say("name a beneficiary or a respondent of the case")
                                          : say("see which step is the other party's: mediasi explain {}", file.number),
                         "builtin.party", bench, step);
  problem.fact = "party = " + party->id;
  problems.push_back(std::move(problem));
}

// What is agreed is agreed between the sides: somebody of each stayed to the end, or sat there for a child. Who came is
// taken down first; where it is not, other rules ask for it.
void check_both_sides(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act,
                      std::vector<Problem> &problems) {
  const auto *session = agreed_in(file, act);
  if (!session || session->attendance.empty())
    return;
  if (std::find(session->breaches.begin(), session->breaches.end(), held_though_cancelled) != session->breaches.end()) {
    auto problem = refusal(Code::step_not_open, say("session {} was cancelled before it was held", session->number),
                           say("record 'not_agreed', 'continued' or 'stopped', and fix another session"),
                           std::string(held_though_cancelled), bench, step);
    problem.fact = "session " + std::to_string(session->number) + " = cancelled";
    problems.push_back(std::move(problem));
  }
  for (const auto side : {Side::beneficiary, Side::respondent}) {
    const auto parties = file.side(side);
    if (std::any_of(parties.begin(), parties.end(), [&](const Person *party) {
          return stayed(*session, party->id) || !who_sign_for(file, *session, *party).empty();
        }))
      continue;
    auto problem =
        refusal(Code::step_not_open,
                side == Side::beneficiary ? say("no beneficiary stayed until the end of session {}", session->number)
                                          : say("no respondent stayed until the end of session {}", session->number),
                say("record 'not_agreed', 'continued' or 'stopped'; or correct who was there: mediasi report case {}",
                    file.number),
                "builtin.both_sides", bench, step);
    problem.fact = "outcome = " + std::string(value_of(act.facts.fields, "outcome"));
    problems.push_back(std::move(problem));
  }
}

// Who is put in charge at the registration holds the role, as everybody does who takes over later.
void check_assigned(const Bench &bench, const Step &step, const Entry &act, std::vector<Problem> &problems) {
  if (act.act != "register")
    return;
  for (const std::string_view duty : {"pendamping", "mk"}) {
    const auto id = value_of(act.facts.fields, "assigned_" + std::string(duty));
    const auto *officer = bench.roster.officer(id);
    const auto role = role_of_duty(bench.standard, duty);
    if (!officer || !bench.standard.role(role) || holds(*officer, role, act.on.day))
      continue;
    auto problem =
        refusal(Code::role_not_held, say("'{}' does not hold the role '{}' on '{}'", id, role, text_of(act.on)),
                say("see who does: mediasi roster list"), "builtin.assigned", bench, step);
    problem.fact = "assigned_" + std::string(duty) + " = " + std::string(id);
    problems.push_back(std::move(problem));
  }
}

} // namespace mediasi
