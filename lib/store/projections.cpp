// The question tables: replaced from the fold of a case, emptied for a rebuild, asked.
#include "base/text.h"
#include "store/inside.h"
#include "store/journal_rows.h"
#include "store/rows.h"
#include "store/table_sums.h"

namespace mediasi {

void forget_rows(Store::Inside &inside, std::string_view case_number) {
  Query(inside, "DELETE FROM due WHERE case_number = $case").with("$case", case_number).run();
  Query(inside, "DELETE FROM booking WHERE case_number = $case").with("$case", case_number).run();
  Query(inside, "DELETE FROM person_link WHERE case_number = $case").with("$case", case_number).run();
}

namespace {

void put(Store::Inside &inside, const CaseRow &row) {
  const auto dash = row.number.find('-');
  const auto year = parse_integer(std::string_view(row.number).substr(0, dash));
  const auto serial =
      dash == std::string::npos ? std::nullopt : parse_integer(std::string_view(row.number).substr(dash + 1));
  if (!year || !serial) {
    throw Error({.code = Code::store_altered, // ours all have both
                 .message = say("the journal holds a case whose number is none"),
                 .hint = say("run 'mediasi store verify', then restore a backup")});
  }
  Query(inside,
        "INSERT INTO case_index(number, year, serial, initials, rules, stage, received, complete, closed, outcome, "
        "reason) VALUES ($number, $year, $serial, $initials, $rules, $stage, $received, $complete, $closed, $outcome, "
        "$reason) ON CONFLICT(number) DO UPDATE SET initials = excluded.initials, rules = excluded.rules, "
        "stage = excluded.stage, received = excluded.received, complete = excluded.complete, "
        "closed = excluded.closed, outcome = excluded.outcome, reason = excluded.reason")
      .with("$number", row.number)
      .with("$year", *year)
      .with("$serial", *serial)
      .with("$initials", row.initials)
      .with("$rules", row.rules)
      .with("$stage", row.stage)
      .with("$received", row.received)
      .with("$complete", row.complete)
      .with("$closed", row.closed)
      .with("$outcome", row.outcome)
      .with("$reason", row.reason)
      .run();
}

void put(Store::Inside &inside, const DueRow &row) {
  Query(inside, "INSERT INTO due(case_number, deadline, step, role, officer, due, late_from, provisional, "
                "paused_since) VALUES ($case, $deadline, $step, $role, $officer, $due, $late, $provisional, $paused)")
      .with("$case", row.case_number)
      .with("$deadline", row.deadline)
      .with("$step", row.step)
      .with("$role", row.role)
      .with("$officer", row.officer)
      .with("$due", row.due)
      .with("$late", row.late_from)
      .with("$provisional", std::int64_t{row.provisional})
      .with("$paused", row.paused_since)
      .run();
}

void put(Store::Inside &inside, const Booking &row) {
  Query(inside, "INSERT INTO booking(kind, resource, starts, ends, case_number, session) "
                "VALUES ($kind, $resource, $starts, $ends, $case, $session)")
      .with("$kind", row.kind)
      .with("$resource", row.resource)
      .with("$starts", row.from)
      .with("$ends", row.to)
      .with("$case", row.case_number)
      .with("$session", std::int64_t{row.session})
      .run();
}

void put(Store::Inside &inside, const PersonLink &row) {
  Query(inside, "INSERT INTO person_link(pid, case_number, person, side, beside, alleged_offender, staff) "
                "VALUES ($pid, $case, $person, $side, $beside, $offender, $staff)")
      .with("$pid", row.pid)
      .with("$case", row.case_number)
      .with("$person", row.person)
      .with("$side", row.side)
      .with("$beside", row.beside)
      .with("$offender", row.alleged_offender)
      .with("$staff", row.staff)
      .run();
}

// a store opened for reading may still be of the version before people were linked
bool links_people(Store::Inside &inside) {
  return inside.version() >= 2;
}

template <typename Row> std::vector<Row> rows(Query &query, Row (*row_of)(const SQLite::Statement &)) {
  std::vector<Row> all;
  while (query.next()) {
    all.push_back(row_of(query.row()));
  }
  return all;
}

} // namespace

void Store::replace_projection(const Projection &projection) {
  inside_->changing([&] {
    check_rows_noted(*inside_, projection.row.number);
    forget_rows(*inside_, projection.row.number);
    if (projection.row.number != house) // the house has days to keep, and is no case
      put(*inside_, projection.row);
    for (const DueRow &row : projection.dues) {
      put(*inside_, row);
    }
    for (const Booking &row : projection.bookings) {
      put(*inside_, row);
    }
    for (const PersonLink &row : projection.links) {
      put(*inside_, row);
    }
    note_part(*inside_, Part::rows, projection.row.number, element_of(projection));
  });
}

void Store::clear_projections() {
  inside_->changing([&] {
    Query(*inside_, "DELETE FROM case_index").run();
    Query(*inside_, "DELETE FROM due").run();
    Query(*inside_, "DELETE FROM booking").run();
    Query(*inside_, "DELETE FROM person_link").run();
    Query(*inside_, "DELETE FROM number").run();
    Query(*inside_, "DELETE FROM ref").run();
    restart_sums(*inside_);
  });
}

std::vector<CaseRow> Store::cases() const {
  return inside_->asking([&] {
    Query query(*inside_, "SELECT number, initials, rules, stage, received, complete, closed, outcome, reason "
                          "FROM case_index ORDER BY year, serial");
    return rows(query, case_row);
  });
}

std::vector<std::string> Store::open_cases_with_serial(int serial) const {
  return inside_->asking([&] {
    Query query(*inside_, "SELECT number FROM case_index WHERE serial = $serial AND closed = '' ORDER BY number");
    query.with("$serial", std::int64_t{serial});
    std::vector<std::string> numbers;
    while (query.next()) {
      numbers.push_back(query.text(0));
    }
    return numbers;
  });
}

std::vector<DueRow> Store::dues() const {
  return inside_->asking([&] {
    Query query(*inside_, "SELECT case_number, deadline, step, role, officer, due, late_from, provisional, "
                          "paused_since FROM due ORDER BY late_from, case_number, deadline, step, due");
    return rows(query, due_row);
  });
}

std::vector<Booking> Store::bookings(std::string_view kind, std::string_view resource, std::string_view from,
                                     std::string_view to) const {
  return inside_->asking([&] {
    Query query(*inside_, "SELECT kind, resource, starts, ends, case_number, session FROM booking "
                          "WHERE kind = $kind AND resource = $resource AND starts < $to AND ends > $from "
                          "ORDER BY starts, case_number, session");
    query.with("$kind", kind).with("$resource", resource).with("$from", from).with("$to", to);
    return rows(query, booking_row);
  });
}

std::vector<PersonLink> Store::links(std::string_view pid) const {
  return inside_->asking([&]() -> std::vector<PersonLink> {
    if (!links_people(*inside_))
      return {};
    Query query(*inside_, "SELECT pid, case_number, person, side, beside, alleged_offender, staff FROM person_link "
                          "WHERE pid = $pid ORDER BY case_number, person");
    return rows(query.with("$pid", pid), link_row);
  });
}

std::vector<PersonLink> Store::staff_links() const {
  return inside_->asking([&]() -> std::vector<PersonLink> {
    if (!links_people(*inside_))
      return {};
    Query query(*inside_, "SELECT pid, case_number, person, side, beside, alleged_offender, staff FROM person_link "
                          "WHERE staff <> '' ORDER BY case_number, person");
    return rows(query, link_row);
  });
}

} // namespace mediasi
