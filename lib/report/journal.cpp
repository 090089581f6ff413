#include "report/journal.h"

#include <array>

#include "acts/acts.h"
#include "base/language.h"
#include "base/text.h"
#include "report/cells.h"
#include "report/reads.h"

namespace mediasi {

namespace {

constexpr std::array house_words{
    Choice{"init", later("store made")},
    Choice{"reader", later("reading key")},
    Choice{"adopt", later("rules adopted")},
    Choice{"calendar", later("holidays adopted")},
    Choice{"officer", later("officer")},
    Choice{"mediator", later("mediator")},
    Choice{"room", later("room")},
    Choice{"read", later("identities read")},
    Choice{"reserve", later("letter numbers set aside")},
    Choice{"backup", later("backup made")},
    Choice{"restore", later("store restored")},
    Choice{"erase", later("case erased")},
    Choice{"checkpoint", later("checkpoint made")},
    Choice{"rebuild", later("tables made again")},
    Choice{"batch", later("batch taken in")},
    Choice{"undo_batch", later("batch undone")},
};

std::string house_word(const std::string &act) {
  for (const Choice &choice : house_words)
    if (choice.id == act)
      return tr(std::string(choice.label).c_str());
  return act;
}

// the office's own words, else the program's
std::string entry_title(const EntryView &view) {
  const Entry &entry = view.entry;
  const Step *step = view.standard != nullptr ? view.standard->step(entry.step) : nullptr;
  if (step != nullptr)
    return step->title;
  const Paper *paper = view.standard != nullptr ? view.standard->paper(value_of(entry.facts.fields, "kind")) : nullptr;
  if (entry.act == "paper" && paper != nullptr)
    return say("issued: {}", paper->title);
  if (entry.act == "read" && entry.case_number == house)
    return reading_in_words(entry);
  const ActKind *kind = entry.case_number == house ? nullptr : act_kind(entry.act);
  return kind != nullptr ? tr(std::string(kind->label).c_str()) : house_word(entry.act);
}

Cell correction_of(const Entry &entry) {
  switch (entry.correction) {
  case Correction::none:
    return {};
  case Correction::amends:
    return word_cell(later("amends"));
  case Correction::voids:
    return word_cell(later("voids"));
  }
  return {};
}

bool asked_for(const Entry &entry, const Date &recorded, const Asked &asked) {
  return in_period(asked, recorded) &&
         (asked.reads || asked.case_number.empty() || asked.case_number == entry.case_number) &&
         (asked.officer.empty() || asked.officer == entry.by || asked.officer == entry.typed);
}

} // namespace

Report journal_head(const Asked &asked) {
  if (asked.reads)
    return reads_head(asked);
  Report report = report_head(asked, "journal", tr("Journal"));
  report.columns = {
      {"entry", tr("entry"), ColumnType::integer, ""},
      {"case", tr("case"), ColumnType::text, ""},
      {"step", tr("step"), ColumnType::text, ""},
      {"act", tr("act"), ColumnType::text, ""},
      {"on", tr("on"), ColumnType::moment, ""},
      {"recorded", tr("recorded"), ColumnType::moment, ""},
      {"by", tr("by"), ColumnType::text, ""},
      {"typed", tr("typed by"), ColumnType::text, ""},
      {"late", tr("recorded late"), ColumnType::yes_no, ""},
      {"correction", tr("correction"), ColumnType::text, ""},
      {"target", tr("of entry"), ColumnType::integer, ""},
      {"sealed", tr("sealed parts"), ColumnType::text, ""},
      {"title", tr("what"), ColumnType::text, ""},
      {"undone", tr("undone by entry"), ColumnType::integer, ""},
  };
  return report;
}

std::vector<Cells> journal_rows(const EntryView &view, const Asked &asked) {
  const Entry &entry = view.entry;
  const Moment recorded = Clock{entry.recorded, asked.zone}.moment();
  if (!asked_for(entry, recorded.day, asked))
    return {};
  if (asked.reads)
    return reads_rows(view, asked);
  return {{entry.seq, entry.case_number, text_cell(entry.step), entry.act, entry.on, recorded, text_cell(entry.by),
           text_cell(entry.typed),
           entry.on.day<recorded.day, correction_of(entry), entry.target> 0 ? Cell(entry.target) : Cell(),
           text_cell(join(entry.sealed_paths, ",")), entry_title(view),
           entry.undone > 0 ? Cell(entry.undone) : Cell()}};
}

Report journal_done(Report report, const Asked &) {
  return report;
}

} // namespace mediasi
