#include "cmd/refold.h"

#include "acts/acts.h"
#include "cmd/house_acts.h"
#include "model/corrections.h"
#include "store/erasure.h"

namespace mediasi {

std::optional<Projection> refold(const Store &store, Grounds &grounds, const std::string &case_number) {
  if (case_number == house)
    return project(grounds.bench(store.current_rules()), fold(complaint_entries(store)));
  const std::vector<Entry> own = store.entries_of(case_number);
  if (standing_entries(own).empty())
    return std::nullopt;
  const CaseFile file = fold(own);
  Projection projection = project(grounds.bench(file.rules), file);
  return erased(store, case_number) ? erased_projection(projection.row) : std::move(projection);
}

} // namespace mediasi
