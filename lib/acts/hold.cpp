// A legal hold: while police, court or an inquiry needs the case nothing of it may be erased (spec 4, Retention).
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

void apply_hold(CaseFile &file, const Entry &entry) {
  const auto &row = entry.facts.fields;
  if (value_of(row, "hold") == "placed")
    file.legal_hold = LegalHold{entry.on, text_in(row, "reason")};
  else
    file.legal_hold.reset();
}

} // namespace

ActKind legal_hold() {
  static const std::array fields{
      needed(open_field("hold", Kind::choice, later("placed or lifted"), lists::hold_states())),
      needed(open_field("reason", Kind::choice, later("reason of the hold"), lists::hold_reasons())),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"legal_hold", "record", later("legal hold"), fields, {}, apply_hold};
}

} // namespace mediasi::acts
