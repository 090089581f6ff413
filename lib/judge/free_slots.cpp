#include "judge/free_slots.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>

#include "base/fact_words.h"
#include "base/language.h"
#include "judge/bookings.h"
#include "judge/builtin.h"
#include "judge/deadlines.h"
#include "judge/events.h"
#include "judge/guard_kind.h"
#include "judge/suppose.h"
#include "judge/unblock.h"

namespace mediasi {

namespace {

constexpr std::chrono::minutes grid{30};
constexpr int days_without_limit = 60;

// acts whose deadline only a session can meet
constexpr std::array<std::string_view, 4> met_by_session{"session", "attendance", "outcome", "minutes"};
// guards that a later day may fail, or that no day can pass
constexpr std::array<std::string_view, 3> asked_of_a_day{"order_given", "assessed", "assessment_fresh"};

constexpr std::array<std::string_view, 2> closed_for_good{"not_happened", "at_most"};

bool is_one_of(const auto &list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The case as it would be with one more session, to which everybody needed is invited.
CaseFile with_session(const CaseFile &file, const SlotWish &wish) {
  auto trial = file;
  Session session;
  session.number = static_cast<int>(file.sessions.size()) + 1;
  session.state = "planned";
  session.minutes = wish.minutes;
  session.mediator = wish.mediator;
  for (const auto &person : file.persons)
    if (person.side != Side::other)
      session.invitations.push_back({person.id, 1, {}, 0, false, false});
  trial.sessions.push_back(std::move(session));
  return trial;
}

std::vector<const Guard *> guards_of_a_day(const Standard &standard, const Step *fixes) {
  std::vector<const Guard *> guards;
  for (const auto &step : standard.steps)
    if (&step == fixes || step.act == "invitation")
      for (const auto &guard : step.guards)
        if (is_one_of(asked_of_a_day, guard.kind) && guard.severity == Severity::refuse)
          guards.push_back(&guard);
  return guards;
}

struct Reason {
  Problem problem;
  int times = 0;
};

class Search {
public:
  Search(const Bench &bench, const CaseFile &file, const SlotWish &wish, const SlotWindow &window, const Moment &now)
      : bench_(bench), file_(file), wish_(wish), window_(window), now_(now), trial_(with_session(file, wish)),
        step_(session_step(bench, file, now)), guards_(guards_of_a_day(bench.standard, step_)) {
    for (const auto &room : bench.roster.rooms)
      if (wish.room.empty() || wish.room == room.id)
        rooms_.push_back(room.id);
    others_ = bench.taken;
    for (const auto &session : file.sessions)
      if (session.state == "planned")
        for (auto &booking : bookings_of(bench.standard, file, session))
          others_.push_back(std::move(booking));
  }

  SlotSearch run() {
    found_.why = closed_whatever_the_day();
    if (!found_.why.empty())
      return std::move(found_);
    for (auto day = window_.first; day <= window_.last && !enough(); day = plus_days(day, 1))
      if (bench_.calendar.is_working(day))
        try_day(day);
    if (found_.slots.empty())
      tell_why();
    return std::move(found_);
  }

private:
  // what the law forbids as things stand, and what was done once too often: no day changes it
  std::vector<Problem> closed_whatever_the_day() const {
    std::vector<Problem> all;
    if (!step_)
      return all;
    const auto act = suppose(bench_, file_, *step_, {}, now_);
    for (auto &problem : judge(bench_, file_, act, act.on).problems) {
      const auto *guard = guard_named(bench_, act, problem.rule);
      if (problem.code != Code::refused_by_statute &&
          !(guard && guard->severity == Severity::refuse && is_one_of(closed_for_good, guard->kind)))
        continue;
      problem.code = Code::no_free_slot;
      all.push_back(std::move(problem));
    }
    return all;
  }

  bool enough() const { return static_cast<int>(found_.slots.size()) >= wish_.count; }
  Session &session() { return trial_.sessions.back(); }

  void try_day(Date day) {
    const std::chrono::minutes length{wish_.minutes};
    session().at = {day, bench_.standard.hours.from};
    const auto bars = bars_of_day(day);
    for (auto time = bench_.standard.hours.from; time + length <= bench_.standard.hours.to && !enough(); time += grid) {
      const Moment at{day, time};
      if (!earlier(now_, at) || ends_too_late(at))
        continue;
      ++found_.tried;
      auto all = bars;
      add_too_early(at, all);
      for (const auto &one : all)
        count(one);
      if (all.empty())
        try_time(at);
    }
  }

  // a limit in hours falls within a day
  bool ends_too_late(const Moment &at) const {
    const auto due = window_.limit ? parse_moment(window_.limit->due) : std::nullopt;
    return due && due->time && due->day == at.day && *due->time < *at.time + std::chrono::minutes{wish_.minutes};
  }

  Entry act_at(const Moment &at) const {
    Entry act;
    act.act = "session";
    act.case_number = file_.number;
    act.on = now_;
    act.facts.fields["at"] = text_of(at);
    return act;
  }

  // what the office's file lets begin later, to the minute
  void add_too_early(const Moment &at, std::vector<Problem> &bars) const {
    if (!step_)
      return;
    for (const auto &guard : step_->guards)
      if (guard.kind == "not_before" && guard.severity == Severity::refuse)
        add_bar(guard, act_at(at), bars);
  }

  void add_bar(const Guard &guard, const Entry &act, std::vector<Problem> &bars) const {
    if (const auto verdict = ask(bench_, trial_, act, trial_, guard); !verdict.passed) {
      auto problem = problem_of(verdict);
      problem.code = Code::no_free_slot;
      bars.push_back(std::move(problem));
    }
  }

  std::vector<Problem> bars_of_day(Date day) {
    std::vector<Problem> bars;
    const auto *mediator = bench_.roster.mediator(wish_.mediator);
    if (mediator && !valid_on(*mediator, day))
      bars.push_back(bar("credential of " + mediator->id,
                         mediator->until ? "until " + text_of(*mediator->until) : "from " + text_of(mediator->from),
                         say("renew it: mediasi roster add mediator, or ask another: --mediator ID")));
    const auto act = act_at(session().at);
    for (const auto *guard : guards_)
      add_bar(*guard, act, bars);
    return bars;
  }

  void try_time(const Moment &at) {
    session().at = at;
    for (const auto &room : rooms_) {
      session().room = room;
      const auto clash = first_clash(bookings_of(bench_.standard, trial_, session()), others_);
      if (!clash)
        return found_.slots.push_back({at, room, wish_.mediator});
      count(bar_of(clash->mine));
    }
  }

  Problem bar_of(const Booking &mine) const {
    if (mine.kind == "mediator")
      return bar("mediator " + mine.resource, "taken", say("ask another: --mediator ID"));
    if (mine.kind == "room")
      return bar("room " + mine.resource, "taken", say("take another: --room ID, or none to look at all"));
    if (mine.kind == "officer")
      return bar("officer " + mine.resource, "taken", say("hand the case over, or move the other session"));
    for (const auto &person : file_.persons)
      if (mine.resource == (person.pid.empty() ? file_.number + "/" + person.id : person.pid))
        return bar(person.id, "taken", say("move the other session of this person"));
    return bar(mine.kind, "taken", {});
  }

  static Problem bar(const std::string &what, const std::string &seen, std::string hint) {
    const auto fact = what + " = " + seen;
    return {Code::no_free_slot, say("'{}' stands in the way", fact_in_words(fact)), std::move(hint), {}, {}, {}, fact};
  }

  void count(const Problem &problem) {
    auto &reason = reasons_[problem.message + problem.fact];
    reason.problem = problem;
    ++reason.times;
  }

  void tell_why() {
    std::vector<Reason> reasons;
    for (auto &[key, reason] : reasons_)
      reasons.push_back(std::move(reason));
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Reason &a, const Reason &b) { return b.times < a.times; });
    for (auto &reason : reasons)
      found_.why.push_back(std::move(reason.problem));
  }

