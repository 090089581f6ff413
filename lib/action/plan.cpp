#include "action/plan.h"

#include <algorithm>

#include "action/calls.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

// The entries that come before this act in the case's own order: a late entry is judged as of its day.
std::vector<Entry> before_act(const std::vector<Entry> &entries, const Entry &act) {
  auto all = entries;
  all.push_back(act);
  auto ordered = in_order(std::move(all));
  const auto place = std::find_if(ordered.begin(), ordered.end(), [&](const Entry &e) { return e.seq == act.seq; });
  ordered.erase(place, ordered.end());
  return ordered;
}

bool any_refusal(const Bench &bench, const std::vector<Entry> &entries, const Entry &act) {
  if (value_of(act.facts.fields, "as_found") == "yes")
    return false; // taken with its breaches, whatever else changes
  return !judge(bench, fold_regular(before_act(entries, act)), act, act.on).allowed();
}

// A late entry is refused exactly when a later entry would then fail that held before; the first such act is named
// (spec 3).
void replay(const Bench &bench, const std::vector<Entry> &entries, const Entry &act, std::vector<Problem> &problems) {
  auto with = entries;
  with.push_back(act);
  for (const auto &later_entry : in_order(with)) {
    if (later_entry.seq == act.seq || any_refusal(bench, entries, later_entry))
      continue;
    if (!any_refusal(bench, with, later_entry))
      continue;
    problems.push_back({Code::refused_by_rule,
                        say("with this on '{}', the later act {} ('{}') could not stand", text_of(act.on),
                            later_entry.seq, later_entry.step),
                        say("check --on, or see: mediasi report case {}", act.case_number),
                        {},
                        "builtin.replay",
                        {},
                        {}});
    return;
  }
}

void complete_entry(const Request &request, CheckedAct &checked, std::int64_t seq) {
  auto &entry = checked.entry;
  entry.seq = seq;
  entry.case_number = request.case_number;
  if (!checked.has_on)
    entry.on = request.on.value_or(request.now);
  if (!checked.has_by)
    entry.by = request.by;
  entry.typed = request.typed;
  entry.recorded = request.recorded;
  entry.rules = request.rules;
  if (!request.accepted.empty())
    entry.facts.fields["accepted"] = join(request.accepted, ",");
}

// The day the case was taken over from an old register or another office: acts of before it are taken as found.
std::optional<Date> taken_over(const CaseFile &file, const Entry &entry, Zone zone) {
  const bool registers = entry.act == "register";
  const auto &intake = registers ? entry.facts.fields : file.intake;
  if (value_of(intake, "running") != "yes")
    return std::nullopt;
  const auto recorded = registers || file.story.empty() ? entry.recorded : file.story.front().recorded;
  return Clock{recorded, zone}.today();
}

bool is_fault_of_dates(const Problem &problem) {
  return problem.code == Code::future_date || problem.code == Code::before_intake;
}

// An act as found is taken down with the rules it broke; none of them refuses it, and it opens nothing (spec 1).
void take_as_found(const Bench &bench, const CaseFile &file, Entry &entry, Judgement &judgement,
                   std::vector<Problem> &warnings) {
  if (value_of(entry.facts.fields, "as_found") != "yes")
    return;
  const auto day = taken_over(file, entry, bench.standard.office.zone);
  if (!day || *day < entry.on.day) {
    judgement.problems.push_back({Code::not_as_found,
                                  say("'{}' cannot be taken as found", entry.step),
                                  say("only acts from before the day an old case (running = \"yes\") was taken over"),
                                  {},
                                  "builtin.as_found",
                                  tr("what is done in this office now follows its standard"),
                                  {}});
    return;
  }
  std::vector<Problem> kept;
  std::vector<std::string> broken;
  for (auto &problem : judgement.problems) {
    if (is_fault_of_dates(problem)) {
      kept.push_back(std::move(problem));
      continue;
    }
    broken.push_back(problem.rule);
    problem.message = say("taken as found, in breach: {}", problem.message);
    problem.hint = say("it opens nothing until the case manager accepts what may be accepted");
    warnings.push_back(std::move(problem));
  }
  judgement.problems = std::move(kept);
  if (!broken.empty())
    entry.facts.fields["found_breaches"] = join(broken, ",");
}

// what happened is always taken down; a session begun in breach carries the rules it broke
void note_breaches(const Bench &bench, const CaseFile &file, Entry &entry, std::vector<Problem> &warnings) {
  if (entry.act != "attendance")
    return;
  const auto broken = breaches(bench, file, entry);
  if (broken.empty())
    return;
  entry.facts.fields["breaches"] = join(broken, ",");
  for (const auto &gate : bench.gates)
    if (std::find(broken.begin(), broken.end(), gate.guard.id) != broken.end())
      warnings.push_back({Code::refused_by_statute,
                          say("the session is marked irregular: {}", gate.guard.says),
                          say("tell the case manager today; it can bear neither 'agreed' nor 'partly'"),
                          {},
                          gate.guard.id,
                          gate.guard.because,
                          {}});
}

} // namespace

Plan plan_acts(const Bench &bench, const std::vector<Entry> &entries, const Request &request) {
  Plan plan;
  plan.problems = request.problems;
  auto all = entries;
  bool readable =
      plan.problems.empty(); // what follows an unreadable act is checked, but not judged against a case without it
  for (const auto &draft : request.drafts) {
    const auto known = plan.problems.size();
    auto checked = check_draft(draft, bench.standard, fold(all), bench.roster, plan.problems);
    readable = readable && plan.problems.size() == known;
    if (!readable)
      continue;
    complete_entry(request, checked, request.next_seq + static_cast<std::int64_t>(plan.acts.size()));
    const auto whole = fold_regular(all);
    // before its registration there is no case yet: judge it against the whole one, which says so
    const bool too_early = !whole.story.empty() && checked.entry.on.day < whole.received.day;
    const auto file = too_early ? whole : fold_regular(before_act(all, checked.entry));
    note_breaches(bench, file, checked.entry, plan.warnings);
    auto judgement = judge(bench, file, checked.entry, request.now);
    take_as_found(bench, file, checked.entry, judgement, plan.warnings);
    note_calls(bench, file, checked.entry, plan.warnings);
    plan.problems.insert(plan.problems.end(), judgement.problems.begin(), judgement.problems.end());
    if (judgement.allowed()) {
      for (const auto &verdict : judgement.warned)
        plan.warnings.push_back(problem_of(verdict));
      replay(bench, all, checked.entry, plan.problems);
    }
    all.push_back(checked.entry);
    plan.acts.push_back({std::move(checked.entry), std::move(checked.sealed)});
  }
  plan.after = fold(all);
  plan.regular = fold_regular(all);
  return plan;
}

} // namespace mediasi
