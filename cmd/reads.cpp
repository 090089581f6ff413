#include "cmd/reads.h"

#include <algorithm>

#include "acts/lists.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/env.h"
#include "cmd/officer.h"

namespace mediasi {

void declare_purpose(std::string &purpose, Options &options) {
  options.text("--for", "CODE", later("what identities are read for (casework, when left out); it is recorded"),
               purpose);
}

std::string purpose_of(const std::string &typed) {
  std::vector<std::string> known;
  for (const Choice &choice : lists::reading_purposes()) {
    if (typed.empty() || choice.id == typed)
      return std::string(choice.id);
    known.emplace_back(choice.id);
  }
  throw Error(
      {Code::option_value, say("--for knows no '{}'", repeatable(typed)), say("write one of {}", join(known, ", "))});
}

Recorder reader_of(const Store &store, const Env &env, const std::string &by) {
  const Roster roster = fold_roster(store.house_entries());
  const std::string typed = typing_officer(roster, env);
  const Clock clock = clock_for(env, store.practice(), store.zone());
  return {acting_officer(roster, by, typed), typed, clock.moment(), clock.now};
}

void append_reading(Store &store, ReadOf read, const Recorder &reader) {
  std::sort(read.cases.begin(), read.cases.end());
  read.cases.erase(std::unique(read.cases.begin(), read.cases.end()), read.cases.end());
  Entry entry;
  entry.act = "read";
  auto &facts = entry.facts;
  facts.fields = {{"command", std::move(read.command)},
                  {"for", std::move(read.purpose)},
                  {"count", std::to_string(read.cases.size())}};
  if (!read.what.empty())
    facts.fields["what"] = std::move(read.what);
  for (std::string &number : read.cases)
    facts.groups["case"].push_back({{"number", std::move(number)}});
  append_house(store, std::move(entry), {}, reader);
}

void record_reading(Store &store, ReadOf read, const Recorder &reader) {
  store.begin();
  append_reading(store, std::move(read), reader);
  store.commit();
}

} // namespace mediasi
