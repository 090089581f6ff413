#include "render/table.h"

#include <algorithm>
#include <numeric>

#include "base/language.h"
#include "base/text.h"
#include "render/formats.h"
#include "render/layout.h"

namespace mediasi {

namespace {

constexpr std::size_t cell_gap = 2;  // columns between two cells
constexpr std::size_t narrowest = 8; // a column is not squeezed below this
constexpr std::size_t unbroken = 12; // so much a column needs for days and case numbers; else the last ones go below
constexpr std::size_t readable = 24; // a long last column needs as much to stand beside the others
constexpr std::size_t indent = 4;    // of what stands below its row

std::string for_people(const Cell &cell, ColumnType type) {
  if (const auto *yes = std::get_if<bool>(&cell))
    return *yes ? tr("yes") : tr("no");
  if (const auto *coded = std::get_if<Coded>(&cell))
    return safe_for_terminal(coded->shown());
  std::string text = plain_text(cell);
  if (type == ColumnType::word)
    text = tr(text.c_str());
  if (std::holds_alternative<Moment>(cell))
    std::replace(text.begin(), text.end(), 'T', ' ');
  std::replace(text.begin(), text.end(), '\n', ' ');
  return safe_for_terminal(text);
}

std::size_t longest_word(const std::string &text) {
  std::size_t longest = 0;
  for (const std::string &word : split(text, ' '))
    longest = std::max(longest, display_width(word));
  return longest;
}

std::size_t total(const std::vector<std::size_t> &widths) {
  const std::size_t gaps = widths.empty() ? 0 : cell_gap * (widths.size() - 1);
  return std::accumulate(widths.begin(), widths.end(), gaps);
}

std::vector<std::size_t> squeezed(std::vector<std::size_t> widths) {
  for (std::size_t &width : widths)
    width = std::min(width, unbroken);
  return widths;
}

} // namespace

TextTable::TextTable(const Report &report, const Screen &screen) : screen_(screen) {
  for (const Column &column : report.columns) {
    heads_.push_back(safe_for_terminal(column.heading));
    right_.push_back(column.type == ColumnType::integer);
    asks_.push_back(column.type == ColumnType::yes_no);
  }
  for (const auto *part : {&report.rows, &report.totals})
    for (const auto &row : *part) {
      Texts &texts = rows_.emplace_back();
      for (std::size_t i = 0; i < heads_.size(); ++i)
        texts.push_back(i < row.size() ? for_people(row[i], report.columns[i].type) : std::string());
    }
  if (screen.terminal)
    keep_used_columns();
  for (const std::string &head : heads_)
    widths_.push_back(screen.terminal ? std::max<std::size_t>(display_width(head), 1) : 1);
  for (std::size_t i = 0; i < heads_.size(); ++i)
    words_.push_back(longest_word(heads_[i]));
  for (const Texts &texts : rows_)
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      widths_[i] = std::max(widths_[i], display_width(texts[i]));
      words_[i] = std::max(words_[i], longest_word(texts[i]));
    }
  if (screen.terminal)
    fit(static_cast<std::size_t>(screen.width));
}

// A question that every row answers with no is not asked on a terminal.
void TextTable::keep_used_columns() {
  const std::string no = tr("no");
  for (std::size_t i = heads_.size(); i-- > 0;) {
    if (std::any_of(rows_.begin(), rows_.end(),
                    [&](const Texts &texts) { return !texts[i].empty() && !(asks_[i] && texts[i] == no); }))
      continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    heads_.erase(heads_.begin() + at);
    right_.erase(right_.begin() + at);
    asks_.erase(asks_.begin() + at);
    for (Texts &texts : rows_)
      texts.erase(texts.begin() + at);
  }
}

// a long text in the last column needs some room to stand beside the others
bool TextTable::readable_beside(std::size_t width) const {
  const std::size_t others = total(widths_) - widths_.back();
  return right_[widths_.size() - 1] || widths_.back() <= readable || others + readable <= width;
}

// after the columns beside each other, before those that are below already
void TextTable::put_below(std::size_t column) {
  const auto first = static_cast<std::ptrdiff_t>(column);
  const auto end = static_cast<std::ptrdiff_t>(widths_.size());
  const auto move = [&](auto &values) {
    std::rotate(values.begin() + first, values.begin() + first + 1, values.begin() + end);
  };
  move(heads_);
  for (Texts &texts : rows_)
    move(texts);
  move(right_);
  move(words_);
  move(widths_);
  widths_.pop_back();
}

// A long text that stands amid short ones would make a tower of words of itself.
void TextTable::put_long_ones_below(std::size_t width) {
  while (widths_.size() > 1 && total(widths_) > width) {
    const auto widest = static_cast<std::size_t>(std::max_element(widths_.begin(), widths_.end()) - widths_.begin());
    std::size_t others = cell_gap * (widths_.size() - 1);
    for (std::size_t i = 0; i < widths_.size(); ++i)
      others += i == widest ? 0 : std::min(widths_[i], std::max(words_[i], narrowest));
    if (right_[widest] || widths_[widest] <= readable || others + readable <= width)
      return;
    put_below(widest);
  }
}

void TextTable::fit(std::size_t width) {
  if (total(widths_) <= width)
    return;
  while (widths_.size() > 1 && total(widths_) > width && !readable_beside(width))
    widths_.pop_back();
  put_long_ones_below(width);
  while (widths_.size() > 1 && total(squeezed(widths_)) > width)
    widths_.pop_back();
  while (total(widths_) > width) { // takes from the widest, and breaks a word only where nothing else gives way
    auto widest = widths_.end();
    for (auto one = widths_.begin(); one != widths_.end(); ++one)
      if (*one > words_[static_cast<std::size_t>(one - widths_.begin())] && (widest == widths_.end() || *one > *widest))
        widest = one;
    if (widest == widths_.end() || *widest <= narrowest)
      widest = std::max_element(widths_.begin(), widths_.end());
    if (*widest <= narrowest)
      return;
    --*widest;
  }
}

// one row, on as many lines as its longest cell needs
std::string TextTable::print(const Texts &texts) const {
  std::vector<Texts> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    cells.push_back(screen_.terminal ? wrap(texts[i], widths_[i]) : Texts{texts[i]});
    height = std::max(height, cells.back().size());
  }
  std::string out;
  for (std::size_t line = 0; line < height; ++line) {
    std::string one;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string piece = line < cells[i].size() ? cells[i][line] : std::string();
      one += i > 0 ? std::string(cell_gap, ' ') : std::string();
      one += right_[i] ? pad_left(piece, widths_[i]) : pad(piece, widths_[i]);
    }
    one.erase(one.find_last_not_of(' ') + 1);
    out += one + '\n';
  }
  return out + below(texts);
}

std::string TextTable::paragraph(const std::string &text) const {
  return hanging(std::string(indent, ' '), text, static_cast<std::size_t>(screen_.width));
}

// the columns that found no room: the only one as it is, several each with its heading
std::string TextTable::below(const Texts &texts) const {
  const std::size_t first = widths_.size();
  if (first + 1 == heads_.size())
    return texts.back().empty() ? std::string() : paragraph(texts.back());
  std::string all;
  for (std::size_t i = first; i < heads_.size() && &texts != &heads_; ++i)
    if (!texts[i].empty())
      all += paragraph(heads_[i] + ": " + texts[i]);
  return all;
}

std::string TextTable::heading() const {
  return print(heads_);
}

std::string TextTable::rows() const {
  std::string out;
  for (const Texts &texts : rows_)
    out += print(texts);
  return out;
}

} // namespace mediasi
