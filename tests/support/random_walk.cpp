#include "support/random_walk.h"

#include <algorithm>

#include <fmt/core.h>

#include "action/plan.h"
#include "action/replay.h"
#include "acts/acts.h"
#include "base/digest.h"
#include "base/text.h"
#include "judge/guard_kind.h"
#include "paper/owed.h"
#include "support/random_act.h"
#include "support/random_office.h"

namespace mediasi::testing {

namespace {

class Walk {
public:
  Walk(std::uint64_t seed, long acts) : seed_(seed), acts_(acts), dice_(seed) {}

  WalkResult run() {
    for (result_.tried = 0; result_.tried < acts_ && result_.faults.empty(); ++result_.tried) {
      now_ = later(now_, static_cast<int>(dice_.below(80)));
      choose_case();
      const auto lot = dice_.below(100);
      if (!entries().empty() && lot < 3)
        correct(Correction::voids);
      else if (!entries().empty() && lot < 12)
        correct(Correction::amends);
      else if (!issue_paper())
        act();
    }
    return result_;
  }

private:
  using Case = std::vector<Entry>;

  static Moment later(const Moment &moment, int minutes) {
    const auto end = moment.time.value_or(std::chrono::minutes{0}) + std::chrono::minutes{minutes};
    const auto days = std::chrono::duration_cast<std::chrono::days>(end);
    return {plus_days(moment.day, static_cast<int>(days.count())), end - days};
  }

  // a few cases at a time; one that is closed or has grown long makes room after a while
  void choose_case() {
    if (open_.size() < 3) {
      open_.emplace_back();
      numbers_.push_back(fmt::format("2026-{:04}", ++result_.cases));
    }
    at_ = dice_.below(open_.size());
    const bool done = entries().size() > 70 || (!entries().empty() && fold(entries()).closed() && dice_.in(15));
    if (!done)
      return;
    open_.erase(open_.begin() + static_cast<long>(at_));
    numbers_.erase(numbers_.begin() + static_cast<long>(at_));
    choose_case();
  }

  Case &entries() { return open_[at_]; }

  // what other cases have booked matters to these acts alone
  Bench bench(std::string_view act) const {
    auto bench = office_.bench();
    if (act != "session" && act != "invitation" && act != "mediator")
      return bench;
    for (std::size_t i = 0; i < open_.size(); ++i)
      if (i != at_ && !open_[i].empty())
        for (auto &booking : project(bench, fold(open_[i])).bookings)
          bench.taken.push_back(std::move(booking));
    return bench;
  }

  const Step &any_step(const CaseFile &file) {
    const auto &steps = office_.standard.steps;
    const auto of = [&](std::string_view act) {
      return &*std::find_if(steps.begin(), steps.end(), [&](const Step &step) { return step.act == act; });
    };
    if (file.story.empty())
      return *of("register");
    const auto lot = dice_.below(100);
    if (lot < 6)
      return *of("consent");
    if (lot < 9 && !file.conditions.empty())
      return *of("condition_met");
    const auto *session = file.last_session();
    if (lot < 12 && session && session->state == "planned" && session->attendance.empty())
      return *of(dice_.in(70) ? "session_move" : "session_cancel");
    const auto next = next_steps(office_.bench(), file, now_);
    if (lot < 80 && !next.empty())
      return *office_.standard.step(next[dice_.below(next.size())].step);
    const auto &step = steps[dice_.below(steps.size())];
    const bool rare = step.act == "violence" || step.act == "termination"; // they end what others begin
    return rare && !dice_.in(10) ? *of("log") : step;
  }

  std::string someone(const Step &step) {
    const auto able = holders_of(office_.roster, step.roles, now_.day);
    return dice_.in(95) && !able.empty() ? able[dice_.below(able.size())] : dice_.one_of(office_.roster.officers).id;
  }

  Request request(const Step &step) {
    Request request;
    request.case_number = numbers_[at_];
    request.by = someone(step);
    request.typed = "pita";
    request.now = now_;
    request.recorded = to_instant(now_, Zone::wib);
    request.next_seq = seq_ + 1;
    return request;
  }

  void act() {
    const auto file = fold(entries());
    const auto &step = any_step(file);
    auto asked = request(step);
    const Around around{office_.bench(), file, now_};
    asked.drafts = {random_draft(dice_, around, step)};
    if (dice_.in(20)) { // another day: mostly the past, rarely the future, at times without the hour
      auto on = Moment{plus_days(now_.day, dice_.in(10) ? 1 : -static_cast<int>(dice_.below(12))), now_.time};
      if (dice_.in(50))
        on.time.reset();
      asked.on = on;
    }
    if (dice_.in(5))
      asked.accepted = {"undangan.invitations_left:keadaan_mendesak:kania"};
    if (value_of(file.intake, "running") == "yes" && dice_.in(30)) {
      asked.drafts.front().fields.values["as_found"] = {.text = "yes", .place = {}};
      asked.on = Moment{file.received.day, {}};
    }
    take(plan_acts(bench(step.act), entries(), asked), asked);
  }

