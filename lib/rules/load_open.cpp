// The questions a published standard leaves open (spec 1): the file may leave them so, but not unnoticed.
#include <algorithm>

#include "base/language.h"
#include "rules/load_parts.h"

namespace mediasi {

namespace {

const Step *first_of(const Standard &standard, std::string_view act) {
  const auto found =
      std::find_if(standard.steps.begin(), standard.steps.end(), [&](const Step &step) { return step.act == act; });
  return found == standard.steps.end() ? nullptr : &*found;
}

bool has_guard(const Standard &standard, std::string_view kind) {
  return std::any_of(standard.steps.begin(), standard.steps.end(), [&](const Step &step) {
    return std::any_of(step.guards.begin(), step.guards.end(), [&](const Guard &guard) { return guard.kind == kind; });
  });
}

bool counted(const Standard &standard, const Step &step) {
  return step.most > 0 || std::any_of(standard.steps.begin(), standard.steps.end(), [&](const Step &other) {
           return std::any_of(other.guards.begin(), other.guards.end(), [&](const Guard &guard) {
             return guard.kind == "invitations_left" || (guard.kind == "at_most" && guard.with.one("step") == step.id);
           });
         });
}

} // namespace

void check_settings(Reading &reading) {
  const auto &standard = reading.standard;
  const auto warn = [&](const Step &step, std::string message, std::string hint) {
    reading.source.warn(Code::rules_warning, {step.line, 1}, std::move(message), std::move(hint));
  };
  const auto *invitation = first_of(standard, "invitation");
  if (invitation != nullptr && !counted(standard, *invitation))
    warn(*invitation, tr("nothing ends the invitations to who does not come"),
         tr("add a guard of the kind 'invitations_left': it asks for [settings] invitations"));
  const auto &first = standard.steps.front();
  if (first_of(standard, "termination") == nullptr)
    warn(first, tr("no step closes a case: it stays open, and what is late in it stays late"),
         tr("add a [[step]] with act = \"termination\""));
  for (const auto &deadline : standard.deadlines)
    if (deadline.extension > 0 && first_of(standard, "extension") == nullptr)
      reading.source.warn(Code::rules_warning, {deadline.line, 1},
                          say("the deadline '{}' may be extended, and no step does it", deadline.id),
                          tr("add a [[step]] with act = \"extension\""));
  for (const auto &paper : standard.papers)
    if (std::none_of(standard.steps.begin(), standard.steps.end(),
                     [&](const Step &step) { return is_one_of(paper.id, step.papers); }))
      reading.source.warn(Code::rules_warning, {paper.line, 1}, say("no step owes the paper '{}'", paper.id),
                          tr("name it in 'papers' of the [[step]] after which it is due"));
  const auto *session = first_of(standard, "session");
  if (session != nullptr && first_of(standard, "assessment") != nullptr && !has_guard(standard, "assessment_fresh"))
    warn(*session, tr("nothing says how old an assessment may be"), tr("add a guard of the kind 'assessment_fresh'"));
  const bool by_table = has_guard(standard, "finding_within_table");
  const auto *finding = first_of(standard, "finding");
  if (finding != nullptr && by_table && standard.fitness.rows.empty())
    warn(*finding, tr("a guard asks for the fitness table, and there is none"), tr("add [fitness]"));
  if (finding != nullptr && !by_table && !standard.fitness.rows.empty())
    warn(*finding, tr("the fitness table binds nobody"), tr("add a guard of the kind 'finding_within_table'"));
}

} // namespace mediasi
