#include "cmd/morning.h"

#include <filesystem>

#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/env.h"
#include "report/morning.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

bool has_store(const Env &env) {
  std::error_code failed;
  return !env.store.value.empty() && fs::exists(env.store.value, failed);
}

StepTitles titles_of(const Standard &standard) {
  StepTitles titles;
  for (const auto &step : standard.steps)
    titles.emplace(step.id, step.title);
  return titles;
}

MorningCase morning_case(Grounds &grounds, const CaseFile &file, const Moment &now) {
  const Bench bench = grounds.bench(file.rules);
  return {file.number, file.initials(), file.sessions, next_steps(bench, file, now), titles_of(bench.standard)};
}

} // namespace

std::optional<Report> morning_page(const Env &env) {
  if (!has_store(env))
    return std::nullopt;
  const Store store = open_store(env, Access::read);
  const Roster roster = fold_roster(store.house_entries());
  if (roster.by_login(env.user) == nullptr)
    return std::nullopt;
  const Moment now = clock_for(env, store.practice(), store.zone()).moment();
  Grounds grounds(store);
  MorningView view{{}, store.dues(), store.practice(), titles_of(grounds.standard(store.current_rules()))};
  for (const auto &row : store.cases())
    if (row.closed.empty())
      view.cases.push_back(morning_case(grounds, fold(store.entries_of(row.number)), now));
  return morning(view, now);
}

std::string start_page(const Env &env) {
  std::string page = say("mediasi keeps the mediation cases of an office, under its own published standard.") + "\n\n";
  if (has_store(env))
    page += say("No officer of the store has the login '{}': an admin enters you with 'mediasi roster add officer'.",
                safe_for_terminal(env.user)) +
            "\n";
  else
    page += say("There is no store yet: 'mediasi init' makes one, with --practice one to try things in.") + "\n";
  return page + say("The manual begins with 'man mediasi'; it walks through a whole case.") + "\n\n";
}

} // namespace mediasi
