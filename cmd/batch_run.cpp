#include "cmd/batch_run.h"

#include <algorithm>
#include <filesystem>

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
#include "cmd/said_before.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

bool ends_the_command(const Error &error) {
  return error.exit_code() == exit_code(Code::internal) || error.exit_code() == exit_code(Code::store_busy) ||
         error.exit_code() == exit_code(Code::store_damaged);
}

Problem not_known(Code code, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), {}, {}, {}, {}};
}

// Where the attachment of a row lies; nullopt for one that a link leads out of the folder of the sheet.
std::optional<std::string> below(const std::string &sheet, const std::string &path) {
  const auto folder = sheet == "<stdin>" ? std::filesystem::path(".") : std::filesystem::path(sheet).parent_path();
  const auto file = folder / path;
  std::error_code failed; // whole paths: of one that is not there nothing else would be resolved
  const auto home = std::filesystem::weakly_canonical(std::filesystem::absolute(folder.empty() ? "." : folder), failed);
  const auto real = std::filesystem::weakly_canonical(std::filesystem::absolute(file), failed);
  const auto [end, rest] = std::mismatch(home.begin(), home.end(), real.begin(), real.end());
  return failed || end != home.end() ? std::nullopt : std::optional(file.string());
}

// A file that a row names and that cannot be read is a mistake of the row.
void blame_row(Problem &problem) {
  if (problem.code == Code::file_unreadable || problem.code == Code::too_large)
    problem.code = Code::bad_attachment;
}

} // namespace

BatchRun::BatchRun(Store &store, const Env &env, BatchSettings settings, std::string file)
    : store_(store), env_(env), settings_(std::move(settings)), file_(std::move(file)), grounds_(store),
      regions_(region_source(env)) {
  const auto bench = grounds_.bench(store.current_rules());
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
  for (auto &problem : problems)
    problem = placed(std::move(problem), unit.front().row);
  batch_.refused += static_cast<std::int64_t>(unit.size());
  return {Fate::refused, std::move(problems)};
}

UnitFate BatchRun::take(const std::vector<SourceRow> &unit) {
  const auto count = static_cast<std::int64_t>(unit.size());
  std::vector<Problem> problems;
  try {
    CaseAtHand at_hand = case_of(unit.front());
    std::vector<Row> fresh;
    problems = read_unit(unit, at_hand, fresh);
    if (problems.empty() && fresh.empty()) {
      batch_.unchanged += count;
      return {Fate::unchanged, {}};
    }
    if (!at_hand.number.empty() && erased(store_, at_hand.number))
      throw erased_case(at_hand.number);
    if (!problems.empty() && unit.size() > 1) // what rests on a line that cannot be read is not asked about
      return refuse(unit, std::move(problems));
    auto request = request_for(at_hand, fresh);
    request.problems = std::move(problems);
    auto decision = decide_on(store_, grounds_, at_hand, request, bookings_);
    problems = std::move(decision.plan.problems);
    std::for_each(problems.begin(), problems.end(), blame_row);
    place_by_act(problems, decision.plan, fresh);
    if (problems.empty()) {
      tell_people(store_, env_, decision.bench.standard, at_hand.entries, decision.plan,
                  settings_.dry_run ? Indexing::asks_only : Indexing::changes, Looking::exactly);
      put(at_hand, fresh, decision);
      batch_.taken += static_cast<std::int64_t>(fresh.size());
      batch_.unchanged += count - static_cast<std::int64_t>(fresh.size());
      warn_by_act(decision.plan, fresh);
      return {Fate::taken, {}};
    }
  } catch (const Error &error) {
    if (ends_the_command(error))
      throw;
    problems = error.problems();
  }
  return refuse(unit, std::move(problems));
}

