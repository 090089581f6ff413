// store batches, store undo-batch.
#include <algorithm>
#include <memory>

#include "action/correct.h"
#include "acts/acts.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_acts.h"
#include "cmd/house_entry.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "model/corrections.h"
#include "rules/duties.h"
#include "store/batches.h"
#include "store/erasure.h"
#include "store/search.h"

namespace mediasi {

namespace {

constexpr std::size_t most_cases_named = 50; // cases that stand in the way

Cell count_cell(std::int64_t count) {
  return count == 0 ? Cell{} : Cell{count};
}

// the code of a correction, and what the rules adopted last call it
Cell reason_cell(const Standard &standard, const std::string &because) {
  const auto *reason = standard.reason("correction", because);
  return because.empty() ? Cell{} : Cell{Coded{because, reason == nullptr ? "" : reason->title}};
}

Outcome list_batches(const Env &env) {
  const Store store = open_store(env, Access::read);
  Grounds grounds(store);
  const Standard &standard = grounds.standard(store.current_rules());
  Report report;
  report.name = "batches";
  report.title = tr("Batches taken in");
  report.columns = {{"number", tr("batch"), ColumnType::integer, {}},
                    {"on", tr("taken in on"), ColumnType::moment, {}},
                    {"command", tr("command"), ColumnType::text, {}},
                    {"source", tr("register"), ColumnType::text, {}},
                    {"taken", tr("taken"), ColumnType::integer, {}},
                    {"unchanged", tr("unchanged"), ColumnType::integer, {}},
                    {"refused", tr("refused"), ColumnType::integer, {}},
                    {"typed", tr("typed by"), ColumnType::text, {}},
                    {"first", tr("first entry"), ColumnType::integer, {}},
                    {"last", tr("last entry"), ColumnType::integer, {}},
                    {"undone", tr("undone by entry"), ColumnType::integer, {}},
                    {"because", tr("why undone"), ColumnType::text, {}}};
  for (const Batch &batch : batches(store))
    report.rows.push_back({batch.number, batch.entry.on, batch.command, batch.source, batch.taken, batch.unchanged,
                           batch.refused, batch.entry.typed, batch.first, batch.last, count_cell(batch.undone),
                           reason_cell(standard, batch.because)});
  return {report, 0};
}

Batch batch_called(const Store &store, const std::string &typed) {
  const auto number = parse_integer(typed);
  for (const Batch &batch : batches(store)) {
    if (number != batch.number)
      continue;
    if (batch.undone != 0)
      throw Error({.code = Code::batch_built_on,
                   .message = say("batch {} is undone already, by entry {}", batch.number, batch.undone),
                   .hint = say("see: mediasi store batches")});
    return batch;
  }
  throw Error({.code = Code::no_such_batch,
               .message = say("no batch '{}'", repeatable(typed)),
               .hint = say("see: mediasi store batches")});
}

// Of the batch's own acts and of what came later: without the batch there is nothing left to take back.
bool takes_back_since(const Entry &entry, const Batch &batch) {
  return entry.correction == Correction::voids && entry.target >= batch.first;
}

// The first entry after the batch that stands; 0 = none. What takes back an act of the batch or a later one is in
// nobody's way, nor is what amends an act that is gone: else one batch could be undone and another, beside it, never.
std::int64_t standing_after(const std::vector<Entry> &entries, const Batch &batch) {
  const auto gone = taken_back(entries);
  for (const Entry &entry : entries)
    if (entry.seq > batch.last && !gone.contains(entry.seq) && !takes_back_since(entry, batch) &&
        !(entry.correction == Correction::amends && gone.contains(entry.target)))
      return entry.seq;
  return 0;
}

bool touches(const std::vector<Entry> &entries, const Batch &batch) {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
    return entry.brought && batch.first <= entry.seq && entry.seq <= batch.last;
  });
}

// Who brought a batch in may take it back, and whoever answers for cases; both only while they hold a post.
void check_role(const Bench &bench, const Batch &batch, const std::string &by, const Date &day) {
  const auto refuse = [](std::string message) {
    throw Error(
        {.code = Code::role_not_held, .message = std::move(message), .hint = say("name who decided it: --by OFFICER")});
  };
  const auto *officer = bench.roster.officer(by);
  const auto answering = role_of_duty(bench.standard, "mk"); // the case manager
  const auto in_post = [&](const Post &post) { return holds(*officer, post.role, day); };
  if (officer == nullptr || std::none_of(officer->posts.begin(), officer->posts.end(), in_post))
    refuse(say("'{}' holds no post on {}", by, text_of(day)));
  if (by != batch.entry.by && by != batch.entry.typed && !holds(*officer, answering, day))
    refuse(say("'{}' neither brought the batch in nor holds the role '{}' on {}", by, answering, text_of(day)));
}

