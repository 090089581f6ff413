// A signed change of the agreement after its minutes: obligations replaced or added (S9). What was replaced stays in
// sight; gate 3 judges the new clauses like the first ones.
#include <algorithm>
#include <array>

#include "acts/agreed.h"
#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

std::span<const FieldSpec> changed_fields() {
  static const auto fields = [] {
    const auto shared = obligation_fields();
    std::vector<FieldSpec> all(shared.begin(), shared.end());
    all.push_back(open_field("replaces", Kind::obligation, later("obligation it replaces")));
    return all;
  }();
  return fields;
}

void apply_addendum(CaseFile &file, const Entry &entry) {
  const auto *session = session_of(file, entry.facts.fields);
  const int number = session ? session->number : 0;
  for (const auto &row : rows_of(entry.facts, "obligation")) {
    auto fresh = obligation_in(file, number, row);
    fresh.replaces = number_in(row, "replaces", 0);
    for (auto &old : file.obligations)
      if (old.number == fresh.replaces)
        old.replaced_by = fresh.number;
    file.obligations.push_back(std::move(fresh));
  }
  for (auto &held : file.sessions)
    if (held.number == number)
      for (const auto &waiver : rows_of(entry.facts, "waiver"))
        held.waivers.push_back(waiver);
  file.addenda.push_back({entry.on, entry.seq, values_of(entry.facts.fields, "signed_by")});
}

} // namespace

ActKind addendum() {
  static const std::array fields{
      needed(open_field("signed_by", Kind::participants, later("signed by"))),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      sealed_field("words", Kind::story, later("in words")),
  };
  static const std::array groups{
      GroupSpec{"obligation", later("obligations"), 1, 100, changed_fields()},
      GroupSpec{"waiver", later("waivers, per offence on file"), 0, 50, waiver_fields(), true},
  };
  return {"addendum", "monitor", later("change of the agreement"), fields, groups, apply_addendum};
}

} // namespace mediasi::acts
