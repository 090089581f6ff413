// Lines of an import that bear no key of their own: what an earlier import of the same register brought into the case
// is known by what it says. Two lines that say the same are two acts, so each act stands for one line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "action/row_draft.h"
#include "store/store.h"

namespace mediasi {

class SaidBefore {
public:
  // `entries`: of the case. What the running batch brought itself does not count.
  SaidBefore(const Store &store, const std::vector<Entry> &entries, std::string_view source, std::int64_t running);
  bool take(const RowDraft &line);

private:
  struct Act {
    std::int64_t seq = 0;
    std::string clear; // as in Brought
  };
  bool says(const Act &act, const RowDraft &line) const;

  const Store &store_;
  std::vector<Act> left_;
};

} // namespace mediasi
