#include "cmd/house_entry.h"

#include <algorithm>
#include <filesystem>

#include "action/form.h"
#include "acts/house.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/env.h"
#include "cmd/officer.h"
#include "rules/calendar.h"

namespace mediasi {

namespace {

constexpr std::size_t largest_house_file = 1U << 20U;
constexpr std::string_view admin_role = "admin"; // exists whatever the rules say

void check_roles(const CheckedAct &act, const std::vector<std::string> &known, const std::string &file,
                 std::vector<Problem> &problems) {
  for (const auto &post : rows_of(act.entry.facts, "post")) {
    const auto role = std::string(value_of(post, "role"));
    if (role.empty() || std::find(known.begin(), known.end(), role) != known.end())
      continue;
    const auto near = nearest(role, known);
    problems.push_back({Code::not_a_reference,
                        say("no role '{}' in the rules", safe_for_terminal(role)),
                        near.empty() ? say("known: {}", join(known, ", ")) : say("did you mean '{}'?", near),
                        {file, 0, 0, 0, "role", {}},
                        {},
                        {},
                        {}});
  }
}

Entry house_act(std::string_view act) {
  Entry entry;
  entry.act = std::string(act);
  return entry;
}

} // namespace

FormFile roster_form(const std::string &path) {
  return {path == "-" ? "<stdin>" : path, read_whole(path, largest_house_file)};
}

CheckedAct read_roster_form(const FormFile &form, std::string_view kind, const Standard &standard, const Roster &roster,
                            const std::vector<std::string> &former_roles) {
  const auto *act_kind = house_kind(kind);
  auto read = read_single(form.text, form.name, std::string(kind));
  CheckedAct act;
  if (!read.drafts.empty())
    act = check_house(read.drafts.front(), *act_kind, standard, roster, read.problems);
  std::vector<std::string> roles{std::string(admin_role)};
  for (const auto &role : standard.roles)
    roles.push_back(role.id);
  roles.insert(roles.end(), former_roles.begin(), former_roles.end());
  check_roles(act, roles, form.name, read.problems);
  throw_if_any(read.problems);
  return act;
}

Recorder admin_at_work(const Store &store, const Bench &bench, const Env &env, std::string what) {
  const auto clock = clock_for(env, store.practice(), bench.standard.office.zone);
  const auto typed = typing_officer(bench.roster, env);
  if (!holds(*bench.roster.officer(typed), admin_role, clock.today()))
    throw Error({Code::role_not_held, say("'{}' does not hold the role 'admin' today", typed), std::move(what)});
  return {typed, typed, clock.moment(), clock.now};
}

Entry recorded_by(Entry entry, const Recorder &recorder) {
  entry.case_number = std::string(house);
  entry.by = recorder.by;
  entry.typed = recorder.typed;
  entry.on = recorder.on;
  entry.recorded = recorder.recorded;
  return entry;
}

std::int64_t append_house(Store &store, Entry entry, const std::vector<Sealed> &sealed, const Recorder &recorder) {
  return store.append(recorded_by(std::move(entry), recorder), sealed);
}

namespace {

std::vector<std::filesystem::path> calendar_files(const Env &env) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (const auto &item :
       std::filesystem::directory_iterator(std::filesystem::path(env.share.value) / "calendar", failed))
    if (item.path().extension() == ".toml")
      files.push_back(item.path());
  std::sort(files.begin(), files.end());
  return files;
}

} // namespace

void adopt_calendars(Store &store, const Env &env, const Recorder &recorder) {
  for (const auto &file : calendar_files(env))
    store.append(calendar_entry(file.string(), recorder), {});
}

std::vector<HolidayYear> shipped_years(const Env &env) {
  std::vector<HolidayYear> years;
  std::vector<Problem> problems;
  for (const auto &file : calendar_files(env))
    years.push_back(load_holidays(read_whole(file.string(), largest_house_file), file.filename().string(), problems));
  throw_if_any(problems);
  return years;
}

Entry calendar_entry(const std::string &path, const Recorder &recorder) {
  const auto text = read_whole(path, largest_house_file);
  const auto name = std::filesystem::path(path).filename().string();
  std::vector<Problem> problems;
  const auto year = load_holidays(text, name, problems);
  throw_if_any(problems);
  auto entry = house_act("calendar");
  entry.facts.fields = {{"file", name}, {"year", std::to_string(year.year)}, {"text", text}};
  return recorded_by(std::move(entry), recorder);
}

void adopt_rules(Store &store, const RulesText &rules, const Recorder &recorder) {
  store.keep_rules(rules);
  auto entry = house_act("adopt");
  entry.rules = rules.hash;
  entry.facts.fields = {{"rules", rules.hash}, {"file", rules.file}};
  append_house(store, std::move(entry), {}, recorder);
}

} // namespace mediasi
