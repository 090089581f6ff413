// store backup FOLDER: a copy that is whole and checked, with the list of erased cases beside it. Needs no key.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/keeping.h"
#include "cmd/options.h"
#include "store/backup.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

bool same_place(const fs::path &folder, const std::string &file) {
  std::error_code failed;
  return !file.empty() && fs::exists(file, failed) &&
         fs::equivalent(folder, fs::absolute(file).parent_path(), failed) && !failed;
}

// One accident, or one thief, must not get both.
void check_place(const std::string &folder, const Env &env) {
  std::error_code failed;
  if (!fs::exists(folder, failed))
    return; // it is made, so nothing lies in it
  if (same_place(folder, env.store_path()))
    throw Error({Code::option_value, say("'{}' is the store's own folder", folder),
                 say("name another, on another disk: what takes the one must not take the other")});
  if (same_place(folder, env.key.value))
    throw Error({Code::option_value, say("the key lies in '{}'", folder),
                 say("name another folder: whoever takes the backup must not get the key with it")});
}

// A case erased while the copy was made would be in it with its keys, and on no list of those that still have them.
void check_nothing_erased(const std::vector<Entry> &house_entries, const Backup &backup) {
  if (std::any_of(house_entries.begin(), house_entries.end(),
                  [&](const Entry &entry) { return entry.act == "erase" && entry.seq > backup.entries(); }))
    throw Error({Code::store_busy, say("a case was erased while the backup was made"),
                 say("no backup was kept; run the command again")});
}

Entry entry_of(const Backup &backup) {
  Entry entry;
  entry.act = "backup";
  // no path: a folder may be called after somebody
  entry.facts.fields = {
      {"file", backup.file()}, {"entries", std::to_string(backup.entries())}, {"head", backup.head()}};
  return entry;
}

void put_in_place(const Backup &backup, const std::string &list, std::int64_t entry) {
  try {
    backup.put_in_place(list);
  } catch (const Error &error) {
    auto problems = error.problems();
    problems.push_back({.code = Code::after_commit,
                        .message = say("entry {} names a backup that could not be put in its place", entry),
                        .hint = say("run the command again")});
    throw Error(std::move(problems));
  }
}

Outcome back_up(const std::string &folder, const Env &env) {
  Store store = open_store(env, Access::write);
  check_place(folder, env);
  const Clock clock = clock_for(env, store.practice(), store.zone());
  const Backup backup(store, folder, clock.now);
  store.begin();
  const auto house_entries = store.house_entries();
  check_nothing_erased(house_entries, backup);
  const auto list = erasure_list(store, erasures(store));
  const auto seq = append_house(store, entry_of(backup), {}, keeper(fold_roster(house_entries), env, clock));
  store.commit();
  put_in_place(backup, list, seq);
  return {Info{tr("Backup made and checked"),
               {{"file", (fs::path(backup.folder()) / backup.file()).string()},
                {"list", (fs::path(backup.folder()) / backup.list_file()).string()},
                {"entries", std::to_string(backup.entries())},
                {"head", backup.head()},
                {"entry", std::to_string(seq)},
                {"same_disk", backup.same_disk() ? "yes" : "no"},
                {"network", backup.on_network() ? "yes" : "no"}}},
          0};
}

} // namespace

Run declare_store_backup(Options &options) {
  const auto folder = std::make_shared<std::string>();
  options.positional("FOLDER", later("where the backup goes: another disk, not the store's folder"), *folder,
                     Presence::required);
  return [folder](Env &env) { return back_up(*folder, env); };
}

} // namespace mediasi
