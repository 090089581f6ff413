#include "store/readers.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "store/handover.h"
#include "store/inside.h"
#include "store/readership.h"
#include "store/search.h"

namespace mediasi {

namespace {

Unlocked &unlocked(Store::Inside &inside) {
  if (!inside.reading) {
    throw Error({.code = Code::key_needed,
                 .message = say("who may read is changed by somebody who can"),
                 .hint = say("name the key file with --key FILE or MEDIASI_KEY")});
  }
  return *inside.reading;
}

Error needed(std::string message, std::string hint) {
  return Error({.code = Code::reader_needed, .message = std::move(message), .hint = std::move(hint)});
}

const KeyHolder &removable(const Readership &known, std::int64_t id) {
  const auto found = known.readers.find(id);
  if (found == known.readers.end()) {
    throw Error({.code = Code::no_such_reader,
                 .message = say("there is no reader {}", id),
                 .hint = say("see them: mediasi store key list")});
  }
  const std::string recovery(kind_name(KeyKind::recovery));
  const auto codes = std::count_if(known.readers.begin(), known.readers.end(),
                                   [&](const auto &one) { return one.second.shown.kind == recovery; });
  if (known.readers.size() == 1) {
    throw needed(say("reader {} is the last one, and without it nobody reads a name again", id),
                 say("add another first: mediasi store key add"));
  }
  if (found->second.shown.kind == recovery && codes == 1) {
    throw needed(say("reader {} is the last recovery code", id),
                 say("make another first: mediasi store key add --recovery FILE"));
  }
  return found->second.shown;
}

Row row_fields(const ReaderRow &row, std::string change) {
  return {{"reader", std::to_string(row.id)},
          {"officer", row.officer},
          {"kind", row.kind},
          {"change", std::move(change)},
          {"hash", to_hex(hash_of(row))}};
}

// the rows as they were entered, all of them
std::vector<ReaderRow> entered_rows(Store::Inside &inside, const Readership &known) {
  std::vector<ReaderRow> rows = reader_rows(inside);
  if (rows.size() != known.readers.size() ||
      !std::all_of(rows.begin(), rows.end(), [&](const ReaderRow &row) { return is_entered(known, row); })) {
    throw other_readers();
  }
  return rows;
}

std::vector<std::int64_t> old_ones(Store::Inside &inside) {
  std::vector<std::int64_t> ids;
  for (const ReaderRow &row : reader_rows(inside)) {
    if (row.old()) {
      ids.push_back(row.id);
    }
  }
  return ids;
}

std::int64_t renew(Store &store, Entry act) {
  Store::Inside &inside = store.inside();
  Unlocked &reading = unlocked(inside);
  const Secret &old = reading.unwrapper.master();
  Secret fresh = fresh_master();
  const Publics publics = publics_of(fresh);
  act.facts = {.fields = {{"change", "renewed"},
                          {"read_key", to_hex(publics.read)},
                          {"sign_key", to_hex(publics.sign)},
                          {"handover", handover_to(inside.origin(), publics, old)},
                          {"former", to_hex(wrap_former(inside.origin(), publics, old))}},
               .groups = {}};
  for (ReaderRow &row : entered_rows(inside, sound_readership(inside))) {
    rewrap_reader(inside, row, fresh);
    act.facts.groups["reader"].push_back({{"reader", std::to_string(row.id)}, {"hash", to_hex(hash_of(row))}});
  }
  begin_search_anew(store); // its words lie under the old master
  const std::int64_t entry = append_signed(store, std::move(act), old);
  inside.running().wrapper.reset(); // what is sealed from here on is for the new master
  inside.running().keys.reset();
  Secret former(key_size);
  std::copy_n(old.bytes().begin(), key_size, former.bytes().begin());
  reading.former.emplace(reading.former.begin(), std::move(former));
  reading.unwrapper = Unwrapper(std::move(fresh));
  return entry;
}

} // namespace

std::vector<KeyHolder> readers(const Store &store) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    std::vector<KeyHolder> all;
    for (const auto &[id, known] : sound_readership(inside).readers) {
      all.push_back(known.shown);
    }
    return all;
  });
}

