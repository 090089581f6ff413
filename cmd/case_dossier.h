// The whole case file as one page. It shows all that is sealed of the case, so the reading is recorded first.
#pragma once

#include <string>

#include "cmd/command.h"
#include "cmd/issue.h"

namespace mediasi {

struct DossierRequest {
  std::string case_number; // as typed
  std::string purpose, by;
};

struct DossierPage {
  std::string case_number;
  Page page; // named after the last entry of the case: as long as nothing is recorded it is the same file
};

// In a transaction of its own. When it returns the reading is on the disk.
DossierPage case_dossier(const Env &env, const DossierRequest &request);

} // namespace mediasi
