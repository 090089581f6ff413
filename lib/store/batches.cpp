#include "store/batches.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "store/erasure.h"
#include "store/inside.h"
#include "store/journal_rows.h"
#include "store/rows.h"
#include "store/search.h"
#include "store/table_sums.h"

namespace mediasi {

namespace {

constexpr int with_batches = 5; // the version of the store that has their indexes

std::int64_t number_in(const Row &row, std::string_view name) {
  return parse_integer(value_of(row, name)).value_or(0);
}

Batch batch_of(const Entry &entry) {
  const Row &row = entry.facts.fields;
  return {.number = number_in(row, "number"),
          .first = number_in(row, "first"),
          .last = number_in(row, "last"),
          .taken = number_in(row, "taken"),
          .unchanged = number_in(row, "unchanged"),
          .refused = number_in(row, "refused"),
          .command = std::string(value_of(row, "command")),
          .source = std::string(value_of(row, "source")),
          .entry = entry,
          .because = std::string(value_of(row, "because"))};
}

std::vector<Batch> of_question(Store::Inside &inside, const char *question) {
  std::vector<Batch> all;
  if (inside.version() < with_batches) {
    return all; // a store opened for reading may still be older
  }
  Query query(inside, question);
  RawEntry raw;
  while (query.next()) {
    read_entry(query.row(), raw);
    all.push_back(batch_of(entry_of(std::move(raw))));
  }
  return all;
}

constexpr const char *batch_question =
    "SELECT entry.* FROM entry WHERE case_number = '0' AND act = 'batch' ORDER BY seq";

std::int64_t undone_by(const std::vector<Batch> &undone, std::int64_t seq) {
  const auto found =
      std::find_if(undone.begin(), undone.end(), [&](const Batch &one) { return one.first <= seq && seq <= one.last; });
  return found == undone.end() ? 0 : found->entry.seq;
}

} // namespace

std::vector<Batch> undone_batches(Store::Inside &inside) {
  return of_question(inside, undone_question);
}

std::vector<Batch> undone_batches(const Store &store) {
  return store.inside().asking([&] { return undone_batches(store.inside()); });
}

void mark_undone(const std::vector<Batch> &undone, Entry &entry) {
  if (entry.brought) {
    entry.undone = undone_by(undone, entry.seq);
  }
}

Row facts_of(const Batch &batch) {
  Row row{{"number", std::to_string(batch.number)},   {"command", batch.command},
          {"taken", std::to_string(batch.taken)},     {"unchanged", std::to_string(batch.unchanged)},
          {"refused", std::to_string(batch.refused)}, {"first", std::to_string(batch.first)},
          {"last", std::to_string(batch.last)}};
  if (!batch.source.empty()) {
    row["source"] = batch.source;
  }
  return row;
}

Row undoing_of(const Batch &batch, const std::string &because) {
  Row row{{"number", std::to_string(batch.number)},
          {"first", std::to_string(batch.first)},
          {"last", std::to_string(batch.last)}};
  if (!because.empty()) {
    row["because"] = because;
  }
  return row;
}

std::vector<Batch> batches(const Store &store) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    auto all = of_question(inside, batch_question);
    for (const Batch &undone : undone_batches(inside)) {
      const auto found =
          std::find_if(all.begin(), all.end(), [&](const Batch &one) { return one.number == undone.number; });
      if (found != all.end()) {
        found->undone = undone.entry.seq;
        found->because = undone.because;
      }
    }
    return all;
  });
}

std::int64_t next_batch(const Store &store) {
  const auto all = batches(store);
  return all.empty() ? 1 : all.back().number + 1;
}

std::optional<KnownRow> known_row(const Store &store, std::string_view source, std::string_view ref) {
  Store::Inside &inside = store.inside();
  return inside.asking([&]() -> std::optional<KnownRow> {
    if (inside.version() < with_batches) {
      return std::nullopt;
    }
    Query query(inside, "SELECT seq FROM ref WHERE source = $source AND ref = $ref");
    if (!query.with("$source", source).with("$ref", ref).next()) {
      return std::nullopt;
    }
    auto raw = raw_entry(inside, query.number(0));
    if (!raw) {
      throw Error({.code = Code::store_altered,
                   .message = say("a row is known that no entry tells of"),
                   .hint = say("run 'mediasi store verify', then restore a backup")});
    }
    const Entry entry = entry_of(std::move(*raw));
    return KnownRow{entry.seq, entry.case_number, entry.act, entry.step,
                    entry.brought ? entry.brought->clear : std::string()};
  });
}

std::optional<std::string> whole_row(const Store &store, const KnownRow &row) {
  Store::Inside &inside = store.inside();
  const auto raw = inside.asking([&] { return raw_entry(inside, row.entry); });
  if (!raw || erased(inside, raw->case_number)) {
    return std::nullopt;
  }
  Entry entry;
  entry.seq = row.entry;
  return open_row_digest(inside, entry);
}

std::vector<TouchedCase> touched_cases(const Store &store, const Batch &batch) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    const auto undone = undone_batches(inside);
    std::vector<TouchedCase> all;
    Query query(inside, "SELECT DISTINCT case_number FROM entry WHERE seq BETWEEN $first AND $last "
                        "AND case_number <> '0' ORDER BY case_number");
    query.with("$first", batch.first).with("$last", batch.last);
    while (query.next()) {
      all.push_back({query.text(0)});
    }
    for (TouchedCase &one : all) {
      Query later(inside, "SELECT seq FROM entry WHERE case_number = $case AND seq > $last ORDER BY seq");
      later.with("$case", one.number).with("$last", batch.last);
      while (one.later == 0 && later.next()) {
        one.later = undone_by(undone, later.number(0)) == 0 ? later.number(0) : 0;
      }
    }
    return all;
  });
}

void note_ref(Store::Inside &inside, const Brought &row, std::int64_t seq) {
  Query(inside, "INSERT INTO ref(source, ref, seq) VALUES ($source, $ref, $seq)")
      .with("$source", row.source)
      .with("$ref", row.ref)
      .with("$seq", seq)
      .run();
  note_new_number(inside, element_of_ref(row.source, row.ref, seq));
}

bool row_noted(const Store &store, const Brought &row) {
  Store::Inside &inside = store.inside();
  return inside.asking([&] {
    Query known(inside, "SELECT 1 FROM ref WHERE source = $source AND ref = $ref");
    return known.with("$source", row.source).with("$ref", row.ref).next();
  });
}

void note_row(Store &store, const Brought &row, std::int64_t seq) {
  store.inside().changing([&] { note_ref(store.inside(), row, seq); });
}

void free_refs(Store &store, const Batch &batch) {
  Store::Inside &inside = store.inside();
  inside.changing([&] {
    Query gone(inside, "DELETE FROM ref WHERE seq BETWEEN $first AND $last RETURNING source, ref, seq");
    gone.with("$first", batch.first).with("$last", batch.last);
    while (gone.next()) {
      note_number_gone(inside, element_of_ref(gone.text(0), gone.text(1), gone.number(2)));
    }
  });
}

void forget_case(Store &store, std::string_view case_number) {
  Store::Inside &inside = store.inside();
  inside.changing([&] {
    check_rows_noted(inside, std::string(case_number));
    forget_rows(inside, case_number);
    Query(inside, "DELETE FROM case_index WHERE number = $case").with("$case", case_number).run();
    note_part(inside, Part::rows, case_number, std::nullopt);
  });
  forget_search(store, case_number);
}

} // namespace mediasi
