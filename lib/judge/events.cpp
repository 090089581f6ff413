#include "judge/events.h"

#include <algorithm>
#include <array>

#include "judge/ladder.h"
#include "judge/of_session.h"
#include "rules/orders.h"

namespace mediasi {

namespace {

using Times = std::vector<Moment>;

Times findings(const CaseFile &file, std::string_view which) {
  Times times;
  for (const auto &finding : file.findings)
    if (which.empty() || finding.finding == which)
      times.push_back(finding.on);
  return times;
}

Times outcomes(const CaseFile &file, std::string_view which) {
  Times times;
  for (const auto &session : file.sessions)
    if (session.outcome == which)
      times.push_back(session.outcome_on);
  return times;
}

Times held(const CaseFile &file) {
  Times times;
  for (const auto &session : file.sessions)
    if (session.state == "held")
      times.push_back(session.at);
  return times;
}

// A case that was reopened counts anew from that day.
Times completed(const Bench &bench, const CaseFile &file) {
  const auto day = complete_on(bench, file);
  if (!day)
    return {};
  const bool again = !file.reopened.empty() && *day < file.reopened.back().day;
  return {again ? file.reopened.back() : Moment{*day, std::nullopt}};
}

Times not_held(const Bench &bench, const CaseFile &file) {
  const auto ended = ladder_ended(file, bench.standard.invitations);
  return ended ? Times{*ended} : Times{};
}

template <typename Rows> Times moments(const Rows &rows) {
  Times times;
  for (const auto &row : rows)
    times.push_back(row.on);
  return times;
}

Times minutes_complete(const CaseFile &file) {
  Times times;
  for (const auto &minutes : file.minutes)
    if (minutes.complete)
      times.push_back(*minutes.complete);
  return times;
}

Times complaint_answers(const CaseFile &file, std::string_view kind) {
  Times times;
  for (const auto &complaint : file.complaints)
    if (const auto *answer = complaint.answer(kind))
      times.push_back(answer->on);
  return times;
}

Times orders(const Bench &bench, const CaseFile &file) {
  Times times;
  for (const auto &order : file.orders)
    if (is_the_order(bench.standard, order))
      times.push_back(order.on);
  return times;
}

struct EventRow {
  std::string_view name;
  Times (*times)(const Bench &, const CaseFile &);
  bool with_sessions = false; // comes anew with each session, or what followed from it
};

constexpr std::array<EventRow, 20> event_rows{{
    {"received", [](const Bench &, const CaseFile &f) { return f.story.empty() ? Times{} : Times{f.received}; }},
    {"complete", completed},
    {"finding", [](const Bench &, const CaseFile &f) { return findings(f, {}); }},
    {"unfit", [](const Bench &, const CaseFile &f) { return findings(f, "unfit"); }},
    {"order", orders},
    {"session_held", [](const Bench &, const CaseFile &f) { return held(f); }, true},
    {"minutes", [](const Bench &, const CaseFile &f) { return moments(f.minutes); }, true},
    {"minutes_complete", [](const Bench &, const CaseFile &f) { return minutes_complete(f); }, true},
    {"agreed", [](const Bench &, const CaseFile &f) { return outcomes(f, "agreed"); }, true},
    {"partly", [](const Bench &, const CaseFile &f) { return outcomes(f, "partly"); }, true},
    {"no_agreement", [](const Bench &, const CaseFile &f) { return outcomes(f, "not_agreed"); }, true},
    {"continued", [](const Bench &, const CaseFile &f) { return outcomes(f, "continued"); }, true},
    {"stopped", [](const Bench &, const CaseFile &f) { return outcomes(f, "stopped"); }, true},
    {"not_held", not_held, true},
    {"violence", [](const Bench &, const CaseFile &f) { return f.violence; }, true},
    {"visit", [](const Bench &, const CaseFile &f) { return moments(f.visits); }, true},
    {"closed", [](const Bench &, const CaseFile &f) { return f.termination ? Times{f.termination->on} : Times{}; }},
    {"complaint", [](const Bench &, const CaseFile &f) { return moments(f.complaints); }},
    {"complaint_reply", [](const Bench &, const CaseFile &f) { return complaint_answers(f, "reply"); }},
    {"complaint_decision", [](const Bench &, const CaseFile &f) { return complaint_answers(f, "decision"); }},
}};

constexpr auto names_of_events = [] {
  std::array<std::string_view, event_rows.size()> list{};
  for (std::size_t i = 0; i < list.size(); ++i)
    list[i] = event_rows[i].name;
  return list;
}();

constexpr std::string_view step_prefix = "step:";

} // namespace

std::span<const std::string_view> event_names() {
  return names_of_events;
}

std::vector<Moment> event_times(const Bench &bench, const CaseFile &file, std::string_view event) {
  if (event.starts_with(step_prefix)) {
    const auto *step = bench.standard.step(event.substr(step_prefix.size()));
    return step ? times_of(file, *step) : Times{};
  }
  for (const auto &row : event_rows)
    if (row.name == event)
      return row.times(bench, file);
  return {};
}

bool has_happened(const Bench &bench, const CaseFile &file, std::string_view step_or_event,
                  const Session *for_session) {
  const auto *step = for_session ? bench.standard.step(step_or_event) : nullptr;
  if (step && step->repeat == Repeat::per_session)
    return done_for(file, *step, *for_session);
  return times_done(file, step_or_event) > 0 || !event_times(bench, file, step_or_event).empty();
}

bool comes_with_sessions(std::string_view event) {
  const auto row =
      std::find_if(event_rows.begin(), event_rows.end(), [&](const EventRow &one) { return one.name == event; });
  return row != event_rows.end() && row->with_sessions;
}

bool earlier(const Moment &a, const Moment &b) {
  if (a.day != b.day)
    return a.day < b.day;
  return a.time.value_or(std::chrono::minutes{0}) < b.time.value_or(std::chrono::minutes{0});
}

} // namespace mediasi
