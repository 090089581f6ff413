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
  // `dry`: rows are only tried. Error(file_unwritable)
  Rejects(const std::string &path, const SheetFile &like, bool dry);
  Rejects(const Rejects &) = delete;
  Rejects &operator=(const Rejects &) = delete;
  ~Rejects() = default; // what has no name yet is gone

  void add(const SheetRow &row,
           const std::vector<Problem> &why); // Error(too_large) for a row that cannot be given back whole
  // All of it on the disk. From here until it is kept no signal ends the program.
  void finish();
  // Under its name, once the batch is in: a file of refused rows never stands beside a batch that is not.
  void keep();

private:
  void put(const std::string &text);

  std::string sheet_; // what problems call it
  UnseenFile file_;
  bool csv_ = true, dry_ = false;
  char delimiter_ = ',';
  std::string waiting_;
  std::optional<HeldSignals> held_;
};

} // namespace mediasi
