#include "cmd/sheet_file.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/json_members.h"
#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/utf8.h"

namespace mediasi {

namespace {

constexpr std::size_t most_of_a_pipe = 16U << 20U;
constexpr std::size_t file_piece = 64U << 10U;

int opened(const std::string &path) {
  return path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

std::optional<std::uint64_t> size_of(const Descriptor &file) {
  struct stat about {};
  if (fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode))
    return std::nullopt;
  return static_cast<std::uint64_t>(about.st_size);
}

[[noreturn]] void refuse(const std::string &name, int reason) {
  throw Error(Problem{.code = Code::file_unreadable,
                      .message = say("cannot read '{}': {}", name, why_not(reason)),
                      .hint = say("look at the name and the permissions of the file")});
}

} // namespace

SheetFile::SheetFile(const std::string &path) : file_(opened(path)), name_(path == "-" ? "<stdin>" : path) {
  if (!file_)
    refuse(name_, errno);
  size_ = size_of(file_);
  read_ahead(size_ ? file_piece : most_of_a_pipe);
  if (first_letter() == '[')
    throw Error(
        Problem{.code = Code::bad_json,
                .message = say("the file is a JSON array"),
                .hint = say("write one object a line, without the brackets and commas around them (jq -c '.[]')"),
                .place = {.file = name_, .line = 1}});
  const auto reader = [this](std::span<char> into) { return read(into); };
  if (has_objects())
    rows_.emplace(JsonRows(reader, name_));
  else
    rows_.emplace(CsvRows(reader, name_));
}

std::size_t SheetFile::read_some(std::span<char> into) {
  for (;;) {
    const ssize_t got = ::read(file_.number(), into.data(), into.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      refuse(name_, errno);
    ended_ = got == 0;
    return static_cast<std::size_t>(got);
  }
}

void SheetFile::read_ahead(std::size_t most) {
  std::size_t end = 0;
  while (!ended_ && end < most) {
    ahead_.resize(end + file_piece);
    end += read_some(std::span(ahead_).subspan(end, file_piece));
  }
  ahead_.resize(end);
}

std::size_t SheetFile::read(std::span<char> into) {
  if (at_ == ahead_.size()) {
    if (!ahead_.empty())
      ahead_ = std::string(); // gives its room back
    at_ = 0;
    const std::size_t got = ended_ ? 0 : read_some(into);
    read_ += got;
    return got;
  }
  const std::size_t count = std::min(into.size(), ahead_.size() - at_);
  std::copy_n(ahead_.begin() + static_cast<std::ptrdiff_t>(at_), count, into.begin());
  at_ += count;
  read_ += count;
  return count;
}

// One of the first lines begins an object: what stands before may be refused rows that were never one.
bool SheetFile::has_objects() const {
  constexpr int looked_at = 20;
  std::string_view rest = ahead_;
  if (rest.starts_with(byte_order_mark))
    rest.remove_prefix(byte_order_mark.size());
  for (int line = 0; line < looked_at && !rest.empty(); ++line) {
    const auto begins = rest.find_first_not_of(" \t\r\n");
    if (begins == rest.npos)
      return false;
    rest.remove_prefix(begins);
    const auto end = rest.find('\n');
    if (rest.front() == '{' && (line == 0 || json_members(rest.substr(0, end))))
      return true;
    rest.remove_prefix(std::min(end, rest.size()));
  }
  return false;
}

char SheetFile::first_letter() const {
  const auto at = ahead_.find_first_not_of(" \t\r\n", ahead_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  return at == std::string::npos ? '\0' : ahead_[at];
}

bool SheetFile::next(SheetRow &row) {
  return std::visit([&](auto &rows) { return rows.next(row); }, *rows_);
}

std::vector<std::string> SheetFile::heading() const {
  const auto *sheet = std::get_if<CsvRows>(&*rows_);
  return sheet ? sheet->heading() : std::vector<std::string>{};
}

char SheetFile::delimiter() const {
  const auto *sheet = std::get_if<CsvRows>(&*rows_);
  return sheet ? sheet->delimiter() : ',';
}

std::string SheetFile::beginning() const {
  const auto *sheet = std::get_if<CsvRows>(&*rows_);
  const bool marked = std::visit([](const auto &rows) { return rows.has_mark(); }, *rows_);
  std::string text(marked ? byte_order_mark : "");
  if (sheet && sheet->says_delimiter())
    text += std::string("sep=") + sheet->delimiter() + "\r\n";
  return text;
}

} // namespace mediasi
