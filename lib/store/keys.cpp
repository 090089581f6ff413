// Case keys, readers, and what is opened with them.
#include "base/error.h"
#include "base/language.h"
#include "store/erasure.h"
#include "store/inside.h"
#include "store/key_text.h"
#include "store/rows.h"

namespace mediasi {

namespace {

std::string key_binding(const Origin &origin, std::string_view case_number, std::int64_t n) {
  return bound({"mediasi-case-key-1", origin.id, case_number, std::to_string(n)});
}

std::string reader_binding(const Origin &origin, const ReaderRow &row) {
  return bound({"mediasi-reader-1", origin.id, std::to_string(row.id), row.officer, row.kind, row.salt, row.params});
}

Error altered(std::string message) {
  return Error({.code = Code::store_altered,
                .message = std::move(message),
                .hint = say("run 'mediasi store verify', then restore a backup")});
}

} // namespace

std::string hash_of_key(std::string_view case_number, std::int64_t n, std::string_view wrapped) {
  const Hash hash =
      Digest{}.add_sized("mediasi-key-row-1").add_sized(case_number).add_number(n).add_sized(wrapped).finish();
  return std::string(bytes_of(hash));
}

std::string hash_of(const ReaderRow &row) {
  Digest digest;
  digest.add_sized("mediasi-reader-row-1").add_number(row.id);
  for (const std::string *part : {&row.officer, &row.kind, &row.salt, &row.params, &row.wrapped}) {
    digest.add_sized(*part);
  }
  return std::string(bytes_of(digest.finish()));
}

std::vector<ReaderRow> reader_rows(Store::Inside &inside) {
  Query query(inside, "SELECT id, officer, kind, salt, params, wrapped FROM reader ORDER BY id");
  std::vector<ReaderRow> rows;
  while (query.next()) {
    rows.push_back({.id = query.number(0),
                    .officer = query.text(1),
                    .kind = query.text(2),
                    .salt = query.text(3),
                    .params = query.text(4),
                    .wrapped = query.text(5)});
  }
  return rows;
}

void put_reader(Store::Inside &inside, ReaderRow &row, KeyView key, const Secret &master) {
  const std::string_view plain(reinterpret_cast<const char *>(master.bytes().data()), master.bytes().size());
  row.wrapped = seal(key, plain, reader_binding(inside.origin(), row));
  Query(inside, "INSERT INTO reader(id, officer, kind, salt, params, wrapped) "
                "VALUES ($id, $officer, $kind, $salt, $params, $wrapped)")
      .with("$id", row.id)
      .with("$officer", row.officer)
      .with("$kind", row.kind)
      .with_blob("$salt", row.salt)
      .with("$params", row.params)
      .with_blob("$wrapped", row.wrapped)
      .run();
}

const CaseKey &Store::Inside::fresh_key(const std::string &case_number) {
  Transaction &now = *transaction;
  if (!now.keys) {
    now.wrapper.emplace(origin().publics.read);
    now.keys.emplace();
  }
  if (const CaseKey *known = now.keys->find(case_number)) {
    return *known;
  }
  std::int64_t n = 1;
  {
    Query last(*this, "SELECT MAX(n) FROM case_key WHERE case_number = $case");
    last.with("$case", case_number).next();
    n += last.number(0); // NULL reads as 0
  }
  return now.keys->make(case_number, [&](KeyView key) {
    const std::string wrapped = now.wrapper->wrap(key, key_binding(origin(), case_number, n));
    Query(*this, "INSERT INTO case_key(case_number, n, wrapped) VALUES ($case, $n, $wrapped)")
        .with("$case", case_number)
        .with("$n", n)
        .with_blob("$wrapped", wrapped)
        .run();
    return CaseKey{n, hash_of_key(case_number, n, wrapped), key};
  });
}

void Store::Inside::open_key(const std::string &case_number, std::int64_t n, std::string_view key_hash) {
  if (n > 0 && reading->n == n && reading->case_number == case_number) {
    return;
  }
  Query query(*this, "SELECT wrapped FROM case_key WHERE case_number = $case AND n = $n");
  if (!query.with("$case", case_number).with("$n", n).next() || query.text(0).empty()) {
    if (erased(*this, case_number)) {
      throw erased_case(case_number);
    }
    throw altered(say("key {} of case '{}' is gone", n, case_number));
  }
  const std::string wrapped = query.text(0);
  reading->n = 0;
  if (hash_of_key(case_number, n, wrapped) != key_hash ||
      !reading->unwrapper.unwrap(reading->key.bytes(), wrapped, key_binding(origin(), case_number, n))) {
    throw altered(say("key {} of case '{}' was altered", n, case_number));
  }
  reading->n = n;
  reading->case_number = case_number;
}

void Store::unlock(const std::string &key_text) {
  const KeyText text = read_key_text(key_text);
  inside_->asking([&] {
    const Origin &origin = inside_->origin();
    if (!text.store.empty() && text.store != origin.id) {
      throw Error({.code = Code::key_wrong,
                   .message = say("the key is another store's"),
                   .hint = say("name the key file of the store '{}' with --key FILE", inside_->path)});
    }
    for (const ReaderRow &row : reader_rows(*inside_)) {
      Secret master(master_size);
      if (row.kind != text.kind ||
          !unseal_into(master.bytes(), text.key.key(), row.wrapped, reader_binding(origin, row))) {
        continue;
      }
      const Publics publics = publics_of(master);
      if (publics.read != origin.publics.read || publics.sign != origin.publics.sign) {
        throw altered(say("the store's public keys were exchanged"));
      }
      inside_->reading.emplace(Unlocked{.unwrapper = Unwrapper(std::move(master)), .case_number = {}, .n = 0});
      return;
    }
    throw Error({.code = Code::key_wrong,
                 .message = say("the key does not open this store"),
                 .hint = say("use the key file written last, or the recovery code from the safe")});
  });
}

bool Store::unlocked() const {
  return inside_->reading.has_value();
}

} // namespace mediasi
