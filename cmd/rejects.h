// --rejects: the rows that were refused, as they came, each with what is wrong with it; mended, the file can be fed
// back. It holds what the input held, so it is as private: 0600, never over another file.
#pragma once

#include <memory>
#include <string>

#include "base/descriptor.h"
#include "cmd/sheet_file.h"

namespace mediasi {

class Rejects {
public:
  Rejects(const std::string &path, const SheetFile &like); // Error(file_unwritable)
  Rejects(const Rejects &) = delete;
  Rejects &operator=(const Rejects &) = delete;
  ~Rejects(); // taken away again unless kept

  void add(const SheetRow &row, const Problem &why);
  void finish(); // all of it on the disk
  void keep() { kept_ = true; }

private:
  void put(const std::string &text);
  void flush();
  std::string as_csv(const SheetRow &row, const std::vector<std::string> &why) const;

  std::string path_;
  Descriptor file_;
  bool csv_ = true, kept_ = false;
  char delimiter_ = ',';
  std::vector<std::string> columns_; // of a sheet, without those of an earlier round of refusals
  std::string waiting_;
};

} // namespace mediasi
