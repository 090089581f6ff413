// The finding (S2) with its conditions, and the meeting of a condition.
#include <algorithm>
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

std::span<const FieldSpec> condition_fields() {
  static const std::array fields{needed(sealed_field("text", Kind::text, later("condition")))};
  return fields;
}

void apply_finding(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  const auto &sealed = entry.sealed_paths;
  const bool note = std::find(sealed.begin(), sealed.end(), "best_interest") != sealed.end();
  file.findings.push_back({text_in(row, "finding"), entry.on, entry.seq, row, note});
  if (value_of(row, "finding") == "conditional")
    file.conditions.clear(); // a new finding states its conditions anew
  const auto rows = rows_of(entry.facts, "condition").size();
  for (std::size_t i = 0; i < rows; ++i)
    file.conditions.push_back({std::to_string(file.conditions.size() + 1), false});
}

} // namespace

ActKind finding() {
  static const std::array fields{
      needed(open_field("finding", Kind::choice, later("finding"), lists::findings())),
      sealed_field("reasons", Kind::story, later("reasons")),
      sealed_field("best_interest", Kind::story, later("best-interest note of a child")),
  };
  static const std::array groups{GroupSpec{"condition", later("conditions"), 0, 20, condition_fields()}};
  return {"finding", "assess", later("finding"), fields, groups, apply_finding, Bearing::works};
}

ActKind condition_met() {
  static const std::array fields{
      needed(open_field("condition", Kind::integer, later("number of the condition"))),
      sealed_field("how", Kind::story, later("how it was met")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    for (auto &condition : file.conditions)
      if (condition.id == value_of(entry.facts.fields, "condition"))
        condition.met = true;
  };
  return {"condition_met", "assess", later("condition met"), fields, {}, apply, Bearing::works};
}

} // namespace mediasi::acts
