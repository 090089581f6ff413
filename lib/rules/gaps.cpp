#include "rules/gaps.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

struct Asked { // what a kind of gate wants to have been recorded
  std::string_view kind, act;
};

constexpr std::array asked{Asked{"assessed", "assessment"},        Asked{"risk_settled", "assessment"},
                           Asked{"consent_given", "consent"},      Asked{"mediator_valid", "mediator"},
                           Asked{"session_regular", "attendance"}, Asked{"session_regular", "day_questions"}};

bool records(const Standard &standard, std::string_view act) {
  return std::any_of(standard.steps.begin(), standard.steps.end(), [&](const Step &step) { return step.act == act; });
}

// the gate bites on this act, or on one value of it
bool bites(const Gate &gate, std::string_view act) {
  return std::any_of(gate.at.begin(), gate.at.end(),
                     [&](const std::string &point) { return point.substr(0, point.find(':')) == act; });
}

Problem gap(const Standard &standard, int line, std::string message, std::string hint) {
  return {Code::rules_warning, std::move(message), std::move(hint), {standard.file, line, 0, 0, {}, {}}, {}, {}, {}};
}

std::string left_undone(std::string_view duty) {
  return duty == "mk" ? tr("no role acts as 'mk': nobody can countersign a lower risk, or is called after new violence")
                      : tr("no role acts as 'pendamping': nobody is asked whether who stayed away is safe");
}

void add_duties(const Standard &standard, std::vector<Problem> &gaps) {
  for (const auto duty : duties)
    if (title_of_duty(standard, duty).empty())
      gaps.push_back(gap(standard, standard.roles.empty() ? 0 : standard.roles.front().line, left_undone(duty),
                         say("write acts_as = \"{}\" in the [[role]] that does this", duty)));
}

} // namespace

std::vector<Problem> gaps_of(const Standard &standard, const std::vector<Gate> &gates) {
  std::vector<Problem> gaps;
  add_duties(standard, gaps);
  std::vector<std::string_view> told;
  for (const auto &gate : gates)
    for (const auto &[kind, act] : asked) {
      if (gate.guard.kind != kind || records(standard, act) || std::find(told.begin(), told.end(), act) != told.end())
        continue;
      const auto found = std::find_if(standard.steps.begin(), standard.steps.end(),
                                      [&](const Step &step) { return bites(gate, step.act); });
      if (found == standard.steps.end())
        continue;
      told.push_back(act);
      gaps.push_back(gap(
          standard, found->line,
          say("no step records the act '{}': without it the law refuses '{}' ('{}')", act, found->id, gate.guard.id),
          say("add a [[step]] with act = \"{}\"", act)));
    }
  return gaps;
}

} // namespace mediasi
