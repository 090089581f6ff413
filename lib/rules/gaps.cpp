#include "rules/gaps.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/language.h"
#include "rules/duties.h"
#include "rules/makers.h"

namespace mediasi {

namespace {

struct Asked { // what a kind of gate wants to have been recorded
  std::string_view kind, act;
};

constexpr std::array asked_acts{Asked{"assessed", "assessment"},        Asked{"risk_settled", "assessment"},
                                Asked{"consent_given", "consent"},      Asked{"mediator_valid", "mediator"},
                                Asked{"session_regular", "attendance"}, Asked{"session_regular", "day_questions"}};

bool records(const Standard &standard, std::string_view act) {
  return std::any_of(standard.steps.begin(), standard.steps.end(), [&](const Step &step) { return step.act == act; });
}

// the gate bites on this act, or on one value of it
bool bites(const Gate &gate, std::string_view act) {
  return std::any_of(gate.at.begin(), gate.at.end(),
                     [&](const std::string &point) { return point.substr(0, point.find(':')) == act; });
}

// Does every way to one step lead over another?
class StepOrder {
public:
  explicit StepOrder(const Standard &standard) : standard_(standard) {}

  bool comes_after(const Step &later, const Step &first) {
    seen_.clear();
    return waits(later, first);
  }

  // all steps that record the act come after this one: none of them can be done before it
  bool all_come_after(std::string_view act, const Step &first) {
    return std::all_of(standard_.steps.begin(), standard_.steps.end(), [&](const Step &step) {
      return step.act != act || step.initials || (&step != &first && comes_after(step, first));
    });
  }

private:
  bool waits(const Step &later, const Step &first) {
    if (!seen_.insert(later.id).second)
      return false; // a circle is told elsewhere
    return std::any_of(later.after.begin(), later.after.end(), [&](const std::string &word) {
      const auto *step = standard_.step(word);
      return step ? is_or_waits(*step, first) : happens_after(word, first);
    });
  }

  bool is_or_waits(const Step &step, const Step &first) { return &step == &first || waits(step, first); }

  bool happens_after(std::string_view event, const Step &first) {
    const auto acts = acts_behind(event);
    bool any = false;
    for (const auto &step : standard_.steps) {
      if (step.initials || std::find(acts.begin(), acts.end(), step.act) == acts.end())
        continue;
      any = true;
      if (!is_or_waits(step, first))
        return false;
    }
    return any;
  }

