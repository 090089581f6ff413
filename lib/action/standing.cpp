#include "action/standing.h"

#include "base/language.h"

namespace mediasi {

namespace {

std::string told(const Entry &entry, const std::string &title) {
  if (entry.correction == Correction::amends)
    return say("entry {} amended: {}", entry.target, title);
  if (entry.correction == Correction::voids)
    return say("entry {} void: {}", entry.target, title);
  return title;
}

} // namespace

ActAnswer standing(const Bench &bench, const Plan &plan, const Request &request, Zone zone) {
  ActAnswer answer;
  const auto &file = plan.after;
  answer.case_number = request.case_number;
  answer.initials = request.case_number == house ? std::string() : file.initials();
  for (const auto &act : plan.acts) {
    const auto *step = bench.standard.step(act.entry.step);
    answer.acts.push_back({act.entry.seq, act.entry.step, told(act.entry, step ? step->title : act.entry.act)});
    answer.on = act.entry.on;
    answer.by = act.entry.by;
    const auto recorded_day = Clock{act.entry.recorded, zone}.today();
    answer.late = answer.late || act.entry.on.day < recorded_day;
  }
  answer.recorded = request.recorded;
  answer.typed = request.typed;
  answer.warnings = plan.warnings;
  if (request.case_number == house) // it stands nowhere
    return answer;
  answer.stage = stage_of(bench, plan.regular);
  answer.stage_title = stage_in_words(answer.stage);
  answer.missing = missing_now(bench, file);
  for (auto &obstacle : obstacles(bench, plan.regular, request.now))
    answer.missing.push_back(std::move(obstacle));
  answer.next = next_steps(bench, plan.regular, request.now);
  return answer;
}

} // namespace mediasi
