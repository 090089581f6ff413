#include "judge/clocks.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "judge/builtin.h"
#include "judge/deadlines.h"
#include "model/as_found.h"

namespace mediasi {

namespace {

struct Asked { // one act upon the clock of one deadline
  const Bench &bench;
  const CaseFile &file;
  const Entry &act;
  const Deadline *deadline; // null: the act is about no deadline
  std::vector<Problem> &problems;

  void refuse(Code code, std::string rule, std::string message, std::string hint, std::string seen) const {
    Problem problem{code, std::move(message), std::move(hint), {}, std::move(rule), {}, std::move(seen)};
    problem.basis = standard_of(bench.standard);
    if (const auto *step = bench.standard.step(act.step))
      problem.place = {bench.standard.file, step->line, 0, 0, {}, {}};
    if (deadline) {
      problem.basis = deadline->because.empty() ? problem.basis : deadline->because;
      problem.place = {bench.standard.file, deadline->line, 0, 0, {}, {}};
    }
    problems.push_back(std::move(problem));
  }

  bool paused() const {
    return std::any_of(file.pauses.begin(), file.pauses.end(),
                       [&](const StoppedClock &pause) { return pause.deadline == deadline->id && !pause.until; });
  }
};

// "running", "not begun" or "over"
std::string clock_state(const Asked &asked) {
  const auto counted = counted_deadline(asked.bench, asked.file, *asked.deadline);
  return !counted ? "not begun" : counted->stopped ? "over" : "running";
}

std::vector<std::string> reasons_for(const Standard &standard, const Deadline &deadline) {
  auto listed = deadline.pause_reasons;
  for (const auto &reason : standard.reasons)
    if (deadline.pause_reasons.empty() && reason.of == "pause")
      listed.push_back(reason.id);
  return listed;
}

// what the rules leave to who cannot stop the clock
std::string other_way(const Asked &asked) {
  const auto &steps = asked.bench.standard.steps;
  const auto of = [&](std::string_view act) {
    const auto step = std::find_if(steps.begin(), steps.end(), [&](const Step &one) { return one.act == act; });
    return step == steps.end() ? std::string() : step->id;
  };
  if (const auto wait = of("wait"); !wait.empty())
    return say("record who is waited for with step '{}': it is shown and stops nothing", wait);
  if (const auto log = of("log"); !log.empty())
    return say("say with step '{}' who is waited for: it stops nothing", log);
  return say("the rules give no more time");
}

bool is_late(const CountedDeadline &counted, const Moment &moment) {
  return counted.late_from <= minute_text(moment);
}

// Whoever gives more time says so while there is time left; that it was given earlier is told by nobody afterwards. Of
// what a batch or an old register brings, and of a case that came in when its time was over, the day written down
// counts.
bool has_passed(const Asked &asked, const CountedDeadline &counted) {
  if (counted.paused_since)
    return false;
  const auto recorded = came_in(asked.bench, asked.act);
  if (is_late(counted, asked.act.on) || !recorded || !is_late(counted, *recorded))
    return is_late(counted, asked.act.on);
  const auto begun = Clock{asked.file.story.front().recorded, asked.bench.standard.office.zone}.moment();
  return !asked.act.brought && !is_as_found(asked.act.facts) && !is_late(counted, begun);
}

void refuse_passed(const Asked &asked, std::string rule, const CountedDeadline &counted) {
  asked.refuse(Code::clock_refused, std::move(rule), say("the deadline '{}' has passed", asked.deadline->id),
               say("what is late stays late; say in the log why"), asked.deadline->id + " = " + counted.due);
}

void pause(const Asked &asked) {
  const auto &deadline = *asked.deadline;
  const auto reason = std::string(value_of(asked.act.facts.fields, "reason"));
  const auto fact = "pauses of " + deadline.id;
  const auto wait = other_way(asked);
  if (!deadline.pauses)
    return asked.refuse(Code::clock_refused, "builtin.pause", say("the deadline '{}' does not pause", deadline.id),
                        wait, fact + " = false");
  const auto listed = reasons_for(asked.bench.standard, deadline);
  if (std::find(listed.begin(), listed.end(), reason) == listed.end())
    return asked.refuse(Code::clock_refused, "builtin.pause",
                        say("the deadline '{}' does not pause for '{}'", deadline.id, reason),
                        say("it pauses for: {}", join(listed, ", ")), fact + " = " + join(listed, ","));
  if (asked.paused())
    return asked.refuse(Code::clock_refused, "builtin.pause", say("the deadline '{}' is paused already", deadline.id),
                        say("end that pause first"), deadline.id + " = paused");
  if (const auto state = clock_state(asked); state != "running")
    return asked.refuse(Code::clock_refused, "builtin.pause", say("the deadline '{}' is not running", deadline.id),
                        wait, deadline.id + " = " + state);
  const auto counted = counted_deadline(asked.bench, asked.file, deadline);
  if (counted && !is_late(*counted, asked.act.on) && has_passed(asked, *counted))
    refuse_passed(asked, "builtin.pause", *counted);
}

void resume(const Asked &asked) {
  if (!asked.paused())
    asked.refuse(Code::nothing_open, "builtin.resume", say("the deadline '{}' is not paused", asked.deadline->id),
                 say("see: mediasi explain {}", asked.file.number), asked.deadline->id + " = not paused");
}

int extended_already(const Asked &asked) {
  int sum = 0;
  for (const auto &extension : asked.file.extensions)
    if (extension.deadline == asked.deadline->id)
      sum += extension.amount;
  return sum;
}

// Decided before the day is over: an extension is kept apart from lateness and never undoes it.
void extension(const Asked &asked) {
  const auto &deadline = *asked.deadline;
  const auto rule = std::string("builtin.extension");
  const auto amount = parse_integer(value_of(asked.act.facts.fields, "amount")).value_or(0);
  if (deadline.extension == 0)
    return asked.refuse(Code::clock_refused, rule, say("the deadline '{}' cannot be extended", deadline.id),
                        other_way(asked), "extension of " + deadline.id + " = none");
  const auto counted = counted_deadline(asked.bench, asked.file, deadline);
  if (!counted || counted->stopped)
    return asked.refuse(Code::clock_refused, rule, say("the deadline '{}' is not running", deadline.id),
                        say("see: mediasi explain {}", asked.file.number), deadline.id + " = " + clock_state(asked));
  if (has_passed(asked, *counted))
    return refuse_passed(asked, rule, *counted);
  const int left = deadline.extension - extended_already(asked);
  if (left <= 0)
    asked.refuse(Code::clock_refused, rule,
                 say("the deadline '{}' was extended as far as the rules allow", deadline.id), other_way(asked),
                 "extension of " + deadline.id + " = " + std::to_string(amount));
  else if (amount < 1 || amount > left)
    asked.refuse(Code::clock_refused, rule,
                 say("the deadline '{}' can be extended by at most {} more", deadline.id, left),
                 say("write amount = 1 to {}", left), "extension of " + deadline.id + " = " + std::to_string(amount));
  const auto *officer = asked.bench.roster.officer(asked.act.by);
  if (!officer || !holds(*officer, deadline.extended_by, asked.act.on.day))
    asked.refuse(Code::role_not_held, rule,
                 say("only '{}' may extend the deadline '{}'", deadline.extended_by, deadline.id),
                 say("name who did it: --by OFFICER"), "role of " + asked.act.by + " = not " + deadline.extended_by);
}

void wait_over(const Asked &asked) {
  const auto whom = value_of(asked.act.facts.fields, "for");
  const bool open = std::any_of(asked.file.waits.begin(), asked.file.waits.end(),
                                [&](const Wait &wait) { return !wait.over && wait.on_whom == whom; });
  if (!open)
    asked.refuse(Code::nothing_open, "builtin.wait", say("nobody waits for '{}'", whom),
                 say("see: mediasi report case {}", asked.file.number), "wait for " + std::string(whom) + " = none");
}

struct ClockRow {
  std::string_view act;
  bool needs_deadline;
  void (*check)(const Asked &);
};
constexpr std::array clock_rows{ClockRow{"pause", true, pause}, ClockRow{"resume", true, resume},
                                ClockRow{"extension", true, extension}, ClockRow{"wait_over", false, wait_over}};

} // namespace

void check_clocks(const Bench &bench, const CaseFile &file, const Entry &act, std::vector<Problem> &problems) {
  const auto *deadline = bench.standard.deadline(value_of(act.facts.fields, "deadline"));
  for (const auto &row : clock_rows)
    if (row.act == act.act && (deadline || !row.needs_deadline))
      row.check({bench, file, act, deadline, problems});
}

} // namespace mediasi
