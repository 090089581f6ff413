#include <doctest/doctest.h>

#include "paper/paper.h"

using namespace mediasi;

namespace {

std::string number(const std::string &pattern, int serial, const char *day = "2026-03-02") {
  Paper paper;
  paper.code = "400.2.4";
  mediasi::Office office;
  office.code = "423.115";
  return letter_number(pattern, serial, paper, office, parse_date(day).value());
}

} // namespace

TEST_CASE("numbering: patterns of offices are filled") {
  CHECK(number("{kode}/{nomor}/{unit}/{tahun}", 7) == "400.2.4/007/423.115/2026");
  CHECK(number("{nomor}/{kode}/{unit}/{bulan_romawi}/{tahun}", 12) == "012/400.2.4/423.115/III/2026");
  CHECK(number("460/ {nomor}/ {tahun}", 1234) == "460/ 1234/ 2026");
  CHECK(number("{nomor} TAHUN {tahun}", 301, "2022-12-31") == "301 TAHUN 2022");
  CHECK(number("W27-A6/{nomor}/HM.00/1/{tahun}", 42) == "W27-A6/042/HM.00/1/2026");
  for (const auto *roman : {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}) {
    static unsigned month = 0;
    CHECK(roman_month(++month) == roman);
  }
}

TEST_CASE("numbering: a bad pattern is refused with its place, all faults at once") {
  const Place at{.file = "rules.toml", .line = 41};
  CHECK(check_number_pattern("{kode}/{nomor}/{unit}/{tahun}", at).empty());
  for (const auto *bad :
       {"{nomer}/{nomor}/{tahun}", "{nomor}/{bulan}/{tahun}", "{nomor}/{tahun}/{}", "{ nomor }/{tahun}",
        "{NOMOR}/{tahun}", "{nomor/{tahun}", "{nomor}/{tahun", "nomor}/{nomor}/{tahun}", "{{nomor}}/{tahun}",
        "{kode}/{tahun}", "{nomor}/{unit}", "", "literal", "{nomor}/{tahun}\t", "{nomor}\xE2\x80\xAE{tahun}"}) {
    const auto problems = check_number_pattern(bad, at);
    CAPTURE(bad);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().place.line == 41);
    CHECK_FALSE(problems.front().hint.empty());
    CHECK_THROWS_AS(number(bad, 1), Error);
  }
  CHECK(check_number_pattern("{nomer}/{thn}", at).size() == 4); // two unknown, two missing
  CHECK(check_number_pattern("{nomer}/{nomor}/{tahun}", at).front().hint.find("{nomor}") != std::string::npos);
}

TEST_CASE("numbering: letters that would bear the same numbers are counted together or refused") {
  Standard standard;
  standard.office.code = "423.115";
  const auto paper = [](const char *id, const char *pattern, const char *code, const char *book = "") {
    Paper made;
    made.id = id;
    made.number = pattern;
    made.code = code;
    made.register_name = book;
    return made;
  };
  const auto problems = [&](std::vector<Paper> papers) {
    standard.papers = std::move(papers);
    return check_same_numbers(standard).size();
  };
  const char *pattern = "{kode}/{nomor}/{unit}/{tahun}";
  CHECK(problems({paper("a", pattern, "1"), paper("b", pattern, "1")}) == 1);
  CHECK(problems({paper("a", pattern, "1"), paper("b", "1/{nomor}/423.115/{tahun}", "9")}) == 1);
  CHECK(problems({paper("a", pattern, "1"), paper("b", pattern, "1"), paper("c", pattern, "1")}) == 2);
  CHECK(problems({paper("a", pattern, "1"), paper("b", pattern, "1", "a")}) == 0);
  CHECK(problems({paper("a", pattern, "1", "keluar"), paper("b", pattern, "1", "keluar")}) == 0);
  CHECK(problems({paper("a", pattern, "1"), paper("b", pattern, "2")}) == 0);
  CHECK(problems({paper("a", pattern, "1"), paper("b", "{kode}/BA-{nomor}/{unit}/{tahun}", "1")}) == 0);
  CHECK(problems({paper("a", "", ""), paper("b", "", "")}) == 0);               // unnumbered
  CHECK(problems({paper("a", "{nomer}", ""), paper("b", "{nomer}", "")}) == 0); // refused for themselves
}
