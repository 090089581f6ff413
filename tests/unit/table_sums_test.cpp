// The hash of all question tables, kept up to date row by row, against the same counted from the tables.
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/multiset_hash.h"
#include "store/table_sums.h"
#include "support/store_fixture.h"

using namespace mediasi;
using namespace mediasi::testing;

TEST_CASE("a hash of a set does not ask in which order things came, and forgets what went") {
  std::vector<Hash> things;
  for (int i = 0; i < 20; ++i)
    things.push_back(digest(std::to_string(i)));
  MultisetHash forward, backward, other;
  for (std::size_t at = 0; at < things.size(); ++at) {
    forward.add(things[at]);
    backward.add(things[things.size() - 1 - at]);
    other.add(things[at == 3 ? 4 : at]); // one thing twice, another missing
  }
  CHECK(forward == backward);
  CHECK(forward.digest() == backward.digest());
  CHECK(forward.digest() != other.digest());
  CHECK(MultisetHash(forward.bytes()) == forward);
  for (const Hash &thing : things)
    forward.remove(thing);
  CHECK(forward == MultisetHash());
  for (const char *bad : {"", "short"})
    CHECK(MultisetHash(bad) == MultisetHash());
}

TEST_CASE("every column of a row counts, and their order in a table does not") {
  const Projection base{index_row("2026-0001"),
                        {due("2026-0001", "2026-03-20T00:00"), due("2026-0001", "2026-03-21T00:00")},
                        {{"room", "r1", "2026-03-09T09:00", "2026-03-09T11:00", "2026-0001", 1}},
                        {{"p1", "2026-0001", "companion1", "companion", "beneficiary", "no", "officer:rina"}}};
  Projection turned = base;
  std::swap(turned.dues[0], turned.dues[1]);
  CHECK(element_of(turned) == element_of(base));
  std::vector<Projection> others(16, base);
  others[0].row.number = "2026-0002";
  others[1].row.initials = "X.";
  others[2].row.stage = "";
  others[3].row.closed = "2026-04-01";
  others[4].row.reason = "agreed";
  others[5].dues[0].officer = "budi";
  others[6].dues[1].late_from = "";
  others[7].dues[1].provisional = false;
  others[8].dues.pop_back();
  others[9].bookings[0].session = 2;
  others[10].bookings[0].to = "2026-03-09T11:30";
  others[11].bookings.clear();
  others[12].links[0].pid = "p2";
  others[13].links[0].staff = "";
  others[14].row.outcome = base.row.stage; // a text in the place of another
  others[15].dues[0].paused_since = "2026-03-01";
  for (const Projection &other : others) {
    CAPTURE(&other - others.data());
    CHECK(element_of(other) != element_of(base));
  }
  Projection nothing{};
  nothing.row.number = "0"; // the house is no case, and has nothing to keep here
  CHECK_FALSE(element_of(nothing));
  CHECK_FALSE(element_of("2026-0001", {}, false));
  CHECK(element_of("2026-0001", {}, true) != element_of("2026-0002", {}, true));
  CHECK(element_of("2026-0001", {{"a", "nik", "t"}}, false) != element_of("2026-0001", {{"a", "nik", "t"}}, true));
}

TEST_CASE("store: the sum kept is that of the tables after any changes, undone ones too") {
  const Made made;
  Store store = made.write();
  std::mt19937 random(20261124);
  for (int round = 0; round < 60; ++round) {
    store.begin();
    for (unsigned change = random() % 4 + 1; change > 0; --change) {
      const std::string number = case_number_text(2026, static_cast<int>(random() % 9) + 1);
      Projection projection{index_row(number, random() % 2 == 0 ? "" : "2026-05-01"), {}, {}};
      for (unsigned dues = random() % 4; dues > 0; --dues)
        projection.dues.push_back(due(number, "2026-03-" + std::to_string(10 + dues) + "T00:00"));
      store.replace_projection(projection);
    }
    if (random() % 3 == 0)
      store.note_number("undangan", 2026, store.next_number("undangan", 2026), "2026-0001", store.next_seq());
    if (random() % 10 == 0)
      store.clear_projections();
    if (random() % 4 == 0) {
      store.rollback();
    } else {
      settle(store);
    }
    CHECK(counted_sum(store.inside()) == kept_sum(store.inside()));
    CHECK(store.covered());
  }
  CHECK(store.verify().sound);
}

TEST_CASE("store: tables that no entry covers are not committed") {
  const Made made;
  Store store = made.write();
  store.begin();
  store.append(entry("2026-0001", "register"), {});
  store.replace_projection({index_row("2026-0001"), {}, {}}); // the wrong way round
  CHECK(code_of([&] { store.commit(); }) == Code::internal);
  CHECK(store.cases().empty());
  CHECK(store.info().entries == 3);
}
