#include "model/agreement.h"

namespace mediasi {

bool binds(const Obligation &obligation) {
  return obligation.replaced_by == 0 && !obligation.lapsed;
}

bool is_settled(const Obligation &obligation) {
  if (!binds(obligation))
    return true;
  if (obligation.history.empty())
    return false;
  const auto &state = obligation.history.back().state;
  return state == "kept" || state == "late" || state == "waived" || state == "broken";
}

} // namespace mediasi
