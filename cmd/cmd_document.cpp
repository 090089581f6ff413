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
#include "cmd/late_letter.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "cmd/paper_list.h"
#include "cmd/pdf.h"
#include "cmd/people_told.h"
#include "cmd/reads.h"
#include "cmd/reserve.h"
#include "cmd/which_case.h"
#include "paper/dossier_page.h"
#include "paper/owed.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

struct DocumentOptions {
  std::string case_number, kind, to, on, into, by, purpose;
  bool owed = false, list = false, pdf = false;
  ReserveOptions reserve;
};

bool asked_for(const DocumentOptions &options, const PaperDue &due) {
  if (options.owed)
    return !due.withheld; // what a person forbids is not owed; named, it is refused
  return due.kind == options.kind && (options.to.empty() || due.to == options.to);
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

// Numbers are set aside for the whole office, not for a case.
Outcome reserve(const DocumentOptions &options, const Env &env) {
  const bool of_a_case =
      options.owed || options.list || !(options.case_number + options.to + options.on + options.into).empty();
  if (options.reserve.kind.empty() || options.reserve.count.empty() || of_a_case)
    throw Error(
        {Code::usage, say("--reserve stands alone with --count"), say("mediasi document --reserve KIND --count 5")});
  auto asked = options.reserve;
  asked.by = options.by;
  return reserve_numbers(asked, env);
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
  if (!(options.reserve.kind + options.reserve.count).empty())
    return reserve(options, env);
  if (options.case_number.empty())
    throw Error(
        {Code::usage, say("'{}' needs a case", "document"), say("mediasi document CASE KIND, --owed or --list")});
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
  if (!options.owed)
    paper_named(bench.standard, options.kind);
  const auto typed = typing_officer(bench.roster, env);
  const auto clock = clock_for(env, store.practice(), bench.standard.office.zone);
  store.unlock(key, typed);
  const Issuer issuer{acting_officer(bench.roster, options.by, typed), typed, clock.moment(), clock.now,
                      earlier_day(options.on, clock.today())};
  auto [pages, late] =
      issue_owed(store, grounds, entries, issuer, [&](const PaperDue &due) { return asked_for(options, due); });
  const auto again = given_again(store, bench.standard, entries, options, pages);
  pages.insert(pages.end(), again.begin(), again.end());
  if (pages.empty())
    throw_if_any(late);
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
  std::move(late.begin(), late.end(), std::back_inserter(warnings));
  return {list_papers(store, number), 0, std::move(warnings)};
}

} // namespace

Run declare_document(Options &options) {
  const auto mine = std::make_shared<DocumentOptions>();
  options.positional("CASE", later("the case"), mine->case_number);
  options.positional("KIND", later("which paper; --list paper kinds: mediasi --list papers"), mine->kind);
  options.text("--to", "PERSON", later("for one addressee alone"), mine->to);
  options.text("--on", "DATE", later("the earlier day the letter bears, with a number set aside on it"), mine->on);
  options.text("--into", "FOLDER", later("where the pages go (this folder, when left out)"), mine->into);
  options.text("--by", "OFFICER", later("who issues (who types, when left out)"), mine->by);
  declare_purpose(mine->purpose, options);
  options.text("--reserve", "KIND", later("sets numbers of this kind aside for letters that will bear today's day"),
               mine->reserve.kind);
  options.text("--count", "NUMBER", later("how many numbers to set aside, 1 to 50"), mine->reserve.count);
  options.flag("--owed", later("issues all that are owed"), mine->owed);
  options.flag("--pdf", later("writes a PDF beside each page, where WeasyPrint is installed"), mine->pdf);
  options.flag("--list", later("shows what is owed and what was issued"), mine->list);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
