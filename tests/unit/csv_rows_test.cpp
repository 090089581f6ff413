// Sheets as they come. The tables of csv-spectrum (npm, 2.0.0, BSD-2-Clause) are told again here by their meaning.
#include "action/csv_rows.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/rows.h"

using namespace mediasi;
using namespace mediasi::testing;

namespace {

Sheet csv(std::string_view text, std::size_t piece = 1U << 20U) {
  return read_sheet<CsvRows>(text, piece);
}

using RowTexts = std::vector<std::vector<std::string>>;

struct GoodSheet {
  const char *what;
  std::string text;
  std::vector<std::string> heading;
  RowTexts rows;
};

struct BadSheet {
  const char *what;
  std::string text;
  Code code;
  int row, line, column; // 0: of the row as a whole
  std::string field;
};

} // namespace

TEST_CASE("Sheets are read as they are written") {
  const std::vector<GoodSheet> sheets = {
      {"a comma in quotes",
       "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123",
       {"first", "last", "address", "city", "zip"},
       {{"John", "Doe", "120 any st.", "Anytown, WW", "08123"}}},
      {"empty cells", "a,b,c\n1,\"\",\"\"\n2,3,4", {"a", "b", "c"}, {{"1", "", ""}, {"2", "3", "4"}}},
      {"empty cells, CRLF", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4", {"a", "b", "c"}, {{"1", "", ""}, {"2", "3", "4"}}},
      {"quotes in quotes", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", {"a", "b"}, {{"1", "ha \"ha\" ha"}, {"3", "4"}}},
      {"JSON in a cell",
       "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
       {"key", "val"},
       {{"1", R"({"type": "Point", "coordinates": [102.0, 0.5]})"}}},
      {"a line break in quotes",
       "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
       {"a", "b", "c"},
       {{"1", "2", "3"}, {"Once upon \na time", "5", "6"}, {"7", "8", "9"}}},
      {"CRLF in quotes stays",
       "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
       {"a", "b", "c"},
       {{"1", "2", "3"}, {"Once upon \r\na time", "5", "6"}, {"7", "8", "9"}}},
      {"quotes and line breaks",
       "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
       {"a", "b"},
       {{"1", "ha \n\"ha\" \nha"}, {"3", "4"}}},
      {"the simplest", "a,b,c\n1,2,3\n", {"a", "b", "c"}, {{"1", "2", "3"}}},
      {"the simplest, CRLF", "a,b,c\r\n1,2,3\r\n", {"a", "b", "c"}, {{"1", "2", "3"}}},
      {"UTF-8", "a,b,c\n1,2,3\n4,5,\u02A4", {"a", "b", "c"}, {{"1", "2", "3"}, {"4", "5", "\u02A4"}}},
      // and what spreadsheets do besides
      {"semicolons", "ref;nik\n01;0012\n", {"ref", "nik"}, {{"01", "0012"}}},
      {"tabs", "ref\tnik\n01\t0012\n", {"ref", "nik"}, {{"01", "0012"}}},
      {"a comma in a heading of semicolons", "ref;\"a, b, c\"\n1;2\n", {"ref", "a, b, c"}, {{"1", "2"}}},
      {"sep= wins", "sep=;\r\na,b;c\r\n1;2\r\n", {"a,b", "c"}, {{"1", "2"}}},
      {"sep= in quotes", "\"sep=\t\"\na\tb\n1\t2\n", {"a", "b"}, {{"1", "2"}}},
      {"a mark and sep=", "\xEF\xBB\xBFSEP=,\na,b\n1,2\n", {"a", "b"}, {{"1", "2"}}},
      {"a byte order mark", "\xEF\xBB\xBFref,b\n1,2\n", {"ref", "b"}, {{"1", "2"}}},
      {"CR alone", "a,b\r1,2\r3,4", {"a", "b"}, {{"1", "2"}, {"3", "4"}}},
      {"a CR in quotes", "a,b\r\"1\r1\",2\r", {"a", "b"}, {{"1\r1", "2"}}},
      {"one column", "a\n1\n2\n", {"a"}, {{"1"}, {"2"}}},
      {"blanks stay", "a , b\n 1, 2 \n", {"a", "b"}, {{" 1", " 2 "}}},
      {"rows of nothing are passed over", "a,b\n\n1,2\n,\n\n3,4\n\n", {"a", "b"}, {{"1", "2"}, {"3", "4"}}},
      {"an empty column without a heading", "a,,b\n1,,2\n", {"a", "", "b"}, {{"1", "", "2"}}},
      {"only a heading", "a,b\n", {"a", "b"}, {}},
  };
  for (const auto &sheet : sheets)
    for (const std::size_t piece : {1U, 2U, 7U, 1U << 20U}) {
      CAPTURE(sheet.what);
      CAPTURE(piece);
      const auto read = csv(sheet.text, piece);
      CHECK(read.heading == sheet.heading);
      CHECK(read.problems.empty());
      CHECK(read.texts() == sheet.rows);
    }
}

