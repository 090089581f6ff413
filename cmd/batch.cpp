#include "cmd/batch.h"

#include <algorithm>
#include <optional>

#include "action/row_key.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/batch_feed.h"
#include "cmd/batch_run.h"
#include "cmd/env.h"
#include "cmd/kept_files.h"
#include "cmd/progress.h"
#include "cmd/rejects.h"
#include "cmd/sheet_file.h"

namespace mediasi {

namespace {

constexpr std::size_t most_complaints = 1000; // told one by one

struct Complaints {
  std::vector<Problem> told;
  std::size_t left = 0;

  void add(const std::vector<Problem> &problems) {
    for (const auto &problem : problems)
      if (told.size() < most_complaints)
        told.push_back(problem);
      else
        ++left;
  }

  std::vector<Problem> all() const {
    auto list = told;
    if (left > 0)
      list.push_back(
          {.code = exit_code(told.back().code) == exit_code(Code::usage) ? Code::bad_value : told.back().code,
           .message = say("and {} more complaints", left),
           .hint = say("mend these first, or take them all from the file of --rejects")});
    return list;
  }
};

void check_options(const BatchOptions &options) {
  const auto refuse = [](std::string message, std::string hint) {
    throw Error({.code = Code::usage, .message = std::move(message), .hint = std::move(hint)});
  };
  if (options.keep_good != !options.rejects.empty())
    refuse(say("--keep-good and --rejects go together"),
           say("--keep-good --rejects FILE: the file of the rows not taken"));
  if (options.rejects == "-")
    refuse(say("--rejects needs a file"), say("--rejects FILE: it holds what the sheet held"));
  if (!options.source.empty() && !is_row_key(options.source))
    throw Error({.code = Code::option_value,
                 .message = say("--source is not the name of a register"),
                 .hint = may_hold_nik(options.source) ? say("it could be a NIK: name the book, the year or the sheet")
                                                      : say("up to 64 of A-Z a-z 0-9 . _ / -")});
}

// Nothing of what is there already may be written over, and one file holds one thing.
void check_places(const Env &env, const BatchOptions &options) {
  const auto refuse = [](std::string message) {
    throw Error({.code = Code::option_value, .message = std::move(message), .hint = say("name a file of its own")});
  };
  if (!options.rejects.empty())
    if (const auto why = why_kept(env, options.rejects); !why.empty())
      refuse(say("--rejects '{}': {}", options.rejects, why));
  if (env.output.empty())
    return;
  if (!options.rejects.empty() && same_file(env.output, options.rejects))
    refuse(say("--output and --rejects name the same file"));
  if (options.file != "-" && same_file(env.output, options.file))
    refuse(say("--output '{}': {}", env.output, tr("is the file of rows")));
}

Problem command_unknown(const SourceRow &row, const std::string &file) {
  const auto near = nearest(folded(row.command), writing_commands());
  return {.code = Code::unknown_name,
          .message = row.command.empty() ? say("the line does not say what it does")
                                         : say("what the line does is none of the writing commands"),
          .hint = near.empty() ? say("\"do\": one of intake, assess, schedule, record, monitor, terminate")
                               : say("did you mean '{}'?", near),
          .place = {.file = file, .line = row.row.line, .row = row.row.number, .field = "do"}};
}

// rows that could not be read at all, or that say no command
std::vector<Problem> unreadable(const std::vector<SourceRow> &unit, const std::string &file) {
  std::vector<Problem> problems;
  for (const auto &row : unit) {
    problems.insert(problems.end(), row.row.problems.begin(), row.row.problems.end());
    if (row.row.problems.empty() && !is_readable(row))
      problems.push_back(command_unknown(row, file));
  }
  return problems;
}

// each row of a refused unit with its reasons: its own, or that of the row that kept its case out
void reject(Rejects &rejects, const std::vector<SourceRow> &unit, const std::vector<Problem> &problems) {
  for (const auto &row : unit) {
    std::vector<Problem> own;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(own),
                 [&](const Problem &one) { return one.place.row == row.row.number; });
    rejects.add(row.row, own.empty() ? std::vector{problems.front()} : own);
  }
}

Complaints read_all(SheetFile &sheet, BatchRun &run, Rejects *rejects, std::string_view command, bool quiet) {
  Complaints complaints;
  Progress progress(!quiet);
  Feed feed(sheet, command);
  for (std::vector<SourceRow> unit; feed.next(unit);) {
    auto problems = unreadable(unit, sheet.name());
    const auto fate = is_readable(unit.front()) ? run.take(unit, problems) : run.refuse(unit, std::move(problems));
    if (fate.fate == Fate::refused) {
      complaints.add(fate.problems);
      if (rejects)
        reject(*rejects, unit, fate.problems);
    }
    progress.at(feed.rows(), sheet.bytes_read(), sheet.size());
  }
  return complaints;
}

BatchAnswer answer_of(const BatchRun &run, bool dry_run) {
  const auto &batch = run.batch();
  return {batch.taken == 0 ? 0 : batch.number,
          batch.taken,
          batch.unchanged,
          batch.refused,
          batch.first,
          batch.last,
          dry_run};
}

std::vector<Problem> warnings_of(const BatchRun &run) {
  auto warnings = run.warnings();
  if (run.warnings_left() > 0)
    warnings.push_back({.code = warnings.back().code, .message = say("and {} more warnings", run.warnings_left())});
  return warnings;
}

Problem rows_left(const BatchRun &run, const BatchOptions &options) {
  return {.code = Code::rows_left,
          .message = say("{} rows were not taken; they are in '{}'", run.batch().refused, options.rejects),
          .hint = say("mend that file and give it to the same command")};
}

// The batch is in, whatever failed behind it: what was left of it must not get lost. What it says when it is.
std::vector<Problem> keep_what_is_left(Rejects *rejects, const BatchRun &run, const BatchOptions &options) {
  if (!rejects || run.batch().refused == 0)
    return {};
  try {
    rejects->keep();
    return {};
  } catch (const Error &error) {
    auto problems = error.problems();
    if (run.batch().taken > 0)
      problems.push_back({.code = Code::after_commit,
                          .message = say("the batch is taken; its {} refused rows could not be put into '{}'",
                                         run.batch().refused, options.rejects),
                          .hint = say("give the same command again: rows with a 'ref' are not taken twice; where they "
                                      "have none, first 'mediasi store undo-batch {}'",
                                      run.batch().number)});
    return problems;
  }
}

[[noreturn]] void taken_all_the_same(const Error &error, Rejects *rejects, const BatchRun &run,
                                     const BatchOptions &options) {
  auto problems = error.problems();
  auto lost = keep_what_is_left(rejects, run, options);
  if (run.batch().refused > 0 && lost.empty())
    problems.push_back(rows_left(run, options));
  std::move(lost.begin(), lost.end(), std::back_inserter(problems));
  throw Error(std::move(problems));
}

bool is_recorded(const Error &error) {
  return std::any_of(error.problems().begin(), error.problems().end(),
                     [](const Problem &one) { return one.code == Code::after_commit; });
}

// a disk that is full, a store that is held: which rows were not taken
[[noreturn]] void not_taken(const Error &error, const SheetFile &sheet) {
  auto problems = error.problems();
  problems.push_back({.code = problems.front().code,
                      .message = say("no row of the batch '{}' was taken", sheet.name()),
                      .hint = say("give the same command again when that is mended")});
  throw Error(std::move(problems));
}

Outcome ended(const BatchRun &run, const Complaints &complaints, const BatchOptions &options) {
  auto told = complaints.all();
  const auto &batch = run.batch();
  if (batch.refused > 0 && !options.keep_good)
    throw Error(std::move(told));
  const bool none = batch.refused > 0 && batch.taken == 0; // nothing was taken in part
  const int refused = none ? Error(told).exit_code() : partly_taken;
  const auto warnings = warnings_of(run);
  told.insert(told.end(), warnings.begin(), warnings.end());
  if (batch.refused > 0 && !options.dry_run)
    told.push_back(rows_left(run, options));
  if (run.passed_over())
    told.push_back(
        {.code = Code::row_compared_in_part,
         .message =
             say("lines without a 'ref' that look recorded were passed over; what is sealed of them was not compared"),
         .hint = say("give the file again with the key at hand, or each line a 'ref'")});
  const int attention = run.passed_over() ? exit_code(Code::row_compared_in_part) : 0;
  return {answer_of(run, options.dry_run), batch.refused > 0 ? refused : attention, std::move(told)};
}

} // namespace

