#include "action/json_rows.h"

#include <optional>
#include <set>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/language.h"
#include "base/text.h"
#include "base/utf8.h"

namespace mediasi {

namespace {

using Json = nlohmann::json;

constexpr std::size_t most_depth = 32;

// Spreads an object into cells as the parser meets its parts, and stops at the first thing a row cannot hold.
class Spreader : public nlohmann::json_sax<Json> {
public:
  Spreader(SheetRow &row, std::string file) : row_(row), file_(std::move(file)) {}

  bool null() override { return in_list() ? refuse_list() : in_row(); }
  bool boolean(bool value) override { return put(value ? "yes" : "no", false, true); }
  bool number_integer(number_integer_t value) override { return put(std::to_string(value), true); }
  bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value), true); }
  bool number_float(number_float_t, const string_t &spelling) override { return put(spelling, true); }
  bool binary(binary_t &) override { return refuse_line(0); }
  bool string(string_t &value) override { return put(std::move(value), false); }

  bool key(string_t &name) override {
    name_ = path_ + name;
    if (name.find('\0') != std::string::npos)
      return refuse_nul();
    if (name.empty() || !known_.insert(path_ + folded(trim(name))).second)
      return refuse(name.empty() ? Code::bad_json : Code::duplicate_name,
                    name.empty() ? say("a value has no name") : say("the same name twice"),
                    say("give each value a name of its own"));
    return true;
  }

  bool start_object(std::size_t) override {
    if (in_list()) {
      List &list = *levels_.back().list;
      if (!list.words.empty())
        return refuse_list();
      name_ = fmt::format("{}{}", list.name, ++list.rows);
    }
    const std::string inner = levels_.empty() ? "" : name_ + ".";
    if (!enter({path_, std::nullopt, name_, row_.cells.size()}))
      return false;
    path_ = inner;
    return true;
  }

  bool end_object() override {
    const Level object = std::move(levels_.back());
    path_ = object.path;
    levels_.pop_back();
    if (!levels_.empty() && row_.cells.size() == object.cells) { // a sheet has empty cells, JSON has nothing to fill
      name_ = object.name;
      return refuse(Code::missing_field, say("an object says nothing"), say("fill it, or leave it out"));
    }
    return true;
  }

  bool start_array(std::size_t) override {
    if (levels_.empty())
      return refuse_line(0);
    return in_list() ? refuse_list() : enter({path_, List{.name = name_}});
  }

  bool end_array() override {
    List list = std::move(*levels_.back().list);
    levels_.pop_back();
    const bool commas = std::any_of(list.words.begin(), list.words.end(),
                                    [](const std::string &word) { return word.find(',') != std::string::npos; });
    return list.words.empty() ||
           add({list.name, join(list.words, ","), false, true, commas, list.truth, std::move(list.words)});
  }

  bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override {
    return refuse_line(position);
  }

private:
  struct List {
    std::string name;
    std::vector<std::string> words = {};
    std::size_t rows = 0;
    bool truth = false;
  };
  struct Level {
    std::string path; // of what encloses it
    std::optional<List> list;
    std::string name = {}; // of an object
    std::size_t cells = 0; // that came before it
  };

  bool in_list() const { return !levels_.empty() && levels_.back().list; }
  bool in_row() { return !levels_.empty() || refuse_line(0); }

  bool enter(Level level) {
    if (levels_.size() >= most_depth)
      return refuse(Code::too_large, say("more than {} levels stand inside each other", most_depth),
                    say("write a row as one object of texts and lists"));
    levels_.push_back(std::move(level));
    return true;
  }

  bool put(std::string text, bool number, bool truth = false) {
    if (!in_row())
      return false;
    if (text.find('\0') != std::string::npos)
      return refuse_nul();
    if (!in_list())
      return add({name_, std::move(text), number, false, false, truth});
    List &list = *levels_.back().list;
    if (list.rows > 0)
      return refuse_list();
    list.truth = list.truth || truth;
    list.words.push_back(std::move(text));
    return true;
  }

  bool add(SheetCell cell) {
    complaints_ += is_complaint_column(cell.name) ? 1U : 0U;
    if (row_.cells.size() >= most_columns + complaints_)
      return refuse(Code::too_large, say("the row has more than {} cells", most_columns),
                    say("write a row as one object of texts and lists"));
    row_.cells.push_back(std::move(cell));
    return true;
  }

  bool refuse_list() {
    name_ = levels_.back().list->name;
    return refuse(Code::wrong_type, say("field '{}' has a list of something else than words", repeatable(name_)),
                  say("write it as a list of texts: [\"a\", \"b\"]"));
  }

  bool refuse_nul() { // written as \u0000
    return refuse(Code::bad_encoding, say("a NUL character stands in the text"), say("leave it out"));
  }

  bool refuse_line(std::size_t position) {
    name_.clear();
    return refuse(Code::bad_json, say("the line is no JSON object"),
                  say("write one object a line: {{\"name\": \"value\"}}"), position);
  }

  bool refuse(Code code, std::string message, std::string hint, std::size_t position = 0) {
    row_.problems.push_back({.code = code,
                             .message = std::move(message),
                             .hint = std::move(hint),
                             .place = {.file = file_,
                                       .line = row_.line,
                                       .column = static_cast<int>(position),
                                       .row = row_.number,
                                       .field = name_.empty() ? "" : repeatable(name_)}});
    return false;
  }

  SheetRow &row_;
  std::string file_, path_, name_;
  std::vector<Level> levels_;
  std::set<std::string> known_; // every name met, with what encloses it
  std::size_t complaints_ = 0;  // cells that a file of refused rows says besides
};

} // namespace

JsonRows::JsonRows(ReadBytes read, std::string file) : bytes_(std::move(read)), file_(std::move(file)) {
  marked_ = bytes_.ahead(byte_order_mark.size()).starts_with(byte_order_mark);
  if (marked_)
    bytes_.skip(byte_order_mark.size());
}

bool JsonRows::next(SheetRow &row) {
  row.cells.clear();
  row.problems.clear();
  if (!read_line(row))
    return false;
  const auto complain = [&](Code code, std::string message, std::string hint) {
    row.problems.push_back({.code = code,
                            .message = std::move(message),
                            .hint = std::move(hint),
                            .place = {.file = file_, .line = row.line, .row = row.number}});
  };
  if (too_large_)
    complain(Code::too_large, say("the row is larger than {} bytes", most_row_bytes), say("write one object a line"));
  else if (text_.find('\0') != std::string::npos)
    complain(Code::bad_encoding, say("a NUL byte stands in the file"), say("save the file as UTF-8 text"));
  else if (!is_utf8(text_))
    complain(Code::bad_encoding, say("a text is not valid UTF-8"), say("save the file as UTF-8 text"));
  else {
    Spreader spreader(row, file_);
    Json::sax_parse(text_, &spreader);
  }
  row.raw = too_large_ ? std::string() : text_;
  return true;
}

// the next line that is not blank, without its end
bool JsonRows::read_line(SheetRow &row) {
  do {
    if (endless_ || bytes_.peek() == SheetBytes::end)
      return false;
    row.number = row.line = ++line_;
    row.byte = bytes_.taken();
    text_.clear();
    too_large_ = false;
    for (int byte = bytes_.take(); byte != SheetBytes::end && byte != '\n' && !endless_; byte = bytes_.take()) {
      endless_ = bytes_.taken() - row.byte > endless_row;
      too_large_ = too_large_ || text_.size() == most_row_bytes;
      if (!too_large_)
        text_ += static_cast<char>(byte);
    }
  } while (trim(text_).empty());
  return true;
}

} // namespace mediasi
