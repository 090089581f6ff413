// csv_oracle SEED TABLES: random sheets, well and badly written, through our reader and through libcsv in its strict
// mode. Both must read the same rows; what libcsv cannot read must be a complaint of ours.
#include <cstdlib>
#include <string>
#include <vector>

#include <csv.h>
#include <fmt/core.h>

#include "action/csv_rows.h"
#include "base/text.h"
#include "support/random_act.h"
#include "support/rows.h"

namespace {

using namespace mediasi;
using namespace mediasi::testing;
using Texts = std::vector<std::string>;

constexpr std::size_t columns = 3;

struct Theirs {
  std::vector<Texts> rows;
  Texts row;
  bool failed = false;
};

void end_cell(void *text, std::size_t size, void *data) {
  static_cast<Theirs *>(data)->row.emplace_back(static_cast<const char *>(text), size);
}

void end_row(int, void *data) {
  auto &theirs = *static_cast<Theirs *>(data);
  theirs.rows.push_back(std::move(theirs.row));
  theirs.row.clear();
}

Theirs read_theirs(const std::string &text, char delimiter) {
  Theirs theirs;
  csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  const auto no_blanks = [](unsigned char) { return 0; }; // libcsv would take blanks off a cell
  csv_set_space_func(&parser, no_blanks);
  theirs.failed = csv_parse(&parser, text.data(), text.size(), end_cell, end_row, &theirs) != text.size() ||
                  csv_fini(&parser, end_cell, end_row, &theirs) != 0;
  csv_free(&parser);
  return theirs;
}

std::string some(Dice &dice, const Texts &pieces, std::size_t most) {
  std::string text;
  for (std::size_t left = dice.below(most + 1); left > 0; --left)
    text += pieces[dice.below(pieces.size())];
  return text;
}

std::string written(Dice &dice, const std::string &cell, char delimiter) {
  const bool must_quote =
      cell.find_first_of("\"\r\n") != std::string::npos || cell.find(delimiter) != std::string::npos;
  if (!must_quote && !dice.in(20))
    return cell;
  std::string quoted = "\"";
  for (const char c : cell)
    quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

// a heading and some rows: as a careful program writes them, or noise of the same letters
std::string sheet(Dice &dice, char delimiter, bool noise) {
  const std::string part(1, delimiter);
  const std::string end = Texts{"\n", "\r\n", "\r"}[dice.below(3)];
  std::string text = "a" + part + "b" + part + "c" + end;
  if (noise)
    return text + some(dice, {"x", "y", part, part, "\"", "\"\"", end}, 40);
  const Texts pieces = {"x", "0", " ", ",", ";", "\t", "\"", "\n", "\r\n", "\u00e9", "\U0001D11E", "'", "="};
  for (std::size_t rows = dice.below(6); rows > 0; --rows) {
    for (std::size_t column = 0; column < columns; ++column)
      text += (column > 0 ? part : "") + written(dice, some(dice, pieces, 8), delimiter);
    text += rows > 1 || dice.in(80) ? end : "";
  }
  return text;
}

bool is_empty(const Texts &row) { // nothing but blanks: passed over
  return std::all_of(row.begin(), row.end(), [](const std::string &cell) { return trim(cell).empty(); });
}

// "" where both agree
std::string difference(const Theirs &theirs, const Sheet &ours) {
  if (theirs.failed)
    return ours.problems.empty() ? "libcsv refuses what we take" : "";
  std::vector<Texts> good;
  std::size_t bad = 0;
  for (std::size_t at = 1; at < theirs.rows.size(); ++at) // the heading is not among ours
    if (!is_empty(theirs.rows[at])) {
      if (theirs.rows[at].size() == columns)
        good.push_back(theirs.rows[at]);
      else
        ++bad;
    }
  if (bad != ours.problems.size())
    return fmt::format("{} complaints in place of {}", ours.problems.size(), bad);
  return good == ours.texts() ? "" : "other rows";
}

} // namespace

int main(int count, char **words) {
  if (count != 3)
    return 2;
  Dice dice(std::strtoull(words[1], nullptr, 10));
  long refused = 0;
  const long tables = std::atol(words[2]);
  for (long table = 0; table < tables; ++table) {
    const char delimiter = ",;\t"[dice.below(3)];
    const std::string text = sheet(dice, delimiter, dice.in(50));
    const auto theirs = read_theirs(text, delimiter);
    const auto what = difference(theirs, read_sheet<CsvRows>(text, 1 + dice.below(64)));
    if (!what.empty()) {
      fmt::print("table {}: {}\n{}\n", table, what, text);
      return 1;
    }
    refused += theirs.failed ? 1 : 0;
  }
  fmt::print("{} tables alike, {} of them refused by both\n", tables, refused);
  return refused > tables / 100 ? 0 : 1; // else the noise is none
}
