#include "store/table_rows.h"

#include <algorithm>
#include <initializer_list>

#include "store/inside.h"
#include "store/rows.h"

namespace mediasi {

namespace {

// One table read by case number, which stands in one of its columns; it stays at a row until that is taken.
class ByCase {
public:
  ByCase(Store::Inside &inside, const char *text, int column) : query_(inside, text), column_(column) { step(); }

  bool more() const { return more_; }
  const std::string &number() const { return number_; }

  // every row of this case
  template <typename Take> void each_of(const std::string &number, Take &&take) {
    for (; more_ && number_ == number; step())
      take(query_);
  }

private:
  void step() {
    more_ = query_.next();
    if (more_)
      number_ = query_.text(column_);
  }

  Query query_;
  int column_;
  bool more_ = false;
  std::string number_;
};

// the lowest number any of them stands at
std::optional<std::string> next_number_of(std::initializer_list<const ByCase *> tables) {
  const std::string *lowest = nullptr;
  for (const ByCase *table : tables)
    if (table->more() && (lowest == nullptr || table->number() < *lowest))
      lowest = &table->number();
  return lowest == nullptr ? std::nullopt : std::optional(*lowest);
}

// a row whose two halves of the number are not those of the number counts as none
bool whole(const Query &query) {
  return case_number_text(static_cast<int>(query.number(9)), static_cast<int>(query.number(10))) == query.text(0);
}

} // namespace

std::optional<Hash> hash_in(std::string_view bytes) {
  Hash hash{};
  if (bytes.size() != hash.size())
    return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

void each_projection(Store::Inside &inside,
                     const std::function<void(const Projection &, const std::optional<Hash> &)> &visit) {
  ByCase cases(inside,
               "SELECT number, initials, rules, stage, received, complete, closed, outcome, reason, year, serial "
               "FROM case_index ORDER BY number",
               0);
  ByCase dues(inside,
              "SELECT case_number, deadline, step, role, officer, due, late_from, provisional, paused_since "
              "FROM due ORDER BY case_number",
              0);
  ByCase bookings(inside, "SELECT kind, resource, starts, ends, case_number, session FROM booking ORDER BY case_number",
                  4);
  ByCase links(inside,
               "SELECT pid, case_number, person, side, beside, alleged_offender, staff FROM person_link "
               "ORDER BY case_number",
               1);
  ByCase noted(inside, "SELECT case_number, digest FROM part_digest WHERE part = 'rows' ORDER BY case_number", 0);
  while (const auto number = next_number_of({&cases, &dues, &bookings, &links, &noted})) {
    Projection projection;
    projection.row.number = *number;
    std::optional<Hash> was;
    cases.each_of(*number, [&](const Query &row) {
      if (whole(row))
        projection.row = case_row(row.row());
    });
    dues.each_of(*number, [&](const Query &row) { projection.dues.push_back(due_row(row.row())); });
    bookings.each_of(*number, [&](const Query &row) { projection.bookings.push_back(booking_row(row.row())); });
    links.each_of(*number, [&](const Query &row) { projection.links.push_back(link_row(row.row())); });
    noted.each_of(*number, [&](const Query &row) { was = hash_in(row.text(1)); });
    visit(projection, was);
  }
}

Projection projection_of(Store::Inside &inside, const std::string &number) {
  Projection projection;
  projection.row.number = number;
  Query row(inside, "SELECT number, initials, rules, stage, received, complete, closed, outcome, reason, year, serial "
                    "FROM case_index WHERE number = $case");
  if (row.with("$case", number).next() && whole(row))
    projection.row = case_row(row.row());
  Query dues(inside, "SELECT case_number, deadline, step, role, officer, due, late_from, provisional, paused_since "
                     "FROM due WHERE case_number = $case");
  dues.with("$case", number);
  while (dues.next())
    projection.dues.push_back(due_row(dues.row()));
  Query bookings(inside, "SELECT kind, resource, starts, ends, case_number, session FROM booking "
                         "WHERE case_number = $case");
  bookings.with("$case", number);
  while (bookings.next())
    projection.bookings.push_back(booking_row(bookings.row()));
  Query links(inside, "SELECT pid, case_number, person, side, beside, alleged_offender, staff FROM person_link "
                      "WHERE case_number = $case");
  links.with("$case", number);
  while (links.next())
    projection.links.push_back(link_row(links.row()));
  return projection;
}

void each_search(Store::Inside &inside, const std::function<void(const std::string &, const std::vector<SearchRow> &,
                                                                 bool, const std::optional<Hash> &)> &visit) {
  ByCase words(inside, "SELECT case_number, person, kind, token FROM search ORDER BY case_number", 0);
  ByCase waiting(inside, "SELECT case_number FROM search_pending ORDER BY case_number", 0);
  ByCase noted(inside, "SELECT case_number, digest FROM part_digest WHERE part = 'search' ORDER BY case_number", 0);
  while (const auto number = next_number_of({&words, &waiting, &noted})) {
    std::vector<SearchRow> rows;
    bool pending = false;
    std::optional<Hash> was;
    words.each_of(*number, [&](const Query &row) { rows.push_back({row.text(1), row.text(2), row.text(3)}); });
    waiting.each_of(*number, [&](const Query &) { pending = true; });
    noted.each_of(*number, [&](const Query &row) { was = hash_in(row.text(1)); });
    visit(*number, rows, pending, was);
  }
}

void each_number(Store::Inside &inside, const std::function<void(const Hash &)> &visit) {
  Query query(inside, "SELECT register, year, serial, case_number, seq FROM number");
  while (query.next())
    visit(element_of_number(query.text(0), query.number(1), query.number(2), query.text(3), query.number(4)));
}

void each_ref(Store::Inside &inside, const std::function<void(const Hash &)> &visit) {
  if (inside.version() < 5)
    return; // opened for reading, an older store stays as it is
  Query query(inside, "SELECT source, ref, seq FROM ref");
  while (query.next())
    visit(element_of_ref(query.text(0), query.text(1), query.number(2)));
}

} // namespace mediasi
