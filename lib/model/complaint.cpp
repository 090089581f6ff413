#include "model/complaint.h"

#include <algorithm>

namespace mediasi {

const ComplaintAnswer *Complaint::answer(std::string_view kind) const {
  const auto found =
      std::find_if(answers.begin(), answers.end(), [&](const ComplaintAnswer &each) { return each.kind == kind; });
  return found == answers.end() ? nullptr : &*found;
}

} // namespace mediasi
