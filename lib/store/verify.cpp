// Is the store what was written into it? Needs no key. Finds what changed, went missing or came in from outside; the
// rewriting of a whole tail of the chain only a checkpoint kept elsewhere can show.
#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "store/batch_ends.h"
#include "store/inside.h"
#include "store/page_check.h"
#include "store/readership.h"
#include "store/rows.h"
#include "store/rules_kept.h"
#include "store/schema.h"
#include "store/table_sums.h"
#include "store/verify_erased.h"
#include "store/witnesses.h"

namespace mediasi {

namespace {

constexpr std::size_t most_problems = 100;

class Checker {
public:
  Checker(const Store &store, const Checkpoint *against)
      : inside_(store.inside()), erasures_(store), witnesses_(against) {}

  VerifyReport run() {
    PageCheck pages(inside_); // at work on the other processor meanwhile
    attempt("schema", &Checker::check_schema);
    attempt("altered", &Checker::check_journal);
    attempt("keys", &Checker::check_keys);
    attempt("keys", &Checker::check_readers);
    attempt("rules", &Checker::check_rules);
    attempt("tables", &Checker::check_tables);
    witnesses_.tell([&](std::int64_t seq, const char *what, std::string words) { found(seq, what, std::move(words)); });
    for (const std::string &words : pages.damage()) {
      found(0, "schema", say("the file is damaged: {}", words));
    }
    report_.state = state();
    return std::move(report_);
  }

private:
  void found(std::int64_t seq, std::string what, std::string words) {
    report_.sound = false;
    if (report_.problems.size() < most_problems) {
      report_.problems.push_back({seq, std::move(what), std::move(words)});
    }
  }

  // What is worst: altered says that the store is not whole in itself, the others that it is whole and not the one
  // known.
  std::string state() const {
    std::string worst = "sound";
    for (const auto &finding : report_.problems) {
      if (finding.what != "cut_off" && finding.what != "forked") {
        return "altered";
      }
      if (worst != "forked") {
        worst = finding.what;
      }
    }
    return worst;
  }

  // A part that cannot even be read is a finding, and the next part is looked at all the same.
  void attempt(const char *what, void (Checker::*part)()) {
    try {
      inside_.asking([&] { (this->*part)(); });
    } catch (const Error &error) {
      if (!tells_of_store(error)) {
        throw; // busy, no memory, no disk
      }
      found(at_, what, error.problems().front().message);
    }
  }

  void check_schema() {
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(fresh, 0, inside_.version()); // opened for reading, an older store stays as it is
    const auto expected = schema_of(fresh);
    const auto actual = schema_of(*inside_.database);
    const auto differ = [&](const auto &some, const auto &others, std::string_view words) {
      for (const auto &part : some) {
        if (std::find(others.begin(), others.end(), part) == others.end()) {
          found(0, "schema", say(words.data(), part.first));
        }
      }
    };
    differ(expected, actual, later("'{}' is missing or altered"));
    differ(actual, expected, later("'{}' is not of this program"));
  }

  void check_journal() {
    Query entries(inside_, "SELECT entry.*, wrapped FROM entry LEFT JOIN case_key "
                           "ON case_key.case_number = entry.case_number AND n = key_no ORDER BY seq");
    Query sealed(inside_, "SELECT seq, path, blob FROM sealed ORDER BY seq, path");
    more_sealed_ = sealed.next();
    std::string before(sizeof(Hash), '\0');
    RawEntry entry;
    BatchEnds batch_ends;
    const auto tell = [&](std::int64_t seq, const char *what, std::string words) {
      found(seq, what, std::move(words));
    };
    for (std::int64_t expected = 1; entries.next(); ++expected) {
      read_entry(entries.row(), entry);
      at_ = entry.seq;
      if (entry.seq != expected) {
        found(expected, "missing", say("entries {} to {} are missing", expected, entry.seq - 1));
        expected = entry.seq;
      }
      if (entry.seq == 1 && (entry.act != "init" || entry.case_number != house)) {
        found(1, "altered", say("the first entry is not that of a store"));
      }
      const Hash hash = hash_with(sealed, before, entry);
      if (bytes_of(hash) != entry.hash || !well_typed(entries.row())) {
        found(entry.seq, "altered", say("entry {} was altered", entry.seq));
      }
      check_key(entry, entries);
      erasures_.entry(entry);
      if (!entry.rules.empty()) {
        rules_used_.try_emplace(entry.rules, entry.seq);
      }
      before = entry.hash; // so that one altered entry is one finding
      if (entry.tables.empty() && !tables_.empty()) {
        found(entry.seq, "tables", say("entry {} says nothing of the tables, and those before it do", entry.seq));
      } else {
        tables_ = entry.tables;
      }
      witnesses_.see(entry);
      batch_ends.see(entry, tell);
      ++report_.entries;
    }
    batch_ends.end(tell);
    at_ = 0;
    if (more_sealed_) {
      found(sealed.number(0), "altered", say("something is sealed beside an entry that is not there"));
    }
    if (report_.entries == 0) {
      found(1, "missing", say("the journal is empty"));
    }
    report_.head = to_hex(before);
  }

  Hash hash_with(Query &sealed, std::string_view before, const RawEntry &entry) {
    EntryHash hash(before, entry);
    for (; more_sealed_ && sealed.number(0) <= entry.seq; more_sealed_ = sealed.next()) {
      const SQLite::Column path = sealed.row().getColumn(1);
      const SQLite::Column blob = sealed.row().getColumn(2);
      if (sealed.number(0) < entry.seq || !path.isText() || !blob.isBlob()) {
        found(sealed.number(0), "altered", say("what is sealed in entry {} was altered", sealed.number(0)));
      }
      hash.sealed(sealed.text(1), {static_cast<const char *>(blob.getBlob()), static_cast<std::size_t>(blob.size())});
    }
    return hash.finish();
  }

