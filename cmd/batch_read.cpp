// The rows of one case read into drafts: what stands in the store already is left out, what cannot be read is
// complained about.
#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/batch_run.h"
#include "cmd/collect.h"
#include "cmd/said_before.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

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

} // namespace

// Those of the step it means; nullptr, and a complaint, where it means none.
RowColumns *BatchRun::columns_for(const SourceRow &source, const CaseAtHand &at_hand, std::vector<Problem> &problems) {
  try {
    const auto name = step_of(source, at_hand);
    check_step_name(grounds_.standard(at_hand.rules), name, source.command);
    auto &known = columns(at_hand.rules, name);
    if (!known.steps().empty())
      return &known;
    problems.push_back(
        placed(not_known(Code::missing_field, say("the row names no step"),
                         settings_.command == importing ? say("name one in 'step'")
                                                        : say("name one: --step STEP, or a column 'step'")),
               source.row));
  } catch (const Error &error) {
    if (ends_the_command(error))
      throw;
    for (const auto &problem : error.problems())
      problems.push_back(placed(problem, source.row));
  }
  return nullptr;
}

// An act without a day would be of today: in an old register nobody means that, nor with an empty cell for the day.
void BatchRun::check_day(Row &row, RowColumns &known) const {
  const auto is_day = [&](const SheetCell &cell) {
    const auto found = known.find(cell.name);
    return found.column && found.column->is == ColumnIs::field && found.column->field == "on" &&
           found.column->group.empty();
  };
  const auto &cells = row.from->row.cells;
  const bool asked = settings_.command == importing || std::any_of(cells.begin(), cells.end(), is_day);
  const auto &drafts = row.read.drafts;
  const bool said =
      std::all_of(drafts.begin(), drafts.end(), [](const Draft &draft) { return draft.fields.values.contains("on"); });
  if (!asked || said || settings_.on)
    return;
  auto problem = not_known(Code::missing_field, say("the row does not say when it happened"),
                           settings_.command == importing
                               ? say("write its day in 'on'")
                               : say("write the day in the column 'on'; --on gives one day to all rows"));
  problem.place.field = "on";
  row.read.problems.push_back(placed(std::move(problem), row.from->row));
}

// What stands in the store already is left out; what cannot be read is complained about, all of it.
std::vector<Problem> BatchRun::read_unit(const std::vector<SourceRow> &unit, CaseAtHand &at_hand,
                                         std::vector<Row> &fresh) {
  std::vector<Problem> problems;
  std::optional<SaidBefore> said;
  for (const auto &source : unit) {
    if (!is_readable(source)) // said already; what else is wrong with the case is said beside it
      continue;
    auto *known_columns = columns_for(source, at_hand, problems);
    if (!known_columns)
      continue;
    Row row{&source, draft_of(source.row, *known_columns, file_)};
    check_day(row, *known_columns);
    for (auto &draft : row.read.drafts)
      for (auto &attachment : draft.attachments)
        find_attachment(attachment, row.read.problems);
    std::string number;
    auto known_as = row.read.problems.empty() ? known(row.read, at_hand, number) : Known::no;
    const auto twin = std::find_if(fresh.begin(), fresh.end(), [&](const Row &other) {
      return !row.read.ref.empty() && other.read.ref == row.read.ref;
    });
    if (twin != fresh.end()) // twice among the lines of one case
      known_as = twin->read.whole == row.read.whole ? Known::same : Known::twice;
    if (known_as == Known::changed || known_as == Known::twice)
      row.read.problems.push_back(placed(
          {Code::ref_changed,
           known_as == Known::twice ? say("the key '{}' stands in an earlier row with other content", row.read.ref)
                                    : say("the key '{}' is in the store with other content", row.read.ref),
           known_as == Known::twice ? say("give every row a key of its own")
                                    : say("what is recorded is corrected by --amend; a new act takes a new key"),
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
      passed_over_ =
          passed_over_ || (known_as == Known::same && !store_.unlocked() && row.read.whole != row.read.clear &&
                           !erased(store_, at_hand.number)); // of such a case nothing is left to compare
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

namespace {

// what can be read no more is not asked for again: it was sealed
std::optional<std::string> content_if_there(const Attachment &attachment) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(attachment.file, failed))
    return std::nullopt;
  try {
    return attached_content(attachment);
  } catch (const Error &error) {
    if (error.exit_code() != exit_code(Code::file_unreadable))
      throw;
    return std::nullopt;
  }
}

} // namespace

// Of an attached file a row says no more than the name; what was sealed of it says whether it is another by now. One
// that is not there any more is not asked for again.
bool BatchRun::same_files(const KnownRow &row, const RowDraft &read) const {
  const auto &drafts = read.drafts;
  if (std::all_of(drafts.begin(), drafts.end(), [](const Draft &draft) { return draft.attachments.empty(); }))
    return true;
  const auto entries = store_.entries_of(row.case_number);
  for (std::size_t at = 0; at < read.drafts.size(); ++at) {
    const auto &attachments = read.drafts[at].attachments;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry &one) {
      return one.seq == row.entry + static_cast<std::int64_t>(at);
    });
    if (attachments.empty() || entry == entries.end())
      continue;
    const auto sealed = store_.open_sealed(*entry);
    for (std::size_t number = 0; number < attachments.size(); ++number) {
      const auto kept = std::find_if(sealed.begin(), sealed.end(), [&](const Sealed &one) {
        return one.path == "attachment#" + std::to_string(number + 1);
      });
      const auto content = kept == sealed.end() ? std::nullopt : content_if_there(attachments[number]);
      if (content && *content != kept->plain)
        return false;
    }
  }
  return true;
}

BatchRun::Known BatchRun::known(const RowDraft &read, const CaseAtHand &at_hand, std::string &number) {
  if (read.ref.empty())
    return Known::no;
  const auto elsewhere = [&] { return !at_hand.number.empty() && at_hand.number != number; };
  if (const auto seen = seen_.find(read.ref); seen != seen_.end()) {
    number = seen->second.case_number;
    return seen->second.whole == read.whole && !elsewhere() ? Known::same : Known::twice;
  }
  const auto row = known_row(store_, settings_.source, read.ref);
  if (!row)
    return Known::no;
  number = row->case_number;
  const auto changed = batch_.first != 0 && row->entry >= batch_.first ? Known::twice : Known::changed;
  if (row->clear != read.clear || elsewhere())
    return changed;
  if (const auto whole = store_.unlocked() ? whole_row(store_, *row) : std::nullopt)
    return *whole == read.whole && same_files(*row, read) ? Known::same : changed;
  if (store_.unlocked()) // of an erased case nothing else is left to compare
    return Known::same;
  if (std::none_of(warnings_.begin(), warnings_.end(),
                   [](const Problem &one) { return one.code == Code::row_compared_in_part; }))
    warnings_.push_back(not_known(Code::row_compared_in_part,
                                  say("rows that are in the store were compared only in what stands in the clear"),
                                  say("with the key at hand they are compared whole")));
  return Known::same;
}

} // namespace mediasi
