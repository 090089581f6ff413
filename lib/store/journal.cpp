// Appending to the journal and reading it.
#include <algorithm>

#include "base/error.h"
#include "store/inside.h"
#include "store/journal_rows.h"
#include "store/rows.h"
#include "store/table_sums.h"

namespace mediasi {

namespace {

constexpr std::size_t largest = 16 * 1024 * 1024; // of one sealed thing

// files say more by their size than texts: wider steps
std::size_t block_of(std::string_view path) {
  return path.starts_with("attachment#") ? 4096 : 64;
}

std::string sealed_binding(const Origin &origin, const RawEntry &entry, std::string_view path) {
  return bound({"mediasi-sealed-1", origin.id, entry.case_number, std::to_string(entry.seq),
                std::to_string(entry.key_no), path});
}

// by path, blobs in place of plain texts; the entry gets its key's number and hash
std::vector<Sealed> sealed_up(Store::Inside &inside, RawEntry &entry, const std::vector<Sealed> &sealed) {
  std::vector<Sealed> blobs;
  if (sealed.empty()) {
    return blobs;
  }
  const CaseKey &key = inside.fresh_key(entry.case_number);
  entry.key_no = key.n;
  entry.key_hash = key.hash;
  for (const Sealed &one : sealed) {
    if (one.plain.size() > largest) {
      throw Error({.code = Code::too_large,
                   .message = say("'{}' is larger than 16 MiB", one.path),
                   .hint = say("make the file smaller")});
    }
    const std::string binding = sealed_binding(inside.origin(), entry, one.path);
    blobs.push_back({one.path, seal(key.key, padded(one.plain, block_of(one.path)), binding)});
  }
  std::sort(blobs.begin(), blobs.end(), [](const Sealed &a, const Sealed &b) { return a.path < b.path; });
  return blobs;
}

// the digest of the row that brought the entry is sealed beside what it says
std::vector<Sealed> with_row(const Entry &entry, const std::vector<Sealed> &sealed) {
  auto all = sealed;
  if (entry.brought && !entry.brought->whole.empty()) {
    all.push_back({std::string(row_path), entry.brought->whole});
  }
  return all;
}

void insert_entry(Store::Inside &inside, const RawEntry &entry) {
  Query(inside, "INSERT INTO entry(seq, case_number, act, step, on_text, recorded, by_officer, typed, rules, "
                "correction, target, facts, key_no, key_hash, hash, tables) VALUES ($seq, $case, $act, $step, $on, "
                "$recorded, $by, $typed, $rules, $correction, $target, $facts, $key_no, $key_hash, $hash, $tables)")
      .with("$seq", entry.seq)
      .with("$case", entry.case_number)
      .with("$act", entry.act)
      .with("$step", entry.step)
      .with("$on", entry.on_text)
      .with("$recorded", entry.recorded)
      .with("$by", entry.by_officer)
      .with("$typed", entry.typed)
      .with("$rules", entry.rules)
      .with("$correction", entry.correction)
      .with("$target", entry.target)
      .with("$facts", entry.facts)
      .with("$key_no", entry.key_no)
      .with_blob("$key_hash", entry.key_hash)
      .with_blob("$hash", entry.hash)
      .with_blob("$tables", entry.tables)
      .run();
}

void insert_sealed(Store::Inside &inside, std::int64_t seq, const std::vector<Sealed> &blobs) {
  Query insert(inside, "INSERT INTO sealed(seq, path, blob) VALUES ($seq, $path, $blob)");
  for (const Sealed &one : blobs) {
    insert.with("$seq", seq).with("$path", one.path).with_blob("$blob", one.plain).run();
  }
}

// Entries and the paths beside them come as two streams, both by seq.
void each(Store::Inside &inside, Query &entries, Query &paths, const std::function<void(Entry &&)> &visit) {
  const std::vector<Batch> undone = undone_batches(inside);
  bool more = paths.next();
  RawEntry raw;
  while (entries.next()) {
    read_entry(entries.row(), raw);
    Entry entry = entry_of(std::move(raw));
    for (; more && paths.number(0) <= entry.seq; more = paths.next()) {
      if (paths.number(0) == entry.seq && paths.text(1) != row_path) {
        entry.sealed_paths.push_back(paths.text(1));
      }
    }
    mark_undone(undone, entry);
    visit(std::move(entry));
  }
}

} // namespace

std::int64_t Store::append(Entry entry, const std::vector<Sealed> &sealed) {
  return inside_->changing([&] {
    Head &head = inside_->running().head;
    entry.seq = head.seq + 1;
    if (entry.brought && !entry.brought->ref.empty()) {
      note_ref(*inside_, *entry.brought, entry.seq);
    }
    RawEntry raw = raw_of(entry);
    raw.tables = bytes_of(sum_to_go_on_from(*inside_).digest());
    const std::vector<Sealed> blobs = sealed_up(*inside_, raw, with_row(entry, sealed));
    EntryHash hash(head.hash, raw);
    for (const Sealed &one : blobs) {
      hash.sealed(one.path, one.plain);
    }
    raw.hash = bytes_of(hash.finish());
    insert_entry(*inside_, raw);
    insert_sealed(*inside_, raw.seq, blobs);
    head = {raw.seq, std::move(raw.hash)};
    return head.seq;
  });
}

std::vector<Entry> Store::entries_of(std::string_view case_number) const {
  return inside_->asking([&] {
    // a case has no entries of reading: that filter is for the house alone
    Query entries(*inside_, "SELECT entry.* FROM entry WHERE case_number = $case AND act <> 'read' ORDER BY seq");
    Query paths(*inside_, "SELECT sealed.seq, path FROM entry JOIN sealed ON sealed.seq = entry.seq "
                          "WHERE case_number = $case ORDER BY sealed.seq, path");
    entries.with("$case", case_number);
    paths.with("$case", case_number);
    std::vector<Entry> all;
    each(*inside_, entries, paths, [&](Entry &&entry) { all.push_back(std::move(entry)); });
    return all;
  });
}

std::vector<Entry> Store::house_entries() const {
  return entries_of(house);
}

void Store::each_entry(const std::function<void(const Entry &)> &visit) const {
  inside_->asking([&] {
    Query entries(*inside_, "SELECT entry.* FROM entry ORDER BY seq");
    Query paths(*inside_, "SELECT seq, path FROM sealed ORDER BY seq, path");
    each(*inside_, entries, paths, visit);
  });
}

namespace {

void refuse_locked(const Store::Inside &inside) {
  if (!inside.reading) {
    throw Error({.code = Code::key_needed,
                 .message = say("names and stories need the key"),
                 .hint = say("name the key file with --key FILE or MEDIASI_KEY")});
  }
}

RawEntry entry_there(Store::Inside &inside, std::int64_t seq) {
  std::optional<RawEntry> raw = raw_entry(inside, seq);
  if (!raw) {
    throw out_of_place(later("opening an entry that is not in the store"));
  }
  return std::move(*raw);
}

std::string opened(Store::Inside &inside, const RawEntry &raw, const std::string &path, const std::string &blob) {
  inside.open_key(raw.case_number, raw.key_no, raw.key_hash);
  auto plain = unseal(inside.reading->key.key(), blob, sealed_binding(inside.origin(), raw, path));
  if (!plain || !unpad(*plain, block_of(path))) {
    throw Error({.code = Code::store_altered,
                 .message = say("what is sealed in entry {} was altered", raw.seq),
                 .hint = say("run 'mediasi store verify', then restore a backup")});
  }
  return std::move(*plain);
}

} // namespace

std::vector<Sealed> Store::open_sealed(const Entry &entry) const {
  return inside_->asking([&] {
    refuse_locked(*inside_);
    const RawEntry raw = entry_there(*inside_, entry.seq);
    std::vector<Sealed> all;
    Query query(*inside_, "SELECT path, blob FROM sealed WHERE seq = $seq ORDER BY path");
    query.with("$seq", raw.seq);
    while (query.next()) {
      if (const std::string path = query.text(0); path != row_path) {
        all.push_back({path, opened(*inside_, raw, path, query.text(1))});
      }
    }
    return all;
  });
}

std::optional<std::string> open_row_digest(Store::Inside &inside, const Entry &entry) {
  return inside.asking([&]() -> std::optional<std::string> {
    refuse_locked(inside);
    const RawEntry raw = entry_there(inside, entry.seq);
    Query query(inside, "SELECT blob FROM sealed WHERE seq = $seq AND path = '_row'");
    if (!query.with("$seq", raw.seq).next()) {
      return std::nullopt;
    }
    return opened(inside, raw, std::string(row_path), query.text(0));
  });
}

} // namespace mediasi