  void check_key(const RawEntry &entry, const Query &row) {
    if (entry.key_no == 0 ||
        (entry.key_no == key_no_ && entry.case_number == key_case_ && entry.key_hash == key_hash_)) {
      return;
    }
    const SQLite::Column wrapped = row.row().getColumn(row.row().getColumnCount() - 1);
    if (wrapped.isBlob() && wrapped.size() == 0) {
      erasures_.key_gone(entry); // whether it may be is seen at the end of the journal
    } else if (wrapped.size() == 0) {
      found(entry.seq, "keys", say("key {} of case '{}' is missing", entry.key_no, entry.case_number));
    } else if (!wrapped.isBlob() ||
               hash_of_key(entry.case_number, entry.key_no, wrapped.getString()) != entry.key_hash) {
      found(entry.seq, "keys", say("key {} of case '{}' was altered", entry.key_no, entry.case_number));
    }
    key_no_ = entry.key_no;
    key_case_ = entry.case_number;
    key_hash_ = entry.key_hash;
  }

  // A key is made for an entry: one that none names is left over from entries cut off.
  void check_keys() {
    Query query(inside_, "SELECT case_number, n FROM case_key WHERE NOT EXISTS (SELECT 1 FROM entry "
                         "WHERE entry.case_number = case_key.case_number AND key_no = n) LIMIT 10");
    while (query.next()) {
      found(0, "cut_off",
            say("no entry names key {} of case '{}': entries were cut off", query.number(1), query.text(0)));
    }
    for (ErasureCheck::Finding &finding : erasures_.findings()) {
      found(finding.seq, "keys", std::move(finding.words));
    }
  }

  // Every entry about readers was signed by one of them; every row stands in the journal by its hash, and every one
  // added there and not removed has its row.
  void check_readers() {
    Readership known = readership(inside_);
    for (const std::int64_t seq : known.foreign) {
      found(seq, "keys", say("entry {} changes who may read, and nobody with a key wrote it", seq));
    }
    for (const ReaderRow &row : reader_rows(inside_)) {
      if (!is_entered(known, row)) {
        found(0, "keys", say("reader {} is not the one entered", row.id));
      }
      known.readers.erase(row.id);
    }
    for (const auto &[id, reader] : known.readers) {
      found(0, "keys", say("reader {} is missing", id));
    }
  }

  void check_rules() {
    std::set<std::string> known;
    Query rules(inside_, "SELECT hash, file, row_hash, typeof(hash) || typeof(file) || typeof(text) || "
                         "typeof(row_hash) = 'texttexttextblob' FROM rules ORDER BY hash");
    while (rules.next()) {
      const std::string hash = rules.text(0);
      const RulesText kept = kept_rules(inside_, hash);
      if (rules_hash(kept) != hash || rules.text(2) != hash_of_rules_row(hash, rules.text(1)) || rules.number(3) != 1) {
        found(0, "rules", say("the rules or templates '{}' were altered", hash.substr(0, 12)));
      }
      known.insert(hash);
    }
    Query orphans(inside_, "SELECT DISTINCT rules FROM template WHERE rules NOT IN (SELECT hash FROM rules) "
                           "OR typeof(rules) || typeof(name) || typeof(text) <> 'texttexttext'");
    while (orphans.next()) {
      found(0, "rules", say("a template belongs to no rules"));
    }
    for (const auto &[hash, seq] : rules_used_) {
      if (!known.contains(hash)) {
        found(seq, "rules", say("the rules of entry {} are missing", seq));
      }
    }
  }

  // The question tables are what the last entry says they were. Entries of older versions say nothing of them.
  void check_tables() {
    if (inside_.version() < 3 || tables_.empty()) {
      return;
    }
    const std::size_t before = report_.problems.size();
    Query of_house(inside_, "SELECT 1 FROM case_index WHERE number = $case");
    if (of_house.with("$case", house).next()) {
      found(0, "tables", say("the tables hold a case '{}', and there can be none", house));
    }
    const MultisetHash sum = counted_sum(inside_, [&](const PartSeen &seen) {
      if (seen.is != seen.noted) {
        found(0, "tables",
              say("the tables hold something else about case '{}' than its entries gave", seen.case_number));
      }
    });
    if (report_.problems.size() == before && bytes_of(sum.digest()) != tables_) {
      found(0, "tables", say("the tables are not those the last entry covers"));
    }
    if (kept_sum(inside_) != sum) {
      found(0, "tables", say("the sum kept of the tables is not theirs"));
    }
  }

  Store::Inside &inside_;
  ErasureCheck erasures_;
  Witnesses witnesses_;
  VerifyReport report_;
  std::int64_t at_ = 0; // the entry being looked at
  std::string tables_;  // what the last entry says of the question tables
  bool more_sealed_ = false;
  std::map<std::string, std::int64_t> rules_used_; // and the first entry that ran under them
  std::int64_t key_no_ = 0;                        // the key checked last: entries of one command share it
  std::string key_case_, key_hash_;
};

} // namespace

VerifyReport Store::verify(const Checkpoint *against) const {
  // all parts must see one state of the store; a reading store and a transaction do anyway
  struct Snapshot {
    SQLite::Database *database;
    ~Snapshot() {
      if (database != nullptr) {
        database->tryExec("ROLLBACK");
      }
    }
  };
  const bool own = inside_->access == Access::write && !inside_->transaction;
  if (own) {
    inside_->asking([&] { inside_->database->exec("BEGIN"); });
  }
  const Snapshot snapshot{own ? inside_->database.get() : nullptr};
  return Checker(*this, against).run();
}

} // namespace mediasi
