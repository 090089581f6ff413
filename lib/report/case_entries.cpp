#include "report/case_entries.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "model/corrections.h"
#include "report/cells.h"
#include "report/in_words.h"

namespace mediasi {

namespace {

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
  const auto *reason = standard.reason(of, id);
  return reason ? reason->title : std::string(id);
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

std::vector<std::string> remarks_on(const Happened &happened, bool late, const CaseFile &file,
                                    const Standard &standard) {
  std::vector<std::string> remarks;
  if (late)
    remarks.push_back(tr("recorded late"));
  for (const auto &one : file.corrections)
    if (one.kind == Correction::amends && one.target == happened.entry && one.stands)
      remarks.push_back(
          say("amended by entry {}: {}", one.entry, reason_in_words(standard, "correction", one.because)));
  if (const auto *gone = taking_back(file, happened.entry))
    remarks.push_back(say("void by entry {}: {}", gone->entry, reason_in_words(standard, "correction", gone->because)));
  if (happened.undone != 0)
    remarks.push_back(say("undone with its batch by entry {}", happened.undone));
  add_acceptances(happened, standard, remarks);
  return remarks;
}

ToldEntry told_of(const Happened &happened, const CaseFile &file, const Standard &standard) {
  const Moment recorded = Clock{happened.recorded, standard.office.zone}.moment();
  const bool late = happened.on.day < recorded.day;
  return {.day = happened.on.day,
          .entry = happened.entry,
          .act = happened.act,
          .step = happened.step,
          .title = title_of(happened, standard),
          .by = happened.by,
          .typed = happened.typed,
          .on = happened.on,
          .recorded = recorded,
          .late = late,
          .counts = happened.undone == 0 && taking_back(file, happened.entry) == nullptr,
          .facts = facts_told(told(happened), happened.act, standard.step(happened.step), standard),
          .remarks = remarks_on(happened, late, file, standard)};
}

const Happened *corrected(const CaseFile &file, std::int64_t entry) {
  for (const auto *list : {&file.story, &file.voided})
    for (const auto &happened : *list)
      if (happened.entry == entry)
        return &happened;
  return nullptr;
}

// what an amendment changed: its facts without what it says about itself
std::vector<InWords> changes_told(const Corrected &correction, const Happened *what, const Standard &standard) {
  auto facts = correction.facts;
  for (const char *name : {"because", "accepted"})
    facts.fields.erase(name);
  return facts_told(facts, what ? what->act : "", what ? standard.step(what->step) : nullptr, standard);
}

ToldEntry told_of(const Corrected &correction, const CaseFile &file, const Standard &standard) {
  const Moment recorded = Clock{correction.recorded, standard.office.zone}.moment();
  const auto *what = corrected(file, correction.target);
  ToldEntry entry{.day = recorded.day,
                  .entry = correction.entry,
                  .act = what ? what->act : std::string(),
                  .step = what ? what->step : std::string(),
                  .title = correction.kind == Correction::amends ? say("amends entry {}", correction.target)
                                                                 : say("voids entry {}", correction.target),
                  .by = correction.by,
                  .typed = correction.typed,
                  .on = recorded,
                  .recorded = recorded,
                  .late = true,
                  .facts = changes_told(correction, what, standard),
                  .remarks = {reason_in_words(standard, "correction", correction.because)}};
  if (const auto *gone = taking_back(file, correction.entry)) {
    entry.counts = false;
    entry.remarks.push_back(
        say("void by entry {}: {}", gone->entry, reason_in_words(standard, "correction", gone->because)));
  }
  return entry;
}

void put(std::vector<ToldEntry> &entries, ToldEntry entry) {
  const auto place =
      std::find_if(entries.begin(), entries.end(), [&](const ToldEntry &other) { return entry.day < other.day; });
  entries.insert(place, std::move(entry));
}

Cells cells_of(ToldEntry entry) {
  return {entry.entry,
          entry.on,
          entry.step,
          entry.title,
          entry.by,
          entry.typed == entry.by ? Cell() : text_cell(entry.typed),
          entry.late ? Cell(entry.recorded) : Cell(),
          text_cell(joined(entry.facts)),
          text_cell(join(entry.remarks, "; "))};
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

std::vector<ToldEntry> told_entries(const CaseFile &file, const Standard &standard, const SealedFacts *sealed) {
  std::vector<ToldEntry> entries;
  for (const auto &happened : file.story)
    entries.push_back(told_of(happened, file, standard));
  for (const auto &happened : file.voided)
    put(entries, told_of(happened, file, standard));
  for (const auto &correction : file.corrections)
    put(entries, told_of(correction, file, standard));
  if (sealed != nullptr)
    for (auto &entry : entries)
      if (const auto found = sealed->find(entry.entry); found != sealed->end())
        entry.sealed = facts_told(found->second, entry.act, standard.step(entry.step), standard);
  return entries;
}

std::vector<Cells> entry_rows(const CaseFile &file, const Standard &standard, const SealedFacts *sealed) {
  std::vector<Cells> rows;
  for (auto &entry : told_entries(file, standard, sealed)) {
    const auto words = joined(entry.sealed);
    rows.push_back(cells_of(std::move(entry)));
    if (sealed != nullptr)
      rows.back().push_back(text_cell(words));
  }
  return rows;
}

} // namespace mediasi
