#include "cmd/case_dossier.h"

#include <filesystem>

#include "acts/acts.h"
#include "base/file.h"
#include "base/speaking.h"
#include "cmd/bench.h"
#include "cmd/case_views.h"
#include "cmd/disclosure.h"
#include "cmd/env.h"
#include "cmd/people_told.h"
#include "cmd/reads.h"
#include "cmd/retained.h"
#include "cmd/which_case.h"
#include "judge/deadlines.h"
#include "paper/dossier_page.h"
#include "report/dossier_of.h"
#include "store/erasure.h"
#include "store/head_at.h"

namespace mediasi {

namespace {

constexpr std::size_t largest_template = 1U << 20U;

// Those adopted with the rules; where they were adopted before there was such a paper, the program's own.
Templates templates_of(const RulesText &rules, const Env &env) {
  Templates templates(rules.templates.begin(), rules.templates.end());
  const auto shipped = std::filesystem::path(env.share.value) / "templates";
  for (const auto &[name, file] :
       {std::pair{std::string(dossier_template), "berkas.html"}, {"kop", "kop.html"}, {"paper.css", "paper.css"}})
    if (!templates.contains(name))
      templates[name] = read_whole((shipped / file).string(), largest_template);
  return templates;
}

// as of the last entry: what the paper says does not depend on the day it is asked for
Dossier opened(const Store &store, const std::vector<Entry> &entries, const Bench &bench, Grounds &grounds,
               Disclosure &disclosure) {
  const Moment as_of = Clock{entries.back().recorded, bench.standard.office.zone}.moment();
  CaseFile file = fold(entries);
  const bool gone = erased(store, file.number);
  if (gone)
    forget_people(file);
  CaseView view = case_view(bench, file, as_of);
  view.deadlines = explain_deadlines(bench, file, as_of);
  view.identities = disclosure.of(entries);
  view.sealed = disclosure.facts(entries);
  tell_keeping(store, grounds, bench, view, as_of.day);
  auto dossier = dossier_of(view, bench.roster, entries, [&](const Entry &entry) {
    return gone ? std::vector<Sealed>() : store.open_sealed(entry);
  });
  dossier.head_code = head_at(store, dossier.last_entry).code();
  dossier.practice = store.practice();
  return dossier;
}

Page page_of(const Store &store, const Env &env, const std::string &number, Disclosure &disclosure) {
  const SpeakingIndonesian words;
  const auto entries = store.entries_of(number);
  Grounds grounds(store);
  const auto hash = fold(entries).rules;
  const auto bench = grounds.bench(hash);
  const auto rules = store.rules(hash);
  const auto dossier = opened(store, entries, bench, grounds, disclosure);
  auto html = compose_dossier(dossier, bench.standard, templates_of(rules, env));
  return {paper_file_name(number, dossier_kind, std::to_string(dossier.last_entry)), std::move(html),
          dossier.last_entry, entries.back().recorded};
}

} // namespace

DossierPage case_dossier(const Env &env, const DossierRequest &request) {
  const std::string purpose = purpose_of(request.purpose);
  const auto key = read_key(env);
  Store store = open_store(env, Access::write);
  store.begin();
  const Recorder reader = reader_of(store, env, request.by);
  const auto number = which_case(store, request.case_number);
  store.unlock(key, reader.typed);
  catch_up_some(store);
  Disclosure disclosure(store);
  auto page = page_of(store, env, number, disclosure);
  append_reading(store, {"document", std::string(dossier_kind), purpose, disclosure.cases()}, reader);
  store.commit();
  return {number, std::move(page)};
}

} // namespace mediasi
