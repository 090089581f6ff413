// JSON Lines: one object a line. What is nested is spread into cells named as the columns of a sheet are:
//   {"ref": "7", "beneficiary": [{"name": "..."}], "of": ["a", "b"]}  ->  ref, beneficiary1.name, of (a list: "a,b")
// Numbers keep their spelling (but "-0" is 0), true is yes, false is no, and null says nothing.
#pragma once

#include <string>

#include "action/sheet.h"

namespace mediasi {

class JsonRows {
public:
  JsonRows(ReadBytes read, std::string file);

  // The next line that is not blank; false at the end.
  bool next(SheetRow &row);
  bool has_mark() const { return marked_; }

private:
  bool read_line(SheetRow &row);

  SheetBytes bytes_;
  std::string file_, text_; // text_: the line
  bool marked_ = false, too_large_ = false;
  bool endless_ = false; // nothing more is read
  int line_ = 0;
};

} // namespace mediasi
