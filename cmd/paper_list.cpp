#include "cmd/paper_list.h"

#include <algorithm>

#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "paper/owed.h"

namespace mediasi {

namespace {

// How many copies of this page were taken, by whom, and when the last was; nothing for what is never copied.
Cells copies_of(const CaseFile &file, const std::string &hash) {
  std::vector<std::string> to;
  std::optional<Date> last;
  bool copied = false;
  for (const auto &minutes : file.minutes)
    for (const auto &copy : minutes.copies) {
      if (copy.version != hash || value_of(copy.clear, "result") == "refused")
        continue;
      copied = true;
      to.push_back(copy.person);
      last = last ? std::max(*last, copy.on.day) : copy.on.day;
    }
  if (!copied)
    return {std::monostate{}, std::monostate{}, std::monostate{}};
  return {static_cast<std::int64_t>(to.size()), join(to, ","), *last};
}

Cells row_of(const CaseFile &file, const IssuedPaper &paper, std::string_view state) {
  Cells row{paper.kind,   paper.to,     std::string(state),
            paper.number, paper.on.day, paper_file_name(file.number, paper.kind, paper.serial)};
  const auto copies = copies_of(file, paper.hash);
  row.insert(row.end(), copies.begin(), copies.end());
  return row;
}

Cells row_of(const PaperDue &due) {
  Cells row{due.kind, due.to, std::string(state_of(due))};
  row.resize(9);
  return row;
}

Cells row_of(const CaseFile &file, const Happened &voided) {
  const auto said = [&](std::string_view name) { return std::string(value_of(voided.facts.fields, name)); };
  Cells row{said("kind"),   said("to"),    std::string(later("void")),
            said("number"), voided.on.day, paper_file_name(file.number, said("kind"), said("serial"))};
  const auto copies = copies_of(file, said("hash"));
  row.insert(row.end(), copies.begin(), copies.end());
  return row;
}

bool fixes_minutes(const CaseFile &file, const IssuedPaper &paper) {
  return std::any_of(file.story.begin(), file.story.end(), [&](const Happened &done) {
    return done.entry == paper.entry && value_of(done.facts.fields, "freezes") == "minutes";
  });
}

// a page of minutes whose text is another by now, and what was made beside it
bool is_outdated(const CaseFile &file, const IssuedPaper &paper) {
  const auto of_minutes = [&](const Minutes &minutes) { return minutes.entry == paper.for_entry; };
  const auto found = std::find_if(file.minutes.begin(), file.minutes.end(), of_minutes);
  if (found == file.minutes.end())
    return false;
  return fixes_minutes(file, paper) ? found->frozen != paper.hash : !unchanged_since(found->parts, paper.entry);
}

} // namespace

Report list_papers(const Store &store, const std::string &number) {
  const auto file = fold(store.entries_of(number));
  Grounds grounds(store);
  Report report;
  report.name = "papers";
  report.title = say("Papers of case {}", number);
  report.columns = {{"kind", tr("kind"), ColumnType::text, ""},
                    {"to", tr("addressee"), ColumnType::text, ""},
                    {"state", tr("state"), ColumnType::word, ""},
                    {"number", tr("number"), ColumnType::text, ""},
                    {"issued", tr("issued"), ColumnType::date, ""},
                    {"file", tr("file"), ColumnType::text, ""},
                    {"copies", tr("copies handed out"), ColumnType::integer, ""},
                    {"copies_to", tr("copies to"), ColumnType::text, ""},
                    {"copied", tr("last copy"), ColumnType::date, ""}};
  for (const auto &due : papers_due(grounds.standard(file.rules), file))
    report.rows.push_back(due.issued ? row_of(file, *due.issued, later("issued")) : row_of(due));
  for (const auto &paper : file.papers)
    if (is_outdated(file, paper))
      report.rows.push_back(row_of(file, paper, later("outdated")));
  for (const auto &voided : file.voided) // it keeps its number
    if (voided.act == "paper")
      report.rows.push_back(row_of(file, voided));
  return report;
}

} // namespace mediasi
