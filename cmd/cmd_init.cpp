// init: makes a store with its rules, calendars and first officer, its key file and its recovery code, all or nothing.
#include <filesystem>
#include <memory>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_entry.h"
#include "cmd/load_rules.h"
#include "cmd/options.h"
#include "cmd/secret_files.h"
#include "store/draft.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

struct InitOptions {
  std::string rules, officer, recovery;
  bool practice = false;
};

// A file that names this store as the one it opens; the first two words of either kind are its kind and the store.
bool names_store(const std::string &path, const std::string &id) {
  std::error_code failed;
  if (!fs::is_regular_file(fs::symlink_status(path, failed)))
    return false;
  std::istringstream words(read_whole(path, 4096));
  std::string kind, store;
  words >> kind >> store;
  return kind.starts_with("mediasi-") && store == id;
}

// What a killed init left: a store that never came to be, and the keys that open nothing else.
void clear_left(const Env &env, const InitOptions &options) {
  for (const LeftDraft &left : left_drafts(env.store_path())) {
    for (const std::string &path : {env.key.value, options.recovery})
      if (names_store(path, left.id))
        fs::remove(path);
    take_away(left);
  }
}

// the first officer must be able to enter the others
void check_admin(const CheckedAct &officer, const std::string &file) {
  for (const auto &post : rows_of(officer.entry.facts, "post"))
    if (value_of(post, "role") == "admin")
      return;
  throw Error({Code::missing_field,
               say("the first officer needs a post with the role 'admin'"),
               say("add to the form: [[post]] role = \"admin\" from = \"YYYY-MM-DD\""),
               {file, 0, 0, 0, "role", {}},
               {},
               {},
               {}});
}

Outcome run(const InitOptions &options, const Env &env) {
  if (env.key.value.empty())
    throw Error({Code::no_home, say("there is no place for the key file"), say("name one: --key FILE")});
  check_not_there(env.store_path(), tr("store"));
  clear_left(env, options);
  check_not_there(env.key.value, tr("key file"));
  check_not_there(options.recovery, tr("recovery file"));
  check_key_place(env.store_path(), env.key.value, "--key");
  check_key_place(env.store_path(), options.recovery, "--recovery");
  auto rules = load_rules_file(env, options.rules);
  throw_if_any(rules.loaded.problems);
  const auto &standard = rules.loaded.standard;
  const auto officer = read_roster_form(roster_form(options.officer), "officer", standard, {});
  check_admin(officer, options.officer);
  const auto clock = clock_for(env, options.practice, standard.office.zone);
  const auto id = std::string(value_of(officer.entry.facts.fields, "id"));
  const Recorder recorder{id, id, clock.moment(), clock.now};
  Genesis genesis;
  genesis.practice = options.practice;
  genesis.office = standard.office.id;
  genesis.zone = standard.office.zone;
  SecretFiles secrets;
  const auto store = Store::create(
      env.store_path(), genesis, clock.now, id,
      [&](Store &fresh) {
        adopt_rules(fresh, rules.text, recorder);
        adopt_calendars(fresh, env, recorder);
        append_house(fresh, officer.entry, officer.sealed, recorder);
        secrets.write(env.key.value, genesis.key_text);
        secrets.write(options.recovery, genesis.recovery_text);
      },
      opening_of(env));
  secrets.keep();
  return {Info{tr("Store made"),
               {{"store", env.store_path()},
                {"key", env.key.value},
                {"recovery", options.recovery},
                {"rules", standard.printed.title + " - " + standard.office.unit},
                {"officer", id},
                {"practice", options.practice ? "yes" : "no"}}},
          0};
}

} // namespace

Run declare_init(Options &options) {
  const auto mine = std::make_shared<InitOptions>();
  options.text("--rules", "FILE", later("the office's rules, or the name of shipped ones: pasuruan"), mine->rules,
               Presence::required);
  options.text("--officer", "FORM", later("the first officer, with the role admin"), mine->officer, Presence::required);
  options.text("--recovery", "FILE", later("where the recovery code is written, once, for the safe"), mine->recovery,
               Presence::required);
  options.flag("--practice", later("a store for training: LATIHAN across every paper"), mine->practice);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
