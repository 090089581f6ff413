// Rows of a batch on their way in, one at a time: a file of any length takes the same memory. What a row means is not
// known here; a row that cannot be read says why, and the next one is read all the same.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace mediasi {

inline constexpr std::size_t most_row_bytes = std::size_t{1} << 20U;
inline constexpr std::uint64_t endless_row = std::uint64_t{16} << 20U; // a device and no file: reading ends there
inline constexpr std::size_t most_columns = 1000;

// What a file of refused rows says of each row besides what it held; nobody reads it.
inline constexpr std::array<std::string_view, 4> complaint_columns{"_row", "_code", "_column", "_reason"};
bool is_complaint_column(std::string_view heading);

// The next bytes of a file or pipe; none at its end. Throws Error where it cannot be read.
using ReadBytes = std::function<std::size_t(std::span<char>)>;

struct SheetCell {
  std::string name; // of its column; "" stands under no heading
  std::string text; // as written: zeros in front, blanks and line breaks stay
  // as in DraftValue, of JSON alone: a cell of a sheet does not say what it is
  bool number = false, list = false, commas = false, truth = false;
  std::vector<std::string> words = {}; // of a list
  std::size_t at = 0;                  // where it begins in the row as it came; of a sheet alone
};

struct SheetRow {
  int number = 0;         // the heading of a sheet is row 1; of JSON Lines the line
  int line = 0;           // of the file, where the row begins
  std::uint64_t byte = 0; // of the file, from 0
  std::vector<SheetCell> cells;
  std::string raw;               // as it came, without the line's end; "" when it is too long to keep
  std::vector<Problem> problems; // each with row, line and column; any makes the row unusable. They repeat no cell.

  const SheetCell *find(std::string_view name) const;
};

// One byte after the other, with a look at those ahead.
class SheetBytes {
public:
  static constexpr int end = -1;

  explicit SheetBytes(ReadBytes read) : read_(std::move(read)) {}

  int peek() { return at_ < end_ || fill(1) ? static_cast<unsigned char>(buffer_[at_]) : end; }
  int take() {
    const int byte = peek();
    at_ += byte == end ? 0 : 1;
    return byte;
  }
  std::string_view ahead(std::size_t count); // at least so many, where there are so many
  void skip(std::size_t count) { at_ += count; }
  std::uint64_t taken() const { return before_ + at_; }

private:
  bool fill(std::size_t count); // are so many there?

  ReadBytes read_;
  std::string buffer_; // what is ahead stands from at_ to end_
  std::size_t at_ = 0, end_ = 0;
  std::uint64_t before_ = 0; // bytes that have left the buffer
  bool ended_ = false;
};

} // namespace mediasi
