#include "report/case_entries.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "model/corrections.h"
#include "report/in_words.h"

namespace mediasi {

namespace {

struct Line { // a row, the day it belongs to, and whose fields it tells
  Date day;
  std::int64_t entry;
  std::string_view act, step;
  Cells cells;
};

// "accepted" and its paper are remarks; of a paper, hash and register stay in the journal
Facts told(const Happened &happened) {
  auto facts = happened.facts;
  for (const char *name : {"accepted", "accept_paper", "accept_paper_date"})
    facts.fields.erase(name);
  if (happened.act == "paper")
    std::erase_if(facts.fields, [](const auto &field) {
      const auto &name = field.first;
      return name != "number" && name != "serial" && name != "session" && name != "to";
    });
  return facts;
}

std::string reason_in_words(const Standard &standard, std::string_view of, std::string_view id) {
  for (const auto &reason : standard.reasons)
    if (reason.of == of && reason.id == id)
      return reason.title;
  return std::string(id);
}

const Corrected *taking_back(const CaseFile &file, std::int64_t entry) {
  const auto found = std::find_if(file.corrections.begin(), file.corrections.end(), [&](const Corrected &one) {
    return one.kind == Correction::voids && one.target == entry && one.stands;
  });
  return found == file.corrections.end() ? nullptr : &*found;
}

void add_acceptances(const Happened &happened, const Standard &standard, std::vector<std::string> &remarks) {
  for (const auto &item : values_of(happened.facts.fields, "accepted")) {
    auto parts = split(item, ':');
    parts.resize(3);
    remarks.push_back(say("'{}' accepted by {}: {}", parts[0], parts[2].empty() ? happened.by : parts[2],
                          reason_in_words(standard, "acceptance", parts[1])));
  }
  if (const auto number = value_of(happened.facts.fields, "accept_paper"); !number.empty())
    remarks.push_back(say("signed paper {}", number));
}

std::string remarks_on(const Happened &happened, bool late, const CaseFile &file, const Standard &standard) {
  std::vector<std::string> remarks;
  if (late)
    remarks.push_back(tr("recorded late"));
  for (const auto &one : file.corrections)
    if (one.kind == Correction::amends && one.target == happened.entry && one.stands)
      remarks.push_back(
          say("amended by entry {}: {}", one.entry, reason_in_words(standard, "correction", one.because)));
  if (const auto *gone = taking_back(file, happened.entry))
    remarks.push_back(say("void by entry {}: {}", gone->entry, reason_in_words(standard, "correction", gone->because)));
  add_acceptances(happened, standard, remarks);
  return join(remarks, "; ");
}

Cell cell(std::string text) {
  return text.empty() ? Cell() : Cell(std::move(text));
}

Line line_of(const Happened &happened, const CaseFile &file, const Standard &standard) {
  const Moment recorded = Clock{happened.recorded, standard.office.zone}.moment();
  const bool late = happened.on.day < recorded.day;
  const bool other_typed = happened.typed != happened.by;
  return {happened.on.day,
          happened.entry,
          happened.act,
          happened.step,
          {happened.entry, happened.on, happened.step, title_of(happened, standard), happened.by,
           other_typed ? cell(happened.typed) : Cell(), late ? Cell(recorded) : Cell(),
           cell(facts_in_words(told(happened), happened.act, standard.step(happened.step), standard)),
           cell(remarks_on(happened, late, file, standard))}};
}

const Happened *corrected(const CaseFile &file, std::int64_t entry) {
  for (const auto *list : {&file.story, &file.voided})
    for (const auto &happened : *list)
      if (happened.entry == entry)
        return &happened;
  return nullptr;
}

// what an amendment changed: its facts without what it says about itself
std::string changes_in_words(const Corrected &correction, const Happened *what, const Standard &standard) {
  auto facts = correction.facts;
  for (const char *name : {"because", "accepted"})
    facts.fields.erase(name);
  return facts_in_words(facts, what ? what->act : "", what ? standard.step(what->step) : nullptr, standard);
}

Line line_of(const Corrected &correction, const CaseFile &file, const Standard &standard) {
  const Moment recorded = Clock{correction.recorded, standard.office.zone}.moment();
  const auto *what = corrected(file, correction.target);
  const auto title = correction.kind == Correction::amends ? say("amends entry {}", correction.target)
                                                           : say("voids entry {}", correction.target);
  auto remark = reason_in_words(standard, "correction", correction.because);
  if (const auto *gone = taking_back(file, correction.entry))
    remark += "; " + say("void by entry {}: {}", gone->entry, reason_in_words(standard, "correction", gone->because));
  return {recorded.day,
          correction.entry,
          what ? std::string_view(what->act) : std::string_view(),
          what ? std::string_view(what->step) : std::string_view(),
          {correction.entry, recorded, what ? what->step : std::string(), title, correction.by,
           correction.typed != correction.by ? cell(correction.typed) : Cell(), Cell(recorded),
           cell(changes_in_words(correction, what, standard)), remark}};
}

Cell sealed_in_words(const Line &line, const SealedFacts &sealed, const Standard &standard) {
  const auto found = sealed.find(line.entry);
  return found == sealed.end() ? Cell()
                               : cell(facts_in_words(found->second, line.act, standard.step(line.step), standard));
}

void put(std::vector<Line> &lines, Line line) {
  const auto place = std::find_if(lines.begin(), lines.end(), [&](const Line &other) { return line.day < other.day; });
  lines.insert(place, std::move(line));
}

} // namespace

std::string title_of(const Happened &happened, const Standard &standard) {
  if (const Step *step = standard.step(happened.step))
    return step->title;
  const Paper *paper = standard.paper(value_of(happened.facts.fields, "kind"));
  if (happened.act == "paper" && paper != nullptr)
    return say("issued: {}", paper->title);
  return happened.step.empty() ? happened.act : happened.step;
}

std::vector<Column> entry_columns(const SealedFacts *sealed) {
  std::vector<Column> columns{
      {"entry", tr("entry"), ColumnType::integer, ""},
      {"on", tr("on"), ColumnType::moment, ""},
      {"step", tr("step"), ColumnType::text, ""},
      {"title", tr("what"), ColumnType::text, ""},
      {"by", tr("by"), ColumnType::text, ""},
      {"typed", tr("typed by"), ColumnType::text, ""},
      {"recorded", tr("recorded"), ColumnType::moment, ""},
      {"facts", tr("facts"), ColumnType::text, ""},
      {"remarks", tr("remarks"), ColumnType::text, ""},
  };
  if (sealed != nullptr)
    columns.push_back({"sealed", tr("sealed text"), ColumnType::text, ""});
  return columns;
}

std::vector<Cells> entry_rows(const CaseFile &file, const Standard &standard, const SealedFacts *sealed) {
  std::vector<Line> lines;
  for (const auto &happened : file.story)
    lines.push_back(line_of(happened, file, standard));
  for (const auto &happened : file.voided)
    put(lines, line_of(happened, file, standard));
  for (const auto &correction : file.corrections)
    put(lines, line_of(correction, file, standard));
  std::vector<Cells> rows;
  for (auto &line : lines) {
    if (sealed != nullptr)
      line.cells.push_back(sealed_in_words(line, *sealed, standard));
    rows.push_back(std::move(line.cells));
  }
  return rows;
}

} // namespace mediasi
