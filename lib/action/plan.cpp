#include "action/plan.h"

#include <algorithm>
#include <iterator>

#include "action/acceptance.h"
#include "action/calls.h"
#include "action/correct.h"
#include "action/identity_checks.h"
#include "action/replay.h"
#include "action/uncounted.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/statute.h"
#include "model/as_found.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

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
  if (request.of_batch)
    entry.brought.emplace(); // which row it was is put in by the batch
  entry.rules = request.rules;
}

// Nothing before the registration: such an act is judged against the whole case, which says so.
CaseFile case_then(const std::vector<Entry> &all, const CaseFile &whole, const Entry &act) {
  if (all.empty())
    return {};
  const bool before_it =
      act.on.day < whole.received.day ||
      (act.on.day == whole.received.day && act.on.time && whole.received.time && *act.on.time < *whole.received.time);
  if (!whole.story.empty() && before_it)
    return whole;
  auto with = all;
  with.push_back(act);
  return case_before(with, act.seq);
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

// No register can tell of these: what was done after today, or before the case began, or that it began twice.
bool cannot_have_been(const Problem &problem, const Entry &entry) {
  return problem.code == Code::future_date || problem.code == Code::before_intake ||
         (entry.act == "register" && problem.rule == "builtin.repeat");
}

// An act as found is taken down with the rules it broke; none of them refuses it, and it opens nothing (spec 1).
void take_as_found(const Bench &bench, const CaseFile &file, Entry &entry, Judgement &judgement,
                   std::vector<Problem> &warnings) {
  if (!is_as_found(entry.facts))
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
    if (cannot_have_been(problem, entry)) {
      kept.push_back(std::move(problem));
      continue;
    }
    broken.push_back(problem.rule);
    problem.message = say("taken as found, in breach: {}", problem.message);
    problem.hint = say("it opens nothing until {} accepts what may be accepted", case_manager(bench.standard));
    warnings.push_back(std::move(problem));
  }
  judgement.problems = std::move(kept);
  if (!broken.empty())
    entry.facts.fields["found_breaches"] = join(broken, ",");
}

void add_refusals(std::vector<Problem> &problems, std::vector<Problem> more) {
  for (auto &problem : more)
    if (std::none_of(problems.begin(), problems.end(), [&](const Problem &one) { return one.rule == problem.rule; }))
      problems.push_back(std::move(problem));
}

// For another act as found: what an old register tells of is judged by all it tells, also by what opens nothing here.
std::vector<Entry> as_they_were_found(std::vector<Entry> entries) {
  for (auto &entry : entries)
    entry.facts.fields.erase("found_breaches");
  return entries;
}

// A session is judged as it was on its day; what it was about, and who sat beside whom, by what is known since.
bool is_of_the_matter(std::string_view gate) {
  return gate.starts_with("statute.1.") || gate.starts_with("statute.2.") || gate == "statute.4.not_offender_came";
}

std::vector<std::string> breaches_known(const Bench &bench, const CaseFile &then, const CaseFile &known,
                                        const Entry &act) {
  auto broken = breaches(bench, then, act);
  for (auto &gate : breaches(bench, known, act))
    if (is_of_the_matter(gate) && std::find(broken.begin(), broken.end(), gate) == broken.end())
      broken.push_back(std::move(gate));
  return broken;
}

class Planner {
public:
  Planner(const Bench &bench, const std::vector<Entry> &entries, const Request &request)
      : bench_(bench), request_(request), all_(entries), acceptances_(bench, request.accepted) {
    plan_.problems = request.problems;
    readable_ = plan_.problems.empty();
  }

  void take(const Draft &draft) {
    const auto known = plan_.problems.size();
    take_one(draft);
    for (auto problem = plan_.problems.begin() + static_cast<std::ptrdiff_t>(known); problem != plan_.problems.end();
         ++problem)
      name_row(*problem, draft.fields.place);
  }

  Plan finish() {
    if (readable_)
      acceptances_.finish(plan_.problems);
    plan_.after = fold(all_);
    const auto &story = plan_.after.story;
    const bool all_open = std::all_of(story.begin(), story.end(), [](const Happened &done) { return done.opens(); });
    plan_.regular = all_open ? plan_.after : fold_regular(all_);
    return std::move(plan_);
  }

private:
  void take_one(const Draft &draft) {
    const auto known = static_cast<std::ptrdiff_t>(plan_.problems.size());
    const auto whole = fold(all_);
    auto checked = check_draft(draft, bench_.standard, whole, bench_.roster, request_.on.value_or(request_.now).day,
                               plan_.problems);
    std::move(checked.warnings.begin(), checked.warnings.end(), std::back_inserter(plan_.warnings));
    note_identity_checks(draft, checked, whole, request_.regions, request_.now.day, plan_.problems);
    if (request_.parts_missing)
      plan_.problems.erase(std::remove_if(plan_.problems.begin() + known, plan_.problems.end(),
                                          [](const Problem &one) { return one.code == Code::not_a_reference; }),
                           plan_.problems.end());
    complete_entry(request_, checked, request_.next_seq + taken_++);
    // What follows an unreadable act is checked, and may name what it tells of; it is not judged against a case in
    // which that is half told.
    readable_ = readable_ && std::ssize(plan_.problems) == known;
    if (!readable_) {
      all_.push_back(std::move(checked.entry));
      return;
    }
    const auto found = is_as_found(checked.entry.facts) ? as_they_were_found(all_) : std::vector<Entry>{};
    const auto &history = is_as_found(checked.entry.facts) ? found : all_;
    const auto known_now = fold_regular(history);
    auto file = case_then(history, known_now, checked.entry);
    const auto judged = std::ssize(plan_.problems);
    const auto warned = plan_.warnings.size();
    if (judge_act(checked.entry, file, known_now) == By::what_is_known)
      file = known_now;
    all_.push_back(checked.entry);
    plan_.acts.push_back(
        {std::move(checked.entry), std::move(checked.sealed), std::move(checked.attachments), std::move(file)});
    plan_.acts.back().refused.assign(plan_.problems.begin() + judged, plan_.problems.end());
    for (auto which = warned; which < plan_.warnings.size(); ++which)
      plan_.acts.back().warned.push_back(which);
  }