  const Standard &standard_;
  std::set<std::string> seen_;
};

Problem gap(const Standard &standard, int line, std::string message, std::string hint) {
  return {Code::rules_warning, std::move(message), std::move(hint), {standard.file, line, 0, 0, {}, {}}, {}, {}, {}};
}

std::string left_undone(std::string_view duty) {
  return duty == "mk" ? tr("no role acts as 'mk': nobody can countersign a lower risk, or is called after new violence")
                      : tr("no role acts as 'pendamping': nobody is asked whether who stayed away is safe");
}

void add_duties(const Standard &standard, std::vector<Problem> &gaps) {
  for (const auto duty : duties)
    if (title_of_duty(standard, duty).empty())
      gaps.push_back(gap(standard, standard.roles.empty() ? 0 : standard.roles.front().line, left_undone(duty),
                         say("write acts_as = \"{}\" in the [[role]] that does this", duty)));
}

bool gives_reason(const Standard &standard, std::string_view of) {
  return std::any_of(standard.reasons.begin(), standard.reasons.end(),
                     [&](const Reason &reason) { return reason.of == of; });
}

// Who slips, or has to go on in spite of a warning, is asked for a reason by its id; and an end says what is so.
void add_reasons(const Standard &standard, std::vector<Problem> &gaps) {
  if (!gives_reason(standard, "correction"))
    gaps.push_back(gap(standard, 0,
                       say("no [[reason]] is of \"correction\": what is entered wrongly cannot be corrected"),
                       say("add [[reason]] with of = \"{}\", id and title", "correction")));
  for (const auto &step : standard.steps)
    if (step.act == "termination" && records(standard, "outcome") &&
        std::none_of(step.guards.begin(), step.guards.end(),
                     [](const Guard &guard) { return guard.kind == "obligations_settled"; }))
      gaps.push_back(gap(standard, step.line, say("'{}' can say 'carried_out' while obligations are open", step.id),
                         say("add a guard: kind = \"obligations_settled\", only = [\"reason:carried_out\"]")));
  for (const auto &step : standard.steps)
    for (const auto &guard : step.guards)
      if (guard.severity == Severity::warn && !gives_reason(standard, "acceptance")) {
        gaps.push_back(gap(standard, guard.line,
                           say("no [[reason]] is of \"acceptance\": nobody can accept what '{}' warns of", guard.id),
                           say("add [[reason]] with of = \"{}\", id and title", "acceptance")));
        return;
      }
}

// A case begins once: the second step that registers is never open. Only warned of: cases may run under such rules.
void add_registrations(const Standard &standard, std::vector<Problem> &gaps) {
  const Step *registers = nullptr;
  for (const auto &step : standard.steps) {
    if (step.act == "register" && registers != nullptr)
      gaps.push_back(gap(standard, step.line,
                         say("'{}' registers a case, and '{}' does already", step.id, registers->id),
                         say("a case begins once: what differs by its starter is a [[step.field]] or another act")));
    registers = step.act == "register" ? &step : registers;
  }
}

// Who holds an invitation has to hear that the session is off, also where a withdrawn consent cancelled it.
void add_cancellation(const Standard &standard, std::vector<Problem> &gaps) {
  const auto &papers = standard.papers;
  const auto letter = std::find_if(papers.begin(), papers.end(),
                                   [](const Paper &paper) { return paper.to == "invitee" && !paper.cancels; });
  if (letter != papers.end() && (records(standard, "session_cancel") || records(standard, "violence")) &&
      std::none_of(papers.begin(), papers.end(), [](const Paper &paper) { return paper.cancels; }))
    gaps.push_back(gap(standard, letter->line,
                       say("no paper tells those who hold '{}' that their session is cancelled", letter->id),
                       say("add a [[paper]] with to = \"invitee\" and about = \"cancelled\", owed by the steps that "
                           "cancel a session")));
}

// What the law asks for before a step, and the file allows only after it.
void add_deadlocks(const Standard &standard, const std::vector<Gate> &gates, std::vector<Problem> &gaps) {
  StepOrder order(standard);
  std::set<std::pair<std::string, std::string_view>> told;
  for (const auto &gate : gates)
    for (const auto &[kind, act] : asked_acts)
      for (const Step &step : standard.steps) {
        const bool of_the_day = act == "attendance" || act == "day_questions"; // their gate is of the outcome
        if (gate.guard.kind != kind || of_the_day || !bites(gate, step.act) || !records(standard, act) ||
            !order.all_come_after(act, step) || !told.insert({step.id, act}).second)
          continue;
        gaps.push_back(gap(standard, step.line,
                           say("the law asks for '{}' before '{}' ('{}'), and every step that records it comes after",
                               act, step.id, gate.guard.id),
                           say("let a step with act = \"{}\" come before it: look at 'after'", act)));
      }
}

} // namespace

std::vector<Problem> gaps_of(const Standard &standard, const std::vector<Gate> &gates) {
  std::vector<Problem> gaps;
  add_duties(standard, gaps);
  add_deadlocks(standard, gates, gaps);
  add_reasons(standard, gaps);
  add_registrations(standard, gaps);
  add_cancellation(standard, gaps);
  std::vector<std::string_view> told;
  for (const auto &gate : gates)
    for (const auto &[kind, act] : asked_acts) {
      if (gate.guard.kind != kind || records(standard, act) || std::find(told.begin(), told.end(), act) != told.end())
        continue;
      const auto found = std::find_if(standard.steps.begin(), standard.steps.end(),
                                      [&](const Step &step) { return bites(gate, step.act); });
      if (found == standard.steps.end())
        continue;
      told.push_back(act);
      gaps.push_back(gap(
          standard, found->line,
          say("no step records the act '{}': without it the law refuses '{}' ('{}')", act, found->id, gate.guard.id),
          say("add a [[step]] with act = \"{}\"", act)));
    }
  return gaps;
}

std::vector<Problem> misused_deadlines(const Standard &standard) {
  std::vector<Problem> faults;
  for (const auto &step : standard.steps)
    for (const auto &guard : step.guards) {
      const auto *deadline = standard.deadline(guard.with.one("deadline"));
      if (!deadline || guard.kind != (deadline->at_least ? "within" : "not_before"))
        continue;
      faults.push_back({.code = Code::bad_guard,
                        .message = deadline->at_least
                                       ? say("the deadline '{}' is a minimum: 'within' never refuses", deadline->id)
                                       : say("the deadline '{}' is no minimum", deadline->id),
                        .hint = deadline->at_least ? tr("write 'not_before'; 'within' is for a limit that ends")
                                                   : tr("add at_least = true to it, or write 'within'"),
                        .place = {.file = standard.file, .line = guard.line, .column = 1}});
    }
  return faults;
}

} // namespace mediasi
