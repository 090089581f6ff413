#include "support/rows.h"
#include "action/csv_rows.h"
#include "action/json_rows.h"
#include "base/utf8.h"
#include "fuzz/targets.h"

namespace mediasi::testing {

namespace {

// what was read, as one text
template <typename Rows> std::string read_all(std::string_view text, std::size_t size) {
  std::string all;
  try {
    Rows rows(in_pieces(text, size), "sheet");
    SheetRow row;
    while (rows.next(row)) {
      all += std::to_string(row.number) + ' ' + std::to_string(row.line) + ' ' + std::to_string(row.byte) + '\n';
      for (const auto &cell : row.cells) {
        must(!row.problems.empty() || (is_utf8(cell.text) && cell.text.find('\0') == std::string::npos),
             "what a row says is text");
        all += cell.name + '=' + cell.text + (cell.number ? " n" : "") + (cell.list ? " l" : "") + '\n';
      }
      for (const auto &problem : row.problems) {
        must(problem.place.row == row.number, "a complaint names its row");
        all += code_text(problem.code) + problem.message + problem.place.field + '\n';
      }
    }
  } catch (const Error &error) { // a heading that cannot be read
    all += error.what();
  }
  return all;
}

template <typename Rows> void check(std::string_view text, std::size_t size) {
  must(read_all<Rows>(text, size) == read_all<Rows>(text, text.size() + 1), "pieces make no difference");
}

// A cell and its neighbours as a careful program writes them come back as they were.
void check_round_trip(std::string_view text) {
  const std::string cell(text);
  if (cell.empty() || !is_utf8(cell) || cell.find('\0') != std::string::npos)
    return;
  std::string quoted;
  for (const char c : cell)
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  const std::string sheet = "a;b;c\r\n\"" + quoted + "\";0012;\"" + quoted + "\"\r\n";
  CsvRows rows(in_pieces(sheet, sheet.size()), "sheet");
  SheetRow row;
  must(rows.next(row) && row.problems.empty() && row.cells.size() == 3, "a written row is read");
  must(row.cells[0].text == cell && row.cells[1].text == "0012" && row.cells[2].text == cell,
       "a written cell is read as it was");
  must(!rows.next(row), "one row is one row");
}

} // namespace

// The first byte says which kind, the second in pieces of how many bytes it is read.
void fuzz_rows(std::string_view bytes) {
  if (bytes.size() < 2)
    return;
  const std::size_t size = 1 + static_cast<unsigned char>(bytes[1]);
  const std::string_view text = bytes.substr(2);
  if (bytes.front() == 'j') {
    check<JsonRows>(text, size);
  } else {
    check<CsvRows>(text, size);
    check_round_trip(text);
  }
}

} // namespace mediasi::testing
