// What happened so far: steps, fields, findings, reports, visits.
#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/text.h"
#include "judge/again.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/fitness_facts.h"
#include "judge/guard_kind.h"
#include "judge/of_session.h"
#include "judge/ways.h"
#include "rules/fitness.h"
#include "rules/orders.h"

namespace mediasi::guards {

namespace {

bool contains(const std::vector<std::string> &list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::vector<std::string> list_of(const Question &q, std::string_view name) {
  const auto *values = q.guard.with.find(name);
  return values ? *values : std::vector<std::string>{};
}

Seen check_happened(const Question &q) {
  for (const auto &id : list_of(q, "step")) {
    if (times_done(q.file, id) == 0)
      return fails(id, "not done");
    const auto *step = q.bench.standard.step(id);
    if (const auto left = step ? not_done_for(q.file, *step) : std::vector<std::string>{}; !left.empty())
      return fails(id, "not done for " + join(left, ", "));
  }
  return fine();
}

Seen check_not_happened(const Question &q) {
  for (const auto &step : list_of(q, "step"))
    if (times_done(q.file, step) > 0)
      return fails(step, "done");
  return fine();
}

Seen check_at_most(const Question &q) {
  const auto step = q.guard.with.one("step");
  const int most = q.guard.with.number("n", 1);
  const int done = times_done(q.file, step);
  return done < most ? fine() : fails(step, std::to_string(done));
}

Seen has_value(const Question &q, const Row &row, std::string_view name, const std::string &fact) {
  const auto value = std::string(value_of(row, name));
  if (value.empty() || value == "unknown")
    return unknown(fact);
  return contains(list_of(q, "is"), value) ? fine() : fails(fact, value);
}

// The first row that fails is the answer: "matter.mediate, row 2".
Seen each_row(const Question &q, Seen (*check)(const Question &, const Row &, std::string_view, const std::string &)) {
  const auto field = q.guard.with.one("field");
  for (const auto &[number, row] : rows_asked(q.guard, q.act))
    if (auto seen = check(q, *row, field.substr(field.find('.') + 1), field + ", row " + std::to_string(number));
        !seen.passed)
      return seen;
  return fine();
}

Seen check_field_is(const Question &q) {
  const auto field = q.guard.with.one("field");
  return group_of(field).empty() ? has_value(q, q.act.facts.fields, field, field) : each_row(q, has_value);
}

Seen is_filled(const Question &, const Row &row, std::string_view name, const std::string &fact) {
  return value_of(row, name).empty() ? fails(fact, "empty") : fine();
}

Seen check_field_present(const Question &q) {
  const auto field = q.guard.with.one("field");
  if (const auto group = group_of(field); !group.empty())
    return rows_of(q.act.facts, group).empty() ? fails(field, "empty") : each_row(q, is_filled);
  const bool clear = !value_of(q.act.facts.fields, field).empty();
  const bool sealed = contains(q.act.sealed_paths, field);
  return clear || sealed ? fine() : fails(field, "empty");
}

Seen check_finding_is(const Question &q) {
  const auto *finding = q.file.finding();
  if (!finding)
    return unknown("finding");
  return contains(list_of(q, "is"), finding->finding) ? fine() : fails("finding", finding->finding);
}

// A finding may be stricter than the office's table, never more lenient; unfit and postponed permit nothing and pass.
Seen check_within_table(const Question &q) {
  const auto entered = value_of(q.act.facts.fields, "finding");
  if (entered == "unfit" || entered == "postponed")
    return fine();
  const auto *row = evaluate(q.bench.standard.fitness, fitness_facts(q.bench, q.file, q.act.on.day));
  if (!row)
    return unknown("fitness table");
  const bool within = row->then == "fit" || (row->then == "conditional" && entered == "conditional");
  return within ? fine() : fails("fitness table", row->then + " (" + row->id + ")");
}

Seen check_requirements_complete(const Question &q) {
  const auto missing = missing_words(q.bench, q.file);
  return missing.empty() ? fine() : fails("requirements", join(missing, ", "));
}

Seen check_requirement_in(const Question &q) {
  const auto wanted = q.guard.with.one("requirement");
  const auto *requirement = q.bench.standard.requirement(wanted);
  return requirement && all_copies_in(q.file, *requirement) ? fine() : fails(wanted, "not handed in");
}

// Of a chain of initials one link is asked for: its latest decision, given after the file came by again.
Seen check_order_given(const Question &q) {
  const auto named = q.guard.with.one("step");
  const auto fact = named.empty() ? std::string("order") : named;
  const auto *latest = latest_order(q.bench.standard, q.file, named);
  if (!latest)
    return fails(fact, "none");
  if (!latest->ordered)
    return fails(fact, "sent back");
  for (const auto &step : list_of(q, "since"))
    if (last_done(q.file, step) > last_done(q.file, latest->step))
      return fails(fact, "before the last '" + step + "'");
  return fine();
}

// The role itself, or the deputy who receives its reports while it is vacant on that day.
bool reached(const Question &q, const ReportUp &report, const std::string &role) {
  const auto held = [&](const std::string &id) {
    return std::any_of(q.bench.roster.officers.begin(), q.bench.roster.officers.end(),
                       [&](const Officer &officer) { return holds(officer, id, report.on.day); });
  };
  const auto *known = q.bench.standard.role(role);
  for (std::size_t hops = 0; known && hops < q.bench.standard.roles.size(); ++hops) {
    if (contains(report.to, known->id))
      return true;
    if (held(known->id))
      return false;
    known = known->deputy.empty() ? nullptr : q.bench.standard.role(known->deputy);
  }
  return false;
}

Seen check_reported(const Question &q) {
  const auto what = q.guard.with.one("what");
  const auto to = list_of(q, "to");
  const bool done = std::any_of(q.file.reports.begin(), q.file.reports.end(), [&](const ReportUp &report) {
    if (report.what != what)
      return false;
    return to.empty() || std::any_of(to.begin(), to.end(), [&](const auto &role) { return reached(q, report, role); });
  });
  return done ? fine() : fails("report of " + what, "none");
}

Seen check_visits(const Question &q) {
  const auto visits = static_cast<int>(q.file.visits.size());
  return visits >= q.guard.with.number("n", 1) ? fine() : fails("visits", std::to_string(visits));
}

// of a session's own minutes: it is held by the act that tells what came of it
Seen check_within_session(const Question &q, const Deadline &deadline) {
  const auto *session = session_named(q.after, q.act);
  if (!session || session->state != "held" || !deadline.amount)
    return fine();
  const auto counted = counted_from(q.bench, q.after, deadline, session->at);
  const bool late = counted.late_from <= minute_text(counted.stopped.value_or(q.act.on));
  return late ? fails(deadline.id, counted.due) : fine();
}

Seen check_within(const Question &q) {
  const auto id = q.guard.with.one("deadline");
  const auto *deadline = q.bench.standard.deadline(id); // what was met is due no more, and may have been met late
  if (deadline && deadline->from == "session_held" && q.act.act == "outcome")
    return check_within_session(q, *deadline);
  const auto planned = parse_moment(value_of(q.act.facts.fields, "at"));
  const auto day = minute_text(planned.value_or(q.act.on)); // of the session it fixes, else its own
  for (const auto &due : dues_of(q.bench, q.file))
    if (due.deadline == id && due.paused_since.empty() && due.late_from <= day)
      return fails(id, due.due);
  const auto counted = deadline ? counted_deadline(q.bench, q.file, *deadline) : std::nullopt;
  if (counted && counted->stopped && counted->late_from <= minute_text(*counted->stopped))
    return fails(id, counted->due);
  return fine();
}

// When the act was done at the latest: a day without an hour lasts to its end, but never beyond the act's recording.
std::string latest_text(const Question &q) {
  const auto recorded = came_in(q.bench, q.act);
  const auto &on = q.act.on;
  return minute_text(recorded && !on.time && recorded->day == on.day ? *recorded : on);
}

// A minimum: not before its day, which is the act's own, or that of the session it fixes.
Seen check_not_before(const Question &q) {
  const auto *deadline = q.bench.standard.deadline(q.guard.with.one("deadline"));
  const auto counted = deadline ? counted_deadline(q.bench, q.file, *deadline) : std::nullopt;
  if (!counted)
    return unknown(q.guard.with.one("deadline"));
  const auto planned = parse_moment(value_of(q.act.facts.fields, "at"));
  if (counted->paused_since)
    return fails(deadline->id, "paused since " + text_of(*counted->paused_since));
  return counted->due <= (planned ? minute_text(*planned) : latest_text(q)) ? fine()
                                                                            : fails(deadline->id, counted->due);
}

// Nobody can act on a later day than today; but a session is fixed for one, unless the time has not even begun.
Seen surely_too_early(const Question &q) {
  const auto *step = q.bench.standard.step(q.act.step);
  const bool fixes_a_day =
      !step || step->act == "session" || step->act == "session_move" ||
      std::any_of(step->fields.begin(), step->fields.end(), [](const ExtraField &field) { return field.name == "at"; });
  const auto *deadline = q.bench.standard.deadline(q.guard.with.one("deadline"));
  const bool begun = deadline && counted_deadline(q.bench, q.file, *deadline);
  return fixes_a_day && begun ? fine() : check_not_before(q);
}

} // namespace

std::span<const GuardKind> history() {
  using T = ParameterType;
  static constexpr std::array findings{std::string_view("fit"), std::string_view("conditional"),
                                       std::string_view("unfit"), std::string_view("postponed")};
  static constexpr std::array subjects{std::string_view("plan"), std::string_view("minutes"),
                                       std::string_view("monitoring")};
  static const std::array steps{ParameterSpec{"step", T::steps, true, {}}};
  static const std::array step_n{ParameterSpec{"step", T::step, true, {}}, ParameterSpec{"n", T::number, true, {}}};
  static const std::array field_is{ParameterSpec{"field", T::field, true, {}}, ParameterSpec{"is", T::texts, true, {}}};
  static const std::array field{ParameterSpec{"field", T::field, true, {}}};
  static const std::array finding_is{ParameterSpec{"is", T::choices, true, findings}};
  static const std::array requirement{ParameterSpec{"requirement", T::text, true, {}}};
  static const std::array reported{ParameterSpec{"what", T::choice, true, subjects},
                                   ParameterSpec{"to", T::roles, false, {}}};
  static const std::array order_given{ParameterSpec{"step", T::step, false, {}},
                                      ParameterSpec{"since", T::steps, false, {}}};
  static const std::array visits{ParameterSpec{"n", T::number, true, {}}};
  static const std::array deadline{ParameterSpec{"deadline", T::text, true, {}}};
  static const std::array kinds{
      GuardKind{{"happened", later("these steps were done"), steps}, false, check_happened, ways::happened},
      GuardKind{{"not_happened", later("these steps were not done"), steps}, false, check_not_happened},
      GuardKind{{"at_most", later("the step was done fewer than n times"), step_n}, false, check_at_most},
      GuardKind{{"field_is", later("the act's field has one of these values"), field_is}, true, check_field_is},
      GuardKind{{"field_present", later("the act's field is filled in"), field}, true, check_field_present},
      GuardKind{{"finding_is", later("the latest finding is one of these"), finding_is},
                false,
                check_finding_is,
                ways::finding_is},
      GuardKind{{"finding_within_table", later("the finding is not more lenient than the fitness table"), {}},
                true,
                check_within_table,
                ways::within_table},
      GuardKind{{"requirements_complete", later("every needed requirement is in"), {}},
                false,
                check_requirements_complete,
                ways::requirements_complete},
      GuardKind{{"requirement_in", later("this requirement is in"), requirement},
                false,
                check_requirement_in,
                ways::requirement_in},
      GuardKind{{"order_given", later("the latest decision on the plan is an order"), order_given},
                false,
                check_order_given,
                ways::order_given},
      GuardKind{{"reported", later("a report of this was made to one of these roles"), reported},
                false,
                check_reported,
                ways::reported},
      GuardKind{{"visits_at_least", later("there were at least n monitoring visits"), visits},
                false,
                check_visits,
                ways::visits},
      GuardKind{{"within", later("the deadline has not passed"), deadline}, true, check_within},
      GuardKind{{"not_before", later("the least time of the deadline has passed"), deadline},
                true,
                check_not_before,
                ways::not_before,
                surely_too_early},
  };
  return kinds;
}

} // namespace mediasi::guards
