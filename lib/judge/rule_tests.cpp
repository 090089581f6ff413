#include "judge/rule_tests.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "judge/events.h"
#include "judge/suppose.h"
#include "rules/fitness.h"

namespace mediasi {

namespace {

constexpr Date first_day = std::chrono::year{2026} / 1 / 5;
constexpr int most_parties = 2; // of the supposed case: a step of each party is done so often
constexpr std::string_view officer = "officer", mediator = "mediator";

// somebody for every role, and whoever mediates
Roster staff_of(const Standard &standard) {
  Roster roster;
  Officer all{.id = std::string(officer), .name = {}, .nip = {}, .rank = {}, .login = {}, .posts = {}};
  for (const auto &role : standard.roles)
    all.posts.push_back({.role = role.id, .from = std::chrono::year{2000} / 1 / 1, .until = {}, .acting = Acting::no});
  roster.officers.push_back(std::move(all));
  roster.mediators.push_back({.id = std::string(mediator),
                              .name = {},
                              .credential = standard.credential,
                              .number = "1",
                              .issuer = {},
                              .from = std::chrono::year{2000} / 1 / 1,
                              .until = {}});
  return roster;
}

Entry registration(const Standard &standard) {
  const Row adult{{"birth", "1990-01"}, {"sex", "female"}, {"special_needs", "no"}, {"may_write", "yes"}};
  auto beneficiary = adult, respondent = adult;
  beneficiary["id"] = "beneficiary1";
  respondent["id"] = "respondent1";
  Entry entry;
  entry.seq = 1;
  entry.case_number = "2026-0001";
  entry.act = "register";
  for (const auto &step : standard.steps)
    if (step.act == "register" && entry.step.empty())
      entry.step = step.id;
  entry.rules = standard.hash;
  entry.on = {first_day, std::chrono::hours{8}};
  entry.by = officer;
  entry.facts.fields = {{"source", "walk_in"}};
  entry.facts.groups = {{"beneficiary", {beneficiary}},
                        {"respondent", {respondent}},
                        {"matter", {{{"kind", "maintenance"}, {"police_report", "no"}}}}};
  return entry;
}

std::string first_words(const Judgement &judgement) {
  return judgement.problems.empty() ? std::string() : judgement.problems.front().message;
}

class SupposedCase {
public:
  SupposedCase(const Bench &bench, bool violence)
      : bench_(bench), now_{first_day, std::chrono::hours{9}}, violence_(violence) {
    file_ = with_act(file_, registration(bench.standard));
  }

  // the step done by everyone whose turn it is; why it cannot be, else ""
  std::string done(const Step &step) {
    if (step.act == "register")
      return {};
    for (int turn = 0; turn < most_parties; ++turn) {
      const auto entry = supposed(step);
      const auto judgement = judge(bench_, file_, entry, entry.on);
      if (!judgement.allowed())
        return turn > 0 && not_done_for(file_, step).empty() ? std::string() : first_words(judgement);
      file_ = with_act(file_, entry);
      if (step.act == "minutes")
        file_ = with_act(file_, suppose_paper(file_, entry.on));
      now_ = entry.on;
      if (step.repeat == Repeat::once || not_done_for(file_, step).empty())
        return {};
    }
    return {};
  }

  std::string closed(const Step &step) const {
    const auto entry = supposed(step);
    return first_words(judge(bench_, file_, entry, entry.on));
  }

private:
  Entry supposed(const Step &step) const {
    Wanted wanted;
    if (step.act == "assessment" && !violence_)
      wanted.says.fields["violence"] = "no";
    return suppose(bench_, file_, step, wanted, now_);
  }

  const Bench &bench_;
  CaseFile file_;
  Moment now_;
  bool violence_;
};

void check_finding(const Standard &standard, const RuleTest &test, std::vector<std::string> &wrong) {
  if (test.finding.empty())
    return;
  const auto *row = evaluate(standard.fitness, FitnessCase(test.facts.begin(), test.facts.end()));
  if (!row)
    wrong.push_back(say("no row of the fitness table decides"));
  else if (row->then != test.finding)
    wrong.push_back(say("finding '{}', by the row of line {}", row->then, row->line));
}

void check_due(const Standard &standard, const Calendar &calendar, const RuleTest &test,
               std::vector<std::string> &wrong) {
  const auto *deadline = standard.deadline(test.deadline);
  if (!deadline || !test.from || !test.due)
    return;
  if (!deadline->amount || (deadline->unit != Unit::day && deadline->unit != Unit::working_day)) {
    wrong.push_back(say("'{}' is not counted in days", deadline->id));
    return;
  }
  const auto span = count_days(calendar, *test.from, *deadline->amount, deadline->unit == Unit::working_day, {});
  if (span.due != *test.due)
    wrong.push_back(say("due on {}", text_of(span.due)));
}

void check_steps(const Bench &bench, const RuleTest &test, std::vector<std::string> &wrong) {
  if (test.open.empty() && test.blocked.empty())
    return;
  SupposedCase supposed(bench, test.violence);
  for (const auto &id : test.done)
    if (const auto *step = bench.standard.step(id))
      if (const auto why = supposed.done(*step); !why.empty()) {
        wrong.push_back(say("'{}' cannot be done: {}", id, why));
        return;
      }
  for (const auto &id : test.open)
    if (const auto *step = bench.standard.step(id))
      if (const auto why = supposed.closed(*step); !why.empty())
        wrong.push_back(say("'{}' is closed: {}", id, why));
  for (const auto &id : test.blocked)
    if (const auto *step = bench.standard.step(id); step && supposed.closed(*step).empty())
      wrong.push_back(say("'{}' is open", id));
}

} // namespace

std::vector<RuleTestResult> run_rule_tests(const Standard &standard, const std::vector<Gate> &gates,
                                           const Calendar &calendar) {
  const Roster roster = staff_of(standard);
  const Bench bench{standard, gates, roster, calendar, {}, {}};
  std::vector<RuleTestResult> results;
  for (const auto &test : standard.tests) {
    auto &result = results.emplace_back(RuleTestResult{test.name, test.line});
    check_finding(standard, test, result.wrong);
    check_due(standard, calendar, test, result.wrong);
    check_steps(bench, test, result.wrong);
  }
  return results;
}

} // namespace mediasi
