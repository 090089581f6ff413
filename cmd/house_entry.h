// Entries of the house: roster forms checked and made ready for the journal, calendars and rules adopted.
#pragma once

#include <string>
#include <string_view>

#include "action/check.h"
#include "cmd/command.h"
#include "judge/judge.h"
#include "rules/calendar.h"
#include "store/store.h"

namespace mediasi {

struct FormFile {         // read before the store is opened: no other command waits for a slow pipe
  std::string name, text; // name: as problems call it
};
FormFile roster_form(const std::string &path);

// A roster form (officer, mediator, room): every problem with its place. Posts may name roles of the rules,
// of former ones, under which cases may still run, and "admin".
CheckedAct read_roster_form(const FormFile &form, std::string_view kind, const Standard &standard, const Roster &roster,
                            const std::vector<std::string> &former_roles = {});

struct Recorder { // who records, and when
  std::string by, typed;
  Moment on;
  Instant recorded{};
};

// Whoever types, who must be an admin; `what`: who may do this, as a hint.
Recorder admin_at_work(const Store &store, const Bench &bench, const Env &env, std::string what);

Entry recorded_by(Entry entry, const Recorder &recorder); // of the house, with who and when filled in
std::int64_t append_house(Store &store, Entry entry, const std::vector<Sealed> &sealed, const Recorder &recorder);

// every calendar file of the share folder; a year's later file replaces it
void adopt_calendars(Store &store, const Env &env, const Recorder &recorder);
std::vector<HolidayYear> shipped_years(const Env &env); // the same, of no store
// one such file as the entry that adopts it, not yet recorded; what is wrong with it is thrown
Entry calendar_entry(const std::string &path, const Recorder &recorder);
void adopt_rules(Store &store, const RulesText &rules, const Recorder &recorder);

} // namespace mediasi
