#include "judge/explain.h"

#include <algorithm>
#include <array>

#include "acts/acts.h"
#include "acts/lists.h"
#include "base/language.h"
#include "base/text.h"
#include "judge/builtin.h"
#include "judge/clocks.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/of_session.h"
#include "judge/statute.h"

namespace mediasi {

namespace {

struct Value { // one value of the field that decides what an act is
  std::string field, value;
};

const FieldSpec *deciding_field(const Step &step) {
  constexpr std::array<std::string_view, 5> names{"finding", "outcome", "decision", "reason", "for"};
  const auto *kind = act_kind(step.act);
  if (!kind || step.act == "wait" || step.act == "pause" || step.act == "extension")
    return nullptr;
  for (const auto &field : kind->fields)
    if (field.kind == Kind::choice && std::find(names.begin(), names.end(), field.name) != names.end())
      return &field;
  return nullptr;
}

std::vector<Value> values_of_step(const Standard &standard, const Step &step) {
  std::vector<Value> all;
  const bool on_deadline = step.act == "pause" || step.act == "resume" || step.act == "extension";
  for (const auto &deadline : standard.deadlines)
    if (on_deadline && deadline.amount)
      all.push_back({"deadline", deadline.id});
  if (const auto *field = deciding_field(step); field && !on_deadline)
    for (const auto &choice : field->choices)
      all.push_back({std::string(field->name), std::string(choice.id)});
  return all;
}

// An act of this step of which nothing is said yet.
Entry blank_of(const Bench &bench, const CaseFile &file, const Step &step, const Moment &now) {
  Entry blank;
  blank.case_number = file.number;
  blank.step = step.id;
  blank.act = step.act;
  blank.on = now;
  blank.facts.fields = step.preset;
  for (const auto &role : step.roles)
    if (blank.by.empty())
      blank.by = officer_for(bench, file, role, now.day);
  if (step.roles.empty() && !bench.roster.officers.empty())
    blank.by = bench.roster.officers.front().id;
  if (const auto *session = about_a_session(step.act) ? session_to_come(bench, file, step) : file.last_session())
    blank.facts.fields.try_emplace("session", std::to_string(session->number));
  if (step.act == "session_move") // its day is not chosen yet
    blank.facts.fields.try_emplace("new_session", std::to_string(file.sessions.size() + 1));
  return blank;
}

// the reason and amount an act upon a clock would be given where the rules leave no other
void fill_clock(const Standard &standard, Entry &act) {
  const auto *deadline = standard.deadline(value_of(act.facts.fields, "deadline"));
  if (!deadline)
    return;
  if (act.act == "extension") {
    act.facts.fields["amount"] = "1";
    return;
  }
  for (const auto &reason : standard.reasons)
    if (reason.of == "pause" && !act.facts.fields.contains("reason"))
      act.facts.fields["reason"] = reason.id;
  if (!deadline->pause_reasons.empty())
    act.facts.fields["reason"] = deadline->pause_reasons.front();
}

class Blank { // judges a step before anything is written of it
public:
  Blank(const Bench &bench, const CaseFile &file, const Step &step, const Moment &now)
      : bench_(bench), file_(file), step_(step), now_(now), act_(blank_of(bench, file, step, now)) {}

  ExplainedStep explained() {
    answer_ = {step_.id, step_.title, step_.command, true, wholly_done(bench_, file_, step_), step_.roles, {}, {}};
    std::vector<Problem> problems;
    check_place(bench_, step_, act_, problems);
    if (!problems.empty()) { // a complaint is nobody's case: nothing else is to be asked of it here
      answer_.open = false;
      answer_.failed.push_back(explain_refusal(bench_, file_, act_, problems.front(), now_));
      return std::move(answer_);
    }
    check_order(bench_, file_, step_, act_, problems);
    check_session_there(bench_, file_, step_, act_, problems);
    if (step_.act != "outcome") // of a session that is still to come it can only be said that it is not held
      check_session_begun(bench_, file_, step_, act_, problems);
    if (auto problem = role_refusal(bench_, step_, act_.by, act_.on.day))
      problems.push_back(std::move(*problem));
    for (const auto *gate : gates_for(bench_, file_, act_))
      ask_guard(gate->guard, act_, {}, problems);
    for (const auto &guard : step_.guards)
      if (!guard.with.find("only"))
        ask_guard(guard, act_, {}, problems);
    for (const auto &problem : problems)
      answer_.failed.push_back(explain_refusal(bench_, file_, act_, problem, now_));
    const bool for_all = !problems.empty();
    const bool each_value = refused_by_value();
    ask_of_other_fields();
    answer_.open = !for_all && !each_value;
    return std::move(answer_);
  }

private:
  // what an act of one value meets besides; true when every value is refused
  bool refused_by_value() {
    const auto values = values_of_step(bench_.standard, step_);
    std::ptrdiff_t refused = 0;
    for (const auto &value : values) {
      auto act = act_;
      act.facts.fields[value.field] = value.value;
      fill_clock(bench_.standard, act);
      const auto problems = problems_of(act, value);
      refused += problems.empty() ? 0 : 1;
      for (const auto &problem : problems)
        add(act, problem, value);
    }
    return !values.empty() && refused == std::ssize(values);
  }

