// The rows of a report as an aligned table. On a terminal it fits the width: columns that say nothing in any row are
// left out, long cells are wrapped, and columns that find no room stand below their row. In a pipe nothing is cut,
// wrapped or left out. A line break in a stored text is a blank in both: a row stays a row.
#pragma once

#include <string>
#include <vector>

#include "render/render.h"

namespace mediasi {

class TextTable {
public:
  TextTable(const Report &report, const Screen &screen);

  std::string heading() const;
  std::string rows() const; // and the totals

private:
  using Texts = std::vector<std::string>; // one row: one text a column

  void keep_used_columns();
  bool readable_beside(std::size_t width) const;
  void put_below(std::size_t column);
  void put_long_ones_below(std::size_t width);
  void fit(std::size_t width);
  std::string print(const Texts &texts) const;
  std::string below(const Texts &texts) const;
  std::string paragraph(const std::string &text) const;

  Screen screen_;
  std::vector<bool> right_; // a column of numbers
  std::vector<bool> asks_;  // a column of yes and no
  Texts heads_;
  std::vector<Texts> rows_;
  std::vector<std::size_t> widths_; // of the columns that stand side by side; the others below
  std::vector<std::size_t> words_;  // the longest word of each column, which is not to be broken
};

} // namespace mediasi