// What stands in the store already is left out; what cannot be read is complained about, all of it.
std::vector<Problem> BatchRun::read_unit(const std::vector<SourceRow> &unit, CaseAtHand &at_hand,
                                         std::vector<Row> &fresh) {
  std::vector<Problem> problems;
  std::optional<SaidBefore> said;
  for (const auto &source : unit) {
    const auto name = step_of(source, at_hand);
    const auto &standard = grounds_.standard(at_hand.rules);
    check_step_name(standard, name, source.command);
    auto &known_columns = columns(at_hand.rules, name);
    if (known_columns.steps().empty()) {
      problems.push_back(placed(not_known(Code::missing_field, say("the row names no step"),
                                          say("name one: --step STEP, or a column 'step'")),
                                source.row));
      continue;
    }
    Row row{&source, draft_of(source.row, known_columns, file_)};
    for (auto &draft : row.read.drafts)
      for (auto &attachment : draft.attachments)
        find_attachment(attachment, row.read.problems);
    std::string number;
    auto known_as = row.read.problems.empty() ? known(row.read, at_hand, number) : Known::no;
    const auto twin = std::find_if(fresh.begin(), fresh.end(), [&](const Row &other) {
      return !row.read.ref.empty() && other.read.ref == row.read.ref;
    });
    if (twin != fresh.end()) // twice among the lines of one case
      known_as = twin->read.whole == row.read.whole ? Known::same : Known::changed;
    if (known_as == Known::changed)
      row.read.problems.push_back(placed({Code::ref_changed,
                                          say("the key '{}' is in the store with other content", row.read.ref),
                                          say("what is recorded is corrected by --amend; a new act takes a new key"),
                                          {},
                                          {},
                                          {},
                                          {}},
                                         source.row));
    if (known_as == Known::same && at_hand.number.empty() && !number.empty())
      at_hand = known_case(number);
    if (settings_.command == importing && row.read.ref.empty() && row.read.problems.empty()) {
      if (!said)
        said.emplace(store_, at_hand.entries, settings_.source, batch_.number);
      known_as = said->take(row.read) ? Known::same : known_as;
    }
    problems.insert(problems.end(), row.read.problems.begin(), row.read.problems.end());
    if (known_as == Known::no)
      fresh.push_back(std::move(row));
  }
  return problems;
}

void BatchRun::find_attachment(Attachment &attachment, std::vector<Problem> &problems) const {
  if (const auto file = below(file_, attachment.file))
    attachment.file = *file;
  else
    problems.push_back({Code::bad_attachment,
                        say("an attachment lies outside the folder of the sheet"),
                        say("copy the file beside the sheet; links are not followed out of it"),
                        attachment.place,
                        {},
                        {},
                        {}});
}

RowColumns &BatchRun::columns(const std::string &rules, const std::string &name) {
  return columns_.try_emplace(rules + "/" + name, grounds_.standard(rules), name).first->second;
}

BatchRun::Known BatchRun::known(const RowDraft &read, const CaseAtHand &at_hand, std::string &number) {
  if (read.ref.empty())
    return Known::no;
  const auto elsewhere = [&] { return !at_hand.number.empty() && at_hand.number != number; };
  if (const auto seen = seen_.find(read.ref); seen != seen_.end()) {
    number = seen->second.case_number;
    return seen->second.whole == read.whole && !elsewhere() ? Known::same : Known::changed;
  }
  const auto row = known_row(store_, settings_.source, read.ref);
  if (!row)
    return Known::no;
  number = row->case_number;
  if (row->clear != read.clear || elsewhere())
    return Known::changed;
  if (const auto whole = store_.unlocked() ? whole_row(store_, *row) : std::nullopt)
    return *whole == read.whole ? Known::same : Known::changed;
  if (store_.unlocked()) // of an erased case nothing else is left to compare
    return Known::same;
  if (std::none_of(warnings_.begin(), warnings_.end(),
                   [](const Problem &one) { return one.code == Code::row_compared_in_part; }))
    warnings_.push_back(not_known(Code::row_compared_in_part,
                                  say("rows that are in the store were compared only in what stands in the clear"),
                                  say("with the key at hand they are compared whole")));
  return Known::same;
}

Request BatchRun::request_for(CaseAtHand &at_hand, std::vector<Row> &rows) {
  Request request;
  mark_old(at_hand, rows);
  request.on = settings_.on;
  request.by = by_;
  request.typed = typed_;
  request.now = clock_.moment();
  request.recorded = clock_.now;
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
  for (const auto &row : rows)
    if (!row.read.ref.empty())
      seen_[row.read.ref] = {row.read.clear, row.read.whole, at_hand.number};
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
