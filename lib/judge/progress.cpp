// Where a case stands: completeness, stage, and what comes next.
#include <algorithm>
#include <array>

#include "acts/lists.h"
#include "base/language.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/judge.h"
#include "judge/sides.h"

namespace mediasi {

namespace {

// conditions of `only_when` requirements; unknown counts as yes, so that nothing needed is forgotten
bool condition_holds(const CaseFile &file, std::string_view condition) {
  const auto parties = file.parties();
  const auto any = [&](auto test) { return std::any_of(parties.begin(), parties.end(), test); };
  const auto day = file.received.day;
  if (condition == "child_party")
    return any([&](const Person *p) { return child_on(*p, day); });
  if (condition == "child_beneficiary")
    return any([&](const Person *p) { return p->side == Side::beneficiary && child_on(*p, day); });
  if (condition == "special_needs")
    return any([](const Person *p) { return p->special_needs != Tri::no && !p->organisation; });
  if (condition == "spouse")
    return any([](const Person *p) {
      const auto relation = value_of(p->clear, "relation");
      return relation == "spouse" || relation == "former_spouse";
    });
  if (condition == "representative" || condition == "organisation")
    return any([](const Person *p) { return p->organisation; });
  if (condition == "police_report")
    return std::any_of(file.matters.begin(), file.matters.end(),
                       [](const Matter &m) { return tri_of(m.clear, "police_report") == Tri::yes; });
  return true;
}

std::optional<Moment> handed_in(const Bench &bench, const CaseFile &file, const Requirement &requirement) {
  std::optional<Moment> first;
  const auto keep = [&](const Moment &moment) {
    if (!first || earlier(moment, *first))
      first = moment;
  };
  for (const auto &received : file.requirements)
    if (received.requirement == requirement.id)
      keep(received.on);
  if (!requirement.satisfied_by.empty())
    if (const auto *step = bench.standard.step(requirement.satisfied_by); step && wholly_done(bench, file, *step)) {
      // ticks itself on the day the step was wholly done: the last of its first acts
      const auto times = event_times(bench, file, "step:" + step->id);
      if (!times.empty())
        keep(times[std::min(times.size(), file.side(Side::beneficiary).size()) - 1]);
    }
  return first;
}

bool is_needed(const CaseFile &file, const Requirement &requirement) {
  if (requirement.need == "always")
    return true;
  return requirement.need == "only_when" && condition_holds(file, requirement.when);
}

struct Checklist {
  std::vector<std::string> missing;
  std::optional<Moment> last; // when the last needed item came in
};

Checklist checklist(const Bench &bench, const CaseFile &file) {
  Checklist list;
  const auto &all = bench.standard.requirements;
  for (const auto &requirement : all) {
    if (!is_needed(file, requirement))
      continue;
    auto in = handed_in(bench, file, requirement);
    for (const auto &other : all) // one of an or-group is enough
      if (!in && !requirement.group.empty() && other.group == requirement.group)
        in = handed_in(bench, file, other);
    if (!in)
      list.missing.push_back(requirement.title);
    else if (!list.last || earlier(*list.last, *in))
      list.last = in;
  }
  return list;
}

// the last one takes place no more, or did not, or is to be continued
bool needs_another_session(const CaseFile &file) {
  const auto *last = file.last_session();
  return last && (last->state == "cancelled" || last->outcome == "not_held" || last->outcome == "continued");
}

// a session that was moved or cancelled has no day, and nobody comes to it
bool of_no_session(const CaseFile &file, std::string_view act) {
  constexpr std::array<std::string_view, 3> of_the_day{"day_questions", "attendance", "outcome"};
  const auto *last = file.last_session();
  return last && (last->state == "moved" || last->state == "cancelled") &&
         std::find(of_the_day.begin(), of_the_day.end(), act) != of_the_day.end();
}

bool waits_for_it(const Bench &bench, const CaseFile &file, const Step &step, const std::vector<DueRow> &dues) {
  if (step.always || step.optional || of_house(step.act) || wholly_done(bench, file, step) ||
      of_no_session(file, step.act))
    return false;
  if (step.repeat != Repeat::many || times_done(file, step.id) == 0 ||
      (step.act == "session" && needs_another_session(file)))
    return true;
  return std::any_of(dues.begin(), dues.end(), [&](const DueRow &due) { return due.step == step.id; });
}

// The guards that can be judged before the act is written, and do not hold.
std::vector<Verdict> closed_by(const Bench &bench, const CaseFile &file, const Step &step, const Entry &blank) {
  std::vector<Verdict> failed;
  for (const auto &guard : step.guards) {
    const auto *kind = guard_kind(guard.kind);
    if (!kind || kind->reads_act || guard.severity == Severity::warn || guard.with.find("only"))
      continue;
    if (auto verdict = ask(bench, file, blank, file, guard); !verdict.passed)
      failed.push_back(verdict);
  }
  return failed;
}

bool comes_now(const Bench &bench, const CaseFile &file, const Step &step) {
  return !file.closed() && std::all_of(step.after.begin(), step.after.end(),
                                       [&](const std::string &needed) { return has_happened(bench, file, needed); });
}

Entry blank_act(const CaseFile &file, const Moment &now) {
  Entry blank;
  blank.case_number = file.number;
  blank.on = now;
  return blank;
}

} // namespace

std::optional<Date> complete_on(const Bench &bench, const CaseFile &file) {
  if (file.story.empty())
    return std::nullopt;
  const auto list = checklist(bench, file);
  if (!list.missing.empty())
    return std::nullopt;
  return list.last && !earlier(*list.last, file.received) ? list.last->day : file.received.day;
}

std::vector<std::string> missing_now(const Bench &bench, const CaseFile &file) {
  return checklist(bench, file).missing;
}

std::string stage_of(const Bench &bench, const CaseFile &file) {
  if (file.closed())
    return "closed";
  const auto *session = file.last_session();
  if (session && (session->outcome == "agreed" || session->outcome == "partly")) {
    const bool signed_by_all =
        std::any_of(file.minutes.begin(), file.minutes.end(), [](const Minutes &m) { return m.complete.has_value(); });
    return signed_by_all ? "monitoring" : "minutes";
  }
  if (session && !session->outcome.empty())
    return session->outcome;
  if (session && session->state == "planned")
    return "scheduled";
  if (!file.orders.empty() && file.orders.back().ordered)
    return "ordered";
  if (const auto *finding = file.finding())
    return finding->finding;
  return complete_on(bench, file) ? "complete" : "registered";
}

std::string stage_in_words(std::string_view stage) {
  static constexpr std::array own{
      Choice{"registered", later("registered")}, Choice{"complete", later("file complete")},
      Choice{"ordered", later("ordered")},       Choice{"scheduled", later("session scheduled")},
      Choice{"minutes", later("minutes")},       Choice{"monitoring", later("monitoring")},
      Choice{"closed", later("closed")},
  };
  for (const lists::List list : {lists::List(own), lists::findings(), lists::outcomes()})
    for (const auto &choice : list)
      if (choice.id == stage)
        return tr(choice.label.data());
  return std::string(stage);
}

std::vector<NextStep> next_steps(const Bench &bench, const CaseFile &file, const Moment &now) {
  std::vector<NextStep> next;
  const auto dues = dues_of(bench, file);
  const auto blank = blank_act(file, now);
  for (const auto &step : bench.standard.steps) {
    if (!waits_for_it(bench, file, step, dues) || !comes_now(bench, file, step) ||
        !closed_by(bench, file, step, blank).empty())
      continue;
    NextStep row{step.id, step.title, step.command, step.roles, {}, {}};
    for (const auto &role : step.roles)
      if (const auto officer = stand_in_for(bench, file, role, now.day);
          !officer.empty() && !contains(row.who, officer))
        row.who.push_back(officer);
    for (const auto &due : dues)
      if (due.step == step.id && (row.due.empty() || due.due < row.due))
        row.due = due.due;
    next.push_back(std::move(row));
  }
  return next;
}

std::vector<std::string> obstacles(const Bench &bench, const CaseFile &file, const Moment &now) {
  std::vector<std::string> found;
  const auto dues = dues_of(bench, file);
  const auto blank = blank_act(file, now);
  for (const auto &step : bench.standard.steps)
    if (waits_for_it(bench, file, step, dues) && comes_now(bench, file, step))
      for (const auto &verdict : closed_by(bench, file, step, blank)) {
        const auto text = step.title + ": " + verdict.guard->says + "; " + verdict.guard->instead;
        if (!contains(found, text))
          found.push_back(text);
      }
  return found;
}

} // namespace mediasi
