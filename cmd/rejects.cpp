#include "cmd/rejects.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::array<std::string_view, 4> added{"_row", "_code", "_column", "_reason"};
constexpr std::size_t at_once = 64U << 10U;

bool is_added(std::string_view column) {
  return std::find(added.begin(), added.end(), folded(trim(column))) != added.end();
}

[[noreturn]] void refuse(const std::string &path, int reason) {
  throw Error(Problem{.code = Code::file_unwritable,
                      .message = say("cannot write '{}': {}", path, why_not(reason)),
                      .hint = say("name a new file, in a folder that is there")});
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

std::string joined(const std::vector<std::string> &cells, char delimiter) {
  std::string line;
  for (const auto &cell : cells) {
    if (&cell != &cells.front())
      line += delimiter;
    line += cell_text(cell, delimiter);
  }
  return line + "\r\n";
}

std::vector<std::string> told(const SheetRow &row, const Problem &why) {
  return {std::to_string(row.number), code_text(why.code), why.place.field, why.message};
}

// A line that is no object goes back as it came, and is refused again as long as nobody mends it.
std::string as_json(const SheetRow &row, const std::vector<std::string> &why) {
  using Json = nlohmann::ordered_json;
  auto line = row.raw.empty() ? Json::object({{"_unreadable", "yes"}}) : Json::parse(row.raw, nullptr, false);
  const bool twice = std::any_of(row.problems.begin(), row.problems.end(),
                                 [](const Problem &one) { return one.code == Code::duplicate_name; });
  if (!line.is_object() || twice) // the parser keeps one of two names alike
    return row.raw + "\n";
  for (std::size_t i = 0; i < added.size(); ++i) {
    line.erase(std::string(added[i]));
    line[std::string(added[i])] = why[i];
  }
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

Rejects::Rejects(const std::string &path, const SheetFile &like)
    : path_(path), file_(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)),
      csv_(like.is_csv()), delimiter_(like.delimiter()) {
  if (!file_) {
    kept_ = true; // what stands there is not ours
    refuse(path_, errno);
  }
  if (!csv_)
    return;
  for (const auto &column : like.heading())
    if (!is_added(column))
      columns_.push_back(column);
  auto heading = columns_;
  heading.insert(heading.end(), added.begin(), added.end());
  waiting_ = joined(heading, delimiter_);
}

Rejects::~Rejects() {
  if (!kept_)
    (void)unlink(path_.c_str());
}

void Rejects::add(const SheetRow &row, const Problem &why) {
  const auto words = told(row, why);
  put(csv_ ? as_csv(row, words) : as_json(row, words));
}

// By place: a row of more or fewer cells than the heading keeps that fault until somebody mends it.
std::string Rejects::as_csv(const SheetRow &row, const std::vector<std::string> &why) const {
  std::vector<std::string> cells;
  for (const auto &cell : row.cells)
    if (!is_added(cell.name))
      cells.push_back(cell.text);
  cells.insert(cells.end(), why.begin(), why.end());
  return joined(cells, delimiter_);
}

void Rejects::put(const std::string &text) {
  waiting_ += text;
  if (waiting_.size() >= at_once)
    flush();
}

void Rejects::flush() {
  std::string_view left = waiting_;
  while (!left.empty()) {
    const ssize_t written = write(file_.number(), left.data(), left.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      refuse(path_, errno);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  waiting_.clear();
}

void Rejects::finish() {
  flush();
  if (fsync(file_.number()) != 0)
    refuse(path_, errno);
}

} // namespace mediasi
