#include <algorithm>
#include <array>

#include "base/text.h"
#include "judge/at_the_table.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/sides.h"
#include "judge/ways.h"

namespace mediasi::ways {

namespace {

std::vector<std::string> list_of(const Question &q, std::string_view name) {
  const auto *values = q.guard.with.find(name);
  return values ? *values : std::vector<std::string>{};
}

Wanted hand_in(const Requirement &requirement, int copies) {
  Row says{{"requirement", requirement.id}};
  if (copies > 0)
    says["copies"] = std::to_string(copies);
  return act("requirement", std::move(says));
}

Wanted of_step_for(const std::string &step, const std::string &party) {
  auto wanted = of_step(step);
  wanted.says.fields["party"] = party;
  return wanted;
}

// the decision of this step; "": of any that orders
Ways orders(const Standard &standard, std::string_view named) {
  Ways all;
  for (const auto &step : standard.steps)
    if (step.act == "order" && (named.empty() ? !step.initials : step.id == named))
      all.push_back({{{}, step.id, {{{"decision", "ordered"}}, {}}}});
  return all;
}

} // namespace

// Of a step for each party every party that is left has an act of its own.
Ways happened(const Question &q) {
  Way way;
  for (const auto &step : list_of(q, "step")) {
    const auto *known = q.bench.standard.step(step);
    const auto left = known ? not_done_for(q.file, *known) : std::vector<std::string>{};
    for (const auto &party : left)
      way.push_back(of_step_for(step, party));
    if (left.empty() && times_done(q.file, step) == 0)
      way.push_back(of_step(step));
  }
  return {way};
}

Ways finding_is(const Question &q) {
  Ways all;
  for (const auto &finding : list_of(q, "is"))
    all.push_back({act("finding", {{"finding", finding}})});
  return all;
}

// Only another assessment changes what the table says; where it would not, no way is left.
Ways within_table(const Question &q) {
  Way way;
  for (const auto *party : at_the_table(q.file))
    if (!party->organisation && q.file.latest_assessment(party->id))
      way.push_back(safe_assessment(q, *party));
  return {way};
}

Way missing_requirements(const Bench &bench, const CaseFile &file) {
  Way way;
  for (const auto &missing : missing_items(bench, file)) {
    const auto &requirement = *missing.any_of.front();
    const auto *step = bench.standard.step(requirement.satisfied_by);
    if (step == nullptr)
      way.push_back(hand_in(requirement, missing.copies));
    else if (const auto left = waited_for(file, *step); left.empty())
      way.push_back(of_step(step->id));
    else
      for (const auto &party : left)
        way.push_back(of_step_for(step->id, party));
  }
  return way;
}

// By the steps that tick them, or each brought in by itself.
Ways requirements_complete(const Question &q) {
  Way by_hand;
  for (const auto &missing : missing_items(q.bench, q.file))
    by_hand.push_back(hand_in(*missing.any_of.front(), missing.copies));
  return {missing_requirements(q.bench, q.file), by_hand};
}

Ways requirement_in(const Question &q) {
  return {{act("requirement", {{"requirement", q.guard.with.one("requirement")}})}};
}

Ways order_given(const Question &q) {
  return orders(q.bench.standard, q.guard.with.one("step"));
}

Ways reported(const Question &q) {
  const auto what = q.guard.with.one("what");
  const auto to = list_of(q, "to");
  const auto said = [&](Row row) {
    if (!to.empty())
      row["to"] = to.front(); // any of them is enough
    return row;
  };
  if (what == "plan")
    return {{act("plan", said({}))}};
  return {{act("report_up", said({{"what", what}}))}};
}

Ways visits(const Question &q) {
  const auto done = static_cast<int>(q.file.visits.size());
  return {Way(static_cast<std::size_t>(std::max(0, q.guard.with.number("n", 1) - done)), act("visit"))};
}

// A least time that has not begun begins with its event; one that runs is waited for.
Ways not_before(const Question &q) {
  const auto *deadline = q.bench.standard.deadline(q.guard.with.one("deadline"));
  if (!deadline || counted_deadline(q.bench, q.file, *deadline))
    return {};
  return event(q.bench, q.file, deadline->from);
}

Ways event(const Bench &bench, const CaseFile &file, std::string_view name) {
  struct EventWay {
    std::string_view event, act, field, value;
  };
  static constexpr std::array table{
      EventWay{"received", "register", "", ""},
      EventWay{"finding", "finding", "", ""},
      EventWay{"unfit", "finding", "finding", "unfit"},
      EventWay{"session_held", "outcome", "", ""},
      EventWay{"minutes", "minutes", "", ""},
      EventWay{"agreed", "outcome", "outcome", "agreed"},
      EventWay{"partly", "outcome", "outcome", "partly"},
      EventWay{"no_agreement", "outcome", "outcome", "not_agreed"},
      EventWay{"continued", "outcome", "outcome", "continued"},
      EventWay{"not_held", "outcome", "outcome", "not_held"},
      EventWay{"visit", "visit", "", ""},
      EventWay{"closed", "termination", "", ""},
  };
  if (name.starts_with("step:"))
    return {{of_step(std::string(name.substr(5)))}};
  if (name == "order")
    return orders(bench.standard, {});
  if (name == "complete")
    return {missing_requirements(bench, file)};
  if (name == "minutes_complete")
    return {missing_signatures(file)};
  for (const auto &row : table)
    if (row.event == name)
      return {{act(std::string(row.act),
                   row.field.empty() ? Row{} : Row{{std::string(row.field), std::string(row.value)}})}};
  return {};
}

} // namespace mediasi::ways
