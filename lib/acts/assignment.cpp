// Who runs the case, from the day of the handover on. A later assignment to the same role is the handover; both stay
// in the journal.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

void apply_assignment(CaseFile &file, const Entry &entry) {
  const auto role = text_in(entry.facts.fields, "role");
  const auto officer = text_in(entry.facts.fields, "officer");
  file.assigned[role] = officer;
  file.assignments.push_back({role, officer, entry.on, entry.seq});
}

} // namespace

ActKind assignment() {
  static const std::array fields{
      needed(open_field("role", Kind::role, later("role in the case"))),
      needed(open_field("officer", Kind::officer, later("officer who takes it over"))),
      open_field("reason", Kind::choice, later("reason of the handover"), lists::handover_reasons()),
      sealed_field("note", Kind::story, later("note")),
  };
  return {"assignment", "intake", later("assignment or handover"), fields, {}, apply_assignment, Bearing::works};
}

} // namespace mediasi::acts
