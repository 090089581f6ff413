// A file or pipe of rows: a sheet or JSON Lines, told apart by how it begins, read one row at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "action/csv_rows.h"
#include "action/json_rows.h"
#include "base/descriptor.h"

namespace mediasi {

class SheetFile {
public:
  // "-" is standard input, of which up to 16 MiB are read at once: nobody else waits for a slow pipe with the store
  // held. Error(file_unreadable | bad_sheet | ...) where there is nothing to read.
  explicit SheetFile(const std::string &path);

  const std::string &name() const { return name_; } // what problems call it
  bool next(SheetRow &row);
  bool is_csv() const { return std::holds_alternative<CsvRows>(*rows_); }
  std::vector<std::string> heading() const; // none of JSON Lines
  char delimiter() const;                   // of a sheet
  std::string beginning() const;            // what stands before the heading or the first line: a mark, Excel's word
  std::uint64_t bytes_read() const { return read_; }
  std::optional<std::uint64_t> size() const { return size_; } // of a file

private:
  std::size_t read(std::span<char> into);
  std::size_t read_some(std::span<char> into);
  void read_ahead(std::size_t most);
  char first_letter() const;
  bool has_objects() const;

  Descriptor file_;
  std::string name_, ahead_;
  std::size_t at_ = 0; // in ahead_
  bool ended_ = false;
  std::uint64_t read_ = 0;
  std::optional<std::uint64_t> size_;
  std::optional<std::variant<CsvRows, JsonRows>> rows_;
};

} // namespace mediasi
