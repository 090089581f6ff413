#include "cmd/said_before.h"

#include <algorithm>
#include <set>

#include "store/batches.h"

namespace mediasi {

SaidBefore::SaidBefore(const Store &store, const std::vector<Entry> &entries, std::string_view source,
                       std::int64_t running)
    : store_(store) {
  std::set<std::pair<std::int64_t, int>> lines; // one line may have brought several acts: the first bears what it said
  for (const auto &entry : entries) {
    const auto &brought = entry.brought;
    if (!brought || entry.undone != 0 || brought->batch == running || brought->source != source)
      continue;
    if (lines.emplace(brought->batch, brought->row).second && brought->ref.empty() && !brought->clear.empty())
      left_.push_back({entry.seq, brought->clear});
  }
}

bool SaidBefore::take(const RowDraft &line) {
  const auto found = std::find_if(left_.begin(), left_.end(), [&](const Act &act) { return says(act, line); });
  if (found == left_.end())
    return false;
  left_.erase(found);
  return true;
}

// whole with the key at hand, else as far as it stands in the clear
bool SaidBefore::says(const Act &act, const RowDraft &line) const {
  if (act.clear != line.clear)
    return false;
  const auto whole = store_.unlocked() ? whole_row(store_, {act.seq, {}, {}, {}, {}}) : std::nullopt;
  return !whole || *whole == line.whole;
}

} // namespace mediasi
