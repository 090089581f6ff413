// Termination (S10): by the case manager, with a reason. "Carried out" is read from the obligations, never typed in.
#include <array>

#include "acts/kinds.h"
#include "acts/lists.h"
#include "acts/spec.h"
#include "base/language.h"

namespace mediasi::acts {

ActKind termination() {
  static const std::array fields{
      needed(open_field("reason", Kind::choice, later("reason"), lists::termination_reasons())),
      open_field("paper_number", Kind::text, later("number of the signed paper")),
      open_field("paper_date", Kind::date, later("date of the signed paper")),
      sealed_field("words", Kind::story, later("in words")),
  };
  const auto apply = [](CaseFile &file, const Entry &entry) {
    file.termination = Termination{text_in(entry.facts.fields, "reason"), entry.on, entry.seq, entry.by};
  };
  return {"termination", "terminate", later("termination"), fields, {}, apply};
}

} // namespace mediasi::acts
