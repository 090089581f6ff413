// Case keys: made for what is sealed, and opened again.
#include <algorithm>

#include "base/error.h"
#include "base/language.h"
#include "store/erasure.h"
#include "store/failure.h"
#include "store/inside.h"
#include "store/readership.h"
#include "store/rows.h"

namespace mediasi {

namespace {

std::string key_binding(const Origin &origin, std::string_view case_number, std::int64_t n) {
  return bound({"mediasi-case-key-1", origin.id, case_number, std::to_string(n)});
}

// Those who may read are the ones entered: an index that hides an entry would have the case sealed to a former key.
Readership readership_entered(Store::Inside &inside) {
  Readership known = sound_readership(inside);
  const std::vector<ReaderRow> rows = reader_rows(inside);
  const bool all = rows.size() == known.readers.size() &&
                   std::all_of(rows.begin(), rows.end(), [&](const ReaderRow &row) { return is_entered(known, row); });
  if (!all) {
    throw other_readers();
  }
  return known;
}

} // namespace

std::string hash_of_key(std::string_view case_number, std::int64_t n, std::string_view wrapped) {
  const Hash hash =
      Digest{}.add_sized("mediasi-key-row-1").add_sized(case_number).add_number(n).add_sized(wrapped).finish();
  return std::string(bytes_of(hash));
}

const CaseKey &Store::Inside::fresh_key(const std::string &case_number) {
  Transaction &now = *transaction;
  if (!now.keys) {
    now.wrapper.emplace(readership_entered(*this).current().publics.read);
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
  const auto opens = [&](Unwrapper &reader) {
    return reader.unwrap(reading->key.bytes(), wrapped, key_binding(origin(), case_number, n));
  };
  if (hash_of_key(case_number, n, wrapped) != key_hash ||
      (!opens(reading->unwrapper) && std::none_of(reading->former.begin(), reading->former.end(), opens))) {
    throw altered(say("key {} of case '{}' was altered", n, case_number));
  }
  reading->n = n;
  reading->case_number = case_number;
}

} // namespace mediasi
