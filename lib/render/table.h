// The rows of a report as an aligned table. On a terminal it fits the width: empty columns are left out, long cells are
// wrapped, and the last columns that find no room stand below their row. In a pipe nothing is cut, wrapped or left out.
// A line break in a stored text is a blank in both: a row stays a row.
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
  void fit(std::size_t width);
  std::string print(const Texts &texts) const;
  std::string below(const Texts &texts) const;
  std::string paragraph(const std::string &text) const;

  Screen screen_;
  std::vector<bool> right_; // a column of numbers
  Texts heads_;
  std::vector<Texts> rows_;
  std::vector<std::size_t> widths_; // of the columns that stand side by side; the others below
};

} // namespace mediasi
