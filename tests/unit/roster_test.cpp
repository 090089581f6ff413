#include "model/roster.h"

#include <doctest/doctest.h>

#include "support/parsed_day.h"

using namespace mediasi;
using testing::parsed_day;

namespace {

Entry said(std::int64_t seq, std::string act, Row fields, std::vector<Row> posts = {}) {
  Entry entry;
  entry.seq = seq;
  entry.case_number = house;
  entry.act = std::move(act);
  entry.facts.fields = std::move(fields);
  if (!posts.empty()) {
    entry.facts.groups["post"] = std::move(posts);
  }
  return entry;
}

} // namespace

TEST_CASE("roster: officers, mediators and rooms come from their entries, others are passed over") {
  const Roster roster = fold_roster({
      said(1, "init", {}),
      said(2, "officer", {{"id", "rina"}, {"name", "Rina"}, {"login", "rina1"}},
           {{{"role", "mk"}, {"from", "2026-01-01"}, {"until", "2026-06-30"}, {"acting", "plt"}},
            {{"role", "admin"}, {"from", "2025-01-01"}}}),
      said(3, "mediator",
           {{"id", "hasan"}, {"credential", "sertifikat"}, {"from", "2024-05-01"}, {"until", "2026-05-01"}}),
      said(4, "mediator", {{"id", "wati"}, {"from", "2024-05-01"}}),
      said(5, "room", {{"id", "r1"}, {"name", "Ruang mediasi"}}),
  });
  REQUIRE(roster.officer("rina") != nullptr);
  CHECK(roster.by_login("rina1") == roster.officer("rina"));
  CHECK(roster.by_login("") == nullptr);
  CHECK(roster.officer("RINA") == nullptr);
  CHECK(roster.room("r1")->name == "Ruang mediasi");
  const Officer &rina = *roster.officer("rina");
  CHECK(rina.posts.front().acting == Acting::plt);
  CHECK(holds(rina, "mk", parsed_day("2026-01-01")));
  CHECK(holds(rina, "mk", parsed_day("2026-06-30")));
  CHECK_FALSE(holds(rina, "mk", parsed_day("2025-12-31")));
  CHECK_FALSE(holds(rina, "mk", parsed_day("2026-07-01")));
  CHECK(holds(rina, "admin", parsed_day("2030-01-01")));
  CHECK_FALSE(holds(rina, "koordinator", parsed_day("2026-01-01")));
  CHECK(valid_on(*roster.mediator("hasan"), parsed_day("2026-05-01")));
  CHECK_FALSE(valid_on(*roster.mediator("hasan"), parsed_day("2026-05-02")));
  CHECK_FALSE(valid_on(*roster.mediator("hasan"), parsed_day("2024-04-30")));
  CHECK(valid_on(*roster.mediator("wati"), parsed_day("2199-12-31")));
}

TEST_CASE("roster: a later entry replaces a person whole, a voided one counts for nothing") {
  std::vector<Entry> entries = {
      said(1, "room", {{"id", "r1"}, {"name", "lama"}}),
      said(2, "room", {{"id", "r1"}, {"name", "baru"}}),
  };
  CHECK(fold_roster(entries).room("r1")->name == "baru");
  CHECK(fold_roster(entries).rooms.size() == 1);

  Entry gone = said(3, "room", {});
  gone.correction = Correction::voids;
  gone.target = 2;
  entries.push_back(gone);
  CHECK(fold_roster(entries).room("r1")->name == "lama");

  Entry amended = said(4, "room", {{"id", "r9"}, {"name", "lain"}});
  amended.correction = Correction::amends;
  amended.target = 1;
  entries.push_back(amended);
  CHECK(fold_roster(entries).room("r1") == nullptr);
  CHECK(fold_roster(entries).room("r9") != nullptr);

  Entry back = said(5, "room", {});
  back.correction = Correction::voids;
  back.target = 4;
  entries.push_back(back);
  CHECK(fold_roster(entries).room("r9") == nullptr);
  CHECK(fold_roster(entries).room("r1")->name == "lama");
}

TEST_CASE("roster: a day that cannot be read opens no post and no certificate") {
  const Roster roster = fold_roster({
      said(1, "officer", {{"id", "x"}}, {{{"role", "mk"}, {"from", "kemarin"}}, {{"role", "admin"}}}),
      said(2, "mediator", {{"id", "m"}}),
  });
  CHECK_FALSE(holds(*roster.officer("x"), "mk", parsed_day("2199-01-01")));
  CHECK_FALSE(holds(*roster.officer("x"), "admin", parsed_day("2199-01-01")));
  CHECK_FALSE(valid_on(*roster.mediator("m"), parsed_day("2199-01-01")));
}
