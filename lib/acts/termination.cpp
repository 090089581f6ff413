// Termination (S10) by the case manager, with a reason, and the reopening of what was closed. "Carried out" is read
// from the obligations, never typed in.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

namespace {

void apply_termination(CaseFile &file, const Entry &entry) {
  file.termination = Termination{text_in(entry.facts.fields, "reason"), entry.on, entry.seq, entry.by};
  cancel_planned(file, entry, "termination");
}

void apply_reopening(CaseFile &file, const Entry &entry) {
  file.reopened.push_back(entry.on);
  if (file.termination)
    file.ended.push_back(*file.termination);
  file.termination.reset();
}

} // namespace

ActKind termination() {
  static const std::array fields{
      needed(open_field("reason", Kind::choice, later("reason"), lists::termination_reasons())),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      sealed_field("to_office", Kind::text, later("office that takes the case over")),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"termination", "terminate", later("termination"), fields, {}, apply_termination};
}

ActKind reopening() {
  static const std::array fields{
      needed(open_field("reason", Kind::choice, later("reason of the reopening"), lists::reopening_reasons())),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      sealed_field("words", Kind::story, later("in words")),
  };
  return {"reopening", "terminate", later("reopening"), fields, {}, apply_reopening};
}

} // namespace mediasi::acts