TEST_CASE("A row that cannot be read is named by row, line and column, and the next one is read") {
  const std::string nul("a,b\n1,x\0y\n3,4\n", 14);
  const std::vector<BadSheet> sheets = {
      // csv-spectrum calls this one good, and its own expected answer is another number
      {"a quote in the middle of a cell", "a,b\n1,2'37\"N\n3,4\n", Code::bad_sheet, 2, 2, 7, "b"},
      {"text after the closing quote", "a,b\n1,\"2\"x\n3,4\n", Code::bad_sheet, 2, 2, 6, "b"},
      {"a blank before the quote", "a,b\n1, \"2\"\n3,4\n", Code::bad_sheet, 2, 2, 4, "b"},
      {"one cell too few", "a,b\n1\n3,4\n", Code::bad_sheet, 2, 2, 0, ""},
      {"one cell too many", "a,b\n1,2,3\n3,4\n", Code::bad_sheet, 2, 2, 0, ""},
      {"another delimiter", "a,b\n1;2\n3,4\n", Code::bad_sheet, 2, 2, 0, ""},
      {"a cell under no heading", "a,,b\n1,x,2\n3,,4\n", Code::bad_sheet, 2, 2, 0, "2"},
      {"NUL", nul, Code::bad_encoding, 2, 2, 4, "b"},
      {"Latin-1", "a,b\n1,Andr\xE9\n3,4\n", Code::bad_encoding, 2, 2, 0, "b"},
      {"an overlong sequence", "a,b\n1,\xC0\xAF\n3,4\n", Code::bad_encoding, 2, 2, 0, "b"},
      {"a surrogate", "a,b\n\xED\xA0\x80,2\n3,4\n", Code::bad_encoding, 2, 2, 0, "a"},
      {"a sequence cut off", "a,b\n1,\xE2\x82\n3,4\n", Code::bad_encoding, 2, 2, 0, "b"},
      {"after a row of several lines", "a,b\n\"1\n1\",2\n3,4\n5,6,7\n3,4\n", Code::bad_sheet, 4, 5, 0, ""},
      {"a heading that may be a name", "Contoh Nama,b\n\xFF,2\n3,4\n", Code::bad_encoding, 2, 2, 0, "1"},
      {"a row too large", "a,b\n1," + std::string(most_row_bytes, 'x') + "\n3,4\n", Code::too_large, 2, 2, 0, ""},
      {"too many cells", "a,b\n1" + std::string(5000, ',') + "\n3,4\n", Code::too_large, 2, 2, 0, ""},
  };
  for (const auto &sheet : sheets) {
    CAPTURE(sheet.what);
    const auto read = csv(sheet.text);
    REQUIRE(read.problems.size() == 1);
    const auto &place = read.problems.front().place;
    CHECK(code_text(read.problems.front().code) == code_text(sheet.code));
    CHECK(place.row == sheet.row);
    CHECK(place.line == sheet.line);
    CHECK(place.column == sheet.column);
    CHECK(place.field == sheet.field);
    CHECK(read.texts().back().front() == "3"); // the last row is whole, whatever came before
  }
}

