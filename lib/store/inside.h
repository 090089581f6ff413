// What a Store holds. For lib/store alone.
#pragma once

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/digest.h"
#include "base/language.h"
#include "store/failure.h"
#include "store/multiset_hash.h"
#include "store/seal.h"
#include "store/store.h"

namespace mediasi {

// One prepared statement, reset when done with, and what is bound to it: SQLite would make a copy of its own each time.
// Texts and names of parameters must be literals: they are told apart by where they stand.
struct Prepared {
  Prepared(SQLite::Database &database, const char *text)
      : statement(database, text), bound(static_cast<std::size_t>(statement.getBindParameterCount())) {}

  int place_of(const char *parameter); // 1 and up

  SQLite::Statement statement;
  std::vector<std::string> bound; // by place; never resized, for SQLite looks at where its strings lie
  std::vector<std::pair<const char *, int>> places;
  bool in_use = false;
};

class Query {
public:
  Query(Store::Inside &inside, const char *text);
  Query(const Query &) = delete;
  Query &operator=(const Query &) = delete;
  ~Query();

  Query &with(const char *name, std::string_view text);
  Query &with(const char *name, std::int64_t number);
  Query &with_blob(const char *name, std::string_view bytes);
  bool next() { return statement_->executeStep(); }
  void run(); // a statement that gives no rows; the query may be bound anew afterwards

  const SQLite::Statement &row() const { return *statement_; }
  std::string text(int column) const { return statement_->getColumn(column).getString(); }
  std::int64_t number(int column) const { return statement_->getColumn(column).getInt64(); }

private:
  std::optional<Prepared> own_; // when the shared one is at work further up
  Prepared *used_;
  SQLite::Statement *statement_;
};

// What the first entry says of the store.
struct Origin {
  std::string id, office; // id: 32 hex digits
  int format = 0;         // it was made with
  bool practice = false;
  Zone zone = Zone::wib;
  Publics publics;
};

struct Head {
  std::int64_t seq = 0;
  std::string hash; // 32 bytes
};

// The key of a case inside one transaction.
struct CaseKey {
  std::int64_t n = 0;
  std::string hash; // of the wrapped key
  KeyView key;
};

// The fresh keys of one transaction. Only so many are kept: a batch of any length takes the same memory, and a case met
// again after many others gets one more key.
class FreshKeys {
public:
  const CaseKey *find(std::string_view case_number) const;
  // a random key in the place of the oldest; `wrap` makes its number and hash out of it
  template <typename Wrap> const CaseKey &make(const std::string &case_number, Wrap &&wrap) {
    const std::size_t place = made_++ % most;
    fill_random(keys_.bytes().subspan(place * key_size, key_size));
    Kept fresh{case_number, wrap(keys_.key(place))};
    kept_.resize(std::max(kept_.size(), place + 1));
    return (kept_[place].emplace(std::move(fresh))).key;
  }

private:
  struct Kept {
    std::string case_number;
    CaseKey key;
  };
  static constexpr std::size_t most = 64;
  Secret keys_{most * key_size};
  std::vector<std::optional<Kept>> kept_;
  std::size_t made_ = 0;
};

struct Transaction {
  Head head;
  std::int64_t began_at = 0;      // the last entry before it
  std::optional<Wrapper> wrapper; // made for the first sealed thing
  std::optional<FreshKeys> keys;
  std::optional<MultisetHash> sum; // of the question tables, once they changed
  bool sum_trusted = false;        // the one kept beside them is that of the last entry: looked at once
  bool broken = false;             // something failed half-way: only a rollback is left
};

struct Spoiler {
  bool &broken;
  int before = std::uncaught_exceptions();
  ~Spoiler() { broken = broken || std::uncaught_exceptions() > before; }
};

struct Unlocked {                // the reader's key, and the case key opened last
  Unwrapper unwrapper;           // of the master in force
  std::vector<Unwrapper> former; // of the read secrets before it, newest first
  std::string case_number;
  std::int64_t n = 0;
  Secret key{key_size};
};

struct Store::Inside {
  std::string path;
  Access access = Access::read;
  std::unique_ptr<SQLite::Database> database;
  std::unordered_map<const char *, Prepared> prepared;
  std::optional<Transaction> transaction;
  std::optional<Unlocked> reading;
  std::optional<Origin> known_origin;
  std::optional<int> known_version;
  std::function<void(std::int64_t)> committed; // Opening::committed

  int version();                                            // of the tables (schema.h); the same as long as it is open
  const Origin &origin();                                   // Error(store_damaged) when the first entry is none
  Head head();                                              // of the journal as it stands
  const CaseKey &fresh_key(const std::string &case_number); // in this transaction
  void open_key(const std::string &case_number, std::int64_t n, std::string_view key_hash); // into reading->key
  Transaction &running(); // a broken promise without one

  // A question; SQLite's complaints become ours.
  template <typename Work> decltype(auto) asking(Work &&work) {
    return guarded(path, std::forward<Work>(work), database->getHandle());
  }
  // A change: the same inside a transaction, which what fails half-way spoils.
  template <typename Work> decltype(auto) changing(Work &&work) {
    const Spoiler spoiler{running().broken};
    return guarded(path, std::forward<Work>(work), database->getHandle());
  }
};

std::string hash_of_key(std::string_view case_number, std::int64_t n, std::string_view wrapped); // 32 bytes

} // namespace mediasi
