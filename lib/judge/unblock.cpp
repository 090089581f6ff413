#include "judge/unblock.h"

#include <algorithm>
#include <set>

#include "judge/builtin.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/of_session.h"
#include "judge/sides.h"
#include "judge/statute.h"
#include "judge/suppose.h"
#include "judge/ways.h"
#include "rules/makers.h"

namespace mediasi {

namespace {

using Supposals = std::vector<Supposal>;
using Found = std::optional<Supposals>;
constexpr int deepest = 9;              // an act that needs an act that needs ...
constexpr std::size_t longest_way = 40; // acts in one list
constexpr int most_rounds = 8;

class Planner {
public:
  Planner(const Bench &bench, const Moment &now) : bench_(bench), now_(now) {}

  // `rounds`: how often a way may be gone again, where each time brings it nearer (visits in a row)
  Found open(const CaseFile &file, const Entry &target, std::string_view rule, int rounds = most_rounds) {
    Found best;
    for (const auto &way : ways(file, target, rule)) {
      auto found = walk(file, way);
      if (!found || found->empty() || (best && best->size() <= found->size()))
        continue;
      const auto state = after(file, *found);
      if (still_refuses(state, target, rule)) {
        const bool nearer = rounds > 0 && seen(state, target, rule) != seen(file, target, rule);
        const auto more = nearer ? open(state, target, rule, rounds - 1) : std::nullopt;
        if (!more)
          continue;
        found->insert(found->end(), more->begin(), more->end());
      }
      if (!best || found->size() < best->size())
        best = std::move(found);
    }
    return best;
  }

private:
  CaseFile after(CaseFile file, const Supposals &acts) const {
    for (const auto &act : acts)
      if (act.step)
        file = with_act(file, act.entry);
    return file;
  }

  std::string seen(const CaseFile &file, const Entry &target, std::string_view rule) const {
    const auto *guard = guard_named(bench_, target, rule);
    if (!guard)
      return {};
    const auto verdict = ask(bench_, file, target, after_act(file, target), *guard);
    return verdict.fact + " = " + verdict.seen;
  }

  Ways ways(const CaseFile &file, const Entry &target, std::string_view rule) const {
    if (const auto *guard = guard_named(bench_, target, rule)) {
      const auto *kind = guard_kind(guard->kind);
      return kind && kind->ways ? kind->ways({bench_, file, target, after_act(file, target), *guard}) : Ways{};
    }
    const auto *step = bench_.standard.step(target.step);
    if (rule == "builtin.role" && step && !step->roles.empty())
      return {{{std::string(wanted_roster), {}, {{{"kind", "officer"}, {"post.role", step->roles.front()}}, {}}}}};
    if (rule == no_session)
      return {{ways::act("session")}};
    if (rule == "builtin.closed")
      return {{ways::act("reopening")}};
    if (rule == "builtin.repeat" && step && step->repeat == Repeat::per_session)
      return {{ways::act("session")}};
    if (rule != "builtin.order" || !step)
      return {};
    auto all = before(file, target, *step);
    if (auto old = accepted_before(file, target, *step); !old.empty())
      all.push_back(std::move(old));
    return all;
  }

  // steps and events that must come before this act and have not
  std::vector<std::string> wanting(const CaseFile &file, const Entry &target, const Step &step) const {
    const auto *session = about_a_session(step.act) ? session_named(file, target) : nullptr;
    auto all = step.after;
    std::erase_if(all, [&](const std::string &needed) { return has_happened(bench_, file, needed, session); });
    return all;
  }

  // what a step waits for, where an old register tells that it was done, in breach of the office's own rules
  Way accepted_before(const CaseFile &file, const Entry &target, const Step &step) const {
    Way all;
    for (const auto &needed : wanting(file, target, step)) {
      const auto acts = acts_behind(needed);
      bool any = false;
      for (const auto &old : file.story)
        if (!old.opens() && (old.step == needed || std::find(acts.begin(), acts.end(), old.act) != acts.end())) {
          all.push_back(ways::act("found_accepted", {{"entry", std::to_string(old.entry)}}));
          any = true;
        }
      if (!any)
        return {};
    }
    return all;
  }

  // what a step waits for and has not happened, all of it
  Ways before(const CaseFile &file, const Entry &target, const Step &step) const {
    Way all;
    for (const auto &needed : wanting(file, target, step)) {
      if (bench_.standard.step(needed)) {
        all.push_back(ways::of_step(needed));
        continue;
      }
      const auto some = ways::event(bench_, file, needed);
      if (some.empty())
        return {};
      all.insert(all.end(), some.front().begin(), some.front().end());
    }
    return {all};
  }

  // where the way on leads over another session, the act is about that one
  static Entry at_last_session(const CaseFile &file, Entry target) {
    if (const auto session = target.facts.fields.find("session");
        file.last_session() && session != target.facts.fields.end())
      session->second = std::to_string(file.last_session()->number);
    return target;
  }

  bool still_refuses(const CaseFile &file, const Entry &target, std::string_view rule) const {
    if (const auto *guard = guard_named(bench_, target, rule)) {
      const auto *kind = guard_kind(guard->kind);
      if (kind && kind->reads_act)
        return false; // the act itself must follow what was prepared for it; its form is not ours to change
      const auto then = at_last_session(file, target);
      return !ask(bench_, file, then, after_act(file, then), *guard).passed;
    }
    const auto *step = bench_.standard.step(target.step);
    if (!step || rule == "builtin.role")
      return false;
    if (rule == no_session)
      return file.sessions.empty();
    const auto then = rule == "builtin.repeat" ? at_last_session(file, target) : target;
    std::vector<Problem> problems;
    check_order(bench_, file, *step, then, problems);
    return std::any_of(problems.begin(), problems.end(), [&](const Problem &problem) { return problem.rule == rule; });
  }