  const Bench &bench_;
  const CaseFile &file_;
  const SlotWish &wish_;
  const SlotWindow &window_;
  const Moment now_;
  CaseFile trial_;
  const Step *step_;
  std::vector<const Guard *> guards_;
  std::vector<std::string> rooms_;
  std::vector<Booking> others_;
  std::map<std::string, Reason> reasons_;
  SlotSearch found_;
};

// how many acts must come first; very many where no act would do
std::size_t acts_before(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act) {
  std::vector<Problem> problems;
  check_order(bench, file, step, act, problems);
  if (problems.empty())
    return 0;
  const auto way = acts_that_open(bench, file, act, problems.front().rule, act.on);
  return way ? way->size() : std::numeric_limits<std::size_t>::max();
}

std::size_t refusing(const Bench &bench, const CaseFile &file, const Step &step, const Entry &act) {
  return static_cast<std::size_t>(std::count_if(step.guards.begin(), step.guards.end(), [&](const Guard &guard) {
    const auto *kind = guard_kind(guard.kind);
    return kind && !kind->reads_act && guard.severity == Severity::refuse && !ask(bench, file, act, file, guard).passed;
  }));
}

} // namespace

const Step *session_step(const Bench &bench, const CaseFile &file, const Moment &now) {
  const Step *best = nullptr;
  std::pair<std::size_t, std::size_t> least;
  for (const auto &step : bench.standard.steps) {
    if (step.act != "session" || used_up(file, step))
      continue;
    Entry act;
    act.act = step.act;
    act.step = step.id;
    act.case_number = file.number;
    act.on = now;
    const std::pair found{acts_before(bench, file, step, act), refusing(bench, file, step, act)};
    if (best == nullptr || found < least) {
      best = &step;
      least = found;
    }
  }
  return best;
}

SlotWindow slot_window(const Bench &bench, const CaseFile &file, Date from, const Moment &now) {
  SlotWindow window{from, plus_days(from, days_without_limit), std::nullopt};
  for (const auto &due : dues_now(bench, file, now)) {
    const auto *step = bench.standard.step(due.step);
    if (step && is_one_of(met_by_session, step->act) && (!window.limit || due.due < window.limit->due))
      window.limit = due;
  }
  if (window.limit)
    if (const auto due = parse_moment(window.limit->due))
      window.last = due->day;
  return window;
}

SlotSearch search_slots(const Bench &bench, const CaseFile &file, const SlotWish &wish, const SlotWindow &window,
                        const Moment &now) {
  return Search(bench, file, wish, window, now).run();
}

} // namespace mediasi
