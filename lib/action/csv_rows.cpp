#include "action/csv_rows.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

namespace mediasi {

namespace {

constexpr std::string_view delimiters = ",;\t"; // where as many of several stand, the first
constexpr std::size_t usual_heading = 64 * 1024;

Error no_sheet(const std::string &file, int line, std::string message, std::string hint) {
  return Error(Problem{.code = Code::bad_sheet,
                       .message = std::move(message),
                       .hint = std::move(hint),
                       .place = {.file = file, .line = line}});
}

// The delimiter that parts most cells of the first row; text may go on after it.
char delimiter_of(std::string_view text) {
  std::array<std::size_t, delimiters.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (!quoted && (c == '\n' || c == '\r'))
      break;
    const auto which = delimiters.find(c);
    if (c == '"')
      quoted = !quoted;
    else if (!quoted && which != std::string_view::npos)
      ++counts[which];
  }
  return delimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

bool is_empty(const SheetRow &row) {
  return row.problems.empty() &&
         std::all_of(row.cells.begin(), row.cells.end(), [](const SheetCell &cell) { return trim(cell.text).empty(); });
}

} // namespace

CsvRows::CsvRows(ReadBytes read, std::string file) : bytes_(std::move(read)), file_(std::move(file)) {
  const auto begin = bytes_.ahead(byte_order_mark.size());
  if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF"))
    throw no_sheet(file_, 1, say("the file is UTF-16"), say("save the sheet as 'CSV UTF-8'"));
  marked_ = begin.starts_with(byte_order_mark);
  if (marked_)
    bytes_.skip(byte_order_mark.size());
  delimiter_ = delimiter_of(bytes_.ahead(usual_heading));
  skip_separator_line();
  read_heading();
}

// "sep=;", alone on the first line, is Excel's word for what parts the cells
void CsvRows::skip_separator_line() {
  constexpr std::string_view word = "sep=";
  std::string_view line = bytes_.ahead(16);
  line = line.substr(0, line.find_first_of("\r\n"));
  const bool quoted = line.size() > 2 && line.front() == '"' && line.back() == '"';
  const std::string_view said = quoted ? line.substr(1, line.size() - 2) : line;
  if (said.size() < word.size() || folded(said.substr(0, word.size())) != word)
    return;
  if (said.size() != word.size() + 1 || delimiters.find(said.back()) == std::string_view::npos)
    throw no_sheet(file_, 1, say("'{}' names no comma, semicolon or tab", word), say("save the sheet again as CSV"));
  delimiter_ = said.back();
  separated_ = true;
  bytes_.skip(line.size());
  while (bytes_.peek() != SheetBytes::end && !take_line_end(bytes_.take())) {
  }
}

void CsvRows::read_heading() {
  SheetRow row;
  if (bytes_.peek() == SheetBytes::end)
    throw no_sheet(file_, 1, say("the file is empty"), say("a heading and rows (CSV), or one JSON object a line"));
  if (!read_record(row) || is_empty(row))
    throw no_sheet(file_, line_, say("the sheet has no heading"), say("the first row names the columns"));
  throw_if_any(row.problems);
  check_headings(row);
  throw_if_any(std::move(row.problems));
}

void CsvRows::check_headings(SheetRow &row) {
  std::set<std::string> known;
  std::size_t complaints = 0;
  for (const SheetCell &cell : row.cells) {
    heading_.emplace_back(trim(cell.text));
    complaints += is_complaint_column(heading_.back()) ? 1U : 0U;
    if (!heading_.back().empty() && !known.insert(folded(heading_.back())).second)
      complain(row, Code::duplicate_name, of(row, heading_.size() - 1), say("two columns have the same heading"),
               say("give each column a name of its own"));
  }
  most_cells_ = most_columns + complaints;
  check_cells(row);
}

bool CsvRows::next(SheetRow &row) {
  do {
    row.problems.clear();
    if (!read_record(row))
      return false;
    check_count(row);
  } while (is_empty(row));
  return true;
}

// One row: the bytes up to a line's end outside quotes.
bool CsvRows::read_record(SheetRow &row) {
  if (endless_ || bytes_.peek() == SheetBytes::end)
    return false;
  nul_ = false;
  row.number = ++row_;
  row.line = line_;
  row.byte = bytes_.taken();
  row.raw.clear();
  row.cells.reserve(heading_.size());
  cells_ = size_ = 0;
  part(row);
  In in = In::start;
  for (;;) {
    const int byte = bytes_.take();
    endless_ = bytes_.taken() - row.byte > endless_row;
    if (byte == SheetBytes::end || endless_)
      break;
    if (take_line_end(byte) && in != In::quotes) {
      if (byte == '\n' && row.raw.ends_with('\r'))
        row.raw.pop_back();
      break;
    }
    if (size_ <= most_row_bytes)
      row.raw += static_cast<char>(byte);
    in = take_in(row, in, byte);
  }
  if (in == In::quotes)
    complain(row, Code::bad_sheet, here(row), say("the quotes of a cell are never closed"),
             say("close them; the row begins in line {}", row.line));
  if (cells_ < row.cells.size())
    row.cells.resize(cells_);
  if (size_ > most_row_bytes) {
    row.raw.clear();
    complain(row, Code::too_large, of(row, {}), say("the row is larger than {} bytes", most_row_bytes),
             say("look at its quotes: one may not be closed"));
  }
  check_cells(row);
  return true;
}

// Counts lines and characters; true at the end of a line, of which nothing is left then, unless it stands in quotes:
// there the caller puts it into the cell as it is.
bool CsvRows::take_line_end(int byte) {
  const bool ends = byte == '\n' || (byte == '\r' && bytes_.peek() != '\n');
  if (ends) {
    ++line_;
    character_ = 0;
  } else if ((byte & 0xC0) != 0x80) {
    ++character_;
  }
  return ends;
}

// What a byte means depends on where in a cell it stands. After a mistake the row is read on as if the quote were text.
CsvRows::In CsvRows::take_in(SheetRow &row, In in, int byte) {
  const bool before_line_end = byte == '\r' && bytes_.peek() == '\n';
  if (in == In::quotes) {
    if (byte == '"')
      return In::after_quote;
    put(row, byte);
    return in;
  }
  if (in == In::after_quote && byte == '"') {
    put(row, byte);
    return In::quotes;
  }
  if (before_line_end)
    return in;
  if (byte == delimiter_) {
    part(row);
    return In::start;
  }
  if (in == In::start && byte == '"')
    return In::quotes;
  if (in == In::after_quote || byte == '"')
    complain(row, Code::bad_sheet, here(row), say("a quote stands in the middle of a cell"),
             say("put the whole cell between quotes, and write each quote in it twice"));
  put(row, byte);
  return In::plain;
}

void CsvRows::put(SheetRow &row, int byte) {
  if (++size_ > most_row_bytes || cells_ > most_cells_)
    return; // said at the end of the row
  if (byte == '\0' && !nul_)
    complain(row, Code::bad_encoding, here(row), say("a NUL byte stands in the file"),
             say("save the file as UTF-8 text"));
  nul_ = nul_ || byte == '\0';
  row.cells[cells_ - 1].text += static_cast<char>(byte);
}

// begins a cell
void CsvRows::part(SheetRow &row) {
  ++size_;
  ++cells_;
  if (cells_ > most_cells_)
    return;
  if (cells_ > row.cells.size())
    row.cells.emplace_back();
  SheetCell &cell = row.cells[cells_ - 1];
  cell.text.clear();
  cell.at = row.raw.size();
  if (cells_ > heading_.size())
    cell.name.clear();
  else if (cell.name != heading_[cells_ - 1])
    cell.name = heading_[cells_ - 1];
}

void CsvRows::check_cells(SheetRow &row) const {
  if (cells_ > most_cells_)
    complain(row, Code::too_large, of(row, {}), say("the row has more than {} cells", most_columns),
             say("look at its quotes: one may not be closed"));
  for (std::size_t at = 0; at < row.cells.size(); ++at)
    if (!is_utf8(row.cells[at].text))
      complain(row, Code::bad_encoding, of(row, at), say("a text is not valid UTF-8"),
               say("save the sheet as 'CSV UTF-8'"));
}

void CsvRows::check_count(SheetRow &row) const {
  if (is_empty(row))
    return;
  if (cells_ != heading_.size() && cells_ <= most_cells_)
    complain(
        row, Code::bad_sheet, of(row, {}), say("the row has {} cells, the heading {}", cells_, heading_.size()),
        say("a cell that holds '{}' stands between quotes", delimiter_ == '\t' ? "\\t" : std::string(1, delimiter_)));
  for (std::size_t at = 0; at < std::min(row.cells.size(), heading_.size()); ++at)
    if (heading_[at].empty() && !row.cells[at].text.empty())
      complain(row, Code::bad_sheet, of(row, at), say("a cell stands under no heading"),
               say("name its column in the first row"));
}

// A heading may be a row of data by mistake, so not every one is said again.
std::string CsvRows::name_of(std::size_t cell) const {
  const std::string name = cell < heading_.size() ? repeatable(heading_[cell]) : "";
  return name.empty() || name == "..." ? fmt::format("{}", cell + 1) : name;
}

Place CsvRows::here(const SheetRow &row) const {
  return {.file = file_, .line = line_, .column = character_, .row = row.number, .field = name_of(cells_ - 1)};
}

Place CsvRows::of(const SheetRow &row, std::optional<std::size_t> cell) const {
  return {.file = file_, .line = row.line, .row = row.number, .field = cell ? name_of(*cell) : ""};
}

// one complaint of a kind is enough for a cell
void CsvRows::complain(SheetRow &row, Code code, Place place, std::string message, std::string hint) {
  const bool known = std::any_of(row.problems.begin(), row.problems.end(), [&](const Problem &problem) {
    return problem.code == code && problem.place.field == place.field;
  });
  if (!known)
    row.problems.push_back(
        {.code = code, .message = std::move(message), .hint = std::move(hint), .place = std::move(place)});
}

} // namespace mediasi
