// store verify, head, checkpoint: is the journal the one that was written, and what others keep to prove it.
#include <filesystem>
#include <memory>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "cmd/bench.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/house_entry.h"
#include "cmd/kept_files.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "cmd/refold.h"
#include "store/checkpoint.h"
#include "store/minisign.h"
#include "store/told_tables.h"

namespace mediasi {

namespace {

constexpr std::size_t largest_checkpoint = 64 * 1024; // it has a few lines
constexpr std::string_view signature_end = ".minisig";
constexpr std::string_view signature_begin = "untrusted comment: signature of a store of mediasi\n";

// A whole store whose tables are those its last entry covers: are they also what the entries say? Against a checkpoint
// alone, since all cases are folded for it.
void check_tables(const Store &store, VerifyAnswer &answer) {
  constexpr std::size_t most = 100;
  Grounds grounds(store);
  const auto found = told_otherwise(store, [&](const std::string &number) { return refold(store, grounds, number); });
  for (const std::string &number : found)
    if (answer.problems.size() < most)
      answer.problems.push_back(
          say("{}: {}", "tables", say("the tables hold something else about case '{}' than its entries give", number)));
  if (!found.empty()) {
    answer.sound = false;
    answer.state = "altered";
  }
}

// Findings are about entries and tables; the store's words for them name no person.
Outcome verify(const std::string &checkpoint, const Env &env) {
  const Store store = Store::open(env.store_path(), Access::read, opening_of(env)); // by no clock until it is sound
  std::optional<Checkpoint> against;
  if (!checkpoint.empty())
    against = checkpoint_for(store, read_whole(checkpoint, largest_checkpoint),
                             read_whole(checkpoint + std::string(signature_end), largest_checkpoint), checkpoint);
  const VerifyReport found = store.verify(against ? &*against : nullptr);
  VerifyAnswer answer{
      .sound = found.sound, .state = found.state, .entries = found.entries, .head = found.head, .problems = {}};
  for (const auto &finding : found.problems)
    answer.problems.push_back(finding.seq > 0 ? say("entry {}: {}: {}", finding.seq, finding.what, finding.words)
                                              : say("{}: {}", finding.what, finding.words));
  if (against && found.sound)
    check_tables(store, answer);
  if (!answer.sound)
    return {answer, exit_code(Code::store_altered)};
  (void)clock_for(env, store.practice(), store.zone()); // MEDIASI_NOW is for practice stores, here as everywhere
  return {answer, answer.problems.empty() ? 0 : exit_code(Code::store_warning)};
}

Outcome head(const Env &env) {
  const Store store = open_store(env, Access::read);
  const JournalHead head = store.head();
  return {Info{tr("Head of the journal"),
               {{"entries", std::to_string(head.entries)},
                {"head", head.hash},
                {"code", head.code()},
                {"public_key", public_key_of(store)}}},
          0};
}

bool is_there(const std::string &path) {
  std::error_code failed; // a name that cannot be looked at is refused where the file is to be made
  return std::filesystem::exists(std::filesystem::symlink_status(path, failed));
}

// Nothing of that name yet. A signature without its checkpoint is what a killed command left, and goes.
void make_room(const std::string &path) {
  const std::string signature = path + std::string(signature_end);
  std::error_code failed; // then it is complained of below
  if (!is_there(path) && is_there(signature) && read_whole(signature, largest_checkpoint).starts_with(signature_begin))
    std::filesystem::remove(signature, failed);
  for (const std::string &there : {path, signature})
    if (is_there(there))
      throw Error({Code::store_exists, say("the file '{}' exists already", there),
                   say("name another file, or move this one away")});
}

// The checkpoint covers the entry that says it was made. Both files are whole or not there; what fails after the commit
// leaves an entry and no file, and that is said.
Outcome checkpoint(const std::string &path, const Env &env) {
  const std::filesystem::path full = std::filesystem::absolute(path);
  const std::string name = full.filename().string();
  for (const std::string &file : {full.string(), full.string() + std::string(signature_end)})
    if (const std::string why = why_kept(env, file); !why.empty() && !is_there(file))
      throw Error({Code::usage, say("'{}' {}", file, why), say("name another file for the checkpoint")});
  make_room(full.string());
  const auto key = read_key(env);
  Store store = open_store(env, Access::write);
  store.begin();
  Grounds grounds(store);
  const Bench bench = grounds.bench(store.current_rules());
  const Clock clock = clock_for(env, store.practice(), bench.standard.office.zone);
  const std::string typed = typing_officer(bench.roster, env);
  store.unlock(key, typed);
  Entry entry;
  entry.act = "checkpoint";
  append_house(store, std::move(entry), {}, {typed, typed, clock.moment(), clock.now});
  store.commit();
  const Checkpoint made = checkpoint_of(store, clock.now);
  const std::string text = text_of(made);
  try {
    create_private(full.parent_path(), name + std::string(signature_end),
                   sign_for(store, text, "store " + made.store + " entry " + std::to_string(made.head())));
    create_private(full.parent_path(), name, text);
  } catch (const Error &error) {
    auto problems = error.problems();
    problems.push_back({Code::after_commit, say("entry {} is recorded, its checkpoint is not written", made.head()),
                        say("mediasi store checkpoint FILE makes another")});
    throw Error(std::move(problems));
  }
  return {Info{tr("Checkpoint made"),
               {{"file", path},
                {"signature", path + std::string(signature_end)},
                {"entries", std::to_string(made.head())},
                {"code", store.head().code()},
                {"public_key", public_key_of(store)}}},
          0};
}

} // namespace

Run declare_store_verify(Options &options) {
  const auto file = std::make_shared<std::string>();
  options.text("--checkpoint", "FILE", later("against a checkpoint kept elsewhere; its signature lies beside it"),
               *file);
  return [file](Env &env) { return verify(*file, env); };
}

Run declare_store_head(Options &) {
  return [](Env &env) { return head(env); };
}

Run declare_store_checkpoint(Options &options) {
  const auto file = std::make_shared<std::string>();
  options.positional("FILE", later("the checkpoint; its signature is put beside it as FILE.minisig"), *file,
                     Presence::required);
  return [file](Env &env) { return checkpoint(*file, env); };
}

} // namespace mediasi
