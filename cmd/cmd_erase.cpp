// store erase CASE: what is sealed of a case becomes unreadable for good. By the role the rules name, for a reason of
// the rules, with the signed minutes of the destruction; never by itself.
#include <algorithm>
#include <memory>

#include "acts/acts.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/keeping.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "cmd/retained.h"
#include "cmd/which_case.h"
#include "model/corrections.h"
#include "store/erasure.h"

namespace mediasi {

namespace {

constexpr std::size_t largest_minutes = 16U << 20U;

struct EraseOptions {
  std::string case_number, because, minutes, by;
  bool dry_run = false;
};

// One case on the way to its erasure.
struct Erasing {
  Store &store;
  Standard rules;
  Roster roster;
  std::string number;
  std::vector<Entry> entries;
  Recorder recorder;
  const ErasureReason *reason = nullptr;
  std::string minutes = {}; // the file's bytes
};

void check_reason(Erasing &erasing, const std::string &code, std::vector<Problem> &problems) {
  erasing.reason = erasing.rules.retention.reason(code);
  if (erasing.reason != nullptr)
    return;
  std::vector<std::string> known;
  for (const auto &reason : erasing.rules.retention.reasons)
    known.push_back(reason.id);
  problems.push_back(
      {.code = Code::option_value,
       .message = say("no reason '{}' for erasing in the rules", repeatable(code)),
       .hint = known.empty() ? say("add [[retention.reason]] to the rules") : say("--because {}", join(known, " | "))});
}

void check_role(const Erasing &erasing, std::vector<Problem> &problems) {
  const auto &roles = erasing.rules.retention.erase_by;
  const auto &by = erasing.recorder.by;
  const auto *officer = erasing.roster.officer(by);
  if (officer != nullptr && std::any_of(roles.begin(), roles.end(), [&](const std::string &role) {
        return holds(*officer, role, erasing.recorder.on.day);
      }))
    return;
  problems.push_back({.code = Code::role_not_held,
                      .message = roles.empty() ? say("the rules name nobody who may erase a case")
                                               : say("'{}' does not hold the role '{}' today", by, join(roles, ", ")),
                      .hint = roles.empty() ? say("add [retention] with erase_by to the rules")
                                            : say("name who decided it: --by OFFICER")});
}

void read_minutes(Erasing &erasing, const EraseOptions &options, std::vector<Problem> &problems) {
  if (!options.minutes.empty()) {
    erasing.minutes = read_whole(options.minutes, largest_minutes);
    if (erasing.minutes.empty())
      problems.push_back({.code = Code::bad_attachment,
                          .message = say("the minutes of the destruction are empty"),
                          .hint = say("name the scan of the signed paper: --minutes FILE")});
  } else if (!options.dry_run) {
    problems.push_back({.code = Code::attachment_needed,
                        .message = say("the minutes of the destruction are missing"),
                        .hint = say("name the scan of the signed paper: --minutes FILE")});
  }
}

std::vector<Problem> refusals(Erasing &erasing, Grounds &grounds, const EraseOptions &options) {
  std::vector<Problem> problems;
  check_reason(erasing, options.because, problems);
  check_role(erasing, problems);
  read_minutes(erasing, options, problems);
  if (standing_entries(erasing.entries).empty())
    return problems; // undone with its batch: nothing is owed to it, and nothing keeps it
  const auto file = fold(erasing.entries);
  const auto bench = grounds.bench(file.rules);
  const auto keeping = keeping_of(erasing.store, bench, erasing.rules.retention, file, erasing.recorder.on.day);
  for (const auto &obstacle : obstacles_to_erasing(keeping, file, erasing.reason))
    problems.push_back(problem_of(obstacle, erasing.number));
  return problems;
}

// The keys first, the entry last: it covers the tables as they then are.
std::int64_t erase(Erasing &erasing, std::int64_t &keys) {
  Erasure erasure{.case_number = erasing.number,
                  .first = first_entry_of(erasing.store, erasing.number),
                  .on = text_of(erasing.recorder.on.day),
                  .reason = erasing.reason->id,
                  .minutes = digest_hex(erasing.minutes),
                  .signature = {},
                  .handovers = {}};
  sign(erasing.store, erasure);
  keys = erase_keys(erasing.store, erasing.number);
  Entry entry;
  entry.act = "erase";
  entry.facts.fields = facts_of(erasure);
  entry.facts.fields["keys"] = std::to_string(keys);
  entry.facts.fields["attachments"] = "minutes";
  entry.sealed_paths = {"attachment#1"};
  return append_house(erasing.store, std::move(entry), {{"attachment#1", erasing.minutes}}, erasing.recorder);
}

Info answer(const Erasing &erasing, const EraseOptions &options, const std::vector<Entry> &house_entries) {
  Info info{options.dry_run ? tr("The case could be erased; nothing was changed")
                            : tr("Erased: nobody can read what was sealed of the case"),
            {{"case", erasing.number},
             {"reason", erasing.reason->id},
             {"by", erasing.recorder.by},
             {"typed", erasing.recorder.typed},
             {"dry_run", options.dry_run ? "yes" : "no"}}};
  int number = 0;
  // they still hold the keys, until somebody destroys them
  for (const auto &holder : backups_with_keys(house_entries, erasing.entries.front().seq)) {
    const auto key = "backups." + std::to_string(++number);
    info.lines.emplace_back(key, holder.file.empty() ? say("a backup with {} entries", holder.entries) : holder.file);
  }
  return info;
}

// the entry that erased it
std::int64_t erased_by(const Store &store, const std::string &number) {
  const auto entries = store.house_entries();
  const auto found = std::find_if(entries.rbegin(), entries.rend(), [&](const Entry &entry) {
    return entry.act == "erase" && erasure_of(entry.facts.fields).case_number == number;
  });
  return found == entries.rend() ? 0 : found->seq;
}

Outcome run(const EraseOptions &options, const Env &env) {
  if (!options.dry_run)
    (void)read_key(env); // a person may have to be asked: not while others wait for the store
  Store store = open_store(env, options.dry_run ? Access::read : Access::write);
  if (!options.dry_run)
    store.begin();
  Grounds grounds(store);
  const auto adopted = grounds.standard(store.current_rules());
  const auto clock = clock_for(env, store.practice(), store.zone());
  const auto number = which_case(store, options.case_number, Undone::counts);
  if (erased(store, number)) {
    if (!options.dry_run) // it may have been ended before it wrote the list
      mend_list(erasure_list(store, erasures(store)), store.info().path, erased_by(store, number));
    throw erased_case(number);
  }
  const auto house_entries = store.house_entries();
  const auto roster = fold_roster(house_entries);
  const auto typed = typing_officer(roster, env);
  Erasing erasing{store,
                  adopted,
                  roster,
                  number,
                  store.entries_of(number),
                  {acting_officer(roster, options.by, typed), typed, clock.moment(), clock.now}};
  throw_if_any(refusals(erasing, grounds, options));
  auto told = answer(erasing, options, house_entries);
  if (options.dry_run)
    return {told, 0};
  store.unlock(read_key(env), typed);
  std::int64_t keys = 0;
  const auto entry = erase(erasing, keys);
  store.commit();
  write_list(store, store.info().path, entry);
  told.lines.insert(told.lines.begin(), {{"entry", std::to_string(entry)}, {"keys", std::to_string(keys)}});
  told.lines.emplace_back("list", list_beside(store.info().path));
  return {told, 0};
}

} // namespace

Run declare_store_erase(Options &options) {
  const auto mine = std::make_shared<EraseOptions>();
  options.positional("CASE", later("the closed case, by its full number"), mine->case_number, Presence::required);
  options.text("--because", "CODE", later("why it is erased: a reason of the rules"), mine->because,
               Presence::required);
  options.text("--minutes", "FILE", later("the signed minutes of the destruction, to be sealed beside the entry"),
               mine->minutes);
  options.text("--by", "OFFICER", later("who decided it (who types, when left out)"), mine->by);
  options.flag("--dry-run", later("says all that would happen and changes nothing"), mine->dry_run);
  return [mine](Env &env) { return run(*mine, env); };
}

} // namespace mediasi
