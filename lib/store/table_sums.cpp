#include "store/table_sums.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "store/inside.h"
#include "store/table_rows.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 2> part_names = {"rows", "search"};

std::string_view name_of(Part part) {
  return part_names[static_cast<std::size_t>(part)];
}

// One row as bytes that no other row has. Lengths are put before the texts, as in Digest.
class Line {
public:
  Line() { line_.reserve(usual); }
  Line &text(std::string_view text) {
    number(static_cast<std::int64_t>(text.size()));
    line_ += text;
    return *this;
  }
  Line &number(std::int64_t number) {
    std::array<char, 8> bytes{};
    auto rest = static_cast<std::uint64_t>(number);
    for (char &byte : bytes) {
      byte = static_cast<char>(rest & 0xff);
      rest >>= 8;
    }
    line_.append(bytes.data(), bytes.size());
    return *this;
  }
  std::string take() { return std::move(line_); }

private:
  static constexpr std::size_t usual = 96;
  std::string line_;
};

std::string line_of(const DueRow &row) {
  return Line{}
      .text(row.deadline)
      .text(row.step)
      .text(row.role)
      .text(row.officer)
      .text(row.due)
      .text(row.late_from)
      .number(row.provisional ? 1 : 0)
      .text(row.paused_since)
      .take();
}

std::string line_of(const Booking &row) {
  return Line{}.text(row.kind).text(row.resource).text(row.from).text(row.to).number(row.session).take();
}

std::string line_of(const PersonLink &row) {
  return Line{}
      .text(row.pid)
      .text(row.person)
      .text(row.side)
      .text(row.beside)
      .text(row.alleged_offender)
      .text(row.staff)
      .take();
}

std::string line_of(const SearchRow &row) {
  return Line{}.text(row.person).text(row.kind).text(row.token).take();
}

// tables have no order: the lines are brought into one
template <typename Row> void add_sorted(Digest &digest, const std::vector<Row> &rows) {
  std::vector<std::string> lines;
  lines.reserve(rows.size());
  for (const Row &row : rows)
    lines.push_back(line_of(row));
  std::sort(lines.begin(), lines.end());
  digest.add_number(static_cast<std::int64_t>(lines.size()));
  for (const std::string &line : lines)
    digest.add_sized(line);
}

std::optional<Hash> noted(Store::Inside &inside, std::string_view part, std::string_view case_number) {
  Query query(inside, "SELECT digest FROM part_digest WHERE part = $part AND case_number = $case");
  if (!query.with("$part", part).with("$case", case_number).next())
    return std::nullopt;
  return hash_in(query.text(0));
}

void note(Store::Inside &inside, std::string_view part, std::string_view case_number, const std::optional<Hash> &now) {
  if (!now) {
    Query(inside, "DELETE FROM part_digest WHERE part = $part AND case_number = $case")
        .with("$part", part)
        .with("$case", case_number)
        .run();
    return;
  }
  Query(inside, "INSERT INTO part_digest(part, case_number, digest) VALUES ($part, $case, $digest) "
                "ON CONFLICT(part, case_number) DO UPDATE SET digest = excluded.digest")
      .with("$part", part)
      .with("$case", case_number)
      .with_blob("$digest", bytes_of(*now))
      .run();
}

MultisetHash &running_sum(Store::Inside &inside) {
  std::optional<MultisetHash> &sum = inside.running().sum;
  if (!sum)
    sum = sum_to_go_on_from(inside);
  return *sum;
}

// Entries of before version 3 say nothing of the tables; after one that does, every entry does.
bool any_covers(Store::Inside &inside) {
  Query query(inside, "SELECT 1 FROM entry WHERE tables <> x'' LIMIT 1");
  return query.next();
}

bool is_covered(Store::Inside &inside, const MultisetHash &sum) {
  std::string covered;
  {
    Query last(inside, "SELECT tables FROM entry ORDER BY seq DESC LIMIT 1");
    if (!last.next())
      return true; // a store that is being made
    covered = last.text(0);
  }
  return covered.empty() ? !any_covers(inside) : covered == bytes_of(sum.digest());
}

} // namespace

std::optional<Hash> element_of(const Projection &projection) {
  const CaseRow &row = projection.row;
  const std::array texts{&row.initials, &row.rules,  &row.stage,   &row.received,
                         &row.complete, &row.closed, &row.outcome, &row.reason};
  const bool says = std::any_of(texts.begin(), texts.end(), [](const std::string *text) { return !text->empty(); });
  if (row.number == house && !says && projection.dues.empty() && projection.bookings.empty() &&
      projection.links.empty())
    return std::nullopt;
  Digest digest;
  digest.add_sized("mediasi-rows-1").add_sized(row.number);
  for (const std::string *text : texts)
    digest.add_sized(*text);
  add_sorted(digest, projection.dues);
  add_sorted(digest, projection.bookings);
  add_sorted(digest, projection.links);
  return digest.finish();
}

std::optional<Hash> element_of(std::string_view case_number, const std::vector<SearchRow> &words, bool pending) {
  if (words.empty() && !pending)
    return std::nullopt;
  Digest digest;
  digest.add_sized("mediasi-search-1").add_sized(case_number).add_number(pending ? 1 : 0);
  add_sorted(digest, words);
  return digest.finish();
}

