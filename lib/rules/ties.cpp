// What ties the steps together: can each ever happen, does anything follow the end.
#include <algorithm>
#include <array>
#include <set>

#include "base/language.h"
#include "rules/load_parts.h"
#include "rules/makers.h"

namespace mediasi {

namespace {

struct GuardMaker { // which act makes a guard true
  std::string_view name, act;
};

constexpr std::array guards{GuardMaker{"finding_is", "finding"},       GuardMaker{"order_given", "order"},
                            GuardMaker{"assessed", "assessment"},      GuardMaker{"assessment_fresh", "assessment"},
                            GuardMaker{"consent_given", "consent"},    GuardMaker{"mediator_valid", "mediator"},
                            GuardMaker{"briefed", "briefing"},         GuardMaker{"invited_all", "invitation"},
                            GuardMaker{"delivered_all", "delivery"},   GuardMaker{"day_answers", "day_questions"},
                            GuardMaker{"outcome_is", "outcome"},       GuardMaker{"minutes_complete", "signature"},
                            GuardMaker{"copies_to_parties", "copies"}, GuardMaker{"reported", "report_up"},
                            GuardMaker{"visits_at_least", "visit"}};

std::string_view act_for(std::string_view guard) {
  const auto found =
      std::find_if(guards.begin(), guards.end(), [&](const GuardMaker &maker) { return maker.name == guard; });
  return found == guards.end() ? std::string_view{} : found->act;
}

// how often acts of this kind can be recorded in one case; nothing where the file sets no limit
std::optional<int> limit_of(const Standard &standard, std::string_view act) {
  int all = 0;
  for (const auto &step : standard.steps) {
    if (step.act != act)
      continue;
    if (step.repeat != Repeat::once && step.most == 0)
      return std::nullopt;
    all += std::max(step.most, 1);
  }
  return all;
}

bool never_holds(const Standard &standard, const Step &own, const Guard &guard) {
  if (guard.kind == "at_most")
    return guard.with.number("n", 1) == 0;
  if (guard.kind == "visits_at_least") {
    const auto most = limit_of(standard, "visit");
    return most && *most > 0 && *most < guard.with.number("n", 1);
  }
  const auto *steps = guard.kind == "not_happened" ? guard.with.find("step") : nullptr;
  return steps != nullptr && own.act != "register" && std::any_of(steps->begin(), steps->end(), [&](const auto &id) {
           const auto *step = standard.step(id);
           return step != nullptr && step->act == "register"; // every case begins with it
         });
}

struct Wait { // what a step waits for in vain
  std::string word;
  int line = 0;         // of the guard that asks for it; 0: the step's own
  std::string_view act; // that no step records, where it is one; else ""
};

// Grows the set of steps that can happen until it grows no more; what is left over waits for itself or for nothing.
class Reach {
public:
  explicit Reach(const Standard &standard) : standard_(standard) {
    std::size_t before = 0;
    do {
      before = possible_.size();
      for (const auto &step : standard_.steps)
        if (!waits_for(step))
          possible_.insert(step.id);
    } while (possible_.size() > before);
  }

  // a step or an event, by itself or as "step:ID"
  bool can_follow(std::string_view word) const {
    constexpr std::string_view prefix = "step:";
    if (word.starts_with(prefix))
      word.remove_prefix(prefix.size());
    return possible_.contains(word) || (standard_.step(word) == nullptr && somebody_does(acts_behind(word), nullptr));
  }

  // the first thing the step waits for that cannot happen yet
  std::optional<Wait> waits_for(const Step &step) const {
    for (const auto &word : step.after)
      if (!can_follow(word))
        return Wait{word, 0, {}};
    for (const auto &guard : step.guards)
      if (auto wait = guard_waits_for(step, guard))
        return wait;
    return std::nullopt;
  }

private:
  bool somebody_does(std::span<const std::string_view> acts, const Step *but) const {
    return std::any_of(standard_.steps.begin(), standard_.steps.end(), [&](const Step &step) {
      return (&step == but || possible_.contains(step.id)) && !step.initials && // an initial is not the order
             std::find(acts.begin(), acts.end(), step.act) != acts.end();
    });
  }

