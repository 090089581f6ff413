// A monitoring visit (S9): each obligation gets a state with evidence.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

std::span<const FieldSpec> state_fields() {
  static const std::array fields{
      needed(open_field("obligation", Kind::obligation, later("obligation"))),
      needed(open_field("state", Kind::choice, later("state"), lists::obligation_states())),
      open_field("evidence_kind", Kind::choice, later("kind of evidence"), lists::evidence_kinds()),
      sealed_field("evidence", Kind::text, later("evidence")),
  };
  return fields;
}

void apply_visit(CaseFile &file, const Entry &entry) {
  const int number = static_cast<int>(file.visits.size()) + 1;
  file.visits.push_back({number, entry.on, entry.seq, entry.facts.fields});
  for (const auto &row : rows_of(entry.facts, "state"))
    for (auto &obligation : file.obligations)
      if (obligation.number == number_in(row, "obligation", 0))
        obligation.history.push_back({number, text_in(row, "state"), entry.on});
  if (value_of(entry.facts.fields, "new_violence") == "yes")
    note_violence(file, entry);
}

} // namespace

ActKind visit() {
  static const std::array fields{
      needed(open_field("new_violence", Kind::tri, later("new violence"))),
      open_field("means", Kind::choice, later("how the visit was made"), lists::log_means()),
      open_field("risk", Kind::choice, later("risk"), lists::risks()),
      sealed_field("words", Kind::story, later("in words")),
      sealed_field("next_step", Kind::story, later("next step")),
  };
  static const std::array groups{GroupSpec{"state", later("state of each obligation"), 0, 100, state_fields(), true}};
  return {"visit", "monitor", later("monitoring visit"), fields, groups, apply_visit, Bearing::works};
}

} // namespace mediasi::acts
