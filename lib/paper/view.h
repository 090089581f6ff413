// The facts of one case turned into what a template may show its recipient: texts and lists under the names of
// paper/fields.h, nothing else, and nothing the recipient may not see.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "paper/paper.h"

namespace mediasi {

// One context of a template: the paper itself, or one row of a list. Absent texts and lowered flags are "".
struct View {
  std::map<std::string, std::string, std::less<>> texts;
  std::map<std::string, std::vector<View>, std::less<>> lists;

  std::string_view text(std::string_view name) const;
  const std::vector<View> &list(std::string_view name) const;
};

inline constexpr std::string_view raised = "1"; // a flag that is up

View view_of(const PaperInput &input);

// Gives every context all the fields of its list (mustache would otherwise look an absent one up in the outer
// context) and takes out what the recipient kind may not see. Throws std::logic_error for a name not in the table.
void shut(View &view, std::string_view recipient_kind, std::string_view list = "");

} // namespace mediasi
