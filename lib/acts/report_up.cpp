// A dated report to a role: the minutes to the head (S8), the monitoring to Konselor and Koordinator or MK (S10).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind report_up() {
  static const std::array fields{
      needed(open_field("what", Kind::choice, later("what is reported"), lists::report_subjects())),
      needed(open_field("to", Kind::roles, later("reported to"))),
      sealed_field("words", Kind::story, later("in words")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    const auto &row = entry.facts.fields;
    file.reports.push_back({text_in(row, "what"), values_of(row, "to"), entry.on, entry.seq});
  };
  return {"report_up", "record", later("report to a superior"), fields, {}, apply};
}

} // namespace mediasi::acts
