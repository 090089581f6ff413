// The options that all writing commands share, and whether the answer to a call is the editor.
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "cmd/batch.h"
#include "cmd/editor_form.h"
#include "cmd/find_slots.h"
#include "cmd/reads.h"
#include "cmd/writing.h"

namespace mediasi {

namespace {

bool goes_without_rows(const WritingOptions &options) {
  return options.case_number.empty() && options.form.empty() && options.sets.empty() && options.attachments.empty() &&
         options.accepted.empty() && !options.corrects() && options.papers.empty() && !options.blank && !options.names;
}

// What was asked of rows, with what a form takes besides; nothing where a form is meant.
std::optional<BatchOptions> rows_asked(const WritingOptions &options) {
  auto rows = options.rows;
  const bool shows = rows.columns || !rows.empty_sheet.empty();
  if (rows.file.empty() && !shows) {
    if (rows.keep_good || !rows.rejects.empty() || !rows.source.empty())
      throw Error({Code::usage, say("--keep-good, --rejects and --source belong to --batch"),
                   say("name the sheet: --batch FILE")});
    return std::nullopt;
  }
  if (!goes_without_rows(options) || (!rows.file.empty() && shows))
    throw Error({Code::usage, say("a batch takes --step, --by, --on, --dry-run and what the rows say"),
                 say("all else stands in the columns of the sheet: --columns")});
  rows.step = options.step;
  rows.by = options.by;
  rows.on = options.on;
  rows.dry_run = options.dry_run;
  return rows;
}

} // namespace

Run declare_writing(std::string_view command, Options &options) {
  const auto mine = std::make_shared<WritingOptions>();
  options.positional("CASE", later("the case: its number, or a short 12 for an open one"), mine->case_number);
  options.text("--step", "STEP", later("the step, or a composite form of the rules"), mine->step);
  options.text("--form", "FILE", later("the form (TOML); - reads standard input"), mine->form);
  options.texts("--set", "NAME=VALUE", later("a field that is not sealed"), mine->sets);
  options.text("--by", "OFFICER", later("who did it (who types, when left out)"), mine->by);
  options.text("--on", "DATE", later("when it happened, YYYY-MM-DD[THH:MM] (now, when left out)"), mine->on);
  options.texts("--attach", "KIND=FILE", later("a file to seal beside the act"), mine->attachments);
  options.texts("--accept", "RULE:REASON[:OFFICER]", later("accepts a warning, by the role the rules name"),
                mine->accepted);
  options.text("--amend", "ENTRY", later("corrects an entry: the form says only what changes"), mine->amend);
  options.text("--void", "ENTRY", later("an entry that does not count any more"), mine->voids);
  options.text("--because", "CODE", later("why it is corrected: a reason of the rules"), mine->because);
  options.text("--papers", "FOLDER", later("issues what the act makes owed; needs the key"), mine->papers);
  if (command == "schedule")
    declare_find(options, mine->find);
  options.flag("--blank", later("prints the blank form of the step"), mine->blank);
  options.flag("--names", later("the form says who is who; needs the key, and is recorded first"), mine->names);
  declare_purpose(mine->purpose, options);
  declare_batch(options, mine->rows);
  options.flag("--dry-run", later("says all that would happen and changes nothing"), mine->dry_run);
  return [mine, name = std::string(command)](Env &env) {
    if (auto rows = rows_asked(*mine))
      return rows->file.empty() ? show_columns(env, name, *rows) : run_batch(env, name, *rows);
    return nothing_given(*mine) && on_a_terminal() ? write_in_editor(env, name, *mine) : write_case(env, name, *mine);
  };
}

} // namespace mediasi
