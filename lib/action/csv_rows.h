// A sheet as spreadsheets save it (RFC 4180, and what is really written): columns parted by comma, semicolon or tab,
// found from the heading or from Excel's "sep=" line; with or without a byte order mark; lines ended by CRLF, LF or CR;
// line breaks inside quotes. Stricter than most: a quote in the middle of a cell, or a row of more or fewer cells than
// the heading, is a complaint, because the cells after it may stand under the wrong heading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "action/sheet.h"

namespace mediasi {

class CsvRows {
public:
  // Reads the heading. Error(bad_sheet, duplicate_name, too_large, bad_encoding) where there is none to go by.
  CsvRows(ReadBytes read, std::string file);

  const std::vector<std::string> &heading() const { return heading_; }
  char delimiter() const { return delimiter_; }
  bool has_mark() const { return marked_; }          // by which spreadsheets know UTF-8
  bool says_delimiter() const { return separated_; } // in a line before the heading

  // The next row that is not empty; false at the end. Reuses the room of the row before.
  bool next(SheetRow &row);

private:
  enum class In { start, plain, quotes, after_quote }; // where in a cell

  void skip_separator_line();
  void read_heading();
  void check_headings(SheetRow &row);
  bool read_record(SheetRow &row);
  In take_in(SheetRow &row, In in, int byte);
  bool take_line_end(int byte);
  void put(SheetRow &row, int byte);
  void part(SheetRow &row);
  void check_cells(SheetRow &row) const;
  void check_count(SheetRow &row) const;
  Place here(const SheetRow &row) const;                                // where the byte taken last stands
  Place of(const SheetRow &row, std::optional<std::size_t> cell) const; // a cell, or the row
  static void complain(SheetRow &row, Code code, Place place, std::string message, std::string hint);
  std::string name_of(std::size_t cell) const;

  SheetBytes bytes_;
  std::string file_;
  std::vector<std::string> heading_;
  char delimiter_ = ',';
  bool marked_ = false, separated_ = false;
  std::size_t most_cells_ = most_columns + complaint_columns.size(); // until the heading says which of these it has
  int row_ = 0, line_ = 1, character_ = 0;                           // of what was taken last
  bool endless_ = false;                                             // nothing more is read
  bool nul_ = false;                                                 // told of the row being read
  std::size_t cells_ = 0, size_ = 0;                                 // of the row being read
};

} // namespace mediasi
