#include "action/plan.h"

#include <algorithm>
#include <iterator>

#include "action/acceptance.h"
#include "action/correct.h"
#include "action/replay.h"
#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"

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
  entry.rules = request.rules;
}

// Nothing before the registration: such an act is judged against the whole case, which says so.
CaseFile case_then(const std::vector<Entry> &all, const CaseFile &whole, const Entry &act) {
  if (!whole.story.empty() && act.on.day < whole.received.day)
    return whole;
  auto with = all;
  with.push_back(act);
  return case_before(with, act.seq);
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
    const auto whole = fold(all_);
    auto checked = check_draft(draft, bench_.standard, whole, bench_.roster, plan_.problems);
    // what follows an unreadable act is checked, but not judged against a case without it
    readable_ = readable_ && plan_.problems.size() == known;
    if (!readable_)
      return;
    complete_entry(request_, checked, request_.next_seq + static_cast<std::int64_t>(plan_.acts.size()));
    judge_act(checked.entry, case_then(all_, whole, checked.entry));
    all_.push_back(checked.entry);
    plan_.acts.push_back({std::move(checked.entry), std::move(checked.sealed), std::move(checked.attachments)});
  }

  Plan finish() {
    if (readable_)
      acceptances_.finish(plan_.problems);
    plan_.after = fold(all_);
    return std::move(plan_);
  }

private:
  void judge_act(Entry &act, const CaseFile &file) {
    note_breaches(bench_, file, act, plan_.warnings);
    acceptances_.put_into(act, plan_.problems);
    auto judgement = judge(bench_, file, act, request_.now);
    acceptances_.settle(act, judgement, plan_.problems);
    const bool allowed = judgement.allowed();
    std::move(judgement.problems.begin(), judgement.problems.end(), std::back_inserter(plan_.problems));
    if (!allowed)
      return;
    for (const auto &verdict : judgement.warned)
      plan_.warnings.push_back(problem_of(verdict));
    check_late(act, file);
  }

  // an act put in before others that stand already
  void check_late(const Entry &act, const CaseFile &file) {
    if (!all_.empty() && file.story.size() < standing_in_order(all_).size())
      for (auto &problem : unknown_names(bench_, file, act))
        plan_.problems.push_back(std::move(problem));
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
  bool readable_ = true; // no act so far was unreadable
};

} // namespace

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

Plan plan_acts(const Bench &bench, const std::vector<Entry> &entries, const Request &request) {
  if (request.correcting)
    return plan_correction(bench, entries, request);
  Planner planner(bench, entries, request);
  for (const auto &draft : request.drafts)
    planner.take(draft);
  return planner.finish();
}

} // namespace mediasi
