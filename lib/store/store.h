// The case store: one SQLite file, one append-only journal, projections replaced from the fold. The only place with
// SQL. It keeps and gives back; it never decides, prints or reads a clock. Errors: Error with codes 1001-1003, 1005,
// 3011, 7xxx, 8xxx. A store open for reading is one snapshot from its first question on, and holds back the commits of
// others until it is dropped: never keep one while a person thinks. A store open for writing is a snapshot between
// begin and commit only: what a writing command decides on it reads after begin.
//
//   journal      entry(seq, case_number, ...) chained by BLAKE2b over ciphertext; sealed(seq, path, blob)
//   keys         case_key(case_number, n, wrapped), reader(id, officer, kind, wrapped)
//   rules        rules(hash, file, text), template(rules, name, text), calendar texts in house entries
//   projections  case_index, due, booking, number, ... : dropped and made again by rebuild
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/entry.h"
#include "model/projection.h"
#include "store/secret_text.h"

namespace mediasi {

class Secret;

enum class Access { read, write };

struct Genesis { // what the first entry says
  bool practice = false;
  std::string office; // office id of the rules
  Zone zone = Zone::wib;
  std::string id = {};           // filled by create: 32 hex digits
  SecretText key_text = {};      // filled by create: contents for the key file
  SecretText recovery_text = {}; // filled by create: contents for the recovery file
};

struct RulesText {
  std::string hash, file, text;
  std::vector<std::pair<std::string, std::string>> templates; // name, text
};

// What RulesText::hash must be, in hex: over the text and the templates by name, whatever the file is called.
std::string rules_hash(const RulesText &rules);

// "2026-0012": at least four digits. The store takes it apart again for its case index.
std::string case_number_text(int year, int serial);

struct Checkpoint; // checkpoint.h

struct VerifyReport {
  bool sound = true;
  std::string state = "sound"; // sound | altered | cut_off | forked
  std::int64_t entries = 0;
  std::string head; // hex
  struct Finding {
    std::int64_t seq = 0;
    std::string what; // altered | missing | keys | rules | schema | tables | cut_off | forked
    std::string words;
  };
  std::vector<Finding> problems;
};

enum class StoreId { drawn, of_its_keys }; // by lot, in earlier versions; or made of the first public keys

struct StoreInfo {
  std::string id, path, office;
  StoreId id_kind = StoreId::drawn;
  bool practice = false;
  bool network = false; // it lies on a network file system
  int format = 0;
  std::int64_t entries = 0, cases = 0;
  std::string head;
};

struct JournalHead {
  std::int64_t entries = 0;
  std::string hash; // hex
  // what papers carry: the number and the first 80 bits, "57-3f2a..." (20 hex digits)
  std::string code() const { return std::to_string(entries) + "-" + hash.substr(0, 20); }
};

struct Opening {
  bool network_allowed = false;                     // else a store on a network file system is refused (store_kind)
  std::chrono::milliseconds wait{30'000};           // for others at work in it; then Error(store_busy)
  std::function<void(std::int64_t)> committed = {}; // called with the last entry of each commit that appended
};

class Store {
public:
  // Makes a new store file 0600 in a folder of 0700 where it makes the folder; refuses an existing file (store_exists).
  // `fill` runs with the key texts at hand inside the one transaction that also writes the first entries, so it appends
  // and never begins or commits; when it throws, no store appears. The store given back is open for writing.
  static Store create(const std::string &path, Genesis &genesis, Instant now, const std::string &typed,
                      const std::function<void(Store &)> &fill = {}, const Opening &opening = {});
  // read: creates nothing, works on a read-only folder without a home; a journal left by a killed command is refused
  // with needs_recovery. write: undoes what a killed command left, migrates an older store.
  static Store open(const std::string &path, Access access, const Opening &opening = {});
  Store(Store &&) noexcept;
  Store &operator=(Store &&) noexcept;
  ~Store();

  StoreInfo info() const;        // counts the cases: time follows their number
  JournalHead head() const;      // of the running transaction, else of the store
  std::int64_t next_seq() const; // of the entry that comes next; holds for a writing command inside its transaction
  bool practice() const;         // the first entry alone is read
  Zone zone() const;             // likewise; a late moment is one of the office, and the due table knows no rules

  // --- reading (no key) ---
  std::vector<Entry> entries_of(std::string_view case_number) const; // by seq
  std::vector<Entry> house_entries() const; // but those of reading: they are many, and nothing follows from them
  void each_entry(const std::function<void(const Entry &)> &visit) const; // the whole journal by seq
  std::vector<CaseRow> cases() const;
  std::vector<std::string> open_cases_with_serial(int serial) const;
  std::vector<DueRow> late(std::string_view moment) const; // late_from <= moment, not paused; by late_from, case
  std::vector<DueRow> dues() const;
  std::vector<Booking> bookings(std::string_view kind, std::string_view resource, std::string_view from,
                                std::string_view to) const;  // that overlap [from, to)
  std::vector<PersonLink> links(std::string_view pid) const; // every record of one human being; by case, person
  std::vector<PersonLink> staff_links() const;               // every record of somebody of the roster
  RulesText rules(std::string_view hash) const;
  std::string current_rules() const; // hash adopted last

  // --- writing: one transaction a command ---
  void begin(); // BEGIN IMMEDIATE; Error(store_busy) after the wait
  // Every entry covers what the question tables hold when it is appended: so tables first, the entry last. A commit of
  // tables that no entry covers is a broken promise.
  void commit();
  void rollback() noexcept;
  // Appends one entry with what it seals; gives it its number. A fresh case key is made per case and transaction.
  std::int64_t append(Entry entry, const std::vector<Sealed> &sealed);
  void keep_rules(const RulesText &rules);
  void replace_projection(const Projection &projection);
  int next_serial(int year) const; // for case numbers
  // the one after the last noted; `first` where none is
  int next_number(std::string_view register_name, int year, int first = 1);
  // the lowest of those set aside on that day that no letter has taken yet
  std::optional<int> reserved_number(std::string_view register_name, Date day) const;
  // Notes a number as taken by an entry: when it is given, and again by rebuild for each entry that took one. Without
  // it next_number gives the same again. An entry of the house sets it aside, until one of a case takes it.
  // given already; one set aside is still free for a letter, and for the house it is not
  bool number_given(std::string_view register_name, int year, int serial, std::string_view case_number) const;
  void note_number(std::string_view register_name, int year, int serial, std::string_view case_number,
                   std::int64_t seq);
  void clear_projections(); // rebuild begins here
  bool covered() const;     // does the last entry cover the question tables as they are?

  // --- reading what is sealed: needs the reader's key ---
  // Contents of a key file, a recovery code or a passphrase; Error(key_wrong). Passphrases of this officer are tried
  // first: each try takes a third of a second.
  void unlock(std::string_view key_text, std::string_view officer = {});
  bool unlocked() const;
  std::vector<Sealed> open_sealed(const Entry &entry) const; // Error(key_needed), Error(store_altered)

  // --- checking ---
  VerifyReport verify(const Checkpoint *against = nullptr) const; // one that checkpoint_for gave

  struct Inside; // lib/store alone: other headers there say what else can be done with a store
  Inside &inside() const { return *inside_; }

private:
  explicit Store(std::unique_ptr<Inside> inside);
  void found(Genesis &genesis, Secret master, Instant now, const std::string &typed); // the first entries
  std::unique_ptr<Inside> inside_;
};

} // namespace mediasi