  void correct(Correction kind) {
    const auto target = entries()[dice_.below(entries().size())];
    const auto *step = office_.standard.step(target.step);
    auto asked = request(step ? *step : office_.standard.steps.front());
    asked.correcting = Correcting{kind, target.seq, dice_.in(95) ? "salah_ketik" : "entah"};
    const auto file = fold(entries());
    const Around around{office_.bench(), file, now_};
    if (kind == Correction::amends && step)
      asked.drafts = {random_amendment(dice_, around, *step)};
    if (kind == Correction::amends && dice_.in(20))
      asked.on = Moment{plus_days(target.on.day, static_cast<int>(dice_.below(7)) - 3), target.on.time};
    if (take(plan_acts(bench(target.act), entries(), asked), asked))
      ++(kind == Correction::amends ? result_.amended : result_.voided);
  }

  // as `document` does: the first of what is owed, if its gates let it
  bool issue_paper() {
    if (entries().empty() || !dice_.in(25))
      return false;
    const auto file = fold(entries());
    const auto dues = papers_due(office_.standard, file);
    const auto due = std::find_if(dues.begin(), dues.end(), [](const PaperDue &one) { return !one.issued; });
    if (due == dues.end())
      return false;
    Entry paper;
    paper.seq = seq_ + 1;
    paper.case_number = numbers_[at_];
    paper.act = "paper";
    paper.on = now_;
    paper.by = paper.typed = "pita";
    paper.recorded = to_instant(now_, Zone::wib);
    paper.facts.fields = {{"kind", due->kind},
                          {"serial", std::to_string(paper.seq)},
                          {"for", std::to_string(due->for_entry)},
                          {"hash", digest_hex(std::to_string(paper.seq))}};
    if (!due->to.empty())
      paper.facts.fields["to"] = due->to;
    if (due->session > 0)
      paper.facts.fields["session"] = std::to_string(due->session);
    if (due->freezes_minutes)
      paper.facts.fields["freezes"] = "minutes";
    paper.sealed_paths = {"paper"};
    if (judge(office_.bench(), file, paper, now_).allowed())
      keep(std::move(paper));
    return true;
  }

  bool take(Plan plan, const Request &asked) {
    if (!plan.problems.empty())
      return false;
    for (auto &planned : plan.acts) {
      if (planned.entry.on.day < asked.now.day)
        ++result_.late;
      keep(std::move(planned.entry));
    }
    if (picture(plan.after) != picture(fold(entries())))
      fault("the plan's case is not the fold of its entries");
    return true;
  }

  void keep(Entry entry) {
    seq_ = entry.seq;
    ++result_.accepted;
    if (entry.correction == Correction::none)
      ++result_.by_kind[entry.act];
    last_ = fmt::format("{} '{}' of entry {}", entry.act, static_cast<int>(entry.correction), entry.target);
    entries().push_back(std::move(entry));
    check_history();
    check_open_steps();
  }

  // everything accepted once is acceptable still, each act at its place: no gate, no guard, no role fails
  void check_history() {
    const auto bench = office_.bench();
    Course course;
    for (const auto &act : standing_in_order(entries())) {
      for (const auto &problem : against(bench, course.file(), act, now_))
        fault(fmt::format("entry {} ('{}') is refused by {} ({})", act.seq, act.step, problem.rule, problem.fact));
      course.take(act);
    }
  }

  void check_open_steps() {
    const auto bench = office_.bench();
    const auto file = fold_regular(entries());
    Entry blank;
    blank.case_number = file.number;
    blank.on = now_;
    for (const auto &next : next_steps(bench, file, now_))
      for (const auto &guard : bench.standard.step(next.step)->guards) {
        const auto *kind = guard_kind(guard.kind);
        if (guard.severity == Severity::refuse && !kind->reads_act && !guard.with.find("only") &&
            !ask(bench, file, blank, file, guard).passed)
          fault(fmt::format("step '{}' is open although {} fails", next.step, guard.id));
      }
  }

  // a case in words, for comparing two
  std::string picture(const CaseFile &file) const {
    const auto bench = office_.bench();
    std::string text = stage_of(bench, file);
    for (const auto &act : file.story)
      text += fmt::format("|{} {} {} {}", act.entry, text_of(act.on), act.by, encode(act.facts));
    for (const auto &due : dues_of(bench, file))
      text += fmt::format("|{} {}", due.deadline, due.due);
    for (const auto &next : next_steps(bench, file, now_))
      text += "|" + next.step;
    for (const auto &one : file.minutes)
      text += fmt::format("|{} {}", one.frozen, one.signatures.size());
    return text;
  }

  void fault(const std::string &what) {
    result_.faults.push_back(
        fmt::format("seed {}, act {}, case {}, after {}: {}", seed_, result_.tried, numbers_[at_], last_, what));
  }

  std::uint64_t seed_;
  long acts_;
  Dice dice_;
  Office office_;
  Moment now_ = parse_moment("2026-03-02T08:00").value();
  std::vector<Case> open_;
  std::vector<std::string> numbers_;
  std::size_t at_ = 0;
  std::int64_t seq_ = 0;
  std::string last_;
  WalkResult result_;
};

} // namespace

WalkResult random_walk(std::uint64_t seed, long acts) {
  return Walk(seed, acts).run();
}

} // namespace mediasi::testing