// What was erased stays erased and counted.
std::int64_t note_erased(const Store &store, const std::vector<TouchedCase> &cases, std::vector<Problem> &problems) {
  std::int64_t left = 0;
  for (const TouchedCase &one : cases) {
    if (!erased(store, one.number))
      continue;
    if (problems.size() < most_cases_named)
      problems.push_back({.code = Code::batch_built_on,
                          .message = say("case {} was erased: what stays of it is for the counting", one.number),
                          .hint = say("correct single acts of the other cases with --void")});
    else
      ++left;
  }
  return left;
}

// Nothing may rest on what goes away.
void check_free(const Store &store, std::vector<TouchedCase> cases, const Batch &batch) {
  const auto complaints = complaint_entries(store);
  if (touches(complaints, batch))
    cases.push_back({std::string(house), standing_after(complaints, batch)});
  std::vector<Problem> problems;
  auto left = note_erased(store, cases, problems);
  for (TouchedCase &one : cases) {
    if (one.later != 0 && one.number != house)
      one.later = standing_after(store.entries_of(one.number), batch);
    if (one.later == 0)
      continue;
    if (problems.size() < most_cases_named)
      problems.push_back({.code = Code::batch_built_on,
                          .message = say("case {} has a later entry, {}", one.number, one.later),
                          .hint = say("correct single acts with --void, or void the later one first")});
    else
      ++left;
  }
  if (left > 0)
    problems.push_back({.code = Code::batch_built_on, .message = say("and {} more cases", left)});
  throw_if_any(std::move(problems));
}

std::vector<Entry> without(std::vector<Entry> entries, const Batch &batch, std::int64_t undoing) {
  for (Entry &entry : entries)
    if (entry.brought && batch.first <= entry.seq && entry.seq <= batch.last)
      entry.undone = undoing;
  return entries;
}

// What is left of a case goes back into the tables as it was; of one that the batch made, nothing.
void project_without(Store &store, Grounds &grounds, const Batch &batch, const std::string &number) {
  const auto entries = without(store.entries_of(number), batch, store.next_seq());
  if (standing_entries(entries).empty())
    return forget_case(store, number);
  const auto file = fold(entries);
  store.replace_projection(project(grounds.bench(file.rules), file));
  leave_pending(store, number); // who is in it is asked again
}

struct UndoOptions {
  std::string number, by, because;
  bool dry_run = false;
};

Outcome undo(const UndoOptions &options, const Env &env) {
  Store store = open_store(env, options.dry_run ? Access::read : Access::write);
  if (!options.dry_run)
    store.begin();
  const Batch batch = batch_called(store, options.number);
  Grounds grounds(store);
  const auto bench = grounds.bench(store.current_rules());
  const auto clock = clock_for(env, store.practice(), bench.standard.office.zone);
  const auto typed = typing_officer(bench.roster, env);
  const auto by = acting_officer(bench.roster, options.by, typed);
  if (!options.because.empty())
    if (auto problem = unknown_reason(bench.standard, options.because))
      throw Error(std::move(*problem));
  check_role(bench, batch, by, clock.today());
  const auto cases = touched_cases(store, batch);
  check_free(store, cases, batch);
  std::int64_t entry_number = 0;
  if (!options.dry_run) {
    for (const TouchedCase &one : cases)
      project_without(store, grounds, batch, one.number);
    const auto of_house = without(complaint_entries(store), batch, store.next_seq());
    store.replace_projection(project(bench, fold(of_house)));
    free_refs(store, batch);
    Entry entry;
    entry.act = "undo_batch";
    entry.facts.fields = undoing_of(batch, options.because);
    entry_number = append_house(store, std::move(entry), {}, {by, typed, clock.moment(), clock.now});
    store.commit();
  }
  Info info{options.dry_run ? tr("The batch can be undone; nothing was changed") : tr("The batch is undone"),
            {{"batch", std::to_string(batch.number)},
             {"entries", std::to_string(batch.last - batch.first + 1)},
             {"cases", std::to_string(cases.size())}}};
  info.lines.emplace_back(options.dry_run ? std::pair{"dry_run", std::string("yes")}
                                          : std::pair{"entry", std::to_string(entry_number)});
  return {std::move(info), 0};
}

} // namespace

Run declare_store_batches(Options &) {
  return [](Env &env) { return list_batches(env); };
}

Run declare_store_undo_batch(Options &options) {
  const auto mine = std::make_shared<UndoOptions>();
  options.positional("BATCH", later("its number: see 'mediasi store batches'"), mine->number, Presence::required);
  options.text("--by", "OFFICER", later("who did it (who types, when left out)"), mine->by);
  options.text("--because", "CODE", later("why it is taken back: a reason for corrections"), mine->because);
  options.flag("--dry-run", later("says all that would happen and changes nothing"), mine->dry_run);
  return [mine](Env &env) { return undo(*mine, env); };
}

} // namespace mediasi
