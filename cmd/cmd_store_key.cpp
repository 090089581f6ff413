// store key list, add, remove, renew: who may read identities, and by what.
#include <memory>

#include "base/error.h"
#include "base/language.h"
#include "base/text.h"
#include "cmd/ask_secret.h"
#include "cmd/declared.h"
#include "cmd/env.h"
#include "cmd/key_source.h"
#include "cmd/officer.h"
#include "cmd/options.h"
#include "cmd/secret_files.h"
#include "model/roster.h"
#include "store/passphrase.h"
#include "store/readers.h"

namespace mediasi {

namespace {

Coded kind_in_words(const std::string &kind) {
  if (kind == kind_name(KeyKind::passphrase))
    return {kind, tr("passphrase")};
  return {kind, kind == kind_name(KeyKind::file) ? tr("key file") : tr("recovery code")};
}

Outcome list_readers(const Env &env) {
  const Store store = open_store(env, Access::read);
  Report report;
  report.name = "keys";
  report.title = tr("Who may read names");
  report.columns = {{"reader", tr("reader"), ColumnType::integer, ""}, {"officer", tr("officer"), ColumnType::text, ""},
                    {"kind", tr("by what"), ColumnType::word, ""},     {"since", tr("since"), ColumnType::moment, ""},
                    {"by", tr("added by"), ColumnType::text, ""},      {"entry", tr("entry"), ColumnType::integer, ""}};
  for (const KeyHolder &reader : readers(store))
    report.rows.push_back(
        {reader.id, reader.officer, kind_in_words(reader.kind), reader.since, reader.by, reader.entry});
  if (const auto entry = last_renewal(store); entry > 0)
    report.notes.push_back(say("the keys were renewed last by entry {}", entry));
  return {report, 0};
}

// The store opened by somebody who can read, in a transaction, and the entry to be written into it.
struct Change {
  Store store;
  Roster roster;
  Entry act;
};

Change begin_change(const Env &env) {
  const auto key = read_key(env);
  Change change{open_store(env, Access::write), {}, {}};
  change.store.begin();
  change.roster = fold_roster(change.store.house_entries());
  const Clock clock = clock_for(env, change.store.practice(), change.store.zone());
  const auto typed = typing_officer(change.roster, env);
  if (!holds(*change.roster.officer(typed), "admin", clock.today()))
    throw Error({Code::role_not_held, say("'{}' does not hold the role 'admin' today", typed),
                 say("an admin says who may read")});
  change.store.unlock(key, typed);
  change.act.by = change.act.typed = typed;
  change.act.on = clock.moment();
  change.act.recorded = clock.now;
  return change;
}

struct AddOptions {
  std::string officer, file, recovery, new_key_fd;
  bool passphrase = false;
};

void check_one_way(const AddOptions &options) {
  const int ways = (options.file.empty() ? 0 : 1) + (options.recovery.empty() ? 0 : 1) + (options.passphrase ? 1 : 0);
  if (ways != 1)
    throw Error({Code::usage, say("a reader opens the store in one way"),
                 say("give one of --file FILE, --passphrase, --recovery FILE")});
  if (!options.new_key_fd.empty() && !options.passphrase)
    throw Error({Code::usage, say("--new-key-fd gives a passphrase and nothing else"), say("add --passphrase")});
}

SecretText asked_passphrase(const AddOptions &options, const Env &env) {
  if (!options.new_key_fd.empty()) {
    const int descriptor = secret_descriptor("--new-key-fd", options.new_key_fd);
    if (env.keys->reads(descriptor))
      throw Error({Code::option_value, say("--key-fd and --new-key-fd name the same descriptor"),
                   say("give each its own: --key-fd 3 3<FILE --new-key-fd 4 4<FILE")});
    return new_passphrase(read_secret("--new-key-fd", descriptor));
  }
  if (!can_ask())
    throw Error(
        {Code::no_terminal, say("there is no terminal to ask on for the new passphrase"), say("--new-key-fd NUMBER")});
  auto typed = new_passphrase(ask_secret(say("new passphrase (it is not shown): ")));
  const auto again = normal_passphrase(ask_secret(say("the same once more: ")));
  if (!again || again->view() != typed.view())
    throw Error({Code::passphrase_refused, say("the two passphrases differ"), say("run the command again")});
  return typed;
}

Outcome added(const ReaderChange &made, std::string_view officer, KeyKind kind, const std::string &file) {
  Info info{tr("Reader added"),
            {{"reader", std::to_string(made.reader)},
             {"officer", std::string(officer)},
             {"kind", std::string(kind_name(kind))},
             {"entry", std::to_string(made.entry)}}};
  if (!file.empty())
    info.lines.emplace_back("file", file);
  return {info, 0};
}

Outcome add_passphrase(const AddOptions &options, const Env &env) {
  (void)read_key(env); // the known passphrase is asked for before the new one
  const ReaderKey key = reader_key(asked_passphrase(options, env));
  Change change = begin_change(env);
  const auto officer = acting_officer(change.roster, options.officer, change.act.typed);
  const ReaderChange made = add_reader(change.store, officer, key, change.act);
  change.store.commit();
  return added(made, officer, KeyKind::passphrase, "");
}

Outcome add_file(const AddOptions &options, const Env &env, KeyKind kind, const std::string &path) {
  check_not_there(path, kind == KeyKind::file ? tr("key file") : tr("recovery file"));
  check_key_place(env.store_path(), path, "--file");
  Change change = begin_change(env);
  const auto officer = acting_officer(change.roster, options.officer, change.act.typed);
  const StoreInfo store = change.store.info();
  const FreshKey fresh =
      kind == KeyKind::file ? fresh_key_file(store.id, store.id_kind) : fresh_recovery(store.id, store.id_kind);
  const ReaderChange made = add_reader(change.store, officer, reader_key(kind, fresh), change.act);
  SecretFiles files;
  files.write(path, fresh.text);
  change.store.commit();
  files.keep();
  return added(made, officer, kind, path);
}

Outcome add_key(const AddOptions &options, const Env &env) {
  check_one_way(options);
  if (options.passphrase)
    return add_passphrase(options, env);
  return options.file.empty() ? add_file(options, env, KeyKind::recovery, options.recovery)
                              : add_file(options, env, KeyKind::file, options.file);
}

Outcome remove(const std::string &reader, const Env &env) {
  const auto id = parse_integer(reader);
  if (!id || *id < 1)
    throw Error({Code::option_value, say("'{}' is no reader's number", repeatable(reader)),
                 say("see them: mediasi store key list")});
  Change change = begin_change(env);
  const ReaderChange made = remove_reader(change.store, *id, change.act);
  change.store.commit();
  Info info{tr("Reader removed"), {{"reader", std::to_string(made.reader)}, {"entry", std::to_string(made.entry)}}};
  if (made.renewed > 0)
    info.lines.emplace_back("renewed", std::to_string(made.renewed));
  else
    info.lines.emplace_back("renewed", say("not yet: reader {} is of an earlier release; add it again and remove it",
                                           made.old_readers.front()));
  return {info, 0};
}

Outcome renew(const Env &env) {
  Change change = begin_change(env);
  const auto entry = renew_keys(change.store, change.act);
  change.store.commit();
  return {Info{tr("Keys renewed"), {{"entry", std::to_string(entry)}}}, 0};
}

} // namespace

Run declare_store_key_list(Options &) {
  return [](Env &env) { return list_readers(env); };
}

Run declare_store_key_add(Options &options) {
  const auto mine = std::make_shared<AddOptions>();
  options.text("--officer", "OFFICER", later("who will read by it; of the roster"), mine->officer, Presence::required);
  options.text("--file", "FILE", later("a key file, written here"), mine->file);
  options.flag("--passphrase", later("a passphrase, asked for on the terminal"), mine->passphrase);
  options.text("--recovery", "FILE", later("a recovery code for the safe, written here"), mine->recovery);
  options.text("--new-key-fd", "NUMBER", later("an open descriptor that gives the new passphrase instead"),
               mine->new_key_fd);
  return [mine](Env &env) { return add_key(*mine, env); };
}

Run declare_store_key_remove(Options &options) {
  const auto reader = std::make_shared<std::string>();
  options.positional("READER", later("the number that 'store key list' shows"), *reader, Presence::required);
  return [reader](Env &env) { return remove(*reader, env); };
}

Run declare_store_key_renew(Options &) {
  return [](Env &env) { return renew(env); };
}

} // namespace mediasi
