#include "report/reads.h"

#include "acts/lists.h"
#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"

namespace mediasi {

namespace {

Coded purpose_of(const Entry &entry) {
  const std::string code = field_said(entry, "for");
  for (const Choice &choice : lists::reading_purposes())
    if (choice.id == code)
      return {code, tr(std::string(choice.label).c_str())};
  return {code, {}};
}

Cells row_of(const Entry &entry, const std::string &number, const Asked &asked) {
  return {entry.seq,
          Clock{entry.recorded, asked.zone}.moment(),
          text_cell(entry.by),
          text_cell(entry.typed),
          text_cell(field_said(entry, "command")),
          text_cell(field_said(entry, "what")),
          purpose_of(entry),
          text_cell(number),
          parse_integer(field_said(entry, "count")).value_or(0)};
}

} // namespace

Report reads_head(const Asked &asked) {
  Report report = report_head(asked, "journal", tr("Who read identities"));
  report.columns = {
      {"entry", tr("entry"), ColumnType::integer, ""},
      {"recorded", tr("recorded"), ColumnType::moment, ""},
      {"by", tr("by"), ColumnType::text, ""},
      {"typed", tr("typed by"), ColumnType::text, ""},
      {"command", tr("command"), ColumnType::text, ""},
      {"what", tr("report or paper"), ColumnType::text, ""},
      {"for", tr("what for"), ColumnType::text, ""},
      {"case", tr("case"), ColumnType::text, ""},
      {"count", tr("cases read"), ColumnType::integer, "case"},
  };
  return report;
}

std::vector<Cells> reads_rows(const EntryView &view, const Asked &asked) {
  const Entry &entry = view.entry;
  if (entry.act != "read" || entry.case_number != house)
    return {};
  std::vector<Cells> rows;
  const auto &cases = rows_of(entry.facts, "case");
  for (const Row &row : cases)
    if (const auto number = value_of(row, "number"); asked.case_number.empty() || asked.case_number == number)
      rows.push_back(row_of(entry, std::string(number), asked));
  if (cases.empty() && asked.case_number.empty())
    rows.push_back(row_of(entry, "", asked));
  return rows;
}

std::string reading_in_words(const Entry &entry) {
  const std::string what = field_said(entry, "what");
  const std::string command = field_said(entry, "command") + (what.empty() ? "" : " " + what);
  const Coded purpose = purpose_of(entry);
  return say("identities read: {}, {}, cases: {}", command, purpose.shown(), field_said(entry, "count"));
}

} // namespace mediasi
