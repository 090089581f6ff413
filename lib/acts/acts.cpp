#include "acts/acts.h"

#include <algorithm>
#include <array>

#include "acts/kinds.h"

namespace mediasi {

std::span<const ActKind> act_kinds() {
  static const std::array kinds{
      acts::register_case(),
      acts::person(),
      acts::requirement(),
      acts::consent(),
      acts::referral(),
      acts::assessment(),
      acts::finding(),
      acts::condition_met(),
      acts::plan(),
      acts::order(),
      acts::mediator(),
      acts::briefing(),
      acts::session(),
      acts::invitation(),
      acts::delivery(),
      acts::day_questions(),
      acts::attendance(),
      acts::outcome(),
      acts::minutes(),
      acts::signature(),
      acts::copies(),
      acts::report_up(),
      acts::log(),
      acts::violence(),
      acts::visit(),
      acts::termination(),
      acts::paper(),
      acts::session_move(),
      acts::session_cancel(),
      acts::assignment(),
      acts::addendum(),
      acts::payment(),
      acts::follow_up(),
      acts::safety_check(),
      acts::reopening(),
      acts::legal_hold(),
      acts::found_accepted(),
      acts::scan(),
      acts::identify(),
      acts::wait(),
      acts::wait_over(),
      acts::pause(),
      acts::resume(),
      acts::extension(),
      acts::complaint(),
      acts::complaint_answer(),
  };
  return kinds;
}

const ActKind *act_kind(std::string_view id) {
  const auto kinds = act_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ActKind &kind) { return kind.id == id; });
  return found == kinds.end() ? nullptr : &*found;
}

bool of_house(std::string_view act) {
  const auto *kind = act_kind(act);
  return kind != nullptr && kind->bearing == Bearing::of_house;
}

} // namespace mediasi
