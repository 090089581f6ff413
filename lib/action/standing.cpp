#include "action/standing.h"

#include "acts/acts.h"
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

// what a paper that is corrected was issued as
const Paper *paper_in(const Standard &standard, const CaseFile &file, std::int64_t entry) {
  for (const auto *list : {&file.story, &file.voided})
    for (const auto &happened : *list)
      if (happened.entry == entry)
        return standard.paper(value_of(happened.facts.fields, "kind"));
  return nullptr;
}

// issued papers have no step
std::string title_of(const Standard &standard, const CaseFile &file, const Entry &entry) {
  if (const auto *step = standard.step(entry.step))
    return step->title;
  if (const auto *paper = paper_in(standard, file, entry.target))
    return paper->title;
  const auto *kind = act_kind(entry.act);
  return kind == nullptr ? entry.act : std::string(tr(kind->label.data()));
}

} // namespace

ActAnswer standing(const Bench &bench, const Plan &plan, const Request &request, Zone zone) {
  ActAnswer answer;
  const auto &file = plan.after;
  answer.case_number = request.case_number;
  answer.initials = request.case_number == house ? std::string() : file.initials();
  for (const auto &act : plan.acts) {
    answer.acts.push_back({act.entry.seq, act.entry.step, told(act.entry, title_of(bench.standard, file, act.entry))});
    answer.on = act.entry.on;
    answer.by = act.entry.by;
    const auto recorded_day = Clock{act.entry.recorded, zone}.today();
    answer.late = answer.late || act.entry.on.day < recorded_day;
  }
  answer.recorded = request.recorded;
  answer.recorded_here = Clock{request.recorded, zone}.moment();
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
