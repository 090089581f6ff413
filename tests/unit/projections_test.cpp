// The question tables of the store, and the numbers it gives.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/rows.h"
#include "store/schema.h"
#include "store/table_sums.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

// As a store of version 2 is, but for the hashes of its entries: those of version 3 cover more.
// tests/cli/old_store_test has a real one.
void drop_version_3(SQLite::Database &database) {
  database.exec("DROP INDEX entry_batch"); // of version 5
  database.exec("DROP INDEX entry_undo_batch");
  database.exec("DROP TABLE ref");
  database.exec("DROP INDEX entry_reader"); // of version 4
  database.exec("DROP TABLE part_digest; DROP TABLE tables_sum; DROP TABLE search; DROP TABLE search_pending");
  database.exec("DROP TRIGGER entry_update; DROP TRIGGER entry_delete; DROP TRIGGER entry_insert");
  database.exec("ALTER TABLE entry DROP COLUMN tables");
  // SQLite writes the column out of the table's text, but not as it stood before
  SQLite::Database first(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(first, 0, 1);
  database.exec("PRAGMA writable_schema = ON");
  SQLite::Statement text(database, "UPDATE sqlite_schema SET sql = $sql WHERE name = 'entry'");
  text.bind("$sql", first.execAndGet("SELECT sql FROM sqlite_schema WHERE name = 'entry'").getString());
  text.exec();
  database.exec("PRAGMA writable_schema = RESET");
  SQLite::Statement guards(first, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'entry'");
  while (guards.executeStep()) {
    database.exec(guards.getColumn(0).getString());
  }
}

} // namespace

TEST_CASE("store: projections are replaced by case, asked, and emptied") {
  const Made made;
  Store store = made.write();
  store.begin();
  store.replace_projection({index_row("2026-0001"),
                            {due("2026-0001", "2026-03-20T00:00"), due("2026-0001", "2026-03-10T12:00")},
                            {{"room", "r1", "2026-03-09T09:00", "2026-03-09T11:00", "2026-0001", 1}}});
  store.replace_projection(
      {index_row("2026-0012", "2026-03-05"), {due("2026-0012", "2026-03-01T00:00", "2026-02-01")}, {}});
  store.replace_projection({index_row("2025-0012"), {due("2025-0012", "")}, {}});
  settle(store);
  CHECK(store.cases().size() == 3);
  CHECK(store.cases().front().number == "2025-0012");
  CHECK(store.late("2026-03-10T11:59").empty()); // paused and never-late ones are not in it
  CHECK(store.late("2026-03-10T12:00").size() == 1);
  const std::vector<DueRow> late = store.late("2026-12-31T00:00");
  REQUIRE(late.size() == 2);
  CHECK(late[0].late_from == "2026-03-10T12:00");
  CHECK(late[1].provisional);
  CHECK(late[1].due == "2026-03-20");
  CHECK(late[1].officer == "rina");
  CHECK(store.dues().size() == 4);
  CHECK(store.open_cases_with_serial(12) == std::vector<std::string>{"2025-0012"});
  CHECK(store.open_cases_with_serial(3).empty());
  CHECK(store.bookings("room", "r1", "2026-03-09T10:59", "2026-03-09T12:00").size() == 1);
  CHECK(store.bookings("room", "r1", "2026-03-09T11:00", "2026-03-09T12:00").empty()); // ends when the other begins
  CHECK(store.bookings("room", "r1", "2026-03-09T08:00", "2026-03-09T09:00").empty());
  CHECK(store.bookings("mediator", "r1", "2026-03-09T09:00", "2026-03-09T11:00").empty());

  store.begin();
  store.replace_projection({index_row("2026-0001", "2026-04-01"), {}, {}});
  CHECK(store.cases()[1].closed == "2026-04-01");
  CHECK(store.late("2026-12-31T00:00").empty());
  CHECK(store.bookings("room", "r1", "2026-03-09T10:00", "2026-03-09T12:00").empty());
  store.note_number("undangan", 2026, 1, "2026-0001", 4);
  store.clear_projections();
  CHECK(store.cases().empty());
  CHECK(store.dues().empty());
  CHECK(store.next_number("undangan", 2026) == 1);
  settle(store);
  CHECK(store.verify().sound);
}

TEST_CASE("store: records of one human being are found by its id and by the roster, and go with their case") {
  const Made made;
  Store store = made.write();
  const auto link = [](const std::string &number, const std::string &person, const std::string &staff = "") {
    return PersonLink{.pid = "p1",
                      .case_number = number,
                      .person = person,
                      .side = "companion",
                      .beside = "beneficiary,respondent",
                      .alleged_offender = "no",
                      .staff = staff};
  };
  store.begin();
  store.replace_projection({index_row("2026-0001"), {}, {}, {link("2026-0001", "companion1")}});
  store.replace_projection({index_row("2026-0002"), {}, {}, {link("2026-0002", "companion2", "mediator:medi")}});
  settle(store);
  CHECK(store.links("p1") ==
        std::vector{link("2026-0001", "companion1"), link("2026-0002", "companion2", "mediator:medi")});
  CHECK(store.links("p2").empty());
  CHECK(store.links("").empty());
  CHECK(store.staff_links() == std::vector{link("2026-0002", "companion2", "mediator:medi")});
  store.begin();
  store.replace_projection({index_row("2026-0002"), {}, {}});
  CHECK(store.links("p1") == std::vector{link("2026-0001", "companion1")});
  store.clear_projections();
  CHECK(store.links("p1").empty());
  settle(store);
}

TEST_CASE("store: one of the version before people were linked is read as it is, and brought up by the next command") {
  const Made made;
  {
    SQLite::Database database(made.path, SQLite::OPEN_READWRITE);
    drop_version_3(database);
    database.exec("DROP TABLE person_link");
    database.exec("PRAGMA user_version = 1");
  }
  {
    const Store old = made.read();
    CHECK(old.info().format == 1);
    CHECK(old.links("p1").empty());
    CHECK(old.staff_links().empty());
  }
  const auto head = made.read().info().head;
  Store store = made.write();
  CHECK(store.info().format == newest_version());
  CHECK(store.info().head == head); // no entry is touched
  store.begin();
  store.replace_projection(
      {index_row("2026-0001"), {}, {}, {{"p1", "2026-0001", "other1", "other", "", "unknown", ""}}});
  settle(store);
  CHECK(store.links("p1").size() == 1);
  CHECK(made.read().info().format == newest_version());
}

TEST_CASE("store: a migration that fails half-way leaves the old version whole") {
  const Made made;
  {
    SQLite::Database database(made.path, SQLite::OPEN_READWRITE);
    drop_version_3(database);
    database.exec("DROP INDEX person_link_staff"); // the table stands in the way of the one to be made
    database.exec("PRAGMA user_version = 1");
    CHECK_THROWS_AS(migrate(database, 1), SQLite::Exception);
  }
  CHECK(code_of([&] { made.write(); }) == Code::store_altered); // and it is not taken for one of version 1
  SQLite::Database database(made.path, SQLite::OPEN_READONLY);
  CHECK(database.execAndGet("PRAGMA user_version").getInt() == 1);
  CHECK(database.execAndGet("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'person_link_staff'").getInt() == 0);
}

TEST_CASE("store: numbers have no gaps and are never given twice") {
  const Made made;
  Store store = made.write();
  store.begin();
  CHECK(store.next_serial(2026) == 1);
  store.replace_projection({index_row(case_number_text(2026, 1)), {}, {}});
  CHECK(store.next_serial(2026) == 2);
  store.append(entry("2026-0002", "register"), {}); // in the journal and not in the index
  CHECK(store.next_serial(2026) == 3);
  CHECK(store.next_serial(2025) == 1);
  store.replace_projection({index_row(case_number_text(2026, 9999)), {}, {}});
  CHECK(case_number_text(2026, store.next_serial(2026)) == "2026-10000");
  store.replace_projection({index_row("2026-10000"), {}, {}});
  CHECK(store.next_serial(2026) == 10001);

  CHECK(store.next_number("undangan", 2026) == 1);
  store.note_number("undangan", 2026, 1, "2026-0001", 4);
  CHECK(store.next_number("undangan", 2026) == 2);
  CHECK(store.next_number("undangan", 2027) == 1);
  CHECK(store.next_number("berita_acara", 2026) == 1);
  CHECK(code_of([&] { store.note_number("undangan", 2026, 1, "2026-0009", 5); }) == Code::internal);
  store.rollback();
  store.begin();
  CHECK(store.next_number("undangan", 2026) == 1); // what was not committed was not given
}

TEST_CASE("store: a number set aside goes to a letter of that day, the lowest first, and to one alone") {
  const Made made;
  Store store = made.write();
  const auto set_aside = [&](const char *day, int serial) {
    Entry reservation = entry("0", "reserve");
    reservation.on = *parse_moment(day);
    store.note_number("undangan", 2026, serial, house, store.next_seq());
    store.append(reservation, {});
  };
  store.begin();
  set_aside("2026-03-05T10:00", 2);
  set_aside("2026-03-05", 1);
  set_aside("2026-03-06T10:00", 3);
  const Date fifth = *parse_date("2026-03-05");
  CHECK(store.next_number("undangan", 2026) == 4);
  CHECK(store.reserved_number("undangan", fifth) == 1);
  CHECK_FALSE(store.reserved_number("berita_acara", fifth));
  CHECK_FALSE(store.reserved_number("undangan", *parse_date("2025-03-05")));
  CHECK_FALSE(store.reserved_number("undangan", *parse_date("2026-03-04")));
  store.note_number("undangan", 2026, 1, "2026-0001", store.next_seq());
  CHECK(store.reserved_number("undangan", fifth) == 2);
  store.note_number("undangan", 2026, 2, "2026-0002", store.next_seq());
  CHECK_FALSE(store.reserved_number("undangan", fifth));
  CHECK(store.reserved_number("undangan", *parse_date("2026-03-06")) == 3);
  CHECK(store.next_number("undangan", 2026) == 4);
  CHECK(counted_sum(store.inside()) == kept_sum(store.inside()));
  settle(store);
  CHECK(store.verify().sound);
  store.begin();
  CHECK(code_of([&] { store.note_number("undangan", 2026, 2, "2026-0003", 9); }) == Code::internal);
  CHECK(code_of([&] { store.note_number("undangan", 2026, 1, house, 9); }) == Code::internal); // nor set aside again
}

TEST_CASE("store: who may read is asked of the entries that say so, however many the house has") {
  const Made made;
  SQLite::Database database(made.path, SQLite::OPEN_READONLY);
  SQLite::Statement plan(database, std::string("EXPLAIN QUERY PLAN ") + readers_question);
  REQUIRE(plan.executeStep());
  CHECK(plan.getColumn(3).getString() == "SEARCH entry USING INDEX entry_reader (case_number=? AND act=?)");
  CHECK_FALSE(plan.executeStep());
}

TEST_CASE("store: the question of what is late reads one index and nothing else") {
  const Made made;
  SQLite::Database database(made.path, SQLite::OPEN_READONLY);
  SQLite::Statement plan(database, std::string("EXPLAIN QUERY PLAN ") + late_question);
  std::string words;
  while (plan.executeStep()) {
    words += plan.getColumn(3).getString() + "\n";
  }
  CHECK(words == "SEARCH due USING COVERING INDEX due_late (late_from>? AND late_from<?)\n");
}
