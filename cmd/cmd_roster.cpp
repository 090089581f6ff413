// roster add officer|mediator|room --form FILE, and roster list.
#include <algorithm>
#include <memory>

#include "acts/house.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_entry.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "report/cells.h"

namespace mediasi {

namespace {

struct RosterOptions {
  std::string kind, form;
};

void check_kind(const std::string &kind) {
  if (house_kind(kind))
    return;
  std::vector<std::string> known;
  for (const auto &each : house_kinds())
    known.emplace_back(each.id);
  const auto near = nearest(kind, known);
  throw Error({Code::option_value, say("a roster has no '{}'", safe_for_terminal(kind)),
               near.empty() ? say("write one of {}", join(known, ", ")) : say("did you mean '{}'?", near)});
}

// A slip in the entry of the only admin would shut the office out for good: no command could mend it. An admin whose
// login is another's than the one that types counts; that of whoever types must stay the one that works now.
void keep_an_admin(const Store &store, const Entry &entry, const Officer &typing, Date today) {
  auto entries = store.house_entries();
  entries.push_back(entry);
  const auto roster = fold_roster(entries);
  const auto left = admins(roster, today);
  if (std::any_of(left.begin(), left.end(),
                  [&](const Officer *officer) { return officer->id != typing.id || officer->login == typing.login; }))
    return;
  throw Error({Code::last_admin,
               left.empty() ? say("after this no officer with a login would hold the role 'admin' today")
                            : say("'{}' is the only admin, and the login would be another", typing.id),
               say("enter a second admin with a login first; then that one can enter this")});
}

// of rules that are in force no longer, and that open cases may run under
std::vector<std::string> former_roles(Grounds &grounds, const Standard &current) {
  std::vector<std::string> roles;
  for (const auto &hash : grounds.adopted())
    for (const auto &role : grounds.standard(hash).roles)
      if (!current.role(role.id) && std::find(roles.begin(), roles.end(), role.id) == roles.end())
        roles.push_back(role.id);
  return roles;
}

// A mediator with a credential that no rule asks for opens no session; two officers of one login are one typist.
std::vector<Problem> worth_a_look(const Bench &bench, const std::string &kind, const Row &fields) {
  std::vector<Problem> seen;
  const auto add = [&](std::string message, std::string hint) {
    seen.push_back({.code = Code::worth_a_look, .message = std::move(message), .hint = std::move(hint)});
  };
  const auto credential = value_of(fields, "credential");
  const auto &asked = bench.standard.credential;
  if (kind == "mediator" && !asked.empty() && credential != asked)
    add(say("the rules ask a mediator for '{}', and this one has another credential", asked),
        say("if it is the same, enter the mediator again under the same id with credential = \"{}\"", asked));
  const auto login = value_of(fields, "login");
  for (const auto &officer : bench.roster.officers)
    if (kind == "officer" && !login.empty() && officer.login == login && officer.id != value_of(fields, "id"))
      add(say("officer '{}' has the same login", officer.id),
          say("who types is told by the login: enter one of the two again with a login of its own"));
  return seen;
}

Outcome add_to_roster(const RosterOptions &options, const Env &env) {
  check_kind(options.kind);
  const auto form = roster_form(options.form);
  auto store = open_store(env, Access::write);
  store.begin();
  Grounds grounds(store);
  const auto bench = grounds.bench(store.current_rules());
  const auto recorder = admin_at_work(store, bench, env, say("an admin enters officers, mediators and rooms"));
  auto act = read_roster_form(form, options.kind, bench.standard, bench.roster, former_roles(grounds, bench.standard));
  keep_an_admin(store, act.entry, *bench.roster.officer(recorder.typed), recorder.on.day);
  append_house(store, act.entry, act.sealed, recorder);
  store.commit();
  const auto &fields = act.entry.facts.fields;
  return {Info{tr("Entered into the roster"),
               {{"entered", options.kind},
                {"id", std::string(value_of(fields, "id"))},
                {"name", std::string(value_of(fields, "name"))}}},
          0, worth_a_look(bench, options.kind, fields)};
}

std::string span_of(Date from, const std::optional<Date> &until) {
  return text_of(from) + " .. " + (until ? text_of(*until) : std::string());
}

// who holds a post in full holds it as anybody does
Cell acting_cell(Acting acting) {
  switch (acting) {
  case Acting::plt:
    return Coded{"plt", tr("acting (Plt.)")};
  case Acting::plh:
    return Coded{"plh", tr("acting for a day (Plh.)")};
  case Acting::no:
    break;
  }
  return {};
}

Outcome list_roster(const Env &env) {
  const auto store = open_store(env, Access::read);
  const auto roster = fold_roster(store.house_entries());
  Report report;
  report.name = "roster";
  report.title = tr("Roster");
  report.columns = {{"kind", tr("kind"), ColumnType::text, ""},
                    {"id", tr("id"), ColumnType::text, ""},
                    {"name", tr("name"), ColumnType::text, ""},
                    {"holds", tr("role or credential"), ColumnType::text, ""},
                    {"span", tr("from .. until"), ColumnType::text, ""},
                    {"acting", tr_in("of a post", "acting"), ColumnType::text, ""}};
  for (const auto &officer : roster.officers)
    for (const auto &post : officer.posts)
      report.rows.push_back({word_cell(later("officer")), officer.id, officer.name, post.role,
                             span_of(post.from, post.until), acting_cell(post.acting)});
  for (const auto &mediator : roster.mediators)
    report.rows.push_back({word_cell(later("mediator")), mediator.id, mediator.name,
                           mediator.credential + " " + mediator.number, span_of(mediator.from, mediator.until),
                           Cell()});
  for (const auto &room : roster.rooms)
    report.rows.push_back({word_cell(later("room")), room.id, room.name, Cell(), Cell(), Cell()});
  return {report, 0};
}

} // namespace

Run declare_roster_add(Options &options) {
  const auto mine = std::make_shared<RosterOptions>();
  options.positional("KIND", later("officer, mediator or room"), mine->kind, Presence::required);
  options.text("--form", "FILE", later("the form (TOML); - reads standard input"), mine->form, Presence::required);
  return [mine](Env &env) { return add_to_roster(*mine, env); };
}

Run declare_roster_list(Options &) {
  return [](Env &env) { return list_roster(env); };
}

} // namespace mediasi