  // Only guards that always bind: one with `only` leaves a way past it, a warning can be accepted.
  std::optional<Wait> guard_waits_for(const Step &step, const Guard &guard) const {
    if (guard.severity == Severity::warn || guard.with.find("only") != nullptr)
      return std::nullopt;
    const auto *steps = guard.with.find("step");
    if ((guard.kind == "happened" || guard.kind == "order_given") && steps != nullptr) {
      for (const auto &id : *steps)
        if (!possible_.contains(id))
          return Wait{id, guard.line, {}};
      return std::nullopt;
    }
    if (never_holds(standard_, step, guard))
      return Wait{guard.id, guard.line, {}};
    const auto act = act_for(guard.kind);
    // a guard may judge the very act that makes it true: a mediator's certificate when the mediator is named
    if (!act.empty() && !somebody_does(std::span(&act, 1), &step))
      return Wait{guard.id, guard.line, recorded_somewhere(act) ? std::string_view{} : act};
    return std::nullopt;
  }

  bool recorded_somewhere(std::string_view act) const {
    return std::any_of(standard_.steps.begin(), standard_.steps.end(),
                       [&](const Step &step) { return step.act == act && !step.initials; });
  }

  const Standard &standard_;
  std::set<std::string, std::less<>> possible_;
};

// Rules that bind in some acts alone, or that somebody may accept, leave a way past them: a slip all the same.
void check_guards(Reading &reading, const Step &step) {
  for (const auto &guard : step.guards) {
    const auto *named = guard.kind == "order_given" ? guard.with.find("step") : nullptr;
    const auto *order = named != nullptr ? reading.standard.step(named->front()) : nullptr;
    if (order != nullptr && order->act != "order")
      reading.source.complain(Code::bad_guard, {guard.line, 1}, say("the step '{}' gives no order", order->id),
                              tr("name a step whose act is 'order'"));
    if (never_holds(reading.standard, step, guard))
      reading.source.warn(Code::rules_warning, {guard.line, 1}, say("the guard '{}' can never hold", guard.id),
                          tr("look at its number, and at 'most' of the steps it counts"));
  }
}

bool is_end(const Standard &standard, std::string_view word) {
  const auto *step = standard.step(word);
  return word == "closed" || (step != nullptr && step->act == "termination");
}

void check_deadlines(Reading &reading, const Reach &reach) {
  for (const auto &deadline : reading.standard.deadlines) {
    if (!deadline.from.empty() && !reach.can_follow(deadline.from))
      reading.source.complain(
          Code::no_anchor, {deadline.line, 1},
          say("the deadline '{}' counts from '{}', which can never happen", deadline.id, deadline.from),
          tr("add the [[step]] that records it, or count from another event"));
    for (const auto &event : deadline.until)
      if (!reach.can_follow(event))
        reading.source.warn(Code::rules_warning, {deadline.line, 1},
                            say("'{}' can never stop the deadline '{}': no step records it", event, deadline.id),
                            tr("take it out of 'until', or add the step"));
    if (!deadline.repeats && is_one_of(deadline.from, deadline.until))
      reading.source.warn(
          Code::rules_warning, {deadline.line, 1},
          say("the deadline '{}' is over when it begins: '{}' starts and stops it", deadline.id, deadline.from),
          tr("take it out of 'until'; 'repeats = true' counts anew from each"));
  }
}

} // namespace

void check_reach(Reading &reading) {
  const auto &standard = reading.standard;
  const Reach reach(standard);
  for (const auto &step : standard.steps) {
    check_guards(reading, step);
    if (const auto wait = reach.waits_for(step))
      reading.source.complain(
          Code::unreachable, {wait->line > 0 ? wait->line : step.line, 1},
          say("the step '{}' can never happen: it waits for '{}'", step.id, wait->word),
          wait->act.empty() ? tr("look for a circle in 'after', or for an act that no step records")
                            : say("add the [[step]] that records the act '{}', or take the guard out", wait->act));
    for (const auto &word : step.after)
      if (!step.always && is_end(standard, word))
        reading.source.complain(Code::unreachable, {step.line, 1},
                                say("the step '{}' comes after the case is closed", step.id),
                                tr("take the end out of 'after', or add always = true"));
  }
  check_deadlines(reading, reach);
}

} // namespace mediasi
