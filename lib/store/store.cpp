#include "store/store.h"

#include <sqlite3.h>

#include "base/error.h"
#include "store/connection.h"
#include "store/file_system.h"
#include "store/inside.h"
#include "store/table_sums.h"

namespace mediasi {

namespace {

// A commit can fail after the moment that counts: the journal is gone, and only its folder could not be synced. So what
// is told is what stands on the disk now.
Error after_failed_commit(Store::Inside &inside, const Error &error, const Head &wanted) {
  std::vector<Problem> problems = error.problems();
  Problem &first = problems.front();
  try {
    const Head found = inside.asking([&] { return inside.head(); });
    if (found.hash != wanted.hash) {
      return error;
    }
    first.hint = say("check the disk and its cables");
    problems.push_back({.code = Code::after_commit,
                        .message = say("entry {} is recorded, but a power cut now could take it back", wanted.seq),
                        .hint = say("mediasi report journal")});
  } catch (const Error &) {
    first.hint = say("check the disk; whether the act is recorded cannot be seen now: 'mediasi report journal' tells");
  }
  return Error(std::move(problems));
}

// No entry tells whether tables were made again before the disk failed, and it does no harm to make them once more.
Error without_entry(const Error &error) {
  std::vector<Problem> problems = error.problems();
  problems.front().hint = say("no entry was made; check the disk and its cables, then run the command again");
  return Error(std::move(problems));
}

} // namespace

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store &&) noexcept = default;
Store &Store::operator=(Store &&) noexcept = default;
Store::~Store() = default; // an open transaction is undone when the connection closes

Store Store::open(const std::string &path, Access access, const Opening &opening) {
  const std::string real = real_path(path);
  if (!plain_file_exists(real)) {
    throw Error({.code = Code::file_unreadable,
                 .message = say("there is no store '{}'", path),
                 .hint = say("make one with 'mediasi init', or name another with --store FILE")});
  }
  refuse_network(real, opening.network_allowed);
  auto inside = std::make_unique<Inside>();
  inside->path = real;
  inside->access = access;
  inside->committed = opening.committed;
  inside->database = connect(real, access == Access::read ? Connect::read : Connect::write, opening.wait);
  inside->asking([&] {
    if (access == Access::read) {
      inside->database->exec("BEGIN"); // one snapshot for all questions
    } else {
      make_old_sums(*inside);
    }
  });
  return Store(std::move(inside));
}

StoreInfo Store::info() const {
  return inside_->asking([&] {
    const Origin &origin = inside_->origin();
    const Head head = inside_->head();
    Query cases(*inside_, "SELECT COUNT(*) FROM case_index");
    cases.next();
    return StoreInfo{.id = origin.id,
                     .path = inside_->path,
                     .office = origin.office,
                     .id_kind = store_id_of(origin.publics) == origin.id ? StoreId::of_its_keys : StoreId::drawn,
                     .practice = origin.practice,
                     .network = on_network(inside_->path),
                     .format = inside_->version(),
                     .entries = head.seq,
                     .cases = cases.number(0),
                     .head = to_hex(head.hash)};
  });
}

JournalHead Store::head() const {
  return inside_->asking([&] {
    const Head head = inside_->transaction ? inside_->transaction->head : inside_->head();
    return JournalHead{head.seq, to_hex(head.hash)};
  });
}

std::int64_t Store::next_seq() const {
  return head().entries + 1;
}

bool Store::covered() const {
  return inside_->asking([&] { return tables_covered(*inside_); });
}

Zone Store::zone() const {
  return inside_->asking([&] { return inside_->origin().zone; });
}

bool Store::practice() const {
  return inside_->asking([&] { return inside_->origin().practice; });
}

void Store::begin() {
  if (inside_->access != Access::write || inside_->transaction) {
    throw out_of_place(later("a transaction where there can be none"));
  }
  inside_->asking([&] {
    inside_->database->exec("BEGIN IMMEDIATE"); // a deferred one could not wait its turn
    inside_->transaction.emplace();
    inside_->transaction->head = inside_->head();
    inside_->transaction->began_at = inside_->transaction->head.seq;
  });
}

void Store::commit() {
  const Transaction &running = inside_->running();
  const Head wanted = running.head;
  const bool appended = wanted.seq > running.began_at;
  bool disk_failed = false;
  try {
    inside_->asking([&] {
      if (inside_->transaction->sum) {
        if (!tables_covered(*inside_)) {
          throw out_of_place(later("tables that no entry covers"));
        }
        keep_sum(*inside_);
      }
      try {
        inside_->database->exec("COMMIT");
      } catch (const SQLite::Exception &error) {
        disk_failed = (error.getErrorCode() & 0xff) == SQLITE_IOERR;
        throw;
      }
    });
  } catch (const Error &error) {
    rollback();
    if (appended) {
      throw after_failed_commit(*inside_, error, wanted);
    }
    throw disk_failed ? without_entry(error) : error;
  }
  inside_->transaction.reset();
  if (appended && inside_->committed) {
    inside_->committed(wanted.seq);
  }
}

void Store::rollback() noexcept {
  inside_->transaction.reset();
  // after some failures SQLite has undone it already
  if (inside_->access == Access::write && sqlite3_get_autocommit(inside_->database->getHandle()) == 0) {
    inside_->database->tryExec("ROLLBACK");
  }
}

} // namespace mediasi