  // of a batch: a refusal by a rule names the rule's line, and the row all the same
  static void name_row(Problem &problem, const Place &row) {
    if (problem.place.row != 0 || row.row == 0)
      return;
    problem.place.row = row.row;
    if (problem.place.file.empty()) {
      problem.place.file = row.file;
      problem.place.line = row.line;
    }
  }

  enum class By { its_day, what_is_known }; // what an act was refused by

  By judge_act(Entry &act, const CaseFile &file, const CaseFile &known) {
    note_breaches(bench_, file, known, act, plan_.warnings);
    acceptances_.put_into(act, plan_.problems);
    auto after = after_act(file, act);
    auto judgement = judge(bench_, file, act, after, request_.now);
    const auto by_its_day = judgement.problems.size();
    if (file.story.size() < known.story.size()) // put in late: the gates know what is known now
      add_refusals(judgement.problems, gate_refusals(bench_, known, act));
    const auto by = judgement.problems.size() > by_its_day ? By::what_is_known : By::its_day;
    acceptances_.settle(act, judgement, plan_.problems);
    take_as_found(bench_, file, act, judgement, plan_.warnings);
    if (is_as_found(act.facts)) // it says now what it broke
      after = after_act(file, act);
    note_calls(bench_, file, after, act, plan_.warnings);
    note_uncounted(file, after, act, plan_.warnings);
    note_twice(all_, act, plan_.warnings);
    const bool allowed = judgement.allowed();
    std::move(judgement.problems.begin(), judgement.problems.end(), std::back_inserter(plan_.problems));
    if (!allowed)
      return by;
    for (const auto &verdict : judgement.warned) {
      plan_.warnings.push_back(problem_of(verdict));
      if (const auto how = accepted_how(act, verdict.guard->id); !how.empty())
        plan_.warnings.back().hint = how;
    }
    check_names(act, after);
    check_late(act);
    return by;
  }

  // Who and what an act names must be there on its day, and not in an old act that opens nothing.
  void check_names(const Entry &act, const CaseFile &after) {
    if (is_as_found(act.facts))
      return;
    for (auto &problem : unknown_names(bench_, after, act))
      plan_.problems.push_back(std::move(problem));
  }

  // an act put in before others that stand already
  void check_late(const Entry &act) {
    if (all_.empty())
      return;
    auto with = all_;
    with.push_back(act);
    if (const auto fallen = first_fallen(bench_, all_, with, act.seq, request_.now))
      plan_.problems.push_back(refusal_of(*fallen, say("this on '{}'", text_of(act.on)), act.case_number));
  }

  const Bench &bench_;
  const Request &request_;
  std::vector<Entry> all_;
  Acceptances acceptances_;
  Plan plan_;
  std::int64_t taken_ = 0; // drafts so far
  bool readable_ = true;   // no act so far was unreadable
};

} // namespace

void note_breaches(const Bench &bench, const CaseFile &then, const CaseFile &known, Entry &entry,
                   std::vector<Problem> &warnings) {
  if (entry.act != "attendance")
    return;
  const auto broken = breaches_known(bench, then, known, entry);
  if (broken.empty())
    return;
  entry.facts.fields["breaches"] = join(broken, ",");
  if (std::find(broken.begin(), broken.end(), held_though_cancelled) != broken.end())
    warnings.push_back({Code::step_not_open,
                        say("the session is marked irregular: {}", say("it was cancelled before it was held")),
                        say("it can bear neither 'agreed' nor 'partly'"),
                        {},
                        std::string(held_though_cancelled),
                        {},
                        {}});
  for (const auto &gate : bench.gates)
    if (std::find(broken.begin(), broken.end(), gate.guard.id) != broken.end())
      warnings.push_back({Code::refused_by_statute,
                          say("the session is marked irregular: {}", gate.guard.says),
                          is_as_found(entry.facts) ? say("it can bear neither 'agreed' nor 'partly'")
                                                   : say("tell {} today; it can bear neither 'agreed' nor 'partly'",
                                                         case_manager(bench.standard)),
                          {},
                          gate.guard.id,
                          gate.guard.because,
                          {}});
}

Plan plan_acts(const Bench &bench, const std::vector<Entry> &entries, const Request &request) {
  if (request.correcting)
    return plan_correction(bench, entries, request);
  Planner planner(bench, entries, request);
  for (const auto &draft : request.drafts)
    planner.take(draft);
  return planner.finish();
}

} // namespace mediasi
