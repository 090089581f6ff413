#include "store/schema.h"

#include <array>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/digest.h"

namespace mediasi {

namespace {

// The journal and what belongs to it for ever.
constexpr const char *version_1 = R"sql(
-- One act. seq has no gaps over the whole store. Every column but hash goes into hash, together with the hash of the
-- entry before and all that is sealed beside it. Case '0' is the house.
CREATE TABLE entry(
  seq         INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL,
  act         TEXT NOT NULL,
  step        TEXT NOT NULL,
  on_text     TEXT NOT NULL,     -- when it happened, office time: 2026-03-02 or 2026-03-02T09:00
  recorded    TEXT NOT NULL,     -- the machine's clock, UTC: 2026-03-02T02:00:00Z
  by_officer  TEXT NOT NULL,
  typed       TEXT NOT NULL,
  rules       TEXT NOT NULL,     -- hash of the rules it ran under, hex; '' before there are any
  correction  TEXT NOT NULL CHECK (correction IN ('none', 'amends', 'voids')),
  target      INTEGER NOT NULL,  -- the entry corrected, or 0
  facts       TEXT NOT NULL,     -- canonical JSON: keys sorted, no blanks
  key_no      INTEGER NOT NULL,  -- which key of the case seals what is beside it; 0 = nothing is sealed
  key_hash    BLOB NOT NULL,     -- of that wrapped key; empty with key_no 0
  hash        BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX entry_by_case ON entry(case_number);

-- What is sealed beside an entry: version | nonce | ciphertext, bound to store, case, seq, key and path.
CREATE TABLE sealed(
  seq  INTEGER NOT NULL REFERENCES entry,
  path TEXT NOT NULL,            -- a field, GROUP#N, paper, attachment#N
  blob BLOB NOT NULL,
  PRIMARY KEY (seq, path)
) STRICT, WITHOUT ROWID;

-- The keys of a case, each wrapped to the store's public key. Outside the hash chain, which covers key_hash only: so a
-- case can be made unreadable and the chain stays whole. An erased key keeps its row, with nothing in it.
CREATE TABLE case_key(
  case_number TEXT NOT NULL,
  n           INTEGER NOT NULL CHECK (n > 0),
  wrapped     BLOB NOT NULL CHECK (length(wrapped) IN (0, 105)),
  PRIMARY KEY (case_number, n)
) STRICT, WITHOUT ROWID;

-- The reader's secret, wrapped once for each way to it. A house entry 'reader' holds the hash of every row.
CREATE TABLE reader(
  id      INTEGER PRIMARY KEY,
  officer TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('file', 'passphrase', 'recovery')),
  salt    BLOB NOT NULL,         -- passphrase only
  params  TEXT NOT NULL,         -- passphrase only: how it was stretched
  wrapped BLOB NOT NULL
) STRICT;

-- Rules and templates as they were adopted. hash covers text and templates; row_hash covers hash and file.
CREATE TABLE rules(
  hash     TEXT PRIMARY KEY,
  file     TEXT NOT NULL,
  text     TEXT NOT NULL,
  row_hash BLOB NOT NULL
) STRICT;
CREATE TABLE template(
  rules TEXT NOT NULL REFERENCES rules,
  name  TEXT NOT NULL,
  text  TEXT NOT NULL,
  PRIMARY KEY (rules, name)
) STRICT;

-- Accidents end here. The insert triggers also stop INSERT OR REPLACE, which fires no delete trigger by default.
CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_insert BEFORE INSERT ON entry
  WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
  BEGIN SELECT RAISE(ABORT, 'the journal has no gaps'); END;
CREATE TRIGGER sealed_update BEFORE UPDATE ON sealed BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER sealed_delete BEFORE DELETE ON sealed BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER sealed_insert BEFORE INSERT ON sealed
  WHEN NEW.seq IS NOT (SELECT MAX(seq) FROM entry)
    OR EXISTS (SELECT 1 FROM sealed WHERE seq = NEW.seq AND path = NEW.path)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER case_key_update BEFORE UPDATE ON case_key
  WHEN NEW.case_number IS NOT OLD.case_number OR NEW.n IS NOT OLD.n OR NEW.wrapped IS NOT x''
  BEGIN SELECT RAISE(ABORT, 'a key can only be erased'); END;
CREATE TRIGGER case_key_delete BEFORE DELETE ON case_key BEGIN SELECT RAISE(ABORT, 'a key can only be erased'); END;
CREATE TRIGGER case_key_insert BEFORE INSERT ON case_key
  WHEN NEW.n IS NOT (SELECT COALESCE(MAX(n), 0) + 1 FROM case_key WHERE case_number = NEW.case_number)
  BEGIN SELECT RAISE(ABORT, 'a key can only be erased'); END;
CREATE TRIGGER rules_update BEFORE UPDATE ON rules BEGIN SELECT RAISE(ABORT, 'adopted rules stay'); END;
CREATE TRIGGER rules_delete BEFORE DELETE ON rules BEGIN SELECT RAISE(ABORT, 'adopted rules stay'); END;
CREATE TRIGGER rules_insert BEFORE INSERT ON rules
  WHEN EXISTS (SELECT 1 FROM rules WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'adopted rules stay'); END;
CREATE TRIGGER template_update BEFORE UPDATE ON template BEGIN SELECT RAISE(ABORT, 'adopted rules stay'); END;
CREATE TRIGGER template_delete BEFORE DELETE ON template BEGIN SELECT RAISE(ABORT, 'adopted rules stay'); END;
CREATE TRIGGER template_insert BEFORE INSERT ON template
  WHEN EXISTS (SELECT 1 FROM template WHERE rules = NEW.rules AND name = NEW.name)
  BEGIN SELECT RAISE(ABORT, 'adopted rules stay'); END;

-- Projections: for questions over many cases, replaced from the fold of a case, never a source of truth.
CREATE TABLE case_index(
  number   TEXT PRIMARY KEY,
  year     INTEGER NOT NULL,     -- the two halves of the number
  serial   INTEGER NOT NULL,
  initials TEXT NOT NULL,
  rules    TEXT NOT NULL,
  stage    TEXT NOT NULL,
  received TEXT NOT NULL,        -- days, or ''
  complete TEXT NOT NULL,
  closed   TEXT NOT NULL,
  outcome  TEXT NOT NULL,
  reason   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX case_by_serial ON case_index(year, serial);
CREATE INDEX case_open ON case_index(serial) WHERE closed = '';

-- When something becomes late, never whether it is.
CREATE TABLE due(
  case_number  TEXT NOT NULL,
  deadline     TEXT NOT NULL,
  step         TEXT NOT NULL,
  role         TEXT NOT NULL,
  officer      TEXT NOT NULL,
  due          TEXT NOT NULL,
  late_from    TEXT NOT NULL,    -- office time: 2026-03-27T00:00; '' = never
  provisional  INTEGER NOT NULL,
  paused_since TEXT NOT NULL
) STRICT;
CREATE INDEX due_by_case ON due(case_number);
-- Covers the whole question of 'report overdue': its time follows what is late, not how many cases there are.
CREATE INDEX due_late ON due(late_from, case_number, deadline, step, role, officer, due, provisional, paused_since)
  WHERE paused_since = '';

CREATE TABLE booking(
  kind        TEXT NOT NULL,
  resource    TEXT NOT NULL,
  starts      TEXT NOT NULL,
  ends        TEXT NOT NULL,
  case_number TEXT NOT NULL,
  session     INTEGER NOT NULL
) STRICT;
CREATE INDEX booking_by_resource ON booking(kind, resource, starts, ends);
CREATE INDEX booking_by_case ON booking(case_number);

-- Numbers given to papers, one register a kind; made again from the entries that took them.
CREATE TABLE number(
  register    TEXT NOT NULL,
  year        INTEGER NOT NULL,
  serial      INTEGER NOT NULL,
  case_number TEXT NOT NULL,
  seq         INTEGER NOT NULL,
  PRIMARY KEY (register, year, serial)
) STRICT, WITHOUT ROWID;
)sql";

// Which records are of one human being (act identify), for double bookings and conflicts of interest across cases.
constexpr const char *version_2 = R"sql(
CREATE TABLE person_link(
  pid              TEXT NOT NULL,   -- of the human being, random
  case_number      TEXT NOT NULL,
  person           TEXT NOT NULL,   -- id within the case
  side             TEXT NOT NULL,
  beside           TEXT NOT NULL,   -- of a companion: the sides it stands beside
  alleged_offender TEXT NOT NULL,   -- yes, no, unknown
  staff            TEXT NOT NULL,   -- mediator:ID, officer:ID; '' = nobody of the roster
  PRIMARY KEY (case_number, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_link_by_pid ON person_link(pid);
CREATE INDEX person_link_staff ON person_link(staff) WHERE staff <> '';
)sql";

// What the question tables hold goes into every entry's hash (table_sums.h); and the blind index of people.
constexpr const char *version_3 = R"sql(
-- What the question tables held when this entry was written, in one hash; empty in entries of older versions.
ALTER TABLE entry ADD COLUMN tables BLOB NOT NULL DEFAULT x'' CHECK (length(tables) IN (0, 32));

CREATE TABLE part_digest(
  part        TEXT NOT NULL CHECK (part IN ('rows', 'search')),
  case_number TEXT NOT NULL,
  digest      BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (part, case_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE tables_sum(
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  sum BLOB NOT NULL CHECK (length(sum) = 2048)
) STRICT;
-- nothing there: the sum of nothing. An older store's sums are made when it is next opened for writing.
INSERT INTO tables_sum SELECT 1, zeroblob(2048) WHERE NOT EXISTS (SELECT 1 FROM case_index)
  AND NOT EXISTS (SELECT 1 FROM due) AND NOT EXISTS (SELECT 1 FROM number);

-- What the people of a case can be found by: words of names and NIKs under the reader's key. A case whose people are not
-- in it yet stands in search_pending.
CREATE TABLE search(
  case_number TEXT NOT NULL,
  person      TEXT NOT NULL,     -- id within the case
  kind        TEXT NOT NULL,     -- nik, born, word, also, whole
  token       BLOB NOT NULL,
  PRIMARY KEY (case_number, person, kind, token)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_by_token ON search(token);
CREATE TABLE search_pending(
  case_number TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO search_pending SELECT number FROM case_index; -- of an older store nobody is in it yet
)sql";

// Who may read is asked by every command that seals: by these entries alone, however many the house has.
constexpr const char *version_4 = R"sql(
CREATE INDEX entry_reader ON entry(case_number, act) WHERE act = 'reader';
)sql";

// Which batches there were, and under which keys of their own their rows are known.
constexpr const char *version_5 = R"sql(
CREATE INDEX entry_batch ON entry(case_number, act) WHERE act = 'batch';
CREATE INDEX entry_undo_batch ON entry(case_number, act) WHERE act = 'undo_batch';

-- A row of somebody's register: made again from the entries that such rows brought, but for batches undone.
CREATE TABLE ref(
  source TEXT NOT NULL,          -- the register
  ref    TEXT NOT NULL,          -- its own key of the row
  seq    INTEGER NOT NULL,       -- the entry it brought
  PRIMARY KEY (source, ref)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array versions = {version_1, version_2, version_3, version_4, version_5};
constexpr std::array<std::string_view, versions.size()> digests = {
    "75479628620dab5139230a86b738d5dc2d9d1659fb0d323043b3ff95466f7a83",
    "c9950bea4df9bdfc365dcb3de5fc2aeb60ddb059f99bd4b5072a13ce0d66bebc",
    "5aa3a40785b2bee0f4b36e4a1ea342807971cb876eb8afd60f3bc4d18bb078ac",
    "c08f8cd34994f1d4ea347a260c142d9dcc17b04173c7670828dbacae7a929dd8",
    "939c88899d5fdfea6ea4df0e6c5203ea92a847b7881afb035b6dd14e0d186570"};

} // namespace

std::span<const char *const> migrations() {
  return versions;
}

std::string schema_digest(const std::vector<std::pair<std::string, std::string>> &schema) {
  Digest digest;
  for (const auto &[name, text] : schema) {
    digest.add_sized(name).add_sized(text);
  }
  return to_hex(bytes_of(digest.finish()));
}

std::string_view known_schema(int version) {
  return digests.at(static_cast<std::size_t>(version - 1));
}

int newest_version() {
  return static_cast<int>(versions.size());
}

int version_of(SQLite::Database &database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database &database, int from, int to) {
  for (int version = from + 1; version <= to; ++version) {
    SQLite::Transaction change(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (version_of(database) >= version) {
      continue; // another command was quicker
    }
    database.exec(versions[static_cast<std::size_t>(version - 1)]);
    // pragmas take no parameters; both numbers are ours
    database.exec("PRAGMA application_id = " + std::to_string(application_id));
    database.exec("PRAGMA user_version = " + std::to_string(version));
    change.commit();
  }
}

std::vector<std::pair<std::string, std::string>> schema_of(SQLite::Database &database) {
  SQLite::Statement query(database, "SELECT type || ' ' || name || ' ' || tbl_name, COALESCE(sql, '') "
                                    "FROM sqlite_schema ORDER BY type, name");
  std::vector<std::pair<std::string, std::string>> schema;
  while (query.executeStep()) {
    schema.emplace_back(query.getColumn(0).getString(), query.getColumn(1).getString());
  }
  return schema;
}

} // namespace mediasi
