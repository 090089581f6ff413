#include "cmd/rejects.h"

#include <algorithm>
#include <array>

#include "action/json_members.h"
#include "action/sheet.h"
#include "base/error.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::size_t written_at_once = 64U << 10U;

using Words = std::array<std::string, complaint_columns.size()>;

// the code of the first; the columns and the words of all, so that a row is mended in one go
Words words_of(const SheetRow &row, const std::vector<Problem> &why) {
  std::vector<std::string> columns, messages;
  for (const auto &one : why) {
    if (!one.place.field.empty() && std::find(columns.begin(), columns.end(), one.place.field) == columns.end())
      columns.push_back(one.place.field);
    messages.push_back(one.message);
  }
  return {std::to_string(row.number), code_text(why.front().code), join(columns, " "), join(messages, "; ")};
}

// RFC 4180: quotes where they are needed
std::string cell_text(std::string_view text, char delimiter) {
  const char special[] = {delimiter, '"', '\r', '\n', ' ', '\t', '\0'};
  if (text.find_first_of(special) == std::string_view::npos)
    return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"')
      out += c;
  }
  return out + '"';
}

std::string heading_of(const SheetFile &like) {
  std::string line;
  for (const auto column : complaint_columns)
    line += (line.empty() ? "" : std::string(1, like.delimiter())) + std::string(column);
  for (const auto &column : like.heading())
    if (!is_complaint_column(column))
      line += like.delimiter() + cell_text(column, like.delimiter());
  return line + "\r\n";
}

// The complaint comes first: where a row has too few cells or too many, none of the others moves. Each of these is
// given back letter by letter, quotes and all, so that a fault stays until somebody mends it.
std::string as_csv(const SheetRow &row, const Words &why, char delimiter) {
  std::string line;
  for (const auto &word : why)
    line += (&word == &why.front() ? "" : std::string(1, delimiter)) + cell_text(word, delimiter);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (is_complaint_column(row.cells[i].name))
      continue;
    const auto begin = row.cells[i].at;
    const auto end = i + 1 < row.cells.size() ? row.cells[i + 1].at - 1 : row.raw.size();
    line += delimiter + row.raw.substr(begin, end - begin);
  }
  return line + "\r\n";
}

// A line that is no object goes back as it came, and is refused again as long as nobody mends it.
std::string as_json(const SheetRow &row, const Words &why) {
  const auto members = json_members(row.raw);
  if (!members)
    return row.raw + "\n";
  std::string line;
  for (std::size_t i = 0; i < why.size(); ++i)
    line += (i == 0 ? '{' : ',') + json_text(complaint_columns[i]) + ':' + json_text(why[i]);
  for (const auto &member : *members)
    if (!is_complaint_column(member.name))
      line.append(1, ',').append(member.text);
  return line + "}\n";
}

Error cannot_give_back(const SheetRow &row, const std::string &sheet) {
  return Error(Problem{.code = Code::too_large,
                       .message = say("the row is refused, and too large for the file of --rejects"),
                       .hint = say("mend it in the sheet, or leave it out there"),
                       .place = {.file = sheet, .line = row.line, .row = row.number}});
}

} // namespace

Rejects::Rejects(const std::string &path, const SheetFile &like, bool dry)
    : sheet_(like.name()), file_(path), csv_(like.is_csv()), dry_(dry), delimiter_(like.delimiter()),
      waiting_(like.beginning()) {
  if (csv_)
    waiting_ += heading_of(like);
}

void Rejects::add(const SheetRow &row, const std::vector<Problem> &why) {
  if (row.raw.empty())
    throw cannot_give_back(row, sheet_);
  const auto words = words_of(row, why);
  const auto line = csv_ ? as_csv(row, words, delimiter_) : as_json(row, words);
  if (line.size() > most_row_bytes) // it would be refused when it is fed back
    throw cannot_give_back(row, sheet_);
  if (!dry_)
    put(line);
}

void Rejects::put(const std::string &text) {
  waiting_ += text;
  if (waiting_.size() < written_at_once)
    return;
  file_.write(waiting_);
  waiting_.clear();
}

void Rejects::finish() {
  file_.write(waiting_);
  waiting_.clear();
  file_.sync();
  held_.emplace();
}

void Rejects::keep() {
  file_.put_in_place();
  held_.reset();
}

} // namespace mediasi
