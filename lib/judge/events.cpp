#include "judge/events.h"

#include <algorithm>
#include <array>

#include "judge/at_the_table.h"
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

Times steps(const CaseFile &file, std::string_view step) {
  Times times;
  for (const auto &act : file.story)
    if (act.step == step && act.opens())
      times.push_back(act.on);
  return times;
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

Times answers(const CaseFile &file, std::string_view kind) {
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
};

constexpr std::array<EventRow, 20> events{{
    {"received", [](const Bench &, const CaseFile &f) { return f.story.empty() ? Times{} : Times{f.received}; }},
    {"complete", completed},
    {"finding", [](const Bench &, const CaseFile &f) { return findings(f, {}); }},
    {"unfit", [](const Bench &, const CaseFile &f) { return findings(f, "unfit"); }},
    {"order", orders},
    {"session_held", [](const Bench &, const CaseFile &f) { return held(f); }},
    {"minutes", [](const Bench &, const CaseFile &f) { return moments(f.minutes); }},
    {"minutes_complete", [](const Bench &, const CaseFile &f) { return minutes_complete(f); }},
    {"agreed", [](const Bench &, const CaseFile &f) { return outcomes(f, "agreed"); }},
    {"partly", [](const Bench &, const CaseFile &f) { return outcomes(f, "partly"); }},
    {"no_agreement", [](const Bench &, const CaseFile &f) { return outcomes(f, "not_agreed"); }},
    {"continued", [](const Bench &, const CaseFile &f) { return outcomes(f, "continued"); }},
    {"stopped", [](const Bench &, const CaseFile &f) { return outcomes(f, "stopped"); }},
    {"not_held", not_held},
    {"violence", [](const Bench &, const CaseFile &f) { return f.violence; }},
    {"visit", [](const Bench &, const CaseFile &f) { return moments(f.visits); }},
    {"closed", [](const Bench &, const CaseFile &f) { return f.termination ? Times{f.termination->on} : Times{}; }},
    {"complaint", [](const Bench &, const CaseFile &f) { return moments(f.complaints); }},
    {"complaint_reply", [](const Bench &, const CaseFile &f) { return answers(f, "reply"); }},
    {"complaint_decision", [](const Bench &, const CaseFile &f) { return answers(f, "decision"); }},
}};

constexpr auto names = [] {
  std::array<std::string_view, events.size()> list{};
  for (std::size_t i = 0; i < list.size(); ++i)
    list[i] = events[i].name;
  return list;
}();

constexpr std::string_view step_prefix = "step:";

// which parties a repeated step must have been done for
std::vector<const Person *> asked_parties(const CaseFile &file, Repeat repeat) {
  if (repeat == Repeat::per_beneficiary)
    return file.side(Side::beneficiary);
  if (repeat == Repeat::per_respondent)
    return file.side(Side::respondent);
  return at_the_table(file);
}

bool done_for(const CaseFile &file, const Step &step, std::string_view party) {
  return std::any_of(file.story.begin(), file.story.end(), [&](const Happened &act) {
    return act.opens() && act.step == step.id && value_of(act.facts.fields, "party") == party;
  });
}

// of a session that was moved or cancelled nothing is waited for
bool done_for_sessions(const CaseFile &file, const Step &step) {
  return std::all_of(file.sessions.begin(), file.sessions.end(), [&](const Session &session) {
    return takes_place_no_more(session) || std::any_of(file.story.begin(), file.story.end(), [&](const Happened &act) {
             const auto named = value_of(act.facts.fields, "session"); // not every act of a session names it
             return act.opens() && act.step == step.id && (named.empty() || named == std::to_string(session.number));
           });
  });
}

} // namespace

std::span<const std::string_view> event_names() {
  return names;
}

std::vector<Moment> event_times(const Bench &bench, const CaseFile &file, std::string_view event) {
  if (event.starts_with(step_prefix))
    return steps(file, event.substr(step_prefix.size()));
  for (const auto &row : events)
    if (row.name == event)
      return row.times(bench, file);
  return {};
}

int times_done(const CaseFile &file, std::string_view step) {
  return static_cast<int>(steps(file, step).size());
}

bool has_happened(const Bench &bench, const CaseFile &file, std::string_view step_or_event) {
  return times_done(file, step_or_event) > 0 || !event_times(bench, file, step_or_event).empty();
}

bool wholly_done(const Bench &, const CaseFile &file, const Step &step) {
  switch (step.repeat) {
  case Repeat::once:
    return times_done(file, step.id) > 0;
  case Repeat::per_session:
    return !file.sessions.empty() && done_for_sessions(file, step);
  case Repeat::per_party:
  case Repeat::per_beneficiary:
  case Repeat::per_respondent: {
    const auto parties = asked_parties(file, step.repeat);
    return !parties.empty() && std::all_of(parties.begin(), parties.end(),
                                           [&](const Person *party) { return done_for(file, step, party->id); });
  }
  case Repeat::many:
    return step.most > 0 && times_done(file, step.id) >= step.most;
  }
  return false;
}

bool earlier(const Moment &a, const Moment &b) {
  if (a.day != b.day)
    return a.day < b.day;
  return a.time.value_or(std::chrono::minutes{0}) < b.time.value_or(std::chrono::minutes{0});
}

} // namespace mediasi