TEST_CASE("Quotes that are never closed are told with the line they were opened in") {
  const auto read = csv("a,b\n1,2\n3,\"4\n5,6\n");
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems.front().place.row == 3);
  CHECK(read.problems.front().hint.find("3") != std::string::npos);
  CHECK(read.texts() == RowTexts{{"1", "2"}});
}

TEST_CASE("A sheet without a heading to go by is refused as a whole") {
  const std::vector<std::pair<std::string, Code>> sheets = {
      {"", Code::bad_sheet},
      {"\n1,2\n", Code::bad_sheet},
      {"\xEF\xBB\xBF", Code::bad_sheet},
      {"sep=;\n", Code::bad_sheet},
      {"sep=|\na|b\n", Code::bad_sheet},
      {"sep=\na,b\n", Code::bad_sheet},
      {"\xFF\xFE"
       "a\0",
       Code::bad_sheet},
      {"\xFE\xFF\0a", Code::bad_sheet},
      {"a,b,a\n1,2,3\n", Code::duplicate_name},
      {"a,b, a\n1,2,3\n", Code::duplicate_name},
      {"a,\"b\n1,2\n", Code::bad_sheet},
      {"a,b\xFF\n1,2\n", Code::bad_encoding},
      {std::string(1500, ',') + "\n", Code::too_large},
      {"a," + std::string(most_row_bytes, 'b') + "\n", Code::too_large},
  };
  for (const auto &sheet : sheets) {
    CAPTURE(sheet.first.substr(0, 20));
    CHECK(code_text(csv(sheet.first).refused) == code_text(sheet.second));
  }
}

TEST_CASE("A complaint repeats nothing of a cell") {
  const auto read = csv("name,b\nContoh Rahasia\"x,\"Contoh Rahasia\"y\nContoh Rahasia\n");
  CHECK(read.problems.size() == 3);
  for (const auto &problem : read.problems)
    CHECK((problem.message + problem.hint + problem.place.excerpt).find("Rahasia") == std::string::npos);
}

TEST_CASE("A row is kept as it came, with where each of its cells begins") {
  const std::string text = "a;b\r\n1;\"x; \"\"y\"\"\"\r\n2;z\"\"z\n3;\"p\r\nq\"\r\n4;\"never closed\r\n5";
  const std::vector<std::string> raw = {"1;\"x; \"\"y\"\"\"", "2;z\"\"z", "3;\"p\r\nq\"", "4;\"never closed\r\n5"};
  for (const std::size_t piece : {1U, 3U, 1000U}) {
    CsvRows rows(in_pieces(text, piece), "sheet");
    SheetRow row;
    for (const auto &expected : raw) {
      REQUIRE(rows.next(row));
      CHECK(row.raw == expected);
      REQUIRE(row.cells.size() == 2);
      CHECK(row.cells[0].at == 0);
      CHECK(row.cells[1].at == 2);
    }
    CHECK_FALSE(rows.next(row));
  }
}

TEST_CASE("What a file of refused rows adds is no heading too many") {
  const auto heading = [](std::size_t columns) {
    std::string text = "_row,_code,_column,_reason";
    for (std::size_t i = 0; i < columns; ++i)
      text += ",c" + std::to_string(i);
    return text + "\n";
  };
  CHECK(csv(heading(1000)).refused == Code{});
  CHECK(csv(heading(1001)).refused == Code::too_large);
}

TEST_CASE("A sheet of any length takes the same memory") {
  std::size_t given = 0, most = 0;
  constexpr std::size_t rows = 200'000;
  const std::string line = "0012,Contoh\n";
  const ReadBytes endless = [&](std::span<char> room) {
    std::string piece;
    for (; piece.size() + line.size() <= room.size() && given < rows; ++given)
      piece += line;
    most = std::max(most, room.size());
    std::copy(piece.begin(), piece.end(), room.begin());
    return piece.size();
  };
  CsvRows sheet(endless, "sheet");
  SheetRow row;
  std::size_t seen = 1;
  while (sheet.next(row))
    ++seen;
  CHECK(seen == rows);
  CHECK(row.byte == (rows - 1) * line.size());
  CHECK(most <= 16 * 1024);
}
