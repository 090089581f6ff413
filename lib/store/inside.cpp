#include "store/inside.h"

#include "base/error.h"
#include "base/text.h"
#include "store/rows.h"
#include "store/schema.h"

namespace mediasi {

namespace {

constexpr std::size_t kept_as_bound = 4096; // bytes; of a file a statement keeps nothing

} // namespace

int Prepared::place_of(const char *parameter) {
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const auto &known) { return known.first == parameter; });
  if (found != places.end()) {
    return found->second;
  }
  return places.emplace_back(parameter, statement.getIndex(parameter)).second;
}

Query::Query(Store::Inside &inside, const char *text) {
  Prepared &shared = inside.prepared.try_emplace(text, *inside.database, text).first->second;
  used_ = shared.in_use ? &own_.emplace(*inside.database, text) : &shared;
  used_->in_use = true;
  statement_ = &used_->statement;
}

Query::~Query() {
  statement_->tryReset(); // else its lock would stay
  used_->in_use = false;
}

Query &Query::with(const char *name, std::string_view text) {
  const int place = used_->place_of(name);
  std::string &bound = used_->bound.at(static_cast<std::size_t>(place) - 1);
  bound = text;
  statement_->bindNoCopy(place, bound);
  return *this;
}

Query &Query::with(const char *name, std::int64_t number) {
  statement_->bind(used_->place_of(name), number);
  return *this;
}

Query &Query::with_blob(const char *name, std::string_view bytes) {
  const int place = used_->place_of(name);
  if (bytes.size() > kept_as_bound) {
    statement_->bind(place, bytes.data(), static_cast<int>(bytes.size()));
    return *this;
  }
  std::string &bound = used_->bound.at(static_cast<std::size_t>(place) - 1);
  bound = bytes; // an empty blob is no NULL: SQLite looks at the address, and a string has one
  statement_->bindNoCopy(place, bound.data(), static_cast<int>(bound.size()));
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