  // guards that speak of acts with a value of some other field: each is asked about such an act
  void ask_of_other_fields() {
    const auto values = values_of_step(bench_.standard, step_);
    for (const auto &guard : step_.guards) {
      const auto *only = guard.with.find("only");
      for (const auto &word : only ? *only : std::vector<std::string>{}) {
        const auto colon = word.find(':');
        const Value value{word.substr(0, colon), word.substr(std::min(colon, word.size() - 1) + 1)};
        if (std::any_of(values.begin(), values.end(), [&](const Value &one) { return one.field == value.field; }))
          continue;
        auto act = act_;
        act.facts.fields[value.field] = value.value;
        std::vector<Problem> problems;
        if (concerns(guard, act))
          ask_guard(guard, act, value, problems);
        for (const auto &problem : problems)
          add(act, problem, value);
      }
    }
  }

  std::vector<Problem> problems_of(const Entry &act, const Value &value) {
    std::vector<Problem> problems;
    for (const auto *gate : gates_at(bench_, file_, step_.act + ":" + value.value))
      ask_guard(gate->guard, act, value, problems);
    for (const auto &guard : step_.guards)
      if (guard.with.find("only") && concerns(guard, act))
        ask_guard(guard, act, value, problems);
    check_clocks(bench_, file_, act, problems);
    return problems;
  }

  void ask_guard(const Guard &guard, const Entry &act, const Value &value, std::vector<Problem> &problems) {
    const auto *kind = guard_kind(guard.kind);
    if (!kind)
      return;
    if (!kind->reads_act) {
      if (const auto verdict = ask(bench_, file_, act, file_, guard); !verdict.passed)
        problems.push_back(problem_of(verdict));
      return;
    }
    if (kind->sure) {
      const auto seen = kind->sure({bench_, file_, act, file_, guard});
      if (!seen.passed)
        return problems.push_back(problem_of({&guard, false, seen.known, seen.fact, seen.seen}));
    }
    note_asked(guard, value);
  }

  void note_asked(const Guard &guard, const Value &value) {
    for (auto &asked : answer_.asked)
      if (asked.rule == guard.id) {
        asked.when += asked.when.empty() ? "" : ", " + value.value;
        return;
      }
    answer_.asked.push_back({guard.id, when(value), guard.says, guard.because, guard.file, guard.line});
  }

  // one rule stands once, with every value it refuses
  void add(const Entry &act, const Problem &problem, const Value &value) {
    for (auto &failed : answer_.failed)
      if (failed.rule == problem.rule) {
        failed.when += failed.when.empty() ? "" : ", " + value.value;
        return;
      }
    answer_.failed.push_back(explain_refusal(bench_, file_, act, problem, now_));
    answer_.failed.back().when = when(value);
  }

  static std::string when(const Value &value) {
    return value.field.empty() ? std::string() : value.field + " = " + value.value;
  }

  const Bench &bench_;
  const CaseFile &file_;
  const Step &step_;
  const Moment &now_;
  Entry act_;
  ExplainedStep answer_;
};

std::string waiting_note(const Wait &wait) {
  std::string whom = wait.on_whom;
  for (const auto &choice : lists::awaited())
    if (choice.id == wait.on_whom)
      whom = tr(choice.label.data());
  auto text = say("waiting for {} since {}", whom, text_of(wait.from.day));
  if (wait.until)
    text += say(", expected {}", text_of(*wait.until));
  return text;
}

} // namespace

std::vector<std::string> waits_in_words(const CaseFile &file) {
  std::vector<std::string> notes;
  for (const auto &wait : file.waits)
    if (!wait.over)
      notes.push_back(waiting_note(wait));
  return notes;
}

ExplainedStep explain_step(const Bench &bench, const CaseFile &file, const Step &step, const Moment &now) {
  return Blank(bench, file, step, now).explained();
}

ExplainedStep explain_act(const Bench &bench, const CaseFile &before, const Entry &act,
                          const std::vector<Problem> &problems, const Moment &now) {
  const auto *step = bench.standard.step(act.step);
  ExplainedStep answer{act.step,
                       step ? step->title : act.step,
                       step ? step->command : "",
                       problems.empty(),
                       false,
                       step ? step->roles : std::vector<std::string>{},
                       {},
                       {}};
  for (const auto &problem : problems)
    answer.failed.push_back(explain_refusal(bench, before, act, problem, now));
  return answer;
}

ExplainAnswer explain_case(const Bench &bench, const CaseFile &file, const Moment &now) {
  ExplainAnswer answer{file.number, file.initials(), text_of(now), {}, {}, {}};
  for (const auto &step : bench.standard.steps)
    answer.steps.push_back(explain_step(bench, file, step, now));
  answer.deadlines = explain_deadlines(bench, file, now);
  answer.notes = waits_in_words(file);
  return answer;
}

} // namespace mediasi
