#include "model/agreement.h"

namespace mediasi {

bool is_settled(const Obligation &obligation) {
  if (obligation.replaced_by != 0)
    return true;
  if (obligation.history.empty())
    return false;
  const auto &state = obligation.history.back().state;
  return state == "kept" || state == "late" || state == "waived" || state == "broken";
}

} // namespace mediasi
