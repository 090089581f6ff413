// Report and plan (S4), and the Koordinator's order or refusal.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind plan() {
  static const std::array fields{
      needed(open_field("to", Kind::roles, later("reported to"))),
      needed(sealed_field("plan", Kind::story, later("plan of the mediation"))),
      sealed_field("report", Kind::story, later("report on the assessment")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    file.reports.push_back({"plan", values_of(entry.facts.fields, "to"), entry.on, entry.seq});
  };
  return {"plan", "assess", later("report and plan"), fields, {}, apply, Bearing::works};
}

ActKind order() {
  static const std::array fields{
      needed(open_field("decision", Kind::choice, later("decision"), lists::decisions())),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      sealed_field("reason", Kind::story, later("reason")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    const auto &row = entry.facts.fields;
    file.orders.push_back({value_of(row, "decision") == "ordered", entry.on, entry.seq, entry.by, row, entry.step});
  };
  return {"order", "assess", later("order"), fields, {}, apply, Bearing::works};
}

} // namespace mediasi::acts
