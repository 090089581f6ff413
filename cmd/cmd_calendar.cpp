// workflow calendar FILE: a year of holidays is taken into the store, in place of the one it had, and what is still due
// is counted anew in the same transaction. What was met is met.
#include <algorithm>
#include <memory>

#include "acts/acts.h"
#include "base/language.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_entry.h"
#include "cmd/options.h"

namespace mediasi {

namespace {

bool same_dues(const std::vector<DueRow> &before, const std::vector<DueRow> &after) {
  return std::equal(before.begin(), before.end(), after.begin(), after.end(), [](const DueRow &a, const DueRow &b) {
    return a.deadline == b.deadline && a.due == b.due && a.provisional == b.provisional;
  });
}

struct Recounted {
  int cases = 0, moved = 0;
};

Recounted recount(Store &store, Grounds &earlier, const Entry &calendar) {
  Grounds grounds(store, {}, &calendar);
  Recounted told;
  for (const auto &row : store.cases()) {
    if (!row.closed.empty())
      continue;
    const auto file = fold(store.entries_of(row.number));
    const auto projection = project(grounds.bench(file.rules), file);
    ++told.cases;
    told.moved += same_dues(dues_of(earlier.bench(file.rules), file), projection.dues) ? 0 : 1;
    store.replace_projection(projection);
  }
  return told;
}

Outcome take(const std::string &path, const Env &env) {
  auto store = open_store(env, Access::write);
  store.begin();
  Grounds earlier(store);
  const auto bench = earlier.bench(store.current_rules());
  const auto recorder = admin_at_work(store, bench, env, say("an admin takes a calendar into the store"));
  const Entry calendar = calendar_entry(path, recorder);
  const auto told = recount(store, earlier, calendar);
  store.append(calendar, {});
  store.commit();
  return {Info{tr("Calendar taken in"),
               {{"year", std::string(value_of(calendar.facts.fields, "year"))},
                {"cases", std::to_string(told.cases)},
                {"moved", std::to_string(told.moved)}}},
          0};
}

} // namespace

Run declare_workflow_calendar(Options &options) {
  const auto path = std::make_shared<std::string>();
  options.positional("FILE", later("a year of holidays (TOML), with the decree it follows"), *path, Presence::required);
  return [path](Env &env) { return take(*path, env); };
}

} // namespace mediasi
