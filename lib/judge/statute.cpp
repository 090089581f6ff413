#include "judge/statute.h"

#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/text.h"
#include "judge/guard_kind.h"
#include "judge/instead.h"
#include "judge/of_session.h"
#include "judge/risk.h"

namespace mediasi {

namespace {

// What says of itself that somebody is in danger, whatever the question after violence was answered.
bool tells_of_danger(const Assessment &assessment) {
  const auto said = [&](std::string_view field) { return tri_of(assessment.clear, field) == Tri::yes; };
  const auto named = values_of(assessment.clear, "violence_items");
  const bool names = std::any_of(named.begin(), named.end(), [](const std::string &item) { return item != "none"; });
  return names || said("violence") || said("threat") || said("pressure") || said("protection_order") ||
         is_high_risk(value_of(assessment.clear, "risk"));
}

bool violence_on_file(const CaseFile &file) {
  return !file.violence.empty() || std::any_of(file.matters.begin(), file.matters.end(), [](const Matter &matter) {
    return lists::matter_class(matter.kind) != lists::MatterClass::civil;
  }) || std::any_of(file.assessments.begin(), file.assessments.end(), tells_of_danger);
}

// Gate 4 does not apply where the screening block records that there was no violence and no child and nobody with
// special needs is among the parties (spec 1). Unknown is not no, and "no" beside a violent matter, a threat or a high
// risk is none either.
bool nobody_to_protect(const CaseFile &file, Date day) {
  const auto parties = file.parties();
  if (parties.empty() || violence_on_file(file))
    return false;
  return std::all_of(parties.begin(), parties.end(), [&](const Person *party) {
    if (party->organisation)
      return true;
    const auto *assessment = file.latest_assessment(party->id);
    return assessment && tri_of(assessment->clear, "violence") == Tri::no && !child_on(*party, day) &&
           party->special_needs == Tri::no;
  });
}

bool bites(const Gate &gate, const CaseFile &after, Date day) {
  return gate.unless.empty() || !nobody_to_protect(after, day);
}

std::string deciding_value(const Entry &act) {
  for (const auto field : {"finding", "outcome", "decision", "kind"})
    if (const auto value = value_of(act.facts.fields, field); !value.empty())
      return std::string(value);
  return {};
}

} // namespace

std::vector<const Gate *> gates_at(const Bench &bench, const CaseFile &after, std::string_view point) {
  const auto *session = after.last_session();
  const auto day = session ? session->at.day : after.story.empty() ? after.received.day : after.story.back().on.day;
  std::vector<const Gate *> found;
  for (const auto &gate : bench.gates)
    if (std::find(gate.at.begin(), gate.at.end(), point) != gate.at.end() && bites(gate, after, day))
      found.push_back(&gate);
  return found;
}

namespace {

std::string outcome_of(const CaseFile &file, const Entry &act) {
  const auto *session = session_named(file, act);
  return session ? session->outcome : std::string();
}

// A letter is asked about again on the day it leaves the house: whom it invites, what it promises.
std::vector<std::string> points_of_paper(const CaseFile &after, const Entry &paper) {
  std::vector<std::string> points{"paper"};
  if (const auto frozen = std::string(value_of(paper.facts.fields, "freezes")); !frozen.empty()) {
    points.push_back("paper:" + frozen);
    points.push_back("paper:" + frozen + ":" + outcome_of(after, paper));
  }
  const auto owed_by = parse_integer(value_of(paper.facts.fields, "for"));
  for (const auto &done : after.story)
    if (owed_by == done.entry && done.act == "minutes") { // an agreement beside the minutes promises what they do
      points.emplace_back("paper:minutes");
      points.push_back("paper:minutes:" + outcome_of(after, paper));
    } else if (owed_by == done.entry && (done.act == "invitation" || done.act == "session_move") &&
               value_of(paper.facts.fields, "kind") != "pembatalan")
      points.emplace_back("invitation");
  return points;
}

std::vector<std::string> points_of(const CaseFile &after, const Entry &act) {
  if (act.act == "paper")
    return points_of_paper(after, act);
  std::vector<std::string> points{act.act};
  if (act.act == "minutes")
    points.push_back("minutes:" + outcome_of(after, act));
  else if (const auto value = deciding_value(act); !value.empty())
    points.push_back(act.act + ":" + value);
  return points;
}

} // namespace

std::vector<const Gate *> gates_for(const Bench &bench, const CaseFile &after, const Entry &act) {
  std::vector<const Gate *> found;
  for (const auto &point : points_of(after, act))
    for (const auto *gate : gates_at(bench, after, point))
      if (std::find(found.begin(), found.end(), gate) == found.end())
        found.push_back(gate);
  return found;
}

std::vector<Problem> gate_refusals(const Bench &bench, const CaseFile &known, const Entry &act) {
  std::vector<Problem> refused;
  const auto after = after_act(known, act);
  for (const auto *gate : gates_for(bench, after, act))
    if (auto verdict = ask(bench, known, act, after, gate->guard); !verdict.passed)
      refused.push_back(problem_of(verdict));
  return refused;
}

void check_still_regular(const Bench &bench, const CaseFile &file, const Entry &outcome, const CaseFile &after,
                         std::vector<Problem> &problems) {
  const auto *session = agreed_in(after, outcome);
  if (!session || session->attendance.empty())
    return;
  for (const auto *gate : gates_at(bench, after, session_begin)) {
    const auto verdict = ask(bench, file, outcome, after, gate->guard);
    const auto &known = session->breaches;
    if (verdict.passed || std::find(known.begin(), known.end(), gate->guard.id) != known.end())
      continue;
    problems.push_back(problem_of(verdict));
    problems.back().hint = instead_in(outcome.case_number, gate->guard);
  }
}

std::vector<std::string> breaches(const Bench &bench, const CaseFile &file, const Entry &attendance) {
  const auto after = after_act(file, attendance);
  std::vector<std::string> broken;
  const auto *session = session_named(file, attendance);
  if (session && session->state == "cancelled" && (attendance.seq == 0 || session->ended_by < attendance.seq))
    broken.emplace_back(held_though_cancelled);
  for (const auto *gate : gates_at(bench, after, session_begin)) {
    const auto verdict = ask(bench, file, attendance, after, gate->guard);
    if (!verdict.passed)
      broken.push_back(gate->guard.id);
  }
  return broken;
}

} // namespace mediasi
