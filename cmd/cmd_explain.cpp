// explain CASE [STEP]: why a step is closed, what would open it, how the days were counted. With a form it judges that
// very act, as the writing command would. Reads only; needs no key.
#include <algorithm>
#include <memory>

#include "acts/acts.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/which_case.h"
#include "cmd/writing.h"
#include "judge/deadlines.h"
#include "judge/explain.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

struct ExplainOptions {
  WritingOptions act;
  std::string step;
};

Error no_step(const Standard &standard, const std::string &typed) {
  std::vector<std::string> known;
  for (const auto &step : standard.steps)
    known.push_back(step.id);
  for (const auto &form : standard.forms)
    known.push_back(form.id);
  const auto near = nearest(typed, known);
  return Error(Problem{.code = Code::unknown_step,
                       .message = say("unknown step '{}'", repeatable(typed)),
                       .hint = near.empty() ? say("see: mediasi --list steps") : say("did you mean '{}'?", near)});
}

// the steps a name stands for: one, or those of a composite form
std::vector<const Step *> steps_named(const Standard &standard, const std::string &name) {
  std::vector<const Step *> steps;
  if (const auto *step = standard.step(name))
    steps.push_back(step);
  if (const auto *form = standard.form(name))
    for (const auto &id : form->steps)
      steps.push_back(standard.step(id));
  if (steps.empty())
    throw no_step(standard, name);
  return steps;
}

std::string command_of(const Standard &standard, const std::string &name) {
  if (const auto *form = standard.form(name))
    return form->command;
  return steps_named(standard, name).front()->command;
}

// deadlines that one of these steps answers to
void keep_deadlines(const Standard &standard, ExplainAnswer &answer) {
  std::erase_if(answer.deadlines, [&](const ExplainedDeadline &row) {
    const auto *deadline = standard.deadline(row.id);
    return !deadline || std::none_of(answer.steps.begin(), answer.steps.end(),
                                     [&](const ExplainedStep &step) { return step.step == deadline->step; });
  });
}

// Before anything is written: the case as it stands.
Outcome explain_blank(const Env &env, const Store &store, const ExplainOptions &options) {
  const auto number = which_case(store, options.act.case_number);
  if (erased(store, number))
    throw erased_case(number);
  const auto entries = store.entries_of(number);
  const auto file = fold_regular(entries); // what opens steps: acts taken as found may not; they count in deadlines
  Grounds grounds(store);
  const auto bench = grounds.bench(file.rules);
  const auto now = clock_for(env, store.practice(), bench.standard.office.zone).moment();
  ExplainAnswer answer;
  if (options.act.step.empty())
    answer = explain_case(bench, file, now);
  else
    answer = {file.number, file.initials(), text_of(now), {}, {}, waits_in_words(file)};
  answer.deadlines = explain_deadlines(bench, fold(entries), now);
  if (options.act.step.empty())
    return {answer, 0};
  for (const auto *step : steps_named(bench.standard, options.act.step))
    answer.steps.push_back(explain_step(bench, file, *step, now));
  keep_deadlines(bench.standard, answer);
  return {answer, 0};
}

// The act as it is written: what is wrong with the form itself is said as the writing command says it.
Outcome explain_written(Env &env, const std::string &command, const WritingOptions &options) {
  ExplainAnswer answer;
  try_case(env, command, options, [&](const Bench &bench, const Request &request, const Plan &plan) {
    std::size_t refused = 0;
    for (const auto &act : plan.acts)
      refused += act.refused.size();
    if (refused < plan.problems.size())
      throw Error(plan.problems);
    const bool registers = options.case_number.empty();
    answer.case_number = registers ? std::string() : request.case_number;
    answer.initials = registers || plan.acts.empty() ? std::string() : plan.acts.front().before.initials();
    answer.as_of = text_of(request.now);
    for (const auto &act : plan.acts)
      answer.steps.push_back(explain_act(bench, act.before, act.entry, act.refused, request.now));
    if (!plan.acts.empty())
      answer.deadlines = explain_deadlines(bench, plan.acts.front().before, request.now);
    keep_deadlines(bench.standard, answer);
  });
  return {answer, 0};
}

Outcome run(const ExplainOptions &given, Env &env) {
  auto options = given;
  if (!options.step.empty() && !options.act.step.empty())
    throw Error({Code::usage, say("the step is named twice"), say("name it once")});
  if (!options.step.empty())
    options.act.step = options.step;
  const bool written = !options.act.form.empty() || !options.act.sets.empty();
  const auto command = [&] {
    const Store store = open_store(env, Access::read);
    Grounds grounds(store);
    auto rules = store.current_rules();
    if (!options.act.case_number.empty())
      rules = fold(store.entries_of(which_case(store, options.act.case_number))).rules;
    return options.act.step.empty() ? std::string() : command_of(grounds.standard(rules), options.act.step);
  }();
  if (options.act.case_number.empty() && (!written || command != "intake"))
    throw Error({Code::usage, say("'{}' needs a case", "explain"), say("mediasi explain CASE [STEP]")});
  if (!written)
    return explain_blank(env, open_store(env, Access::read), options);
  if (options.act.step.empty())
    throw Error(
        {Code::step_needed, say("which step is meant?"), say("name one: mediasi explain CASE STEP --form FILE")});
  return explain_written(env, command, options.act);
}

} // namespace

Run declare_explain(Options &options) {
  const auto mine = std::make_shared<ExplainOptions>();
  options.positional("CASE", later("the case: its number, or a short 12 for an open one"), mine->act.case_number);
  options.positional("STEP", later("one step, or a composite form; every step, when left out"), mine->step);
  options.text("--step", "STEP", later("the step, where there is no case yet"), mine->act.step);
  options.text("--form", "FILE", later("judges the act as this form writes it; - reads standard input"),
               mine->act.form);
  options.texts("--set", "NAME=VALUE", later("a field that is not sealed"), mine->act.sets);
  options.text("--by", "OFFICER", later("who would do it (who types, when left out)"), mine->act.by);
  options.text("--on", "DATE", later("when it happened, YYYY-MM-DD[THH:MM] (now, when left out)"), mine->act.on);
  options.texts("--accept", "RULE:REASON", later("accepts a warning, by the role the rules name"), mine->act.accepted);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
