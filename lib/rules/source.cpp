#include "rules/reader.h"

#include <algorithm>
#include <tuple>

#include "base/language.h"
#include "base/text.h"

namespace mediasi {

namespace {

constexpr std::size_t most_bytes = 1U << 20U;
constexpr int most_dots = 64; // toml++ recurses once a dot: 50,000 of them end the program (measured)

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r')
      line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos)
      return lines;
    text.remove_prefix(end + 1);
  }
}

// Walks a TOML text just far enough to know what stands inside quotes and comments.
class DotCounter {
public:
  explicit DotCounter(std::string_view text) : text_(text) {}

  int first_bad_line() { // 0 when none
    int line = 1;
    int dots = 0;
    for (std::size_t i = 0; i < text_.size();) {
      const char c = text_[i];
      if (c == '\n') {
        ++line;
        dots = 0;
        comment_ = false;
        if (quote_.size() == 1)
          quote_ = {};
        ++i;
      } else if (comment_) {
        ++i;
      } else if (!quote_.empty()) {
        i += inside_quote(i);
      } else {
        if (c == '.' && ++dots > most_dots)
          return line;
        i += outside(i);
      }
    }
    return 0;
  }

private:
  std::size_t inside_quote(std::size_t i) {
    if (text_[i] == '\\' && quote_.front() == '"')
      return i + 1 < text_.size() && text_[i + 1] == '\n' ? 1 : 2;
    if (text_.substr(i, quote_.size()) != quote_)
      return 1;
    const auto length = quote_.size();
    quote_ = {};
    return length;
  }

  std::size_t outside(std::size_t i) {
    const char c = text_[i];
    comment_ = c == '#';
    if (c != '"' && c != '\'')
      return 1;
    const std::string_view three = c == '"' ? R"(""")" : "'''";
    quote_ = text_.substr(i, 3) == three ? three : three.substr(0, 1);
    return quote_.size();
  }

  std::string_view text_;
  std::string_view quote_; // what closes the text we are in
  bool comment_ = false;
};

void sort_by_place(std::vector<Problem> &problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
}

} // namespace

Source::Source(std::string_view text, std::string file) : text_(text), file_(std::move(file)), lines_(lines_of(text)) {}

Problem Source::problem(Code code, Spot at, std::string message, std::string hint) const {
  constexpr std::size_t longest = 300; // a longer line helps nobody as an excerpt
  Problem made{.code = code, .message = std::move(message), .hint = std::move(hint)};
  made.place.file = file_;
  made.place.line = at.line;
  made.place.column = at.column;
  if (at.line >= 1 && static_cast<std::size_t>(at.line) <= lines_.size()) {
    const auto line = lines_[static_cast<std::size_t>(at.line) - 1];
    if (line.size() <= longest && normal_text(line))
      made.place.excerpt = line;
  }
  return made;
}

void Source::complain(Code code, Spot at, std::string message, std::string hint) {
  problems_.push_back(problem(code, at, std::move(message), std::move(hint)));
}

void Source::warn(Code code, Spot at, std::string message, std::string hint) {
  warnings_.push_back(problem(code, at, std::move(message), std::move(hint)));
}

void Source::complain_unknown(Code code, const Named &name, const std::string &what,
                              std::span<const std::string> known) {
  constexpr std::size_t few = 32;
  std::string hint;
  std::vector<std::string> right; // a capital in a name is complained about where it stands
  std::copy_if(known.begin(), known.end(), std::back_inserter(right), [](const std::string &one) {
    return std::none_of(one.begin(), one.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  });
  if (const auto near = nearest(name.text, right); !near.empty())
    hint = say("write '{}'", near);
  else if (!known.empty() && known.size() <= few)
    hint = say("known here: {}", join(known, ", "));
  complain(code, name.at, say("unknown {} '{}'", what, name.text), hint);
}

std::vector<Problem> Source::take_problems() {
  sort_by_place(problems_);
  return std::move(problems_);
}

std::vector<Problem> Source::take_warnings() {
  sort_by_place(warnings_);
  return std::move(warnings_);
}

bool Source::within_limits() {
  if (text_.size() > most_bytes) {
    complain(Code::too_large, {}, say("the file has {} bytes, more than {}", text_.size(), most_bytes));
    return false;
  }
  int number = 0;
  for (const auto line : lines_) {
    ++number;
    const bool zero = line.find('\0') != std::string_view::npos;
    if (!zero && normal_text(line))
      continue;
    complain(Code::bad_encoding, {number, 1}, zero ? tr("a NUL byte stands in the file") : tr("the file is not UTF-8"),
             tr("save the file as UTF-8 text"));
    return false;
  }
  if (const int line = DotCounter(text_).first_bad_line(); line != 0) {
    complain(Code::toml_syntax, {line, 1}, say("more than {} dots outside quotes in one line", most_dots));
    return false;
  }
  return true;
}

} // namespace mediasi
