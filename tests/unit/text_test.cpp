#include "base/text.h"

#include <array>
#include <utility>

#include <doctest/doctest.h>

using namespace mediasi;
using std::string_view_literals::operator""sv;

TEST_CASE("trim takes blanks off both ends and leaves the middle") {
  CHECK(trim("") == "");
  CHECK(trim(" \t\r\n") == "");
  CHECK(trim(" a b\n") == "a b");
}

TEST_CASE("split keeps empty parts, join puts them back") {
  CHECK(split("", ',') == std::vector<std::string>{""});
  CHECK(split("a,,b,", ',') == std::vector<std::string>{"a", "", "b", ""});
  CHECK(join(split("a,,b,", ','), ",") == "a,,b,");
  CHECK(join({}, ", ").empty());
}

TEST_CASE("an integer is decimal and whole") {
  CHECK(parse_integer("0") == 0);
  CHECK(parse_integer("010") == 10); // never octal
  CHECK(parse_integer("-7") == -7);
  CHECK(parse_integer("9223372036854775807") == INT64_MAX);
  for (std::string_view text : {""sv, " "sv, "-"sv, "+1"sv, " 1"sv, "1 "sv, "1.0"sv, "1e3"sv, "0x10"sv, "1,000"sv,
                                "--1"sv, "nan"sv, "9223372036854775808"sv, "１２"sv, "1\0"sv, "12a"sv}) {
    CAPTURE(text);
    CHECK_FALSE(parse_integer(text));
  }
}

TEST_CASE("normal text is valid UTF-8 without NUL, composed") {
  CHECK(normal_text("") == "");
  CHECK(normal_text("Rene\u0301") == "Ren\u00e9");
  CHECK(normal_text("a\nb") == "a\nb");
  for (std::string_view text :
       {"a\0b"sv, "\xff"sv, "\xc3"sv, "\xc0\xaf"sv, "\xed\xa0\x80"sv, "\xf4\x90\x80\x80"sv, "abc\x80"sv}) {
    CHECK_FALSE(normal_text(text));
  }
}

TEST_CASE("folded text forgets case, marks and width") {
  CHECK(folded("Sit\u00ec MULYAN\uff29\uff21") == "siti mulyania");
  CHECK(folded("STRA\u00dfE") == "strasse");
  CHECK(folded("\xff") == "\xff");
}

TEST_CASE("the nearest known word is at most a third away") {
  const std::vector<std::string> known{"intake", "assess", "schedule", "record", "monitor", "terminate"};
  CHECK(nearest("intkae", known) == "intake");
  CHECK(nearest("Schedul", known) == "schedule");
  CHECK(nearest("recrod", known) == "record");
  CHECK(nearest("asses", known) == "assess");
  CHECK(nearest("monitoring", known) == "monitor");
  for (std::string_view word : {"", "x", "in", "explain", "minute", "tortoise"}) {
    CAPTURE(word);
    CHECK(nearest(word, known).empty());
  }
  CHECK(nearest(std::string(100000, 'a'), known).empty());
  CHECK(nearest("intake", {}).empty());
}

TEST_CASE("display width counts columns") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("Ren\u00e9") == 4);
  CHECK(display_width("Rene\u0301") == 4);
  CHECK(display_width("調停") == 4);
  CHECK(display_width("\xff\xfe") == 2);
}

TEST_CASE("nothing that steers a terminal gets through") {
  CHECK(safe_for_terminal("Ren\u00e9 'x' 調停") == "Ren\u00e9 'x' 調停");
  const std::array<std::pair<std::string_view, std::string_view>, 9> bad{{
      {"a\x1b[31m", "a\\u{1b}[31m"},
      {"a\nb\t", "a\\u{a}b\\u{9}"},
      {"\0"sv, "\\u{0}"},
      {"\x7f", "\\u{7f}"},
      {"\u009b", "\\u{9b}"},
      {"\u202e\u2066", "\\u{202e}\\u{2066}"},
      {"\u2028\u2029", "\\u{2028}\\u{2029}"},
      {"\u200f\u061c", "\\u{200f}\\u{61c}"},
      {"a\xff\xc3", "a\\u{ff}\\u{c3}"},
  }};
  for (const auto &[text, shown] : bad)
    CHECK(safe_for_terminal(text) == shown);
}

TEST_CASE("initials come from the name alone") {
  const std::array<std::pair<std::string_view, std::string_view>, 34> names{{
      {"Siti Aminah binti Ahmad", "S.A.A."},
      {"Ahmad Sutrisno", "A.S."},
      {"Sukarno", "S."},
      {"H. Ahmad Fauzi", "A.F."},
      {"Hj. Siti Aminah", "S.A."},
      {"HJ SITI AMINAH", "S.A."},
      {"Drs. H. Budi Santoso, M.Si.", "B.S."},
      {"Dr. Rina Wati, S.H., M.H.", "R.W."},
      {"dr. Rina Wati Sp.A", "R.W."},
      {"Budi Santoso SH", "B.S."},
      {"Budi Santoso S.Pd", "B.S."},
      {"Budi Santoso S.Pd.I M.Pd.I", "B.S."},
      {"K.H. Abdul Wahid bin Hasyim", "A.W.H."},
      {"Ahmad b. Ali", "A.A."},
      {"Ahmad B. Ali", "A.B.A."},
      {"M. Yusuf", "M.Y."},
      {"M.Yusuf", "M.Y."},
      {"Ny. Tutik", "T."},
      {"Bu Tutik", "T."},
      {"An. Dimas", "D."},
      {"An Nisa", "A.N."},
      {"Ma Sip", "M.S."},
      {"Budi alias Kancil", "B."},
      {"  siti   aminah ", "S.A."},
      {"\u00e9lise o'neil", "\u00c9.O."},
      {"'Aisyah", "A."},
      {"Satu Dua Tiga Empat Lima", "S.D.T.E."},
      {"Haji", "H."},
      {"Ibu", "I."},
      {"", "?"},
      {"   ", "?"},
      {"12345", "?"},
      {"\xff\xfe", "?"},
      {",", "?"},
  }};
  for (const auto &row : names) { // clang 14 cannot capture a structured binding
    CAPTURE(row.first);
    CHECK(initials(row.first) == row.second);
  }
}
