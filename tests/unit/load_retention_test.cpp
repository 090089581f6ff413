// [retention] of a rules file.
#include <doctest/doctest.h>

#include "support/spoiled.h"

using namespace mediasi;
using test::check_each;
using test::load;
using test::small_rules;

namespace {

std::string with_retention() {
  return small_rules() + R"toml(
[retention]
erase_by = ["kepala"]

[[retention.class]]
code = "400.2"
title = "Pelindungan"
of = "any"
active_years = 2
inactive_years = 3
fate = "destroy"
because = "JRA contoh"

[[retention.class]]
code = "400.3"
title = "Anak"
of = "child"
active_years = 0
inactive_years = 100
fate = "permanent"
because = "JRA contoh"

[[retention.reason]]
id = "habis"
title = "Habis"
because = "UU 43/2009"

[[retention.reason]]
id = "putusan"
title = "Putusan"
early = true
because = "Putusan pengadilan"
)toml";
}

} // namespace

TEST_CASE("a retention schedule is read whole, and a file without one is sound") {
  CHECK(load(small_rules()).standard.retention.classes.empty());
  const auto loaded = load(with_retention());
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.warnings.empty());
  const auto &retention = loaded.standard.retention;
  CHECK(retention.erase_by == std::vector<std::string>{"kepala"});
  REQUIRE(retention.classes.size() == 2);
  CHECK(retention.classes[0].active + retention.classes[0].inactive == 5);
  CHECK_FALSE(retention.classes[0].permanent);
  CHECK(retention.classes[1].permanent);
  CHECK_FALSE(retention.reason("habis")->early);
  CHECK(retention.reason("putusan")->early);
  CHECK(retention.reason("bosan") == nullptr);
}

TEST_CASE("what is wrong in a retention schedule is named with its line") {
  check_each(
      {
          {"erase_by = [\"kepala\"]", "erase_by = [\"ketua\"]", Code::unknown_name, "ketua", ""},
          {"erase_by = [\"kepala\"]\n", "", Code::missing_key, "[retention]", "erase_by"},
          {"of = \"any\"", "of = \"anybody\"", Code::not_a_choice, "anybody", "any"},
          {"of = \"any\"\n", "", Code::missing_key, "[[retention.class]]", "of"},
          {"active_years = 2\n", "", Code::missing_key, "[[retention.class]]", "active_years"},
          {"active_years = 2", "active_years = -1", Code::bad_value, "active_years = -1", ""},
          {"inactive_years = 100", "inactive_years = 101", Code::bad_value, "101", ""},
          {"active_years = 2", "active_years = \"2\"", Code::wrong_type, "active_years = \"2\"", ""},
          {"fate = \"destroy\"", "fate = \"musnah\"", Code::not_a_choice, "musnah", ""},
          {"code = \"400.3\"\ntitle = \"Anak\"\nof = \"child\"", "code = \"400.2\"\ntitle = \"Anak\"\nof = \"any\"",
           Code::duplicate_name, "code = \"400.2\"\ntitle = \"Anak\"", ""},
          {"id = \"putusan\"", "id = \"habis\"", Code::duplicate_name, "id = \"habis\"\ntitle = \"Putusan\"", ""},
          {"id = \"habis\"", "id = \"Habis masa\"", Code::bad_value, "Habis masa", ""},
          {"because = \"UU 43/2009\"\n", "", Code::missing_key, "[[retention.reason]]", "because"},
          {"early = true", "early = \"ya\"", Code::wrong_type, "early = \"ya\"", ""},
          {"early = true", "erly = true", Code::unknown_key, "erly", "early"},
      },
      with_retention());
}

TEST_CASE("a schedule that can erase nothing is sound, and deserves a look") {
  const auto loaded = load(small_rules() + "\n[retention]\nerase_by = \"kepala\"\n");
  CHECK(loaded.problems.empty());
  CHECK(loaded.warnings.size() == 2);
}
