#include "report/retention.h"

#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"

namespace mediasi {

namespace {

// the schedule's two fates, and what it says nothing of
std::string_view fate_of(const Kept &kept) {
  if (kept.codes.empty())
    return later("no class");
  return kept.permanent ? later("permanent") : later("destroy");
}

std::string words_of(const std::vector<Obstacle> &obstacles) {
  std::vector<std::string> words;
  for (const Obstacle &obstacle : obstacles)
    if (obstacle.what != Obstacle::What::time) // the column "until" says it
      words.push_back(obstacle_word(obstacle));
  return join(words, ", ");
}

} // namespace

Report retention_head(const Asked &asked) {
  Report report = report_head(asked, "retention", tr("Retention: whose time is over"));
  report.columns = {
      {"case", tr("case"), ColumnType::text, "case"},
      {"class", tr("class"), ColumnType::text, ""},
      {"fate", tr("fate"), ColumnType::word, ""},
      {"closed", tr("closed"), ColumnType::date, ""},
      {"until", tr("kept until"), ColumnType::date, ""},
      {"over", tr("time is over"), ColumnType::yes_no, ""},
      {"obstacles", tr("what keeps it"), ColumnType::text, ""},
  };
  return report;
}

std::vector<Cells> retention_rows(const CaseView &view, const Asked &asked) {
  const CaseFile &file = view.file;
  if (!view.kept || !file.closed() || view.erased)
    return {};
  const Kept &kept = view.kept->kept;
  const bool over = kept.until && *kept.until <= asked.now.day;
  if (!over && !asked.all)
    return {};
  return {{file.number, text_cell(join(kept.codes, ", ")), word_cell(fate_of(kept)), file.termination->on.day,
           day_cell(kept.until), over, text_cell(words_of(view.kept->obstacles))}};
}

Report retention_done(Report report, const Asked &) {
  sort_rows(report, "until");
  if (!report.rows.empty())
    report.notes.push_back(
        tr("nothing is destroyed by itself: mediasi store erase CASE --because CODE --minutes FILE"));
  return report;
}

} // namespace mediasi
