// Assessment of one party with the screening block (S2, S3; spec 1, "the screening block"). Each question is asked
// alone with the party; "asked, no sign" is an answer, "not asked" is unknown, and unknown is never safe.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind assessment() {
  static const std::array fields{
      needed(open_field("party", Kind::person, later("party assessed"))),
      open_field("alone", Kind::tri, later("asked alone")),
      open_field("willing", Kind::tri, later("is willing to take part")),
      open_field("pressure", Kind::tri, later("is under pressure")),
      open_field("threat", Kind::tri, later("there is an active threat")),
      open_field("protection_order", Kind::tri, later("there is a protection order")),
      open_field("afraid", Kind::tri, later("is afraid in the same room")),
      open_field("separate_arrangements", Kind::tri, later("separate arrangements are made")),
      open_field("violence", Kind::tri, later("there was violence")),
      open_field("violence_items", Kind::choices, later("violence by behaviour"), lists::violence_items()),
      sealed_field("power", Kind::story, later("balance of power between the sides")),
      open_field("risk", Kind::choice, later("risk"), lists::risks()),
      sealed_field("risk_reasons", Kind::story, later("reasons for the risk")),
      sealed_field("instrument", Kind::text, later("instrument and version")),
      open_field("countersigned_by", Kind::officer, later("countersigned by (lowering a high risk)")),
      sealed_field("summary", Kind::story, later("summary")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    const auto &row = entry.facts.fields;
    file.assessments.push_back({text_in(row, "party"), entry.on, entry.seq, row});
  };
  return {"assessment", "assess", later("assessment of a party"), fields, {}, apply, Bearing::works};
}

} // namespace mediasi::acts
