// document CASE [KIND]: issues owed papers, gives issued ones again, lists what there is.
#include <algorithm>
#include <memory>

#include "acts/acts.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/case_dossier.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/issue.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "cmd/pdf.h"
#include "cmd/people_told.h"
#include "cmd/reads.h"
#include "cmd/which_case.h"
#include "paper/dossier_page.h"
#include "paper/owed.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

struct DocumentOptions {
  std::string case_number, kind, to, into, by, purpose;
  bool owed = false, list = false, pdf = false;
};

Report list_papers(const Store &store, const std::string &number) {
  const auto file = fold(store.entries_of(number));
  Grounds grounds(store);
  Report report;
  report.name = "papers";
  report.title = say("Papers of case {}", number);
  report.columns = {{"kind", tr("kind"), ColumnType::text, ""},     {"to", tr("addressee"), ColumnType::text, ""},
                    {"state", tr("state"), ColumnType::word, ""},   {"number", tr("number"), ColumnType::text, ""},
                    {"issued", tr("issued"), ColumnType::date, ""}, {"file", tr("file"), ColumnType::text, ""}};
  for (const auto &due : papers_due(grounds.standard(file.rules), file)) {
    std::vector<Cell> row{due.kind, due.to, std::string(state_of(due))};
    if (due.issued)
      row.insert(row.end(),
                 {due.issued->number, due.issued->on.day, paper_file_name(number, due.kind, due.issued->serial)});
    else
      row.insert(row.end(), {std::monostate{}, std::monostate{}, std::monostate{}});
    report.rows.push_back(std::move(row));
  }
  for (const auto &voided : file.voided) // it keeps its number
    if (voided.act == "paper") {
      const auto said = [&](std::string_view name) { return std::string(value_of(voided.facts.fields, name)); };
      report.rows.push_back({said("kind"), said("to"), std::string(later("void")), said("number"), voided.on.day,
                             paper_file_name(number, said("kind"), said("serial"))});
    }
  return report;
}

bool asked_for(const DocumentOptions &options, const PaperDue &due) {
  if (options.owed)
    return !due.withheld; // what a person forbids is not owed; named, it is refused
  return due.kind == options.kind && (options.to.empty() || due.to == options.to);
}

void check_kind(const DocumentOptions &options, const Standard &standard) {
  if (options.owed || standard.paper(options.kind))
    return;
  std::vector<std::string> known;
  for (const auto &paper : standard.papers)
    known.push_back(paper.id);
  known.emplace_back(dossier_kind);
  if (options.kind.empty())
    throw Error(
        {Code::usage, say("which paper is meant?"), say("name one ({}), or --owed, or --list", join(known, ", "))});
  const auto near = nearest(options.kind, known);
  throw Error({Code::unknown_paper, say("no paper '{}' in the rules", safe_for_terminal(options.kind)),
               near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

// What was issued before, the same bytes; not what this command has just issued.
std::vector<Page> given_again(const Store &store, const Standard &standard, const std::vector<Entry> &entries,
                              const DocumentOptions &options, const std::vector<Page> &fresh) {
  const auto file = fold(entries);
  std::vector<Page> pages;
  for (const auto &due : papers_due(standard, file))
    if (due.issued && asked_for(options, due) &&
        std::none_of(fresh.begin(), fresh.end(), [&](const Page &page) { return page.entry == due.issued->entry; }))
      pages.push_back(page_again(store, entries, *due.issued));
  return pages;
}

std::string folder_of(const DocumentOptions &options) {
  return options.into.empty() ? "." : options.into;
}

// owed by no step and never issued: made from the store whenever it is asked for
Outcome give_dossier(const DocumentOptions &options, const Env &env) {
  if (options.owed || !options.to.empty())
    throw Error({Code::usage, say("the case file is owed to nobody"), say("mediasi document CASE case --into FOLDER")});
  const auto [number, page] = case_dossier(env, {options.case_number, options.purpose, options.by});
  create_private(folder_of(options), page.file_name, page.html);
  auto warnings = options.pdf ? write_pdfs({page}, folder_of(options)) : std::vector<Problem>();
  Info info{say("The file of case {}", number), {{"file", page.file_name}, {"entries", std::to_string(page.entry)}}};
  return {std::move(info), 0, std::move(warnings)};
}

Outcome run(const DocumentOptions &options, const Env &env) {
  if (options.list) {
    const auto store = open_store(env, Access::read);
    return {list_papers(store, which_case(store, options.case_number)), 0};
  }
  if (options.kind == dossier_kind)
    return give_dossier(options, env);
  const std::string purpose = purpose_of(options.purpose);
  const auto key = read_key(env);
  auto store = open_store(env, Access::write);
  store.begin();
  Grounds grounds(store);
  const auto number = which_case(store, options.case_number);
  if (erased(store, number))
    throw erased_case(number);
  auto entries = store.entries_of(number);
  const auto rules = fold(entries).rules;
  const auto bench = grounds.bench(rules);
  check_kind(options, bench.standard);
  const auto typed = typing_officer(bench.roster, env);
  const auto clock = clock_for(env, store.practice(), bench.standard.office.zone);
  store.unlock(key, typed);
  const Issuer issuer{acting_officer(bench.roster, options.by, typed), typed, clock.moment(), clock.now};
  auto pages =
      issue_owed(store, grounds, entries, issuer, [&](const PaperDue &due) { return asked_for(options, due); });
  const auto again = given_again(store, bench.standard, entries, options, pages);
  pages.insert(pages.end(), again.begin(), again.end());
  if (pages.empty() && !options.owed)
    throw Error({Code::paper_not_owed, say("case '{}' does not owe the paper '{}'", number, options.kind),
                 say("see what it owes: mediasi document {} --list", number)});
  if (!again.empty()) { // a paper that is issued has an entry of its own
    catch_up_some(store);
    append_reading(store, {"document", options.owed ? "" : options.kind, purpose, {number}},
                   {issuer.by, issuer.typed, issuer.on, issuer.recorded});
  }
  store.commit();
  write_pages(pages, folder_of(options), number);
  auto warnings = options.pdf ? write_pdfs(pages, folder_of(options)) : std::vector<Problem>();
  return {list_papers(store, number), 0, std::move(warnings)};
}

} // namespace

Run declare_document(Options &options) {
  const auto mine = std::make_shared<DocumentOptions>();
  options.positional("CASE", later("the case"), mine->case_number, Presence::required);
  options.positional("KIND", later("which paper; --list paper kinds: mediasi --list papers"), mine->kind);
  options.text("--to", "PERSON", later("for one addressee alone"), mine->to);
  options.text("--into", "FOLDER", later("where the pages go (this folder, when left out)"), mine->into);
  options.text("--by", "OFFICER", later("who issues (who types, when left out)"), mine->by);
  declare_purpose(mine->purpose, options);
  options.flag("--owed", later("issues all that are owed"), mine->owed);
  options.flag("--pdf", later("writes a PDF beside each page, where WeasyPrint is installed"), mine->pdf);
  options.flag("--list", later("shows what is owed and what was issued"), mine->list);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
