// A row of a sheet to drafts: the same values a form gives, with the place of each cell. From here on a row and a form
// go one way.
#pragma once

#include <string>
#include <vector>

#include "action/draft.h"
#include "action/row_columns.h"
#include "action/sheet.h"

namespace mediasi {

struct RowDraft {
  std::vector<Draft> drafts; // in the order of the steps
  std::vector<Problem> problems;
  std::string ref;          // checked; "" = none
  std::string clear, whole; // digests over what it says (model/entry.h, Brought)
};

// `file` is what problems call it. A ref is [A-Za-z0-9._/-]{1,64} and no NIK. Attachments are paths below the file's
// folder, made whole by whoever reads them.
RowDraft draft_of(const SheetRow &row, RowColumns &columns, const std::string &file);

// the text of a cell by the name of its column, "" where there is none; without knowing the step
std::string_view cell_called(const SheetRow &row, std::string_view name);

} // namespace mediasi
