// store info, rebuild: the house-keeping that needs no key.

#include <algorithm>
#include <array>
#include <set>

#include "base/language.h"
#include "base/text.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_acts.h"
#include "cmd/house_entry.h"
#include "cmd/keeping.h"
#include "cmd/options.h"
#include "cmd/refold.h"
#include "model/letter_numbers.h"
#include "store/batches.h"
#include "store/erasure.h"
#include "store/readers.h"
#include "store/search.h"

namespace mediasi {

namespace {

std::string_view origin(Setting from) {
  switch (from) {
  case Setting::option:
    return "option";
  case Setting::environment:
    return "environment";
  case Setting::by_default:
    return "default";
  }
  return {};
}

void add_chosen(Info &info, const std::string &key, const Chosen &chosen) {
  if (chosen.value.empty())
    return;
  info.lines.emplace_back(key + ".value", chosen.value);
  info.lines.emplace_back(key + ".from", origin(chosen.from));
}

// When was the last backup, how much came since, and how many cases are erased: what one asks on a bad day.
void add_keeping(Info &info, const Store &store, std::int64_t entries) {
  std::int64_t cases_erased = 0;
  const Entry *last = nullptr;
  const auto house_entries = store.house_entries();
  for (const Entry &entry : house_entries) {
    cases_erased += entry.act == "erase" ? 1 : 0;
    if (entry.act == "backup")
      last = &entry;
  }
  info.lines.emplace_back("erased", std::to_string(cases_erased));
  if (last == nullptr) {
    info.lines.emplace_back("backup.file", "");
    return;
  }
  info.lines.emplace_back("backup.file", value_of(last->facts.fields, "file"));
  info.lines.emplace_back("backup.on", text_of(last->on));
  info.lines.emplace_back("backup.entries_since", std::to_string(entries - last->seq));
}

Outcome info(const Env &env) {
  const Store store = open_store(env, Access::read);
  const StoreInfo known = store.info();
  Info answer{tr("The store and what is in force"), {}};
  add_chosen(answer, "store", env.store);
  add_chosen(answer, "key", env.key);
  add_chosen(answer, "lang", env.language);
  add_chosen(answer, "share", env.share);
  answer.lines.insert(answer.lines.end(), {{"id", known.id},
                                           {"office", known.office},
                                           {"practice", known.practice ? "yes" : "no"},
                                           {"store_format", std::to_string(known.format)},
                                           {"entries", std::to_string(known.entries)},
                                           {"cases", std::to_string(known.cases)},
                                           {"head", known.head},
                                           {"rules", store.current_rules()}});
  add_keeping(answer, store, known.entries);
  return {answer, 0};
}

struct Remade {
  std::set<std::int64_t> readers = {}; // that entries name
  std::int64_t entries = 0, cases = 0;
  std::int64_t twice =
      0; // numbers of letters and keys of rows that two entries took: the tables had been tampered with
};

// Letter numbers are taken by entries, so they come back from them. One that was given twice is the first's.
void note_numbers(Store &store, const std::vector<Entry> &entries, Remade &told) {
  for (const Entry &entry : entries)
    for (const LetterNumber &number : numbers_of(entry)) {
      if (store.number_given(number.register_name, number.year, number.serial, entry.case_number))
        ++told.twice;
      else
        store.note_number(number.register_name, number.year, number.serial, entry.case_number, entry.seq);
    }
}

void note_rows(Store &store, const std::vector<std::pair<std::int64_t, Brought>> &keyed, Remade &told) {
  for (const auto &[entry, row] : keyed) {
    if (row_noted(store, row))
      ++told.twice;
    else
      note_row(store, row, entry);
  }
}

Remade remake(Store &store) {
  Remade told;
  std::set<std::string> cases;
  std::vector<std::pair<std::int64_t, Brought>> keyed; // rows of batches that stand
  store.each_entry([&](const Entry &entry) {
    ++told.entries;
    if (entry.brought && !entry.brought->ref.empty() && entry.undone == 0)
      keyed.emplace_back(entry.seq, *entry.brought);
    if (entry.case_number != house)
      cases.insert(entry.case_number);
    note_readers(entry, told.readers);
  });
  told.cases = static_cast<std::int64_t>(cases.size());
  Grounds grounds(store);
  store.clear_projections();
  note_rows(store, keyed, told);
  note_numbers(store, store.house_entries(), told); // those set aside, before the letters that took them
  for (const std::string &number : cases) {
    if (const auto projection = refold(store, grounds, number)) {
      store.replace_projection(*projection);
      note_numbers(store, store.entries_of(number), told);
    }
  }
  store.replace_projection(*refold(store, grounds, std::string(house)));
  return told;
}

// What was made again and is not what the last entry covers is said in an entry: an inquiry will ask.
void cover(Store &store, const Env &env) {
  Grounds grounds(store);
  const Bench bench = grounds.bench(store.current_rules());
  const Clock clock = clock_for(env, store.practice(), bench.standard.office.zone);
  const auto *officer = bench.roster.by_login(env.user);
  const std::string who = officer != nullptr ? officer->id : std::string();
  Entry entry;
  entry.act = "rebuild";
  append_house(store, std::move(entry), {}, {who, who, clock.moment(), clock.now});
}

// An erasure may have been ended before it wrote the list.
void give_list(const std::string &list, const std::string &store) {
  try {
    mend_list(list, store, 0);
  } catch (const Error &error) {
    auto problems = error.problems();
    problems.back() = {.code = Code::after_commit,
                       .message = say("the tables are made again, only the list of erased cases is not written"),
                       .hint = say("'mediasi store backup FOLDER' writes it beside the backup")};
    throw Error(std::move(problems));
  }
}

// Tables are made of the journal as it stands: what is wrong with that is not mended by it, and has to be known.
std::vector<Problem> faults_of_journal(const Store &store) {
  constexpr std::array<std::string_view, 3> lasting{"altered", "missing", "cut_off"};
  constexpr std::size_t most = 5;
  std::vector<Problem> faults;
  for (const auto &finding : store.verify().problems)
    if (std::find(lasting.begin(), lasting.end(), finding.what) != lasting.end() && faults.size() < most)
      faults.push_back({.code = Code::store_altered,
                        .message = finding.words,
                        .hint = say("the tables are made of the journal as it stands: 'mediasi store verify' says all, "
                                    "a backup mends it")});
  return faults;
}

Outcome rebuild(const Env &env) {
  Store store = open_store(env, Access::write);
  store.begin();
  auto faults = faults_of_journal(store);
  const Remade told = remake(store);
  const auto strangers = drop_strangers(store, told.readers);
  const bool same = store.covered();
  if (!same)
    begin_search_anew(store); // what cannot be made again without the key is not to be trusted either
  if (!same || strangers > 0)
    cover(store, env);
  const auto gone =
      erasures(store); // asked now: what is read after the commit could fail, and nobody knew what is done
  const std::string list = gone.empty() ? std::string() : erasure_list(store, gone), place = store.info().path;
  store.commit();
  if (!list.empty())
    give_list(list, place);
  Info info{tr("Made again from the journal"),
            {{"entries", std::to_string(told.entries)},
             {"cases", std::to_string(told.cases)},
             {"changed", same ? "no" : "yes"}}};
  if (told.twice > 0)
    info.lines.emplace_back("given_twice", std::to_string(told.twice));
  if (strangers > 0)
    info.lines.emplace_back("foreign_readers", std::to_string(strangers));
  const int code = faults.empty() ? 0 : exit_code(Code::store_altered);
  return {std::move(info), code, std::move(faults)};
}

// these take nothing of their own
Run without_options(Outcome (*run)(const Env &)) {
  return [run](Env &env) { return run(env); };
}

} // namespace

Run declare_store_info(Options &) {
  return without_options(info);
}

Run declare_store_rebuild(Options &) {
  return without_options(rebuild);
}

} // namespace mediasi
