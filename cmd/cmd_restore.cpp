// store restore BACKUP --store NEW: a store made anew out of a backup, in which whatever was erased since is erased
// again before anybody can open it.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/keeping.h"
#include "cmd/options.h"
#include "store/backup.h"
#include "store/draft.h"
#include "store/erasure.h"
#include "store/file_system.h"

namespace mediasi {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_list = 4U << 20U; // some ten thousand cases

struct RestoreOptions {
  std::string backup, erasures;
  bool without = false;
};

// of other people's lists in the same folder nothing is asked
bool lists_of_store(const std::string &list, const std::string &store_id) {
  return split(list, '\n').front().find(store_id) != std::string::npos;
}

void add_erasures(std::vector<Erasure> &all, std::vector<Erasure> some) {
  for (auto &erasure : some)
    if (std::none_of(all.begin(), all.end(), [&](const Erasure &known) { return known.first == erasure.first; }))
      all.push_back(std::move(erasure));
}

// What the lists say was erased: the one that is given, and those that lie beside the backup.
std::vector<Erasure> erased_by_lists(const Store &backup, const RestoreOptions &options) {
  std::vector<Erasure> all;
  bool any = false;
  if (!options.erasures.empty()) {
    add_erasures(all, read_erasure_list(backup, read_whole(options.erasures, largest_list), options.erasures));
    any = true;
  }
  std::error_code failed;
  const std::string id = backup.info().id;
  for (const auto &item : fs::directory_iterator(fs::absolute(options.backup).parent_path(), failed)) {
    if (item.path().extension() != ".erasures" || !item.is_regular_file(failed))
      continue;
    const std::string text = read_whole(item.path().string(), largest_list);
    if (!lists_of_store(text, id))
      continue;
    add_erasures(all, read_erasure_list(backup, text, item.path().string()));
    any = true;
  }
  if (!any)
    throw Error({Code::no_erasure_list, say("no list of erased cases lies beside '{}'", options.backup),
                 say("name the newest with --erasures FILE; --without-erasures makes cases readable again that were "
                     "erased since")});
  return all;
}

void check_sound(const std::string &path, const VerifyReport &found) {
  std::vector<Problem> problems;
  for (const auto &finding : found.problems)
    problems.push_back({.code = Code::store_altered,
                        .message = finding.seq > 0 ? say("'{}', entry {}: {}", path, finding.seq, finding.words)
                                                   : say("'{}': {}", path, finding.words),
                        .hint = say("take an older backup")});
  throw_if_any(std::move(problems));
}

Entry house_act(std::string_view act, Row fields) {
  Entry entry;
  entry.act = std::string(act);
  entry.facts.fields = std::move(fields);
  return entry;
}

struct Told { // what became of the lists
  int erased = 0, elsewhere = 0;
};

// A case that the backup has is erased in it; one that it does not know yet is kept in the entry, so that the next list
// names it again.
Told erase_again(Store &store, const std::vector<Erasure> &all, const Recorder &recorder, Entry &restore) {
  Told told;
  const auto known = erasures(store);
  for (const auto &erasure : all) {
    if (std::any_of(known.begin(), known.end(), [&](const Erasure &one) { return one.first == erasure.first; }))
      continue;
    auto facts = facts_of(erasure);
    if (first_entry_of(store, erasure.case_number) != erasure.first) {
      restore.facts.groups["erasure"].push_back(std::move(facts));
      ++told.elsewhere;
      continue;
    }
    facts["keys"] = std::to_string(erase_keys(store, erasure.case_number));
    append_house(store, house_act("erase", std::move(facts)), {}, recorder);
    ++told.erased;
  }
  return told;
}

Told fill(Store store, const Env &env, const RestoreOptions &options, const std::vector<Erasure> &all,
          const VerifyReport &found) {
  const Clock clock = clock_for(env, store.practice(), store.zone());
  store.begin();
  const Recorder recorder = keeper(fold_roster(store.house_entries()), env, clock);
  const std::string file = fs::path(options.backup).filename().string();
  auto entry = house_act("restore", {{"entries", std::to_string(found.entries)},
                                     {"head", found.head},
                                     {"erasures", options.without ? "without" : "applied"}});
  if (is_backup_name(file)) // another name may be somebody's
    entry.facts.fields["file"] = file;
  const Told told = erase_again(store, all, recorder, entry);
  append_house(store, std::move(entry), {}, recorder);
  store.commit();
  check_sound(options.backup, store.verify());
  return told;
}

std::string place_for(const Env &env) {
  umask(077);
  const fs::path path = fs::absolute(env.store_path());
  std::error_code failed;
  if (!fs::create_directories(path.parent_path(), failed) && failed)
    throw Error({Code::file_unwritable, say("cannot make the store '{}': {}", path.string(), why_not(failed.value())),
                 say("name another place with --store FILE")});
  auto place = real_path(path.string());
  refuse_existing(place);
  refuse_network(fs::path(place).parent_path().string(), false);
  return place;
}

// The store is there by now, whatever becomes of the list beside it.
void tell_erased(const Env &env, const std::string &place) {
  try {
    const Store store = open_store(env, Access::read);
    write_list(store, place, store.info().entries);
  } catch (const Error &error) {
    auto problems = error.problems();
    problems.push_back({Code::after_commit, say("the store '{}' is restored, only what follows failed", place),
                        say("'mediasi store rebuild' writes its list of erased cases")});
    throw Error(std::move(problems));
  }
}

Outcome restore(const RestoreOptions &options, const Env &env) {
  if (options.without && !options.erasures.empty())
    throw Error({Code::usage, say("'{}' and '{}' contradict each other", "--erasures", "--without-erasures"),
                 say("give one of them")});
  const Opening anywhere{.network_allowed = true}; // it is only read
  std::vector<Erasure> all;
  VerifyReport found;
  {
    const Store backup = Store::open(options.backup, Access::read, anywhere);
    found = backup.verify();
    check_sound(options.backup, found);
    if (!options.without)
      all = erased_by_lists(backup, options);
  }
  const std::string place = place_for(env);
  clear_leftovers(fs::path(place).parent_path().string(), fs::path(place).filename().string());
  const FreshFile fresh(place);
  copy_database(real_path(options.backup), fresh.path(), fs::path(place).parent_path().string());
  const Told told = fill(Store::open(fresh.path(), Access::write), env, options, all, found);
  fresh.put_in_place();
  tell_erased(env, place);
  return {Info{tr("Store restored from the backup and checked"),
               {{"store", place},
                {"entries", std::to_string(found.entries)},
                {"head", found.head},
                {"erased_again", std::to_string(told.erased)},
                {"erased_elsewhere", std::to_string(told.elsewhere)},
                {"erasures", options.without ? "without" : "applied"}}},
          0};
}

} // namespace

Run declare_store_restore(Options &options) {
  const auto mine = std::make_shared<RestoreOptions>();
  options.positional("BACKUP", later("the backup; --store names the new store"), mine->backup, Presence::required);
  options.text("--erasures", "FILE", later("a list of erased cases, besides those beside the backup"), mine->erasures);
  options.flag("--without-erasures", later("restores without any list: cases erased since are readable again"),
               mine->without);
  return [mine](Env &env) { return restore(*mine, env); };
}

} // namespace mediasi
