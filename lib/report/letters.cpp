#include "report/letters.h"

#include <map>
#include <tuple>

#include "base/language.h"
#include "model/corrections.h"
#include "model/letter_numbers.h"
#include "report/cells.h"

namespace mediasi {

namespace {

struct Line { // of the book
  Entry entry;
  std::string kind_title;
};

using Place = std::tuple<std::string, int, int>; // register, year, serial

struct Book {
  std::map<Place, Line> lines;
  std::vector<Entry> corrections;

  void take(const EntryView &view) {
    if (view.entry.correction != Correction::none)
      corrections.push_back(view.entry);
    const auto numbers = numbers_of(view.entry);
    if (numbers.empty())
      return;
    const std::string kind(value_of(view.entry.facts.fields, "kind"));
    const Paper *paper = view.standard != nullptr ? view.standard->paper(kind) : nullptr;
    for (const LetterNumber &number : numbers) // a letter comes after what set its number aside, and takes its line
      lines.insert_or_assign(Place{number.register_name, number.year, number.serial},
                             Line{view.entry, paper != nullptr ? paper->title : kind});
  }

  // what does not count any more; a void that was taken back takes nothing
  std::map<std::int64_t, std::int64_t> voided() const {
    std::vector<Entry> all = corrections;
    for (const auto &[place, line] : lines)
      all.push_back(line.entry);
    return taken_back(all);
  }
};

bool asked_for(const Entry &entry, const Asked &asked) {
  return in_period(asked, entry.on.day) && (asked.case_number.empty() || asked.case_number == entry.case_number);
}

Cells row_of(const Place &place, const Line &line, const std::map<std::int64_t, std::int64_t> &voided,
             const Asked &asked) {
  const Entry &entry = line.entry;
  const bool reserved = entry.act == reserving;
  const auto gone = voided.find(entry.seq);
  const auto recorded = Clock{entry.recorded, asked.zone}.today();
  return {std::get<0>(place),
          std::int64_t{std::get<2>(place)},
          text_cell(field_said(entry, "number")),
          entry.on.day,
          reserved ? Cell() : Cell(Coded{field_said(entry, "kind"), line.kind_title}),
          reserved ? Cell() : Cell(entry.case_number),
          text_cell(field_said(entry, "to")),
          word_cell(gone != voided.end() ? later("void")
                    : reserved           ? later("reserved")
                                         : later("issued")),
          entry.seq,
          gone != voided.end() ? Cell(gone->second) : Cell(),
          entry.on.day < recorded,
          text_cell(entry.by)};
}

} // namespace

Report letters(const EachEntry &each, const Asked &asked) {
  Report report = report_head(asked, "letters", tr("Book of outgoing letters"));
  report.columns = {
      {"register", tr("register"), ColumnType::text, ""},
      {"serial", tr("serial"), ColumnType::integer, ""},
      {"number", tr("number"), ColumnType::text, ""},
      {"on", tr("day of the letter"), ColumnType::date, ""},
      {"kind", tr("kind"), ColumnType::text, ""},
      {"case", tr("case"), ColumnType::text, ""},
      {"to", tr("addressee"), ColumnType::text, ""},
      {"state", tr("state"), ColumnType::text, ""},
      {"entry", tr("entry"), ColumnType::integer, ""},
      {"voided_by", tr("voided by entry"), ColumnType::integer, ""},
      {"late", tr("recorded late"), ColumnType::yes_no, ""},
      {"by", tr("by"), ColumnType::text, ""},
  };
  Book book;
  each([&](const EntryView &view) { book.take(view); });
  const auto voided = book.voided();
  for (const auto &[place, line] : book.lines)
    if (asked_for(line.entry, asked))
      report.rows.push_back(row_of(place, line, voided, asked));
  return report;
}

} // namespace mediasi
