#include "cmd/batch_run.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/collect.h"
#include "cmd/env.h"
#include "cmd/house_acts.h"
#include "cmd/house_entry.h"
#include "cmd/key_at_hand.h"
#include "cmd/officer.h"
#include "cmd/people_told.h"
#include "cmd/region_files.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

// A file that a row names and that cannot be read is a mistake of the row.
void blame_row(Problem &problem) {
  if (problem.code == Code::file_unreadable || problem.code == Code::too_large)
    problem.code = Code::bad_attachment;
}

} // namespace

bool ends_the_command(const Error &error) {
  return error.exit_code() == exit_code(Code::internal) || error.exit_code() == exit_code(Code::store_busy) ||
         error.exit_code() == exit_code(Code::store_damaged);
}

BatchRun::BatchRun(Store &store, const Env &env, BatchSettings settings, std::string file)
    : store_(store), env_(env), settings_(std::move(settings)), file_(std::move(file)), rules_(store.current_rules()),
      grounds_(store), regions_(region_source(env)) {
  const auto bench = grounds_.bench(rules_);
  clock_ = clock_for(env, store.practice(), bench.standard.office.zone);
  typed_ = typing_officer(bench.roster, env);
  by_ = acting_officer(bench.roster, settings_.by, typed_);
  if (settings_.command != importing)
    check_step_name(bench.standard, settings_.step, settings_.command);
  batch_.number = next_batch(store);
  batch_.command = settings_.command;
  batch_.source = settings_.source;
  (void)unlock_at_hand(store, env); // rows seen before are then compared whole
}

UnitFate BatchRun::refuse(const std::vector<SourceRow> &unit, std::vector<Problem> problems) {
  note_registration(unit);
  for (auto &problem : problems)
    problem = placed(std::move(problem), unit.front().row);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem &a, const Problem &b) { return a.place.row < b.place.row; });
  batch_.refused += static_cast<std::int64_t>(unit.size());
  return {Fate::refused, std::move(problems)};
}

UnitFate BatchRun::take(const std::vector<SourceRow> &unit, const std::vector<Problem> &unreadable) {
  const auto count = static_cast<std::int64_t>(unit.size());
  note_registration(unit);
  std::vector<Problem> problems;
  try {
    CaseAtHand at_hand = case_of(unit);
    std::vector<Row> fresh;
    problems = read_unit(unit, at_hand, fresh);
    problems.insert(problems.end(), unreadable.begin(), unreadable.end());
    if (problems.empty() && fresh.empty()) {
      batch_.unchanged += count;
      return {Fate::unchanged, {}};
    }
    if (!at_hand.number.empty() && erased(store_, at_hand.number))
      throw erased_case(at_hand.number);
    if (fresh.empty())
      return refuse(unit, std::move(problems));
    auto request = request_for(at_hand, fresh);
    request.parts_missing = fresh.size() < unit.size() && !problems.empty();
    request.problems = std::move(problems);
    auto decision = decide_on(store_, grounds_, at_hand, request, bookings_);
    problems = std::move(decision.plan.problems);
    for (auto &problem : problems) {
      blame_row(problem);
      problem = in_a_row(std::move(problem), decision.bench.standard);
    }
    if (problems.empty()) {
      tell_people(store_, env_, decision.bench.standard, at_hand.entries, decision.plan,
                  settings_.dry_run ? Indexing::asks_only : Indexing::changes, Looking::exactly);
      put(at_hand, fresh, decision);
      batch_.taken += static_cast<std::int64_t>(fresh.size());
      batch_.unchanged += count - static_cast<std::int64_t>(fresh.size());
      warn_by_act(decision.plan, decision.bench.standard, fresh);
      return {Fate::taken, {}};
    }
  } catch (const Error &error) {
    if (ends_the_command(error))
      throw;
    problems = error.problems();
    problems.insert(problems.end(), unreadable.begin(), unreadable.end());
  }
  return refuse(unit, std::move(problems));
}

Request BatchRun::request_for(CaseAtHand &at_hand, std::vector<Row> &rows) {
  Request request;
  mark_old(at_hand, rows);
  request.on = settings_.on;
  request.by = by_;
  request.typed = typed_;
  request.now = clock_.moment();
  request.recorded = clock_.now;
  request.of_batch = true;
  request.rules = at_hand.rules;
  request.regions = regions_;
  request.next_seq = store_.next_seq() + supposed_;
  for (auto &row : rows)
    request.drafts.insert(request.drafts.end(), row.read.drafts.begin(), row.read.drafts.end());
  if (at_hand.number.empty()) {
    const auto day = registration_day(request);
    const int year = static_cast<int>(day.year());
    const auto ahead = numbers_.find(year);
    at_hand.number = ahead == numbers_.end() ? new_case_number(store_, day)
                                             : case_number_text(year, store_.next_serial(year) + ahead->second);
  }
  request.case_number = at_hand.number;
  return request;
}

void BatchRun::put(CaseAtHand &at_hand, const std::vector<Row> &rows, Decision &decision) {
  const auto brought = [&](const Row &row, bool first) { // the first act of a row bears its key
    const auto ref = first ? row.read.ref : std::string();
    const bool known_again = first && (!ref.empty() || settings_.command == importing);
    return Brought{batch_.number, row.from->row.number, settings_.source,
                   ref,           row.read.clear,       known_again ? row.read.whole : std::string()};
  };
  auto act = decision.plan.acts.begin(); // one for each draft
  for (const auto &row : rows)
    for (std::size_t i = 0; i < row.read.drafts.size() && act != decision.plan.acts.end(); ++i, ++act)
      act->entry.brought = brought(row, i == 0);
  for (auto &entry : decision.told)
    entry.brought = Brought{batch_.number, rows.back().from->row.number, {}, {}, {}, {}};
  if (settings_.dry_run)
    return suppose(at_hand, rows, decision);
  const auto first = store_.next_seq();
  record(store_, grounds_, at_hand, decision);
  batch_.first = batch_.first == 0 ? first : batch_.first;
  batch_.last = store_.next_seq() - 1;
}

// What a dry run would have put into the store, for the rows that come after.
void BatchRun::suppose(const CaseAtHand &at_hand, const std::vector<Row> &rows, const Decision &decision) {
  auto act = decision.plan.acts.begin(); // one for each draft
  for (const auto &row : rows) {
    const bool registers = act != decision.plan.acts.end() && act->entry.act == "register";
    if (!row.read.ref.empty())
      seen_[row.read.ref] = {row.read.clear, row.read.whole, at_hand.number, registers};
    act += std::min<std::ptrdiff_t>(std::ssize(row.read.drafts), decision.plan.acts.end() - act);
  }
  supposed_ += static_cast<std::int64_t>(decision.plan.acts.size() + decision.told.size());
  for (auto &booking : project(decision.bench, decision.plan.after).bookings)
    bookings_.push_back(std::move(booking));
  if (at_hand.entries.empty() && at_hand.number != house) {
    ++numbers_[static_cast<int>(decision.plan.after.received.day.year())];
    if (!names_cases_)
      return;
  }
  auto &entries = coming_[at_hand.number];
  entries = at_hand.entries;
  for (const auto &act : decision.plan.acts)
    entries.push_back(act.entry);
}

void BatchRun::close() {
  if (batch_.taken == 0)
    return;
  Entry entry;
  entry.act = "batch";
  entry.facts.fields = facts_of(batch_);
  append_house(store_, std::move(entry), {}, {by_, typed_, clock_.moment(), clock_.now});
}

} // namespace mediasi