void declare_batch(Options &options, BatchOptions &mine) {
  options.text("--batch", "FILE", later("a sheet (CSV) or JSON Lines, one act a row; - reads standard input"),
               mine.file);
  declare_rows(options, mine);
  options.flag("--columns", later("prints what columns a batch may have"), mine.columns);
  options.text("--template", "csv", later("prints an empty sheet with the headings"), mine.empty_sheet);
}

void declare_rows(Options &options, BatchOptions &mine) {
  options.text("--source", "NAME", later("the register the rows come from: each 'ref' is one row of it"), mine.source);
  options.flag("--keep-good", later("takes the good rows of a batch and leaves the others"), mine.keep_good);
  options.text("--rejects", "FILE", later("where the rows not taken go, each with its reason"), mine.rejects);
}

Outcome run_batch(Env &env, std::string_view command, const BatchOptions &options) {
  check_options(options);
  check_places(env, options);
  WritingOptions moment;
  moment.on = options.on;
  const auto on = moment_given(moment);
  SheetFile sheet(options.file);
  std::optional<Rejects> room; // a dry run asks for its place, too, and puts nothing there
  if (!options.rejects.empty())
    room.emplace(options.rejects, sheet, options.dry_run);
  Rejects *rejects = room && !options.dry_run ? &*room : nullptr;
  Store store = open_store(env, options.dry_run ? Access::read : Access::write);
  if (!options.dry_run)
    store.begin();
  BatchRun run(store, env, {std::string(command), options.step, options.source, options.by, on, options.dry_run},
               sheet.name());
  run.check_heading(sheet.heading());
  Complaints complaints;
  try {
    complaints = read_all(sheet, run, room ? &*room : nullptr, command, env.quiet);
    if (rejects && run.batch().refused > 0)
      rejects->finish();
    if (!options.dry_run && (run.batch().refused == 0 || options.keep_good)) {
      run.close();
      if (run.batch().taken > 0)
        store.commit();
    }
  } catch (const Error &error) {
    if (!is_recorded(error))
      not_taken(error, sheet);
    taken_all_the_same(error, rejects, run, options);
  }
  if (auto lost = keep_what_is_left(rejects, run, options); !lost.empty()) {
    auto told = complaints.all();
    told.insert(told.begin(), lost.begin(), lost.end());
    throw Error(std::move(told));
  }
  return ended(run, complaints, options);
}

} // namespace mediasi
