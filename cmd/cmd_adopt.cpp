// workflow adopt FILE: cases begin under these rules from now on. A case there is keeps those it began under.
#include <algorithm>
#include <memory>
#include <set>

#include "acts/acts.h"
#include "base/error.h"
#include "base/language.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_acts.h"
#include "cmd/house_entry.h"
#include "cmd/load_rules.h"
#include "cmd/options.h"
#include "paper/paper.h"

namespace mediasi {

namespace {

// A store is one office's, and its days begin when that office's do.
void check_same_office(const Store &store, const Standard &now, const Standard &next, std::vector<Problem> &problems) {
  const auto other = [&](std::string_view field, std::string message) {
    problems.push_back({.code = Code::bad_value,
                        .message = std::move(message),
                        .hint = say("another office has a store of its own: mediasi init"),
                        .place = {.file = next.file, .field = std::string(field)}});
  };
  if (next.office.id != now.office.id)
    other("office.id",
          say("these are the rules of office '{}', and the store is that of '{}'", next.office.id, now.office.id));
  if (next.office.zone != store.zone())
    other("office.zone", say("the store counts its days in {}, these rules in {}", zone_name(store.zone()),
                             zone_name(next.office.zone)));
}

// Two letters must not bear one number because the rules were changed in between.
void check_numbers_given(Grounds &grounds, const Standard &next, std::vector<Problem> &problems) {
  std::set<std::string> told;
  for (const auto &hash : grounds.adopted())
    for (auto &problem : check_same_numbers(grounds.standard(hash), next))
      if (told.insert(problem.message).second)
        problems.push_back(std::move(problem));
}

// Whoever works by the new rules has to be in the roster for it.
std::vector<Problem> new_roles(const Standard &now, const Standard &next, const Roster &roster, Date today) {
  std::vector<Problem> missing;
  for (const auto &role : next.roles) {
    const bool held = std::any_of(roster.officers.begin(), roster.officers.end(),
                                  [&](const Officer &officer) { return holds(officer, role.id, today); });
    if (!now.role(role.id) && !held)
      missing.push_back({.code = Code::rules_warning,
                         .message = say("the role '{}' is new, and nobody holds it today", role.id),
                         .hint = say("enter who does: mediasi roster add officer --form FILE"),
                         .place = {.file = next.file}});
  }
  return missing;
}

// open ones, under earlier rules
int kept_cases(const Store &store, std::string_view hash) {
  const auto cases = store.cases();
  return static_cast<int>(std::count_if(cases.begin(), cases.end(),
                                        [&](const CaseRow &row) { return row.closed.empty() && row.rules != hash; }));
}

Outcome told(const RulesFile &rules, int cases, bool changed, std::vector<Problem> warnings) {
  return {.answer = Info{tr("Rules adopted"),
                         {{"office", rules.loaded.standard.office.unit},
                          {"decree", rules.loaded.standard.printed.decree},
                          {"hash", rules.text.hash},
                          {"changed", changed ? "yes" : "no"},
                          {"cases_kept", std::to_string(cases)}}},
          .exit = 0,
          .warnings = std::move(warnings)};
}

Outcome adopt(const std::string &path, const Env &env) {
  const auto rules = load_rules_file(env, path);
  throw_if_any(rules.loaded.problems);
  const auto &next = rules.loaded.standard;
  auto store = open_store(env, Access::write);
  store.begin();
  Grounds grounds(store);
  const auto bench = grounds.bench(store.current_rules());
  const auto recorder = admin_at_work(store, bench, env, say("an admin adopts rules"));
  if (rules.text.hash == store.current_rules())
    return told(rules, kept_cases(store, rules.text.hash), false, {});
  std::vector<Problem> problems;
  check_same_office(store, bench.standard, next, problems);
  check_numbers_given(grounds, next, problems);
  throw_if_any(problems);
  auto warnings = rules.loaded.warnings;
  for (auto &one : new_roles(bench.standard, next, bench.roster, recorder.on.day))
    warnings.push_back(std::move(one));
  store.keep_rules(rules.text);
  Grounds after(store);
  store.replace_projection( // complaints are answered by the rules in force; the tables first, the entry covers them
      project(after.bench(rules.text.hash), fold(complaint_entries(store))));
  const int cases = kept_cases(store, rules.text.hash);
  adopt_rules(store, rules.text, recorder);
  store.commit();
  return told(rules, cases, true, std::move(warnings));
}

} // namespace

Run declare_workflow_adopt(Options &options) {
  const auto path = std::make_shared<std::string>();
  options.positional("FILE", later("a rules file, or the name of shipped ones"), *path, Presence::required);
  return [path](Env &env) { return adopt(*path, env); };
}

} // namespace mediasi
