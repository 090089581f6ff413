#include "judge/statute.h"

#include <algorithm>
#include <array>

#include "judge/guard_kind.h"

namespace mediasi {

namespace {

// Gate 4 does not apply where the screening block records that there was no violence and no child and nobody with
// special needs is among the parties (spec 1). Unknown is not no.
bool nobody_to_protect(const CaseFile &file, Date day) {
  const auto parties = file.parties();
  if (parties.empty())
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
  if (act.act == "paper")
    return std::string(value_of(act.facts.fields, "freezes"));

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

std::vector<const Gate *> gates_for(const Bench &bench, const CaseFile &after, const Entry &act) {
  auto found = gates_at(bench, after, act.act);
  const auto value = deciding_value(act);
  if (value.empty())
    return found;
  for (const auto *gate : gates_at(bench, after, act.act + ":" + value))
    if (std::find(found.begin(), found.end(), gate) == found.end())
      found.push_back(gate);
  return found;
}

std::vector<std::string> breaches(const Bench &bench, const CaseFile &file, const Entry &attendance) {
  const auto after = after_act(file, attendance);
  std::vector<std::string> broken;
  for (const auto *gate : gates_at(bench, after, session_begin)) {
    const auto verdict = ask(bench, file, attendance, after, gate->guard);
    if (!verdict.passed)
      broken.push_back(gate->guard.id);
  }
  return broken;
}

} // namespace mediasi