  // did an earlier part of the way do it already?
  static bool brought_along(const CaseFile &file, const Step &step, const Wanted &wanted) {
    if (step.repeat == Repeat::once)
      return times_done(file, step.id) > 0;
    const auto party = std::string(value_of(wanted.says.fields, "party"));
    return !party.empty() && times_done(file, step.id) > 0 && !contains(not_done_for(file, step), party);
  }

  Found walk(const CaseFile &file, const Way &way) {
    auto state = file;
    Supposals all;
    for (const auto &wanted : way) {
      const auto *step = bench_.standard.step(wanted.step);
      if (step && brought_along(state, *step, wanted))
        continue;
      const auto some = do_one(state, wanted);
      if (!some || all.size() + some->size() > longest_way)
        return std::nullopt;
      state = after(std::move(state), *some);
      all.insert(all.end(), some->begin(), some->end());
    }
    return all;
  }

  // an assessment of the respondent is not a step that asks each beneficiary
  static bool asks(const CaseFile &file, const Step &step, const Wanted &wanted) {
    const auto *party = file.person(value_of(wanted.says.fields, "party"));
    if (!party || (step.repeat != Repeat::per_beneficiary && step.repeat != Repeat::per_respondent))
      return true;
    return party->side == (step.repeat == Repeat::per_beneficiary ? Side::beneficiary : Side::respondent);
  }

  bool records(const Step &step, const Wanted &wanted) const {
    if (!wanted.step.empty())
      return step.id == wanted.step;
    return step.act == wanted.act && std::all_of(step.preset.begin(), step.preset.end(), [&](const auto &fixed) {
             const auto said = value_of(wanted.says.fields, fixed.first);
             return said.empty() || said == fixed.second;
           });
  }

  Found do_one(const CaseFile &file, const Wanted &wanted) {
    if (wanted.act == wanted_roster)
      return Supposals{{nullptr, false, wanted.says, {}}};
    if (wanted.act == wanted_paper)
      return issue(file);
    Found best;
    for (const auto &step : bench_.standard.steps) {
      if (!records(step, wanted) || !asks(file, step, wanted) ||
          std::find(doing_.begin(), doing_.end(), step.id) != doing_.end())
        continue;
      if (doing_.size() >= deepest)
        return std::nullopt;
      doing_.push_back(step.id);
      auto found = prepare(file, step, wanted);
      doing_.pop_back();
      if (found && (!best || found->size() < best->size()))
        best = std::move(found);
    }
    return best;
  }

  Found issue(const CaseFile &file) const {
    for (const auto &step : bench_.standard.steps)
      if (step.act == "minutes" && !step.papers.empty())
        return Supposals{{&step, true, {}, suppose_paper(file, now_)}};
    return std::nullopt;
  }

  // the rule that would refuse this act, or mark its session irregular; "" when nothing would
  std::pair<std::string, std::string> first_refusal(const CaseFile &file, const Entry &entry) const {
    auto problems = judge(bench_, file, entry, entry.on).problems;
    std::erase_if(problems, [&](const Problem &problem) { return granted_.contains({problem.rule, problem.fact}); });
    std::stable_partition(problems.begin(), problems.end(),
                          [](const Problem &problem) { return problem.rule == "builtin.order"; }); // brings most along
    if (!problems.empty())
      return {problems.front().rule, problems.front().fact};
    if (entry.act == "attendance")
      if (const auto broken = breaches(bench_, file, entry); !broken.empty())
        return {broken.front(), {}};
    return {};
  }

  // one act and everything that must be done before it
  Found prepare(const CaseFile &file, const Step &step, const Wanted &wanted) {
    auto state = file;
    Supposals all;
    std::set<std::pair<std::string, std::string>> tried;
    while (true) {
      auto entry = suppose(bench_, state, step, wanted, now_);
      const auto refusal = first_refusal(state, entry);
      if (refusal.first.empty()) {
        auto from = first_moment(bench_, state, step);
        if (from <= minute_text(now_))
          from.clear();
        all.push_back({&step, false, entry.facts, std::move(entry), std::move(from)});
        return all;
      }
      if (!tried.insert(refusal).second)
        return std::nullopt;
      const auto some = open(state, entry, refusal.first);
      if (!some || all.size() + some->size() > longest_way)
        return std::nullopt;
      if (!some->back().step) // the roster is not ours to suppose: taken as entered
        granted_.insert(refusal);
      state = after(std::move(state), *some);
      all.insert(all.end(), some->begin(), some->end());
    }
  }

  const Bench &bench_;
  const Moment &now_;
  std::vector<std::string> doing_;                        // steps being prepared: none is its own way on
  std::set<std::pair<std::string, std::string>> granted_; // refusals that an entry of the roster ends
};

} // namespace

const Guard *guard_named(const Bench &bench, const Entry &act, std::string_view rule) {
  if (const auto *step = bench.standard.step(act.step))
    for (const auto &guard : step->guards)
      if (guard.id == rule)
        return &guard;
  for (const auto &gate : bench.gates)
    if (gate.guard.id == rule)
      return &gate.guard;
  return nullptr;
}

std::optional<std::vector<Supposal>> acts_that_open(const Bench &bench, const CaseFile &file, const Entry &target,
                                                    std::string_view rule, const Moment &now) {
  return Planner(bench, now).open(file, target, rule);
}

} // namespace mediasi
