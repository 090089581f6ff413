// A sheet read to its end, as the tests of the row readers look at it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "action/sheet.h"
#include "base/error.h"

namespace mediasi::testing {

// `text` in pieces of at most so many bytes, as a pipe gives it
inline ReadBytes in_pieces(std::string_view text, std::size_t size) {
  return [text, size](std::span<char> room) mutable {
    const std::size_t count = std::min({text.size(), size, room.size()});
    std::copy_n(text.begin(), count, room.begin());
    text.remove_prefix(count);
    return count;
  };
}

struct Sheet {
  std::vector<std::string> heading;
  std::vector<SheetRow> rows; // the good ones
  std::vector<Problem> problems;
  Code refused{}; // as a whole

  std::vector<std::vector<std::string>> texts() const {
    std::vector<std::vector<std::string>> all;
    for (const auto &row : rows) {
      all.emplace_back();
      for (const auto &cell : row.cells)
        all.back().push_back(cell.text);
    }
    return all;
  }
};

template <typename Rows> Sheet read_sheet(std::string_view text, std::size_t piece) {
  Sheet sheet;
  try {
    Rows rows(in_pieces(text, piece), "sheet");
    if constexpr (requires { rows.heading(); })
      sheet.heading = rows.heading();
    SheetRow row;
    while (rows.next(row)) {
      sheet.problems.insert(sheet.problems.end(), row.problems.begin(), row.problems.end());
      if (row.problems.empty())
        sheet.rows.push_back(row);
    }
  } catch (const Error &error) {
    sheet.refused = error.problems().front().code;
  }
  return sheet;
}

} // namespace mediasi::testing
