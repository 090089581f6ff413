// When something becomes late (never whether it is): the deadlines of the rules, and single obligations with a day.
#include <algorithm>

#include "judge/bookings.h"
#include "judge/complaints.h"
#include "judge/deadlines.h"
#include "judge/follow_ups.h"
#include "judge/judge.h"
#include "judge/links.h"
#include "rules/duties.h"

namespace mediasi {

namespace {

DueRow row_of(const Bench &bench, const CaseFile &file, const Deadline &deadline, const CountedDeadline &counted) {
  return {file.number,
          deadline.id,
          deadline.step,
          deadline.role,
          stand_in_for(bench, file, deadline.role, counted.start.day),
          counted.due,
          counted.late_from,
          counted.provisional,
          counted.paused_since ? text_of(*counted.paused_since) : std::string()};
}

void add_deadline(const Bench &bench, const CaseFile &file, const Deadline &deadline, const std::optional<Moment> &now,
                  std::vector<DueRow> &dues) {
  if (deadline.at_least)
    return;
  const auto counted = now ? counted_now(bench, file, deadline, *now) : counted_deadline(bench, file, deadline);
  if (!counted || counted->stopped)
    return;
  dues.push_back(row_of(bench, file, deadline, *counted));
}

// Who keeps watch over what was agreed: the role that monitors, else the one that runs the case.
std::string watch_of(const Standard &standard, const Step *visit) {
  if (visit != nullptr && !visit->roles.empty())
    return visit->roles.front();
  const auto *role = case_role(standard);
  return role == nullptr ? std::string() : role->id;
}

bool can_be_over(const Standard &standard) {
  return std::any_of(standard.steps.begin(), standard.steps.end(), [](const Step &step) {
    return step.act == "visit" || step.act == "payment" || step.act == "termination";
  });
}

void add_obligations(const Bench &bench, const CaseFile &file, std::vector<DueRow> &dues) {
  const auto visit = std::find_if(bench.standard.steps.begin(), bench.standard.steps.end(),
                                  [](const Step &step) { return step.act == "visit"; });
  if (!can_be_over(bench.standard)) // nobody could ever say that it was kept, or end the case
    return;
  const auto step = visit == bench.standard.steps.end() ? std::string() : visit->id;
  const auto role = watch_of(bench.standard, visit == bench.standard.steps.end() ? nullptr : &*visit);
  for (const auto &obligation : file.obligations) {
    if (!obligation.due || obligation.recurrence != "once" || is_settled(obligation) || file.closed())
      continue;
    dues.push_back({file.number,
                    "obligation." + std::to_string(obligation.number),
                    step,
                    role,
                    stand_in_for(bench, file, role, *obligation.due),
                    text_of(*obligation.due),
                    text_of(Moment{plus_days(*obligation.due, 1), std::chrono::minutes{0}}),
                    false,
                    {}});
  }
}

std::vector<DueRow> dues(const Bench &bench, const CaseFile &file, const std::optional<Moment> &now) {
  std::vector<DueRow> all;
  if (file.story.empty())
    return all;
  if (file.number == house) {
    for (auto &limit : complaint_limits(bench, file))
      if (!limit.met)
        all.push_back(std::move(limit.due));
    return all;
  }
  for (const auto &deadline : bench.standard.deadlines)
    add_deadline(bench, file, deadline, now, all);
  add_obligations(bench, file, all);
  add_follow_ups(bench, file, all);
  return all;
}

} // namespace

DueRow due_of(const Bench &bench, const CaseFile &file, const Deadline &deadline, const Moment &anchor) {
  return row_of(bench, file, deadline, counted_from(bench, file, deadline, anchor));
}

std::string officer_for(const Bench &bench, const CaseFile &file, std::string_view role, Date day) {
  if (const auto *officer = bench.roster.officer(assigned_officer(bench.standard, file, role));
      officer && holds(*officer, role, day))
    return officer->id;
  for (const auto &officer : bench.roster.officers)
    if (holds(officer, role, day))
      return officer.id;
  return {};
}

std::string stand_in_for(const Bench &bench, const CaseFile &file, std::string_view role, Date day) {
  const auto *known = bench.standard.role(role);
  for (std::size_t hops = 0; known && hops < bench.standard.roles.size(); ++hops) { // deputies may name each other
    if (auto officer = officer_for(bench, file, known->id, day); !officer.empty())
      return officer;
    known = known->deputy.empty() ? nullptr : bench.standard.role(known->deputy);
  }
  return {};
}

std::vector<DueRow> dues_of(const Bench &bench, const CaseFile &file) {
  return dues(bench, file, std::nullopt);
}

std::vector<DueRow> dues_now(const Bench &bench, const CaseFile &file, const Moment &now) {
  return dues(bench, file, now);
}

Projection project(const Bench &bench, const CaseFile &file) {
  Projection projection;
  if (file.number == house || file.number.empty()) { // no case: only complaints, each with its days
    projection.row.number = house;
    projection.dues = dues_of(bench, file);
    return projection;
  }
  const auto complete = complete_on(bench, file);
  const auto *session = file.last_session();
  projection.row = {file.number,
                    file.initials(),
                    file.rules,
                    stage_of(bench, file),
                    text_of(file.received.day),
                    complete ? text_of(*complete) : "",
                    file.termination ? text_of(file.termination->on.day) : "",
                    session ? session->outcome : "",
                    file.termination ? file.termination->reason : ""};
  projection.dues = dues_of(bench, file);
  for (const auto &planned : file.sessions)
    if (planned.state == "planned")
      for (auto &booking : bookings_of(bench.standard, file, planned))
        projection.bookings.push_back(std::move(booking));
  projection.links = links_of(file);
  return projection;
}

} // namespace mediasi
