// The national identity number: what its structure forbids, and what it may contradict.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "base/file.h"
#include "model/nik.h"
#include "model/regions.h"

using namespace mediasi;

namespace {

using NikWords = std::vector<std::string>;

NikBeside beside(std::string_view birth, std::string_view sex = "", std::string_view age_group = "") {
  return {.birth = birth.empty() ? PartialDate{} : parse_partial_date(birth).value(),
          .day_is_sealed = false,
          .sex = sex,
          .age_group = age_group,
          .today = parse_date("2026-03-02").value()};
}

NikWords against(std::string_view nik, const NikBeside &known) {
  return nik_against(parts_of_nik(nik).value(), known);
}

const Regions &shipped_regions() {
  static const auto file = [](const char *name) {
    return read_whole(std::string(MEDIASI_SOURCE_DIR) + "/share/regions/" + name, 2U << 20U);
  };
  static const Regions regions(file("provinces.csv"), file("regencies.csv"), file("districts.csv"));
  return regions;
}

} // namespace

TEST_CASE("nik: no structure that cannot be is taken, and none is said again") {
  constexpr std::array bad{
      "",
      "357501550514999",
      "35750155051499911",
      "3575O15505149991",
      "3575 0155 0514 9991",
      "-575015505149991",
      "0000000000000000",
      "1075015505149991",
      "2275015505149991",
      "9875015505149991",
      "3575010005149991",
      "3575013205149991",
      "3575014005149991",
      "3575017205149991",
      "3575018005149991",
      "3575015500149991",
      "3575015513149991",
      "3575013002149991",
      "3575012902139991",
      "3575017002149991",
      "3575016902139991",
      "3575013104149991",
      "3575017106149991",
      "3575015505140000",
  };
  for (const std::string text : bad) {
    CAPTURE(text);
    const auto checked = check_nik(text);
    CHECK_FALSE(checked.complaint.empty());
    CHECK_FALSE(checked.hint.empty());
    CHECK(checked.value.empty());
    if (!text.empty())
      CHECK(checked.complaint.find(text) == std::string::npos);
    CHECK_FALSE(parts_of_nik(text).has_value());
  }
}

TEST_CASE("nik: what may be is taken as it stands") {
  for (const std::string text : {"3575015505149991", "3575012902129991", "3575012902000001", "3575016902009999",
                                 "1101013112990001", "9771017112990001", " 3575015505149991 "}) {
    CAPTURE(text);
    CHECK(check_nik(text).complaint.empty());
  }
  CHECK(check_nik(" 3575015505149991 ").value == "3575015505149991");
}

TEST_CASE("nik: its parts, forty days more for women") {
  const auto woman = parts_of_nik("3575015505149991").value();
  CHECK(woman.province == "35");
  CHECK(woman.district == "357501");
  CHECK(woman.female);
  CHECK(woman.day == 15);
  CHECK(woman.month == 5);
  CHECK(woman.year == 14);
  const auto man = parts_of_nik("3575021103149992").value();
  CHECK_FALSE(man.female);
  CHECK(man.day == 11);
}

TEST_CASE("nik: it contradicts a birth date or a sex, each by itself") {
  struct Row {
    std::string_view birth, sex;
    NikWords found;
  };
  const std::vector<Row> rows{
      {"2014-05-15", "female", {}},
      {"1914-05-15", "female", {}}, // the recorded date chooses the century
      {"2014-05", "female", {}},    // what is not known is not compared
      {"2014", "", {}},
      {"", "", {}},
      {"2014-05-16", "female", {"birth"}},
      {"2014-06-15", "female", {"birth"}},
      {"2013-05-15", "female", {"birth"}},
      {"2014-06", "female", {"birth"}},
      {"2015", "female", {"birth"}},
      {"2014-05-15", "male", {"sex"}},
      {"2013-05-15", "male", {"birth", "sex"}},
      {"", "male", {"sex"}},
  };
  for (const auto &row : rows) {
    CAPTURE(row.birth);
    CAPTURE(row.sex);
    CHECK(against("3575015505149991", beside(row.birth, row.sex)) == row.found);
  }
}

TEST_CASE("nik: the 29th of February in the year 00 is a day of 2000 and none of 1900") {
  CHECK(against("3575012902000001", beside("2000-02-29", "male")).empty());
  CHECK(against("3575012902000001", beside("1900-02-28", "male")) == NikWords{"birth"});
  CHECK(against("3575012902000001", beside("", "", "adult")).empty()); // 26 years old: only 2000 can be meant
  CHECK(against("3575012902000001", beside("", "", "child")) == NikWords{"birth"});
}

TEST_CASE("nik: without a date an estimate is compared in every century that makes a living person") {
  CHECK(against("3575015505149991", beside("", "", "child")).empty());
  CHECK(against("3575015505149991", beside("", "", "adult")).empty());              // born 1914: 111 years old
  CHECK(against("3575015505059991", beside("", "", "child")) == NikWords{"birth"}); // 20, or 120
  CHECK(against("3575015505809991", beside("", "", "child")) == NikWords{"birth"}); // 1980, or a day to come
  CHECK(against("3575015505809991", beside("", "", "adult")).empty());
  CHECK(against("3575015505269991", beside("", "", "child")) == NikWords{"birth"}); // 2026-05-15 is still to come
}

TEST_CASE("nik: a day sealed earlier is not compared, and is said so only where nothing else is wrong") {
  auto known = beside("2014-05", "female");
  known.day_is_sealed = true;
  CHECK(against("3575015505149991", known) == NikWords{"not_compared"});
  known.sex = "male";
  CHECK(against("3575015505149991", known) == NikWords{"sex"});
}

TEST_CASE("regions: the shipped table knows names by code, with or without dots") {
  const auto &regions = shipped_regions();
  CHECK(regions.size() > 7000);
  CHECK(regions.name("35") == "JAWA TIMUR");
  CHECK(regions.name("35.75") == regions.name("3575"));
  CHECK(regions.name("3575").find("PASURUAN") != std::string::npos);
  for (const auto *code : {"357501", "357502", "357503", "357504", "35.75.01"}) {
    CAPTURE(code);
    CHECK(regions.knows(code));
  }
  for (const auto *code :
       {"", "3", "357", "35750", "3575011", "357599", "990000", "00", "35-75", "Gadingrejo", "35.75.0x"}) {
    CAPTURE(code);
    CHECK_FALSE(regions.knows(code));
  }
}

TEST_CASE("regions: every district has its regency and its province") {
  const auto districts = read_whole(std::string(MEDIASI_SOURCE_DIR) + "/share/regions/districts.csv", 2U << 20U);
  int orphans = 0;
  std::size_t at = districts.find('\n') + 1;
  for (auto end = districts.find('\n', at); end != std::string::npos; end = districts.find('\n', at)) {
    const auto code = region_code(districts.substr(at, districts.find(',', at) - at));
    orphans += shipped_regions().knows(code.substr(0, 2)) && shipped_regions().knows(code.substr(0, 4)) &&
                       shipped_regions().knows(code)
                   ? 0
                   : 1;
    at = end + 1;
  }
  CHECK(orphans == 0);
}

TEST_CASE("regions: broken lines name nothing") {
  const Regions regions("code,name\n11,ACEH\n\nxx,NOWHERE\n1,SHORT", "code,province_code,name\r\n11.01,11,SATU\r\n",
                        "");
  CHECK(regions.size() == 2);
  CHECK(regions.name("1101") == "SATU");
}
