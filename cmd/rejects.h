// --rejects: the rows that were refused, as they came, each with what is wrong with it before its first cell; mended,
// the file can be fed back. It holds what the input held, so it is as private: 0600, never over another file, and
// nowhere to be seen before it is whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/unseen_file.h"
#include "cmd/held_signals.h"
#include "cmd/sheet_file.h"

namespace mediasi {

class Rejects {
public:
  Rejects(const std::string &path, const SheetFile &like); // Error(file_unwritable)
  Rejects(const Rejects &) = delete;
  Rejects &operator=(const Rejects &) = delete;
  ~Rejects(); // taken away again unless kept

  void add(const SheetRow &row,
           const std::vector<Problem> &why); // Error(too_large) for a row that cannot be given back whole
  // All of it on the disk, under its name. From here until it is kept or taken away no signal ends the program, so
  // that it is there exactly when the batch is in.
  void finish();
  void keep();

private:
  void put(const std::string &text);

  std::string path_, sheet_; // sheet_: what problems call it
  UnseenFile file_;
  bool csv_ = true, named_ = false, kept_ = false;
  char delimiter_ = ',';
  std::string waiting_;
  std::optional<HeldSignals> held_;
};

} // namespace mediasi
