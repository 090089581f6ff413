#include "report/dossier_of.h"

#include <algorithm>

#include "base/digest.h"
#include "base/language.h"
#include "base/text.h"
#include "report/case_entries.h"
#include "report/in_words.h"
#include "report/names.h"

namespace mediasi {

namespace {

std::vector<DossierFact> facts_of(const std::vector<InWords> &told) {
  std::vector<DossierFact> facts;
  for (const auto &one : told)
    facts.push_back({one.label, one.value});
  return facts;
}

std::string officer_name(const Roster &roster, const std::string &id) {
  const auto *officer = roster.officer(id);
  return officer == nullptr || officer->name.empty() ? id : officer->name;
}

DossierPerson person_of(const Person &person, const CaseView &view) {
  DossierPerson told{person.id, side_in_words(person.side), name_of(view, person.id), {}};
  if (!person.kinds.empty()) {
    std::vector<std::string> kinds;
    for (const auto &kind : person.kinds)
      kinds.push_back(choice_in_words("register", "companion", "kinds", kind));
    told.side += " (" + join(kinds, ", ") + ")";
  }
  if (!person.of.empty())
    told.side += say(", of {}", join(person.of, ", "));
  const Identities &all = view.identities();
  if (const auto found = all.find(person.id); found != all.end()) {
    Row row = found->second;
    row.erase("name");
    told.facts = facts_of(row_told(row, "register", group_of_person(person.id), view.standard));
  }
  return told;
}

DossierEntry entry_of(const ToldEntry &told, const Roster &roster) {
  return {.number = told.entry,
          .title = told.title,
          .by = officer_name(roster, told.by),
          .typed = told.typed == told.by ? std::string() : officer_name(roster, told.typed),
          .on = told.on,
          .recorded = told.recorded,
          .late = told.late,
          .counts = told.counts,
          .facts = facts_of(told.facts),
          .sealed = facts_of(told.sealed),
          .remarks = told.remarks};
}

std::string paper_title(std::string_view kind, const Standard &standard) {
  const Paper *paper = standard.paper(kind);
  return paper == nullptr ? std::string(kind) : paper->title;
}

std::vector<DossierPaper> papers_of(const CaseView &view) {
  std::vector<DossierPaper> papers;
  for (const auto &paper : view.file.papers)
    papers.push_back({.title = paper_title(paper.kind, view.standard),
                      .serial = paper.serial,
                      .number = paper.number,
                      .to = paper.to.empty() ? std::string() : name_of(view, paper.to),
                      .hash = paper.hash,
                      .issued = paper.on.day,
                      .entry = paper.entry});
  for (const auto &voided : view.file.voided) {
    const auto said = [&](std::string_view name) { return std::string(value_of(voided.facts.fields, name)); };
    if (voided.act == "paper")
      papers.push_back({.title = paper_title(said("kind"), view.standard),
                        .serial = said("serial"),
                        .number = said("number"),
                        .to = said("to").empty() ? std::string() : name_of(view, said("to")),
                        .hash = said("hash"),
                        .issued = voided.on.day,
                        .entry = voided.entry,
                        .counts = false});
  }
  std::sort(papers.begin(), papers.end(), [](const auto &one, const auto &other) { return one.entry < other.entry; });
  return papers;
}

std::vector<DossierFile> files_of(const std::vector<Entry> &entries, const OpenSealed &open) {
  std::vector<DossierFile> files;
  for (const auto &attached : attachments_of(entries)) {
    DossierFile file{attached.entry, attached.number, attached.kind, {}, {}};
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry &one) { return one.seq == attached.entry; });
    for (const auto &sealed : open(*entry))
      if (sealed.path == attached.path) {
        file.bytes = static_cast<std::int64_t>(sealed.plain.size());
        file.hash = digest_hex(sealed.plain);
      }
    files.push_back(std::move(file));
  }
  return files;
}

// those that began
std::vector<DossierDeadline> deadlines_of(const CaseView &view) {
  std::vector<DossierDeadline> deadlines;
  for (const auto &one : view.deadlines)
    if (!one.start.empty())
      deadlines.push_back({one.title, one.unit, one.start, one.due, one.ended, one.net, one.gross});
  return deadlines;
}

} // namespace

Dossier dossier_of(const CaseView &view, const Roster &roster, const std::vector<Entry> &entries,
                   const OpenSealed &open) {
  const CaseFile &file = view.file;
  Dossier dossier;
  dossier.number = file.number;
  dossier.initials = file.initials();
  dossier.received = file.received;
  dossier.stage = stage_in_words(view.stage);
  dossier.complete = view.complete;
  if (file.termination) {
    dossier.closed = file.termination->on.day;
    dossier.closed_why = choice_in_words(view.standard, "termination", "reason", file.termination->reason);
  }
  if (view.erased)
    dossier.erased = view.erased->on;
  for (const auto &person : file.persons)
    dossier.people.push_back(person_of(person, view));
  for (const auto &told : told_entries(file, view.standard, &view.sealed))
    dossier.entries.push_back(entry_of(told, roster));
  dossier.papers = papers_of(view);
  dossier.files = files_of(entries, open);
  dossier.deadlines = deadlines_of(view);
  dossier.last_entry = entries.back().seq;
  dossier.as_of = Clock{entries.back().recorded, view.standard.office.zone}.moment();
  if (view.time)
    dossier.service_days = view.time->days; // as the register counts them
  dossier.rules = file.rules;
  return dossier;
}

} // namespace mediasi