Hash element_of_number(std::string_view register_name, std::int64_t year, std::int64_t serial,
                       std::string_view case_number, std::int64_t seq) {
  return Digest{}
      .add_sized("mediasi-number-1")
      .add_sized(register_name)
      .add_number(year)
      .add_number(serial)
      .add_sized(case_number)
      .add_number(seq)
      .finish();
}

Hash element_of_ref(std::string_view source, std::string_view ref, std::int64_t seq) {
  return Digest{}.add_sized("mediasi-ref-1").add_sized(source).add_sized(ref).add_number(seq).finish();
}

void note_part(Store::Inside &inside, Part part, std::string_view case_number, const std::optional<Hash> &now) {
  const std::optional<Hash> before = noted(inside, name_of(part), case_number);
  if (before == now)
    return;
  MultisetHash &sum = running_sum(inside);
  if (before)
    sum.remove(*before);
  if (now)
    sum.add(*now);
  note(inside, name_of(part), case_number, now);
}

void note_new_number(Store::Inside &inside, const Hash &element) {
  running_sum(inside).add(element);
}

void note_number_gone(Store::Inside &inside, const Hash &element) {
  running_sum(inside).remove(element);
}

// Whatever was noted before may be what the rebuild has to mend: nothing of it is used.
void restart_sums(Store::Inside &inside) {
  Query(inside, "DELETE FROM part_digest").run();
  MultisetHash &sum = inside.running().sum.emplace();
  each_search(inside, [&](const std::string &case_number, const std::vector<SearchRow> &words, bool pending,
                          const std::optional<Hash> &) {
    const std::optional<Hash> element = element_of(case_number, words, pending);
    sum.add(*element);
    note(inside, name_of(Part::search), case_number, element);
  });
}

MultisetHash kept_sum(Store::Inside &inside) {
  if (inside.transaction && inside.transaction->sum)
    return *inside.transaction->sum;
  Query query(inside, "SELECT sum FROM tables_sum WHERE id = 1");
  return query.next() ? MultisetHash(query.text(0)) : MultisetHash();
}

namespace {

Error not_covered() {
  return Error({.code = Code::store_altered,
                .message = say("the tables of the store are not those its last entry covers"),
                .hint = say("'mediasi store verify' says more; 'mediasi store rebuild' makes them anew")});
}

} // namespace

void check_rows_noted(Store::Inside &inside, const std::string &case_number) {
  const std::optional<Hash> before = noted(inside, name_of(Part::rows), case_number);
  if (before && before != element_of(projection_of(inside, case_number)))
    throw not_covered();
}

MultisetHash sum_to_go_on_from(Store::Inside &inside) {
  Transaction &now = inside.running();
  MultisetHash sum = kept_sum(inside);
  if (!now.sum && !now.sum_trusted && !is_covered(inside, sum))
    throw not_covered();
  now.sum_trusted = true;
  return sum;
}

void keep_sum(Store::Inside &inside) {
  if (!inside.running().sum)
    return;
  Query(inside, "INSERT INTO tables_sum(id, sum) VALUES (1, $sum) ON CONFLICT(id) DO UPDATE SET sum = excluded.sum")
      .with_blob("$sum", inside.transaction->sum->bytes())
      .run();
}

bool tables_covered(Store::Inside &inside) {
  Query last(inside, "SELECT tables FROM entry ORDER BY seq DESC LIMIT 1");
  return last.next() && last.text(0) == bytes_of(kept_sum(inside).digest());
}

void make_old_sums(Store::Inside &inside) {
  {
    Query known(inside, "SELECT 1 FROM tables_sum");
    if (known.next() || any_covers(inside)) // gone from a store that had one: nothing is made of what is there
      return;
  }
  inside.database->exec("BEGIN IMMEDIATE");
  inside.transaction.emplace();
  std::vector<PartSeen> seen; // noted afterwards: no table is changed while it is read
  MultisetHash sum = counted_sum(inside, [&](const PartSeen &part) { seen.push_back(part); });
  for (const PartSeen &part : seen)
    note(inside, name_of(part.part), part.case_number, part.is);
  inside.transaction->sum = sum;
  keep_sum(inside);
  inside.database->exec("COMMIT");
  inside.transaction.reset();
}

MultisetHash counted_sum(Store::Inside &inside, const std::function<void(const PartSeen &)> &visit) {
  MultisetHash sum;
  const auto take = [&](Part part, const std::string &case_number, const std::optional<Hash> &is,
                        const std::optional<Hash> &was) {
    if (is)
      sum.add(*is);
    if (visit)
      visit({part, case_number, is, was});
  };
  each_projection(inside, [&](const Projection &projection, const std::optional<Hash> &was) {
    take(Part::rows, projection.row.number, element_of(projection), was);
  });
  each_search(inside, [&](const std::string &case_number, const std::vector<SearchRow> &words, bool pending,
                          const std::optional<Hash> &was) {
    take(Part::search, case_number, element_of(case_number, words, pending), was);
  });
  each_number(inside, [&](const Hash &element) { sum.add(element); });
  each_ref(inside, [&](const Hash &element) { sum.add(element); });
  return sum;
}

} // namespace mediasi