std::int64_t last_renewal(const Store &store) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    const Readership known = sound_readership(inside);
    return known.generations.size() > 1 ? known.current().from : 0;
  });
}

ReaderKey reader_key(KeyKind kind, const FreshKey &fresh) {
  const ReaderParams params{.stretching = std::nullopt, .box = public_of(box_secret(fresh.key.key()).key())};
  return {.kind = std::string(kind_name(kind)), .salt = {}, .params = text_of(params)};
}

ReaderKey reader_key(std::string_view passphrase) {
  const std::string salt = random_bytes(salt_size);
  const Stretching stretching = usual_stretching();
  const Secret key = stretched(passphrase, salt, stretching);
  const ReaderParams params{.stretching = stretching, .box = public_of(box_secret(key.key()).key())};
  return {.kind = std::string(kind_name(KeyKind::passphrase)), .salt = salt, .params = text_of(params)};
}

void note_readers(const Entry &entry, std::set<std::int64_t> &spoken_of) {
  if (entry.act != "reader")
    return;
  spoken_of.insert(parse_integer(value_of(entry.facts.fields, "reader")).value_or(0));
  for (const Row &row : rows_of(entry.facts, "reader"))
    spoken_of.insert(parse_integer(value_of(row, "reader")).value_or(0));
}

std::int64_t drop_strangers(Store &store, const std::set<std::int64_t> &spoken_of) {
  return store.inside().changing([&] {
    Store::Inside &inside = store.inside();
    std::int64_t dropped = 0;
    for (const ReaderRow &row : reader_rows(inside))
      if (!spoken_of.contains(row.id)) {
        drop_reader(inside, row.id);
        ++dropped;
      }
    return dropped;
  });
}

ReaderChange add_reader(Store &store, std::string officer, ReaderKey key, Entry act) {
  Store::Inside &inside = store.inside();
  return inside.changing([&] {
    const Secret &master = unlocked(inside).unwrapper.master();
    const Readership known = sound_readership(inside);
    (void)entered_rows(inside, known);
    if (known.readers.size() >= most_readers) {
      throw needed(say("there are {} readers already", most_readers),
                   say("take one away first: mediasi store key remove READER"));
    }
    ReaderRow row{.id = known.last_id + 1,
                  .officer = std::move(officer),
                  .kind = std::move(key.kind),
                  .salt = std::move(key.salt),
                  .params = std::move(key.params),
                  .wrapped = {}};
    put_reader(inside, row, master);
    act.facts = {.fields = row_fields(row, "added"), .groups = {}};
    return ReaderChange{.reader = row.id, .entry = append_signed(store, std::move(act), master)};
  });
}

ReaderChange remove_reader(Store &store, std::int64_t id, Entry act) {
  Store::Inside &inside = store.inside();
  return inside.changing([&] {
    const Secret &master = unlocked(inside).unwrapper.master();
    const Readership known = sound_readership(inside);
    const KeyHolder gone = removable(known, id);
    (void)entered_rows(inside, known);
    drop_reader(inside, id);
    Entry removed = act;
    removed.facts = {.fields = {{"reader", std::to_string(id)},
                                {"officer", gone.officer},
                                {"kind", gone.kind},
                                {"change", "removed"}},
                     .groups = {}};
    ReaderChange change{.reader = id, .entry = append_signed(store, std::move(removed), master)};
    change.old_readers = old_ones(inside);
    if (change.old_readers.empty()) {
      change.renewed = renew(store, std::move(act));
    }
    return change;
  });
}

std::int64_t renew_keys(Store &store, Entry act) {
  Store::Inside &inside = store.inside();
  return inside.changing([&] {
    (void)entered_rows(inside, sound_readership(inside));
    if (const auto old = old_ones(inside); !old.empty()) {
      throw needed(say("reader {} is of an earlier release and cannot be given new keys", old.front()),
                   say("add it again, and remove the old one: mediasi store key add"));
    }
    return renew(store, std::move(act));
  });
}

} // namespace mediasi
