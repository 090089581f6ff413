#include "store/inside.h"

#include "base/error.h"
#include "base/text.h"
#include "store/rows.h"
#include "store/schema.h"

namespace mediasi {

Query::Query(Store::Inside &inside, const char *text) {
  auto found = inside.prepared.find(text);
  if (found == inside.prepared.end()) {
    found = inside.prepared.emplace(text, Prepared{SQLite::Statement(*inside.database, text)}).first;
  }
  if (found->second.in_use) {
    statement_ = &own_.emplace(*inside.database, text);
    return;
  }
  shared_ = &found->second;
  shared_->in_use = true;
  statement_ = &shared_->statement;
}

Query::~Query() {
  statement_->tryReset(); // else its lock would stay
  if (shared_ != nullptr) {
    shared_->in_use = false;
  }
}

Query &Query::with(const char *name, std::string_view text) {
  statement_->bind(name, std::string(text));
  return *this;
}

Query &Query::with(const char *name, std::int64_t number) {
  statement_->bind(name, number);
  return *this;
}

Query &Query::with_blob(const char *name, std::string_view bytes) {
  // an empty blob is no NULL: SQLite looks at the address
  statement_->bind(name, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()));
  return *this;
}

void Query::run() {
  statement_->exec();
  statement_->tryReset();
}

const CaseKey *FreshKeys::find(std::string_view case_number) const {
  const auto found = std::find_if(kept_.begin(), kept_.end(),
                                  [&](const auto &kept) { return kept && kept->case_number == case_number; });
  return found == kept_.end() ? nullptr : &(*found)->key;
}

Transaction &Store::Inside::running() {
  if (!transaction) {
    throw out_of_place(later("a change outside a transaction"));
  }
  if (transaction->broken) {
    throw out_of_place(later("a change after one that failed"));
  }
  return *transaction;
}

Head Store::Inside::head() {
  Query query(*this, "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1");
  if (!query.next()) {
    return {0, std::string(sizeof(Hash), '\0')}; // the first entry follows a hash of nothing but zeros
  }
  constexpr std::int64_t last = 1'000'000'000'000; // no store comes that far; a forged number must not overflow ours
  if (query.number(0) < 1 || query.number(0) > last) {
    throw Error({.code = Code::store_altered,
                 .message = say("the journal ends with an entry whose number is none"),
                 .hint = say("run 'mediasi store verify', then restore a backup")});
  }
  return {query.number(0), query.text(1)};
}

int Store::Inside::version() {
  if (!known_version) {
    known_version = version_of(*database);
  }
  return *known_version;
}

const Origin &Store::Inside::origin() {
  if (known_origin) {
    return *known_origin;
  }
  const auto first = raw_entry(*this, 1);
  if (!first || first->act != "init") {
    throw Error({.code = Code::store_damaged,
                 .message = say("the store '{}' has no first entry", path),
                 .hint = say("restore a backup")});
  }
  const Row fields = decode_facts(first->facts).fields;
  const auto read = from_hex(value_of(fields, "read_key"));
  const auto sign = from_hex(value_of(fields, "sign_key"));
  if (!read || read->size() != key_size || !sign || sign->size() != key_size || value_of(fields, "store").empty()) {
    throw Error({.code = Code::store_altered,
                 .message = say("the first entry of the store '{}' names no keys", path),
                 .hint = say("run 'mediasi store verify', then restore a backup")});
  }
  known_origin = Origin{.id = std::string(value_of(fields, "store")),
                        .office = std::string(value_of(fields, "office")),
                        .format = static_cast<int>(parse_integer(value_of(fields, "format")).value_or(0)),
                        .practice = value_of(fields, "practice") == "yes",
                        .zone = parse_zone(value_of(fields, "zone")).value_or(Zone::wib),
                        .publics = {*read, *sign}};
  return *known_origin;
}

} // namespace mediasi
