#include "report/registry.h"

#include <algorithm>
#include <array>

#include "base/language.h"

namespace mediasi {

std::span<const ReportKind> report_kinds() {
  static constexpr std::array kinds{
      ReportKind{"overdue", later("what is overdue, who must act"), overdue, true},
      ReportKind{"case", later("one case: every entry in order, and where it stands"), case_story},
  };
  return kinds;
}

const ReportKind *report_kind(std::string_view name) {
  const auto kinds = report_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const ReportKind &kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

} // namespace mediasi
