// SQLite's own check of pages, indexes and types (PRAGMA integrity_check), beside the check of the journal: it reads
// the same file and takes as long. For verify.
#pragma once

#include <future>
#include <string>
#include <vector>

#include "store/store.h"

namespace mediasi {

class PageCheck {
public:
  // Begins at once. The store must have read something already and go on holding its snapshot: a second connection of
  // one process then sees the same state, and no writer can come in between. Inside a transaction of this process there
  // is none, and the check waits for damage().
  explicit PageCheck(Store::Inside &inside);
  std::vector<std::string> damage(); // once; empty where the file is whole. Throws Error for what says nothing of it.

private:
  Store::Inside &inside_;
  std::future<std::vector<std::string>> beside_;
};

} // namespace mediasi
